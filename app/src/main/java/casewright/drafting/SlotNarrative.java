package casewright.drafting;

import static casewright.drafting.NarrativeSentence.Kind.ABSENT;
import static casewright.drafting.NarrativeSentence.Kind.CASE;
import static casewright.drafting.NarrativeSentence.Kind.DERIVED;
import static casewright.drafting.NarrativeSentence.Kind.KNOWLEDGE;
import static casewright.drafting.NarrativeSentence.Kind.SOURCE;

import casewright.drafting.NarrativeSentence.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The narrative in the template's own wording: sentences with slots that the fields fill, and between them the source's course retold. Complete, plain,
/// true to the fields; each sentence carries the citations of what it tells. Order (ICH E2D, CIOMS V): what came in, patient with history, other drugs,
/// suspect drugs, event with its course, tests, treatment with action taken and challenges, outcome, the reporter's view.
final class SlotNarrative {

    private static final Pattern VACCINE = Pattern.compile("^(?:vax|vaccin|immuni[sz])\\w*", Pattern.CASE_INSENSITIVE);
    private static final int STEP_WORDS = 3;

    private final Draft draft;
    private final DraftItems repeated;
    private final CaseRecord record;
    private final Wording wording;
    private List<NarrativeSentence> sentences = new ArrayList<>();

    SlotNarrative(Draft draft, CaseRecord record, Wording wording) {
        this.draft = draft;
        this.repeated = new DraftItems(draft);
        this.record = record;
        this.wording = wording;
    }

    /// @param mostWords of the whole narrative: as much of the course is told as the sentences of the fields leave room for
    List<NarrativeSentence> sentences(RetoldCourse course, ShortFormsSpelledOut shortForms, int mostWords) {
        List<NarrativeSentence> opening = said(() -> {
            introduction();
            patient();
            background();
            suspects();
        });
        List<NarrativeSentence> closing = said(() -> {
            actions();
            outcomes();
            causality();
            listedness();
        });
        List<NarrativeSentence> whole = List.of();
        // what the onsets and findings take depends on what the course tells already
        for (int room = mostWords - words(opening) - words(closing); whole.isEmpty() || words(whole) > mostWords && room > 0; room -= STEP_WORDS) {
            whole = assembled(opening, course.within(room), closing, shortForms);
        }
        return whole;
    }

    private List<NarrativeSentence> assembled(List<NarrativeSentence> opening, List<NarrativeSentence> retold, List<NarrativeSentence> closing, ShortFormsSpelledOut shortForms) {
        List<NarrativeSentence> all = new ArrayList<>(opening);
        all.addAll(said(() -> event(retold)));
        all.addAll(retold);
        all.addAll(said(() -> findings(retold)));
        all.addAll(closing);
        return shortForms.in(all);
    }

    private List<NarrativeSentence> said(Runnable telling) {
        sentences = new ArrayList<>();
        telling.run();
        return sentences;
    }

    private void introduction() {
        say("introduction", CASE, wording.slot("received", Map.of("reportType", record.reportType(), "number", record.number(), "receiptDate", record.receiptDate().toString(), "receivedHow", record.receivedHow())));
        String terms = repeated.list("reactions", "term");
        String drugs = suspectNames();
        if (terms.isEmpty() || drugs.isEmpty()) return;
        String qualification = draft.shown("reporter.qualification");
        String country = draft.shown("reporter.country");
        String reporter = qualification.isEmpty() && country.isEmpty() ? "" : wording.slot("reportedBy", Map.of("qualification", qualification.isEmpty() ? "" : " by " + Phrases.withArticle(qualification), "country", country.isEmpty() ? "" : " from " + country));
        List<String> paths = new ArrayList<>(repeated.paths("reactions", "term"));
        paths.addAll(repeated.paths("suspectDrugs", "name"));
        paths.addAll(List.of("reporter.qualification", "reporter.country"));
        tell("introduction", DERIVED, wording.slot("concerns", Map.of("terms", terms, "drugs", drugs, "reporter", reporter)), paths);
    }

    private String suspectNames() {
        return Phrases.joined(repeated.values("suspectDrugs", "name").stream().map(Phrases::plainName).toList());
    }

