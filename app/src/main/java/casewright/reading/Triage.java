package casewright.reading;

import java.util.List;

/// What a document is, with the words that decide.
///
/// @param reason plain words for the officer
public record Triage(Verdict verdict, String reason, List<Quote> evidence) {

    public Triage {
        evidence = List.copyOf(evidence);
    }

    public enum Verdict { CASE, SPECIAL_SITUATION, NEITHER }
}
