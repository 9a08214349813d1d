package casewright.drafting;

import static casewright.drafting.NarrativeSentence.Kind.ABSENT;
import static casewright.drafting.NarrativeSentence.Kind.CASE;
import static casewright.drafting.NarrativeSentence.Kind.DERIVED;
import static casewright.drafting.NarrativeSentence.Kind.SOURCE;

import casewright.drafting.NarrativeSentence.Origin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The narrative in the template's own wording: sentences with slots that the fields fill, and between them the source's course retold. Complete, plain,
/// true to the fields; each sentence carries the citations of what it tells. Order: the template's (ICH E2D, CIOMS V: patient, history, drugs, course in
/// time, outcome, reporter's view).
final class SlotNarrative {

    private static final Pattern VACCINE = Pattern.compile("^(?:vax|vaccin|immuni[sz])\\w*", Pattern.CASE_INSENSITIVE);

    private final Draft draft;
    private final CaseRecord record;
    private final Wording wording;
    private final List<Citation.Source> course;
    private final NarrativeCheck check;
    private final List<NarrativeSentence> sentences = new ArrayList<>();

    SlotNarrative(Draft draft, CaseRecord record, Wording wording, List<Citation.Source> course, NarrativeCheck check) {
        this.draft = draft;
        this.record = record;
        this.wording = wording;
        this.course = course;
        this.check = check;
    }

    /// @param mostWords of the whole narrative: as much of the course is told as the sentences of the fields leave room for
    List<NarrativeSentence> sentences(int mostWords) {
        introduction();
        patient();
        suspects();
        background();
        int courseAt = sentences.size();
        latency();
        int onsetsAt = sentences.size();
        onsets();
        List<NarrativeSentence> onsets = List.copyOf(sentences.subList(onsetsAt, sentences.size()));
        reactions();
        causality();
        List<NarrativeSentence> retold = retoldCourse(mostWords - sentences.stream().mapToInt(sentence -> words(sentence.sentence())).sum());
        String told = String.join(" ", retold.stream().flatMap(sentence -> sentence.citations().stream()).map(Citation::quote).toList());
        sentences.removeIf(sentence -> onsets.contains(sentence) && sentence.citations().stream().allMatch(cited -> told.contains(cited.quote())));
        sentences.addAll(courseAt, retold);
        return sentences;
    }

    private void introduction() {
        say("introduction", CASE, wording.slot("received", Map.of("reportType", record.reportType(), "number", record.number(), "receiptDate", record.receiptDate().toString(), "receivedHow", record.receivedHow())));
    }

    private void patient() {
        String age = draft.shown("patient.age").replaceFirst("(\\d+) (year|month|week|day|decade|hour)s$", "$1-$2-old");
        String sex = draft.shown("patient.sex");
        String history = list("patient.medicalHistory", "name");
        if (age.isEmpty() && sex.isEmpty()) {
            say("patient", ABSENT, wording.slot("noPatient", Map.of()));
            if (!history.isEmpty()) tell("patient", SOURCE, wording.slot("history", Map.of("history", history)), paths("patient.medicalHistory", "name"));
            return;
        }
        List<String> told = new ArrayList<>(List.of("patient.age", "patient.sex"));
        told.addAll(paths("patient.medicalHistory", "name"));
        String withHistory = history.isEmpty() ? "" : wording.slot("withHistory", Map.of("history", history));
        tell("patient", DERIVED, wording.slot("patient", Map.of("age", age, "sex", sex.isEmpty() ? "person" : sex, "history", withHistory)).replaceAll("\\s+", " "), told);
    }

    /// What else was so before, and what is not known of it.
    private void background() {
        String none = draft.shown("patient.statedNone");
        if (draft.count("patient.medicalHistory") == 0 && !none.contains("history")) say("patient", ABSENT, wording.slot("noHistory", Map.of()));
        String drugs = list("concomitantDrugs", "name");
        if (!drugs.isEmpty()) tell("concomitants", SOURCE, wording.slot("concomitants", Map.of("drugs", drugs)), paths("concomitantDrugs", "name"));
        else if (!none.contains("medicines")) say("concomitants", ABSENT, wording.slot("noConcomitants", Map.of()));
        if (!none.isEmpty()) tell("patient", DERIVED, wording.slot("statedNone", Map.of("none", none)), List.of("patient.statedNone"));
    }

