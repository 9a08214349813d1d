package casewright.drafting;

import java.util.List;

/// An assessment by rule: a proposal until a person takes it.
///
/// @param kind   validity, criterion, seriousness, clock, time to onset, completeness, listedness, contradiction, question, mismatch, note
/// @param title  what is assessed
/// @param answer the proposal
/// @param rule   its source, in words
public record Finding(String kind, String title, String answer, String rule, List<Citation> citations) {

    public Finding {
        citations = List.copyOf(citations);
    }
}
