package casewright.evidence;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A question put to a corpus and what came back: one line of the retrieval trail.
///
/// @param purpose listedness (private corpora), literature, class effect, interaction (public ones)
/// @param subject the drug and the reaction it was asked for; of an interaction the two drugs
/// @param hits    best first
/// @param answer  the sentence that decides, found in a used hit; empty: nothing found in that version
/// @param search  what was searched, so that it can be repeated; null in entries from before it was kept
public record Evidence(String question, String purpose, Subject subject, Corpus corpus, List<Hit> hits, Optional<Answer> answer, @Nullable Search search) {

    public Evidence {
        hits = List.copyOf(hits);
    }

    /// Whether it says something: a question aside from the pair itself does only when it was answered. No bean's name, as it is not kept.
    public boolean tells() {
        return answer.isPresent() || !purpose.equals(FurtherQuestions.CLASS_EFFECT) && !purpose.equals(FurtherQuestions.INTERACTION);
    }

    public record Subject(String drug, String reaction) {
    }

    /// @param products  filters by product, one search each; empty: one search of all
    /// @param documents to which the hits are held; empty: all
    /// @param limit     of each search
    /// @param index     what the index said of itself: the hash of its content and its embedder
    /// @param ranking   as in [casewright.retrieval.PassageIndex#ranking]
    public record Search(String words, List<String> products, List<String> documents, int limit, Index index, String ranking) {

        public Search {
            products = List.copyOf(products);
            documents = List.copyOf(documents);
        }

        public record Index(String contentSha256, String embedder) {
        }
    }

    /// @param isPrivate the company's own knowledge; never mixed with public knowledge in one list
    /// @param basis     why this version was asked; empty in older entries
    public record Corpus(String name, String version, boolean isPrivate, String basis) {

        public Corpus {
            basis = Objects.requireNonNullElse(basis, "");
        }
    }

    /// @param rank        in the search; behind its last one for a passage that was found by reading the whole document
    /// @param passage     its id within the corpus
    /// @param explanation why it was shown, for a person to read
    /// @param used        whether the draft relies on it
    public record Hit(int rank, String passage, String title, String section, String text, double score, String explanation, boolean used) {
    }

    /// @param documentType what the passage's document is: core data sheet, label, brochure, other
    /// @param verdict      what the reaction is by that document: listed, expected, labelled in US, mentioned; older entries have none, theirs follows from the type
    public record Answer(String passage, String title, String documentType, String sentence, String verdict) {

        public Answer {
            verdict = Objects.requireNonNullElseGet(verdict, () -> DocumentType.labelled(documentType).verdict(""));
        }
    }
}