    private void suspects() {
        for (int i = 0; i < draft.count("suspectDrugs"); i++) {
            String item = "suspectDrugs[" + i + "].";
            Map<String, String> values = new LinkedHashMap<>();
            boolean once = draft.shown(item + "actionTaken").equals("not applicable");
            boolean vaccination = isVaccination(item + "name");
            values.put("name", (vaccination ? "the vaccine " : "") + plainName(draft.shown(item + "name")));
            part(values, "indication", item, " for ");
            part(values, "dose", item, draft.shown(item + "dose").matches("\\d{1,2}") ? " as dose " : " at ");
            part(values, "route", item, ", ");
            part(values, "site", item, ", ");
            part(values, "start", item, once ? ", on " : ", from ");
            part(values, "stop", item, ", until ");
            part(values, "batch", item, ", lot ");
            if (values.values().stream().skip(1).allMatch(String::isEmpty)) {
                tell("suspect drugs", DERIVED, wording.slot("suspect", values), List.of(item + "name"));
                continue;
            }
            // "left arm" is what a form's code LA means
            tell("suspect drugs", draft.shown(item + "site").isEmpty() ? SOURCE : DERIVED, wording.slot("drug", values).replace(" for to ", " to ").replace(", from from ", ", from ").replace(", on on ", ", on ").replace(", from for ", ", for "), List.of(item + "name", item + "indication", item + "dose", item + "route", item + "site", item + "start", item + "stop", item + "batch"));
            // a biological product is traced by its batch (GVP P.II)
            if (vaccination && draft.shown(item + "batch").isEmpty()) say("suspect drugs", ABSENT, wording.slot("noBatch", Map.of("name", plainName(draft.shown(item + "name")))));
        }
    }

    /// Is the product named in a vaccination's box of a form?
    private boolean isVaccination(String path) {
        return draft.find(path).filter(field -> field.value() instanceof FieldValue.Stated stated && stated.citations().stream().anyMatch(cited -> VACCINE.matcher(cited.quote()).find())).isPresent();
    }

    /// "COVID19 (COVID19 (MODERNA))", as registers print it, says its first word twice.
    private static String plainName(String name) {
        return name.replaceFirst("^(.+?) \\(\\1 \\((.+)\\)\\)$", "$1 ($2)");
    }

    private void part(Map<String, String> values, String id, String item, String words) {
        String value = draft.shown(item + id);
        values.put(id, value.isEmpty() ? "" : words + value);
    }

    /// The source's own course, retold: the weightiest sentences that there is room for, in the order of the source. What the check does not pass is left
    /// to the fields' sentences.
    private List<NarrativeSentence> retoldCourse(int room) {
        Map<Citation.Source, String> told = new TreeMap<>(Comparator.comparingLong(Citation.Source::documentId).thenComparingInt(Citation.Source::page).thenComparingInt(Citation.Source::start));
        int left = room;
        for (Citation.Source source : course) {
            String sentence = wording.retold(source.quote());
            boolean quoted = source.quote().equals(draft.shown("reporter.causality"));
            if (quoted || sentence.length() <= 15 || words(sentence) > left || check.fault(sentence, List.of(source)).isPresent()) continue;
            told.put(source, sentence);
            left -= words(sentence);
        }
        return told.entrySet().stream().map(entry -> new NarrativeSentence("course", entry.getValue(), SOURCE, Origin.TEMPLATE, List.of(entry.getKey()), null)).toList();
    }

    static int words(String sentence) {
        return sentence.split("(?U)\\s+").length;
    }

    private void onsets() {
        sameOf("reactions", "onset").forEach((onset, items) -> {
            if (!onset.isEmpty()) tell("course", SOURCE, wording.slot("onset", Map.of("term", terms(items), "onset", onset)), both(items, "term", "onset"));
        });
    }

