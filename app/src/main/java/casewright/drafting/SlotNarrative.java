package casewright.drafting;

import static casewright.drafting.NarrativeSentence.Kind.ABSENT;
import static casewright.drafting.NarrativeSentence.Kind.CASE;
import static casewright.drafting.NarrativeSentence.Kind.DERIVED;
import static casewright.drafting.NarrativeSentence.Kind.SOURCE;

import casewright.drafting.NarrativeSentence.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// The narrative in the template's own wording: sentences with slots that the fields fill, and between them the source's course retold. Complete, plain,
/// true to the fields; each sentence carries the citations of what it tells. Order: the template's (ICH E2D, CIOMS V: patient, history, drugs, course in
/// time, outcome, reporter's view).
final class SlotNarrative {

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

    List<NarrativeSentence> sentences() {
        introduction();
        suspects();
        patient();
        retoldCourse();
        latency();
        reactions();
        causality();
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
        group("patient", "history", "noHistory", "patient.medicalHistory", "history");
        group("concomitants", "concomitants", "noConcomitants", "concomitantDrugs", "drugs");
    }

    private void group(String section, String slot, String absentSlot, String group, String name) {
        String values = list(group, "name");
        if (values.isEmpty()) say(section, ABSENT, wording.slot(absentSlot, Map.of()));
        else tell(section, SOURCE, wording.slot(slot, Map.of(name, values)), paths(group, "name"));
    }

    private void suspects() {
        for (int i = 0; i < draft.count("suspectDrugs"); i++) {
            String item = "suspectDrugs[" + i + "].";
            Map<String, String> values = new LinkedHashMap<>();
            values.put("name", draft.shown(item + "name"));
            part(values, "indication", item, " for ");
            part(values, "dose", item, draft.shown(item + "dose").matches("\\d{1,2}") ? " as dose " : " at ");
            part(values, "route", item, ", ");
            part(values, "start", item, draft.shown(item + "actionTaken").equals("not applicable") ? ", on " : ", from ");
            part(values, "stop", item, ", until ");
            part(values, "batch", item, ", lot ");
            if (values.values().stream().skip(1).allMatch(String::isEmpty)) continue;
            tell("suspect drugs", SOURCE, wording.slot("drug", values).replace(" for to ", " to ").replace(", from from ", ", from ").replace(", on on ", ", on ").replace(", from for ", ", for "), List.of(item + "name", item + "indication", item + "dose", item + "route", item + "start", item + "stop", item + "batch"));
        }
    }

    private void part(Map<String, String> values, String id, String item, String words) {
        String value = draft.shown(item + id);
        values.put(id, value.isEmpty() ? "" : words + value);
    }

    /// The source's own course, retold. What the check does not pass is left to the fields' sentences.
    private void retoldCourse() {
        for (Citation.Source source : course) {
            String told = wording.retold(source.quote());
            if (told.length() > 15 && check.fault(told, List.of(source)).isEmpty()) sentences.add(new NarrativeSentence("course", told, SOURCE, Origin.TEMPLATE, List.of(source), null));
        }
    }

    private void reactions() {
        String told = String.join(" ", course.stream().map(Citation.Source::quote).toList());
        sameOf("reactions", "onset").forEach((onset, items) -> {
            if (!onset.isEmpty() && !told.contains(onset)) tell("course", SOURCE, wording.slot("onset", Map.of("term", terms(items), "onset", onset)), both(items, "term", "onset"));
        });
        sameOf("reactions", "seriousness").forEach((seriousness, items) -> {
            if (!seriousness.isEmpty()) tell("course", DERIVED, wording.slot("seriousness", Map.of("term", terms(items), "seriousness", seriousness)), both(items, "seriousness", "term"));
        });
        sameOf("reactions", "outcome").forEach((outcome, items) -> {
            if (outcome.isEmpty()) say("outcome", ABSENT, wording.slot("noOutcome", Map.of("term", terms(items))));
            else tell("outcome", DERIVED, wording.slot("outcome", Map.of("term", terms(items), "outcome", outcome)), both(items, "term", "outcome"));
        });
        for (int i = 0; i < draft.count("suspectDrugs"); i++) {
            String item = "suspectDrugs[" + i + "].";
            Map<String, String> values = Map.of("name", draft.shown(item + "name"), "actionTaken", draft.shown(item + "actionTaken"), "dechallenge", draft.shown(item + "dechallenge"), "rechallenge", draft.shown(item + "rechallenge"));
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
            String drug = draft.shown("suspectDrugs[" + d + "].name");
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
