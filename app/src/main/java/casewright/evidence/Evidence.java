package casewright.evidence;

import java.util.List;
import java.util.Optional;

/// A question put to a corpus and what came back: one line of the retrieval trail.
///
/// @param purpose listedness (private corpora), literature (public ones)
/// @param subject the drug and the reaction it was asked for
/// @param hits    best first
/// @param answer  the sentence that decides, found in a used hit; empty: nothing found in that version
public record Evidence(String question, String purpose, Subject subject, Corpus corpus, List<Hit> hits, Optional<Answer> answer) {

    public Evidence {
        hits = List.copyOf(hits);
    }

    public record Subject(String drug, String reaction) {
    }

    /// @param isPrivate the company's own knowledge; never mixed with public knowledge in one list
    public record Corpus(String name, String version, boolean isPrivate) {
    }

    /// @param passage     its id within the corpus
    /// @param explanation why it was shown, for a person to read
    /// @param used        whether the draft relies on it
    public record Hit(int rank, String passage, String title, String section, String text, double score, String explanation, boolean used) {
    }

    /// @param documentType what the passage's document is: core data sheet, label, brochure, other
    public record Answer(String passage, String title, String documentType, String sentence) {
    }
}
