package casewright.retrieval.ranking;

import java.util.ArrayList;
import java.util.List;

/// Makes one score of two: that by words and that by meaning, each brought to 0 to 1 and weighed.
///
/// Source: Bruch, Gai, Ingber (2023), "An analysis of fusion functions for hybrid retrieval", ACM TOIS 42(1): a convex combination of scores that are
/// normalised by least and greatest ranks better than reciprocal ranks do.
public final class ScoreFusion {

    /// Chosen on SciFact and MED, see benchmarks/retrieval.md.
    public static final double WEIGHT_OF_WORDS = 0.35;

    /// How far down each ranking scores count; a score there or below is 0.
    public static final int DEPTH = 300;

    private ScoreFusion() {}

    /// The scores of a ranking, best first, as 0 to 1.
    public static List<Double> normalised(List<Double> scores) {
        List<Double> shares = new ArrayList<>();
        if (scores.isEmpty()) {
            return shares;
        }
        double best = scores.getFirst();
        double least = scores.get(Math.min(DEPTH, scores.size()) - 1);
        for (double score : scores) {
            shares.add(best == least ? 1 : Math.max(0, (score - least) / (best - least)));
        }
        return shares;
    }

    /// @param words   0 to 1, 0 also when the passage was not found by words
    /// @param meaning likewise
    public static double fuse(double words, double meaning) {
        return WEIGHT_OF_WORDS * words + (1 - WEIGHT_OF_WORDS) * meaning;
    }
}
