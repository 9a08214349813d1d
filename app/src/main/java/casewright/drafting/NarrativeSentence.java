package casewright.drafting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One sentence of the narrative.
///
/// @param origin  template, model (its prose passed the checks), or template after the model's prose failed them
/// @param section of the narrative's order: introduction, patient, concomitants, suspect drugs, course, tests, treatment, outcome, causality
public record NarrativeSentence(String section, String sentence, Kind kind, Origin origin, List<Citation> citations, DraftField.@Nullable Taken takenBy) {

    public NarrativeSentence {
        citations = List.copyOf(citations);
        if ((kind == Kind.SOURCE || kind == Kind.DERIVED || kind == Kind.KNOWLEDGE) && citations.isEmpty() && takenBy == null) {
            throw new IllegalArgumentException("A " + kind + " sentence needs a citation");
        }
    }

    /// SOURCE tells what the source says; ABSENT says that something was not reported; DERIVED follows from cited inputs; CASE is of the case's own
    /// record; KNOWLEDGE cites a passage.
    public enum Kind { SOURCE, ABSENT, DERIVED, CASE, KNOWLEDGE }

    public enum Origin { TEMPLATE, MODEL, TEMPLATE_AFTER_FAILED_CHECK, PERSON }
}