    private void patient() {
        String age = draft.shown("patient.age").replaceFirst("(\\d+) (year|month|week|day|decade|hour)s$", "$1-$2-old");
        String sex = draft.shown("patient.sex");
        String history = Phrases.joined(Phrases.allergiesTogether(conditions()));
        if (age.isEmpty() && sex.isEmpty()) {
            say("patient", ABSENT, wording.slot("noPatient", Map.of()));
            if (!history.isEmpty()) tell("patient", SOURCE, wording.slot("history", Map.of("history", history)), repeated.paths("patient.medicalHistory", "name"));
            return;
        }
        List<String> told = new ArrayList<>(List.of("patient.age", "patient.sex"));
        told.addAll(repeated.paths("patient.medicalHistory", "name"));
        told.addAll(repeated.paths("patient.medicalHistory", "start"));
        String withHistory = history.isEmpty() ? "" : wording.slot("withHistory", Map.of("history", history));
        String who = Phrases.withArticle((age + " " + (sex.isEmpty() ? "person" : sex)).strip());
        tell("patient", DERIVED, wording.slot("patient", Map.of("who", who, "history", withHistory)), told);
    }

    /// "asthma since 2015", "hypertension (20-year)".
    private List<String> conditions() {
        return IntStream.range(0, draft.count("patient.medicalHistory")).mapToObj(i -> "patient.medicalHistory[" + i + "].")
                .filter(item -> !draft.shown(item + "name").isEmpty()).map(item -> Phrases.withMore(draft.shown(item + "name"), draft.shown(item + "start"))).toList();
    }

    /// What else was so before, and what is not known of it.
    private void background() {
        String none = draft.shown("patient.statedNone");
        if (draft.count("patient.medicalHistory") == 0 && !none.contains("history")) say("patient", ABSENT, wording.slot("noHistory", Map.of()));
        String past = Phrases.joined(IntStream.range(0, draft.count("patient.pastReactions")).mapToObj(i -> "patient.pastReactions[" + i + "].")
                .map(item -> Phrases.withMore(draft.shown(item + "name"), draft.shown(item + "reaction"))).toList());
        List<String> pastPaths = Stream.of("name", "reaction").flatMap(id -> repeated.paths("patient.pastReactions", id).stream()).toList();
        if (!past.isEmpty()) tell("patient", DERIVED, wording.slot("pastReactions", Map.of("drugs", past)), pastPaths);
        String drugs = repeated.list("concomitantDrugs", "name");
        if (!drugs.isEmpty()) tell("concomitants", DERIVED, wording.slot("concomitants", Map.of("drugs", drugs)), repeated.paths("concomitantDrugs", "name"));
        else if (!none.contains("medicines")) say("concomitants", ABSENT, wording.slot("noConcomitants", Map.of()));
        if (!none.isEmpty()) tell("patient", DERIVED, wording.slot("statedNone", Map.of("none", none)), List.of("patient.statedNone"));
    }

    private void suspects() {
        for (int i = 0; i < draft.count("suspectDrugs"); i++) {
            String item = "suspectDrugs[" + i + "].";
            Map<String, String> values = new LinkedHashMap<>();
            boolean once = draft.shown(item + "actionTaken").equals("not applicable") && draft.shown(item + "stop").isEmpty();
            boolean vaccination = isVaccination(item + "name");
            values.put("name", (vaccination ? "the vaccine " : "") + Phrases.plainName(draft.shown(item + "name")));
            part(values, "indication", item, " for ");
            part(values, "dose", item, draft.shown(item + "dose").matches("\\d{1,2}") ? " as dose " : " at ");
            // "25 mg by mouth twice a day" says the way already
            if (draft.shown(item + "dose").contains(draft.shown(item + "route"))) values.put("route", "");
            else part(values, "route", item, ", ");
            part(values, "site", item, ", ");
            part(values, "start", item, once ? ", on " : ", from ");
            part(values, "stop", item, ", until ");
            part(values, "batch", item, ", lot ");
            if (values.values().stream().skip(1).allMatch(String::isEmpty)) {
                if (draft.count("reactions") == 0) tell("suspect drugs", DERIVED, wording.slot("suspect", values), List.of(item + "name"));
                say("suspect drugs", ABSENT, wording.slot("noDrugDetails", Map.of()));
                continue;
            }
            // "left arm" is what a form's code LA means
            tell("suspect drugs", draft.shown(item + "site").isEmpty() ? SOURCE : DERIVED, wording.slot("drug", values).replace(" for to ", " to ").replace(", from from ", ", from ").replace(", on on ", ", on ").replace(", until on ", ", until ").replace(", from for ", ", for "), Stream.of("name", "indication", "dose", "route", "site", "start", "stop", "batch").map(id -> item + id).toList());
            // a biological product is traced by its batch (GVP P.II)
            if (vaccination && draft.shown(item + "batch").isEmpty()) say("suspect drugs", ABSENT, wording.slot(draft.shown(item + "dose").isEmpty() ? "noBatchAndDose" : "noBatch", Map.of("name", Phrases.plainName(draft.shown(item + "name")))));
        }
    }