    private void reactions() {
        sameOf("reactions", "seriousness").forEach((seriousness, items) -> {
            if (!seriousness.isEmpty()) tell("course", DERIVED, wording.slot("seriousness", Map.of("term", terms(items), "seriousness", seriousness)), both(items, "seriousness", "term"));
        });
        sameOf("reactions", "outcome").forEach((outcome, items) -> {
            if (outcome.isEmpty()) say("outcome", ABSENT, wording.slot("noOutcome", Map.of("term", terms(items))));
            else tell("outcome", DERIVED, wording.slot("outcome", Map.of("term", terms(items), "outcome", outcome)), both(items, "term", "outcome"));
        });
        for (String id : List.of("deathDate", "deathCause", "autopsy")) {
            String value = draft.shown("patient." + id);
            if (!value.isEmpty()) tell("outcome", DERIVED, wording.slot(id, Map.of("value", value)), List.of("patient." + id));
        }
        for (int i = 0; i < draft.count("suspectDrugs"); i++) {
            String item = "suspectDrugs[" + i + "].";
            Map<String, String> values = Map.of("name", plainName(draft.shown(item + "name")), "actionTaken", draft.shown(item + "actionTaken"), "dechallenge", draft.shown(item + "dechallenge"), "rechallenge", draft.shown(item + "rechallenge"));
            if (!draft.shown(item + "actionTaken").isEmpty() && !draft.shown(item + "actionTaken").equals("not applicable")) tell("treatment", DERIVED, wording.slot("action", values), List.of(item + "name", item + "actionTaken"));
            if (draft.shown(item + "dechallenge").matches("positive|negative")) tell("outcome", DERIVED, wording.slot("dechallenge", values), List.of(item + "dechallenge"));
            if (draft.shown(item + "rechallenge").matches("positive|negative")) tell("outcome", DERIVED, wording.slot("rechallenge", values), List.of(item + "rechallenge"));
        }
    }

    /// Items of a group by the value they share: value -> indices.
    private Map<String, List<Integer>> sameOf(String group, String id) {
        Map<String, List<Integer>> same = new LinkedHashMap<>();
        for (int i = 0; i < draft.count(group); i++) same.computeIfAbsent(draft.shown(group + "[" + i + "]." + id), _ -> new ArrayList<>()).add(i);
        return same;
    }

    private String terms(List<Integer> items) {
        return joined(items.stream().map(i -> draft.shown("reactions[" + i + "].term")).toList());
    }

    private static List<String> both(List<Integer> items, String first, String second) {
        return items.stream().flatMap(i -> java.util.stream.Stream.of("reactions[" + i + "]." + first, "reactions[" + i + "]." + second)).toList();
    }

    /// Days from the first dose to the onset, where both days are written out.
    private void latency() {
        for (int d = 0; d < draft.count("suspectDrugs"); d++) {
            String start = "suspectDrugs[" + d + "].start";
            String drug = plainName(draft.shown("suspectDrugs[" + d + "].name"));
            int at = d;
            Latency.days(draft.code(start), draft.code("reactions[0].onset")).ifPresent(days -> tell("course", DERIVED,
                    wording.slot(days == 0 ? "sameDay" : "latency", Map.of("days", days == 1 ? "1 day" : days + " days", "name", drug, "term", draft.shown("reactions[0].term"))),
                    List.of("suspectDrugs[" + at + "].start", "reactions[0].onset")));
        }
    }

    private void causality() {
        String causality = draft.shown("reporter.causality");
        if (causality.isEmpty()) say("causality", ABSENT, wording.slot("noCausality", Map.of()));
        else tell("causality", SOURCE, wording.slot("causality", Map.of("causality", causality)), List.of("reporter.causality"));
    }

    private String list(String group, String id) {
        List<String> values = IntStream.range(0, draft.count(group)).mapToObj(i -> draft.shown(group + "[" + i + "]." + id)).filter(value -> !value.isEmpty()).toList();
        return joined(values);
    }

    private static String joined(List<String> values) {
        if (values.size() < 2) return String.join("", values);
        return String.join(", ", values.subList(0, values.size() - 1)) + " and " + values.getLast();
    }

    private List<String> paths(String group, String id) {
        return IntStream.range(0, draft.count(group)).mapToObj(i -> group + "[" + i + "]." + id).toList();
    }

    private void tell(String section, NarrativeSentence.Kind kind, String sentence, List<String> paths) {
        Set<Citation> citations = new LinkedHashSet<>();
        for (String path : paths) {
            draft.find(path).ifPresent(field -> {
                if (field.value() instanceof FieldValue.Stated stated) citations.addAll(stated.citations());
            });
        }
        // "mRNA-1273" keeps its small letter
        boolean plain = sentence.length() > 1 && !Character.isUpperCase(sentence.charAt(1));
        String begun = plain ? Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1) : sentence;
        if (!citations.isEmpty()) sentences.add(new NarrativeSentence(section, begun, kind, Origin.TEMPLATE, List.copyOf(citations), null));
    }

    private void say(String section, NarrativeSentence.Kind kind, String sentence) {
        sentences.add(new NarrativeSentence(section, sentence, kind, Origin.TEMPLATE, List.of(), null));
    }
}
