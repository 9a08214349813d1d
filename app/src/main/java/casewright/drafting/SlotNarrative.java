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
import java.util.stream.IntStream;

/// The narrative in the template's own wording: sentences with slots that the fields fill, and between them the source's course retold. Complete, plain,
/// true to the fields; each sentence carries the citations of what it tells. Order: the template's (ICH E2D, CIOMS V: patient, history, drugs, course in
/// time, outcome, reporter's view).
final class SlotNarrative {

    private static final String ONSET = "onset";

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
        backgrounds();
        int courseAt = sentences.size();
        latency();
        onsets();
        reactions();
        causality();
        List<NarrativeSentence> retold = retoldCourse(mostWords - sentences.stream().mapToInt(sentence -> words(sentence.sentence())).sum());
        String told = String.join(" ", retold.stream().flatMap(sentence -> sentence.citations().stream()).map(Citation::quote).toList());
        sentences.removeIf(sentence -> sentence.section().equals(ONSET) && sentence.citations().stream().allMatch(cited -> told.contains(cited.quote())));
        sentences.addAll(courseAt, retold);
        return sentences;
    }

    private void introduction() {
        say("introduction", CASE, wording.slot("received", Map.of("reportType", record.reportType(), "number", record.number(), "receiptDate", record.receiptDate().toString(), "receivedHow", record.receivedHow())));
    }

    private void patient() {
        String age = draft.shown("patient.age").replaceFirst("(\\d+) (year|month|week|day|decade|hour)s$", "$1-$2-old");
        String sex = draft.shown("patient.sex");
        if (age.isEmpty() && sex.isEmpty()) say("patient", ABSENT, "The patient's age and sex were not reported.");
        else tell("patient", DERIVED, wording.slot("patient", Map.of("age", age, "sex", sex.isEmpty() ? "person" : sex)).replaceAll("\\s+", " "), List.of("patient.age", "patient.sex", "patient.weightKg"));
    }

    private void backgrounds() {
        String none = draft.shown("patient.statedNone");
        group("patient", "history", "noHistory", "patient.medicalHistory", "history");
        group("concomitants", "concomitants", "noConcomitants", "concomitantDrugs", "drugs");
        if (!none.isEmpty()) tell("patient", DERIVED, wording.slot("statedNone", Map.of("none", none)), List.of("patient.statedNone"));
    }

    private void group(String section, String slot, String absentSlot, String group, String name) {
        String values = list(group, "name");
        if (values.isEmpty() && draft.shown("patient.statedNone").contains(absentSlot.equals("noHistory") ? "history" : "medicines")) return;
        if (values.isEmpty()) say(section, ABSENT, wording.slot(absentSlot, Map.of()));
        else tell(section, SOURCE, wording.slot(slot, Map.of(name, values)), paths(group, "name"));
    }

    private void suspects() {
        for (int i = 0; i < draft.count("suspectDrugs"); i++) {
            String item = "suspectDrugs[" + i + "].";
            Map<String, String> values = new LinkedHashMap<>();
            boolean vaccination = draft.shown(item + "actionTaken").equals("not applicable");
            values.put("name", (vaccination ? "the vaccine " : "") + plainName(draft.shown(item + "name")));
            part(values, "indication", item, " for ");
            part(values, "dose", item, draft.shown(item + "dose").matches("\\d{1,2}") ? " as dose " : " at ");
            part(values, "route", item, ", ");
            part(values, "site", item, ", ");
            part(values, "start", item, vaccination ? ", on " : ", from ");
            part(values, "stop", item, ", until ");
            part(values, "batch", item, ", lot ");
            if (values.values().stream().skip(1).allMatch(String::isEmpty)) continue;
            // "left arm" is what a form's code LA means
            tell("suspect drugs", draft.shown(item + "site").isEmpty() ? SOURCE : DERIVED, wording.slot("drug", values).replace(" for to ", " to ").replace(", from from ", ", from ").replace(", on on ", ", on ").replace(", from for ", ", for "), List.of(item + "name", item + "indication", item + "dose", item + "route", item + "site", item + "start", item + "stop", item + "batch"));
        }
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
            if (sentence.length() <= 15 || words(sentence) > left || check.fault(sentence, List.of(source)).isPresent()) continue;
            told.put(source, sentence);
            left -= words(sentence);
        }
        return told.entrySet().stream().map(entry -> new NarrativeSentence("course", entry.getValue(), SOURCE, Origin.TEMPLATE, List.of(entry.getKey()), null)).toList();
    }

    private static int words(String sentence) {
        return sentence.split("\\s+").length;
    }

    private void onsets() {
        sameOf("reactions", "onset").forEach((onset, items) -> {
            if (!onset.isEmpty()) tell(ONSET, SOURCE, wording.slot("onset", Map.of("term", terms(items), "onset", onset)), both(items, "term", "onset"));
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