    /// Is the product named in a vaccination's box of a form?
    private boolean isVaccination(String path) {
        return draft.find(path).filter(field -> field.value() instanceof FieldValue.Stated stated && stated.citations().stream().anyMatch(cited -> VACCINE.matcher(cited.quote()).find())).isPresent();
    }

    private void part(Map<String, String> values, String id, String item, String words) {
        String value = draft.shown(item + id);
        values.put(id, value.isEmpty() ? "" : words + Phrases.withinSentence(value));
    }

    static int words(String sentence) {
        return sentence.split("(?U)\\s+").length;
    }

    private static int words(List<NarrativeSentence> sentences) {
        return sentences.stream().mapToInt(sentence -> words(sentence.sentence())).sum();
    }

    /// When the event began and what makes it serious. An onset that the course tells anyway is not told twice.
    private void event(List<NarrativeSentence> retold) {
        repeated.sameOf("reactions", "onset").forEach((onset, items) -> {
            List<String> paths = DraftItems.both("reactions", items, "term", "onset");
            NarrativeSentence.Kind kind = terms(items).equals(wording.slot("allEvents", Map.of())) ? DERIVED : SOURCE;
            if (!onset.isEmpty() && !areTold(paths, retold)) tell("course", kind, wording.slot(Phrases.isPointInTime(onset) ? "began" : "onset", Map.of("term", terms(items), "onset", Phrases.withinSentence(onset))), paths);
        });
        latency();
        repeated.sameOf("reactions", "seriousness").forEach((seriousness, items) -> {
            if (!seriousness.isEmpty()) tell("course", DERIVED, wording.slot("seriousness", Map.of("term", terms(items), "seriousness", seriousness)), DraftItems.both("reactions", items, "seriousness", "term"));
        });
    }

