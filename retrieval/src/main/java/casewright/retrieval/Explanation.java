package casewright.retrieval;

import casewright.retrieval.ranking.ScoreFusion;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// Why a passage stands where it stands.
///
/// @param words   null when the passage was not among the candidates of the word ranking, or that ranking was not asked
/// @param meaning null when the passage was not among the candidates of the vector ranking, or that ranking was not asked
public record Explanation(@Nullable WordMatch words, @Nullable MeaningMatch meaning) {

    /// @param rank     from 1, in the BM25 ranking alone
    /// @param score    BM25
    /// @param share    the score brought to 0 to 1, see [ScoreFusion#normalised]
    /// @param question its words
    /// @param searched the text of the passage, its title, heading and product
    public record WordMatch(int rank, double score, double share, MatchedWords question, String searched) {

        /// The words of the passage, its title, heading and product that the query has too, as written, each once, in reading order. Found when asked for: most
        /// passages of a ranking are shown to nobody.
        public List<String> matched() {
            return question.in(searched);
        }
    }

    /// @param rank   from 1, in the vector ranking alone
    /// @param share  the cosine brought to 0 to 1, see [ScoreFusion#normalised]
    /// @param cosine -1 to 1, to the question moved towards the passages that fit best; bge-small puts unrelated texts near 0.45 and related ones near 0.8, so it is no probability
    public record MeaningMatch(int rank, double cosine, double share) {}

    public Explanation {
        if (words == null && meaning == null) {
            throw new IllegalArgumentException("A passage that no ranking found has no explanation.");
        }
    }

    double score() {
        return ScoreFusion.fuse(words == null ? 0 : words.share, meaning == null ? 0 : meaning.share);
    }

    /// One sentence for people.
    public String asText() {
        StringJoiner parts = new StringJoiner("; ", "", ".");
        if (words != null) {
            parts.add(String.format(
                    Locale.ROOT, "rank %d by words (BM25 %.2f: %s)", words.rank, words.score, String.join(", ", words.matched())));
        }
        if (meaning != null) {
            parts.add(String.format(Locale.ROOT, "rank %d by meaning (cosine %.3f)", meaning.rank, meaning.cosine));
        }
        parts.add(String.format(
                Locale.ROOT,
                "together %.2f x %.2f + %.2f x %.2f = %.3f",
                ScoreFusion.WEIGHT_OF_WORDS,
                words == null ? 0 : words.share,
                1 - ScoreFusion.WEIGHT_OF_WORDS,
                meaning == null ? 0 : meaning.share,
                score()));
        String text = parts.toString();
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
