package casewright.evidence.search;

import casewright.retrieval.Explanation;
import casewright.retrieval.MatchedWords;
import casewright.retrieval.NeighbouringPassages.Run;
import casewright.retrieval.PassageId;
import casewright.retrieval.RankedPassage;
import casewright.retrieval.TextLanguage;
import casewright.retrieval.TextSpan;
import casewright.retrieval.ranking.ScoreFusion;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A passage as the page shows it.
///
/// @param pieces the text, cut where the matched words begin and end
/// @param alike  documents that say the same, by title
/// @param first  the first of the passages that are shown as one
/// @param adjoining how many are
/// @param neighbours passages that are shown with it, as they adjoin; each with its own reasons
record Found(int rank, PassageId id, PassageId first, int adjoining, String title, @Nullable String product, String section, @Nullable LocalDate date, List<Piece> pieces, List<String> alike, List<String> neighbours, Why why) {

    record Piece(String text, boolean isMatched) {
    }

    /// Why it stands there, for a reader: by words, by meaning, both together.
    ///
    /// @param matched empty where no word of the question is in it
    record Why(List<String> matched, String byWords, String byMeaning, String together) {

        /// Measured with bge-small-en-v1.5 and bge-small-zh-v1.5, quantized.
        private static final String SCALE = "unrelated texts lie near 0.45, like ones near 0.8";
        private static final String CHINESE_SCALE = "unrelated texts lie near 0.25, like ones near 0.6";

        static Why of(Explanation explanation, boolean isChinese) {
            Explanation.WordMatch words = explanation.words();
            Explanation.MeaningMatch meaning = explanation.meaning();
            double wordShare = words == null ? 0 : words.share();
            double meaningShare = meaning == null ? 0 : meaning.share();
            return new Why(words == null ? List.of() : words.matched(),
                    words == null ? "not among the first " + ScoreFusion.DEPTH + " by words"
                            : said("rank %d by words: BM25 %.2f, which is %.2f of the way from the last to the first", words.rank(), words.score(), wordShare),
                    meaning == null ? "not among the first " + ScoreFusion.DEPTH + " by meaning"
                            : said("rank %d by meaning: nearness %.2f (%s), which is %.2f of the way from the last to the first", meaning.rank(),
                                    meaning.cosine(), isChinese ? CHINESE_SCALE : SCALE, meaningShare),
                    said("%.2f × %.2f for words + %.2f × %.2f for meaning = %.3f", ScoreFusion.WEIGHT_OF_WORDS, wordShare, 1 - ScoreFusion.WEIGHT_OF_WORDS, meaningShare,
                            ScoreFusion.fuse(wordShare, meaningShare)));
        }

        private static String said(String form, Object... values) {
            return String.format(Locale.ROOT, form, values);
        }
    }

    static Found of(int rank, Run run, MatchedWords matched, List<String> alike) {
        var passage = run.best().passage();
        List<Piece> pieces = new ArrayList<>();
        for (RankedPassage one : run.inReadingOrder()) {
            if (!pieces.isEmpty()) pieces.add(new Piece("\n", false));
            pieces.addAll(pieces(one.passage().text(), matched.spans(one.passage().text())));
        }
        List<String> neighbours = run.inReadingOrder().stream().filter(one -> one != run.best()).map(one -> neighbour(passage.id(), one)).toList();
        return new Found(rank, passage.id(), run.inReadingOrder().getFirst().passage().id(), run.inReadingOrder().size(), passage.title(), passage.product(), passage.section(), passage.date(), pieces, alike, neighbours, Why.of(run.best().explanation(), passage.language().equals(TextLanguage.CHINESE)));
    }

    private static String neighbour(PassageId best, RankedPassage one) {
        return "the passage " + (one.passage().id().number() < best.number() ? "before" : "behind") + " it in the same section, rank " + one.rank() + ": " + one.explanation().asText();
    }

    private static List<Piece> pieces(String text, List<TextSpan> matched) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        for (TextSpan span : matched) {
            if (span.start() > at) pieces.add(new Piece(text.substring(at, span.start()), false));
            pieces.add(new Piece(span.in(text), true));
            at = span.end();
        }
        if (at < text.length()) pieces.add(new Piece(text.substring(at), false));
        return List.copyOf(pieces);
    }
}