    /// Tests and treatments that the course does not tell: nothing of the fields is missing in the narrative.
    private void findings(List<NarrativeSentence> retold) {
        List<String> tests = new ArrayList<>();
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < draft.count("keyTests"); i++) {
            String item = "keyTests[" + i + "].";
            String value = draft.shown(item + "value");
            if (value.isEmpty() || areTold(List.of(item + "name", item + "value"), retold)) continue;
            String date = draft.shown(item + "when");
            tests.add(draft.shown(item + "name") + " " + value + (date.isEmpty() ? "" : " (" + date + ")"));
            paths.addAll(List.of(item + "name", item + "value", item + "when"));
        }
        if (!tests.isEmpty()) tell("tests", SOURCE, wording.slot("tests", Map.of("tests", String.join("; ", tests))), paths);
        List<String> drugs = IntStream.range(0, draft.count("treatmentDrugs")).mapToObj(i -> "treatmentDrugs[" + i + "].name").filter(path -> !draft.shown(path).isEmpty() && !areTold(List.of(path), retold)).toList();
        if (!drugs.isEmpty()) tell("treatment", SOURCE, wording.slot("treatments", Map.of("drugs", Phrases.joined(drugs.stream().map(draft::shown).toList()))), drugs);
    }

    private boolean areTold(List<String> paths, List<NarrativeSentence> retold) {
        return RetoldCourse.holds(retold, citations(paths));
    }

    private void actions() {
        repeated.sameOf("suspectDrugs", "actionTaken").forEach((action, items) -> {
            if (!action.isEmpty() && !action.equals("not applicable")) tell("treatment", DERIVED, wording.slotFor("action", action, Map.of("name", drugs(items), "actionTaken", action, "was", items.size() > 1 ? "were" : "was")), DraftItems.both("suspectDrugs", items, "name", "actionTaken"));
        });
        for (String challenge : List.of("dechallenge", "rechallenge")) {
            repeated.sameOf("suspectDrugs", challenge).forEach((result, items) -> {
                if (result.matches("positive|negative")) tell("treatment", DERIVED, wording.slot(challenge, Map.of("name", drugs(items), challenge, result)), DraftItems.both("suspectDrugs", items, "name", challenge));
            });
        }
    }

    private void outcomes() {
        repeated.sameOf("reactions", "outcome").forEach((outcome, items) -> {
            if (outcome.isEmpty()) say("outcome", ABSENT, wording.slot("noOutcome", Map.of("term", terms(items))));
            else tell("outcome", DERIVED, wording.slotFor("outcome", Phrases.isClause(terms(items)) ? "" : outcome, Map.of("term", terms(items), "outcome", outcome)), DraftItems.both("reactions", items, "term", "outcome"));
        });
        for (String id : List.of("deathDate", "deathCause", "autopsy")) {
            String value = draft.shown("patient." + id);
            if (!value.isEmpty()) tell("outcome", DERIVED, wording.slot(id, Map.of("value", value)), List.of("patient." + id));
        }
    }

    /// The introduction names them all: what is said of each of several is said of "the events".
    private String terms(List<Integer> items) {
        boolean named = draft.count("suspectDrugs") > 0 && items.size() > 1 && items.size() == draft.count("reactions");
        return named ? wording.slot("allEvents", Map.of()) : Phrases.joined(items.stream().map(i -> draft.shown("reactions[" + i + "].term")).toList());
    }

    private String drugs(List<Integer> items) {
        return Phrases.joined(items.stream().map(i -> Phrases.plainName(draft.shown("suspectDrugs[" + i + "].name"))).toList());
    }

    /// Days from the first dose to the onset of the first event and of those that began with it, where both days are written out.
    private void latency() {
        List<Integer> items = repeated.sameOf("reactions", "onset").getOrDefault(draft.shown("reactions[0].onset"), List.of());
        for (int d = 0; d < draft.count("suspectDrugs"); d++) {
            String item = "suspectDrugs[" + d + "].";
            String drug = Phrases.plainName(draft.shown(item + "name"));
            String slot = isVaccination(item + "name") ? "Vaccination" : "";
            Latency.days(draft.code(item + "start"), draft.code("reactions[0].onset")).ifPresent(days -> tell("course", DERIVED,
                    wording.slot((days == 0 ? "sameDay" : "latency") + slot, Map.of("days", days == 1 ? "1 day" : days + " days", "name", drug, "term", terms(items))),
                    List.of(item + "start", "reactions[0].onset")));
        }
    }

    private void causality() {
        String causality = draft.shown("reporter.causality");
        if (causality.isEmpty()) say("causality", ABSENT, wording.slot("noCausality", Map.of()));
        else tell("causality", SOURCE, wording.slot("causality", Map.of("causality", causality)), List.of("reporter.causality"));
    }

    /// What the company's own reference safety information says of the pair: no part of the reporter's words, told behind them (E2B(R3) H.4).
    private void listedness() {
        for (Finding finding : draft.findings()) {
            String[] pair = finding.title().split(" / ", 2);
            if (!finding.kind().equals("listedness") || pair.length < 2 || !(finding.citations().stream().findFirst().orElse(null) instanceof Citation.Knowledge known)) continue;
            Map<String, String> values = Map.of("drug", pair[0], "term", pair[1], "verdict", finding.answer(), "corpus", known.corpus(), "version", known.version());
            sentences.add(new NarrativeSentence("company comment", wording.slot("listedness", values), KNOWLEDGE, Origin.TEMPLATE, List.of(known), null));
        }
    }

    private void tell(String section, NarrativeSentence.Kind kind, String sentence, List<String> paths) {
        Set<Citation> citations = citations(paths);
        // "mRNA-1273" keeps its small letter
        boolean plain = sentence.length() > 1 && !Character.isUpperCase(sentence.charAt(1));
        String begun = plain ? Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) : sentence;
        if (!citations.isEmpty()) sentences.add(new NarrativeSentence(section, begun, kind, Origin.TEMPLATE, List.copyOf(citations), null));
    }

    private Set<Citation> citations(List<String> paths) {
        Set<Citation> citations = new LinkedHashSet<>();
        for (String path : paths) draft.find(path).ifPresent(field -> {
            if (field.value() instanceof FieldValue.Stated stated) citations.addAll(stated.citations());
        });
        return citations;
    }

    private void say(String section, NarrativeSentence.Kind kind, String sentence) {
        sentences.add(new NarrativeSentence(section, sentence, kind, Origin.TEMPLATE, List.of(), null));
    }
}
