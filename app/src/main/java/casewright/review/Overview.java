package casewright.review;

import casewright.drafting.Draft;
import casewright.drafting.DraftField;
import casewright.drafting.FieldValue;
import casewright.drafting.NarrativeSentence;

/// What of a draft asks for a reviewer's eye, as numbers on the workbench's tabs.
///
/// @param toCheck        fields that are unclear or not sure, and that nobody has taken
/// @param taken          fields that a person stands for
/// @param refused        sentences in whose place the model's wording failed a check
/// @param contradictions of the source with itself
/// @param mismatches     between fields and narrative
public record Overview(long stated, long notStated, long unclear, long toCheck, long taken, long refused, long contradictions, long mismatches, long questions) {

    public static Overview of(Draft draft) {
        return new Overview(count(draft, FieldValue.Stated.class), count(draft, FieldValue.NotStated.class), count(draft, FieldValue.Unclear.class),
                draft.fields().stream().filter(field -> field.takenBy() == null && isDoubtful(field)).count(), draft.fields().stream().filter(field -> field.takenBy() != null).count(),
                draft.narrative().stream().filter(sentence -> sentence.takenBy() == null && sentence.origin() == NarrativeSentence.Origin.TEMPLATE_AFTER_FAILED_CHECK).count(),
                findings(draft, "contradiction"), findings(draft, "mismatch"), findings(draft, "question"));
    }

    private static boolean isDoubtful(DraftField field) {
        return switch (field.value()) {
            case FieldValue.Stated stated -> !stated.assurance().sure();
            case FieldValue.NotStated _ -> false;
            case FieldValue.Unclear _ -> true;
        };
    }

    private static long count(Draft draft, Class<? extends FieldValue> state) {
        return draft.fields().stream().map(DraftField::value).filter(state::isInstance).count();
    }

    private static long findings(Draft draft, String kind) {
        return draft.findings().stream().filter(finding -> finding.kind().equals(kind)).count();
    }
}
