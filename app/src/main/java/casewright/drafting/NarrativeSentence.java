package casewright.drafting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One sentence of the narrative.
///
/// @param origin  template, model (its prose passed the checks), or template after the model's prose failed them
/// @param section of the narrative's order: introduction, patient, concomitants, suspect drugs, course, tests, treatment, outcome, causality, company comment
/// @param refused  the model's wording that this sentence stands for instead; null where the model's was taken or not asked for
public record NarrativeSentence(String section, String sentence, Kind kind, Origin origin, List<Citation> citations, DraftField.@Nullable Taken takenBy,
        @Nullable Refused refused) {

    /// A wording of the model that failed a check.
    ///
    /// @param sentence as the model wrote it; empty where its answer was no sentence
    /// @param why      plain words for the reviewer
    public record Refused(String sentence, String why) {
    }

    public NarrativeSentence(String section, String sentence, Kind kind, Origin origin, List<Citation> citations, DraftField.@Nullable Taken takenBy) {
        this(section, sentence, kind, origin, citations, takenBy, null);
    }

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
