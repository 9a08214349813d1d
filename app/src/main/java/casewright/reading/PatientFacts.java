package casewright.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What the documents say of one patient.
///
/// @param patient  by the template's field id: age, sex, weightKg, ...
/// @param reporter by the template's field id: name, qualification, ...
/// @param unanswered by the template's path: why a field is empty, where the source says so
/// @param course   what a narrative has to tell
/// @param flags    plain words for the reviewer, such as "a remark aside in a report about something else"
public record PatientFacts(Map<String, Fact> patient, List<ConditionFacts> history, List<PastReaction> pastReactions, List<DrugFacts> suspects, List<DrugFacts> concomitants, List<DrugFacts> treatments,
        List<ReactionFacts> reactions, List<TestFacts> tests, Map<String, Fact> reporter, Map<String, Unanswered> unanswered, Course course, List<String> flags) {

    public PatientFacts {
        patient = Map.copyOf(patient);
        history = List.copyOf(history);
        pastReactions = List.copyOf(pastReactions);
        suspects = List.copyOf(suspects);
        concomitants = List.copyOf(concomitants);
        treatments = List.copyOf(treatments);
        reactions = List.copyOf(reactions);
        tests = List.copyOf(tests);
        reporter = Map.copyOf(reporter);
        // a reading that was kept before there were any has none
        unanswered = unanswered == null ? Map.of() : Map.copyOf(unanswered);
        flags = List.copyOf(flags);
    }

    PatientFacts flagged(String flag) {
        List<String> more = new ArrayList<>(flags);
        more.add(flag);
        return new PatientFacts(patient, history, pastReactions, suspects, concomitants, treatments, reactions, tests, reporter, unanswered, course, more);
    }

    PatientFacts with(List<DrugFacts> allSuspects, List<ReactionFacts> allReactions) {
        return new PatientFacts(patient, history, pastReactions, allSuspects, concomitants, treatments, allReactions, tests, reporter, unanswered, course, flags);
    }

    PatientFacts with(Map<String, Unanswered> found) {
        return new PatientFacts(patient, history, pastReactions, suspects, concomitants, treatments, reactions, tests, reporter, found, course, flags);
    }
}
