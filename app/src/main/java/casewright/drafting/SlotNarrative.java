package casewright.drafting;

import static casewright.drafting.NarrativeSentence.Kind.ABSENT;
import static casewright.drafting.NarrativeSentence.Kind.CASE;
import static casewright.drafting.NarrativeSentence.Kind.SOURCE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The narrative in the template's own wording: sentences with slots that the fields fill. Plain, complete and true to the fields; each carries the
/// citations of the fields it tells.
final class SlotNarrative {

    private final Draft draft;
    private final CaseRecord record;
    private final List<NarrativeSentence> sentences = new ArrayList<>();

    SlotNarrative(Draft draft, CaseRecord record) {
        this.draft = draft;
        this.record = record;
    }

    List<NarrativeSentence> sentences() {
        introduction();
        patient();
        suspects();
        course();
        return sentences;
    }

    private void introduction() {
        say("introduction", CASE, "Case " + record.number() + " (" + record.reportType() + " report) was received on " + record.receiptDate() + ".");
        String drugs = list("suspectDrugs", "name");
        String reactions = list("reactions", "term");
        if (!drugs.isEmpty() && !reactions.isEmpty()) tell("introduction", "It concerns " + reactions + " in a patient who received " + drugs + ".", paths("suspectDrugs", "name"), paths("reactions", "term"));
    }

    private void patient() {
        String age = draft.shown("patient.age");
        String sex = draft.shown("patient.sex");
        if (age.isEmpty() && sex.isEmpty()) say("patient", ABSENT, "The patient's age and sex were not reported.");
        else tell("patient", "The patient was a " + (age.isEmpty() ? "" : age + " old ") + (sex.isEmpty() ? "person of unreported sex" : sex) + ".", List.of("patient.age", "patient.sex"));
        String history = list("patient.medicalHistory", "name");
        if (history.isEmpty()) say("patient", ABSENT, "No medical history was reported.");
        else tell("patient", "The medical history included " + history + ".", paths("patient.medicalHistory", "name"));
        String concomitants = list("concomitantDrugs", "name");
        if (concomitants.isEmpty()) say("concomitants", ABSENT, "No concomitant drugs were reported.");
        else tell("concomitants", "Concomitant drugs were " + concomitants + ".", paths("concomitantDrugs", "name"));
    }

    private void suspects() {
        for (int i = 0; i < draft.count("suspectDrugs"); i++) {
            String item = "suspectDrugs[" + i + "].";
            String name = draft.shown(item + "name");
            StringBuilder told = new StringBuilder("The patient received " + name);
            List<String> used = new ArrayList<>(List.of(item + "name"));
            append(told, used, item + "dose", " at a dose of ");
            append(told, used, item + "route", " by the route ");
            append(told, used, item + "indication", " for ");
            append(told, used, item + "start", ", started ");
            append(told, used, item + "stop", ", stopped ");
            tell("suspect drugs", told + ".", used);
        }
    }

    private void course() {
        for (int i = 0; i < draft.count("reactions"); i++) {
            String item = "reactions[" + i + "].";
            String onset = draft.shown(item + "onset");
            if (!onset.isEmpty()) tell("course", "The onset of " + draft.shown(item + "term") + " was told as " + onset + ".", List.of(item + "term", item + "onset"));
            String outcome = draft.shown(item + "outcome");
            if (outcome.isEmpty()) say("outcome", ABSENT, "The outcome of " + draft.shown(item + "term") + " was not reported.");
            else tell("outcome", "The outcome of " + draft.shown(item + "term") + " was " + outcome + ".", List.of(item + "term", item + "outcome"));
        }
    }

    private void append(StringBuilder told, List<String> used, String path, String words) {
        String value = draft.shown(path);
        if (value.isEmpty()) return;
        told.append(words).append(value);
        used.add(path);
    }

    private String list(String group, String id) {
        List<String> values = IntStream.range(0, draft.count(group)).mapToObj(i -> draft.shown(group + "[" + i + "]." + id)).filter(value -> !value.isEmpty()).toList();
        if (values.size() < 2) return String.join("", values);
        return String.join(", ", values.subList(0, values.size() - 1)) + " and " + values.getLast();
    }

    private List<String> paths(String group, String id) {
        return IntStream.range(0, draft.count(group)).mapToObj(i -> group + "[" + i + "]." + id).collect(Collectors.toList());
    }

    @SafeVarargs
    private void tell(String section, String sentence, List<String>... paths) {
        Set<Citation> citations = new LinkedHashSet<>();
        Arrays.stream(paths).flatMap(List::stream).forEach(path -> draft.find(path).ifPresent(field -> {
            if (field.value() instanceof FieldValue.Stated stated) citations.addAll(stated.citations());
        }));
        if (!citations.isEmpty()) sentences.add(new NarrativeSentence(section, sentence, SOURCE, NarrativeSentence.Origin.TEMPLATE, List.copyOf(citations), null));
    }

    private void say(String section, NarrativeSentence.Kind kind, String sentence) {
        sentences.add(new NarrativeSentence(section, sentence, kind, NarrativeSentence.Origin.TEMPLATE, List.of(), null));
    }
}
