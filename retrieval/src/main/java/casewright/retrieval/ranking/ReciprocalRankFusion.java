package casewright.retrieval.ranking;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Makes one ranking of several by places, not by scores, so that BM25 and cosines need no common scale.
///
/// Source: Cormack, Clarke, Buettcher (2009), "Reciprocal rank fusion outperforms Condorcet and individual rank learning methods", SIGIR:
/// score(d) = sum over rankings of 1 / (k + rank of d), k = 60.
public final class ReciprocalRankFusion {

    /// Cormack et al. 2009, section 2: fixed there in a pilot study and used since.
    public static final int K = 60;

    private ReciprocalRankFusion() {}

    /// What a place in one ranking adds to the fused score.
    ///
    /// @param rank from 1
    public static double share(int rank) {
        return 1.0 / (K + rank);
    }

    /// The fused score of everything that any ranking holds; each ranking is ordered best first and holds nothing twice.
    public static <T> Map<T, Double> fuse(List<List<T>> rankings) {
        Map<T, Double> scores = new HashMap<>();
        for (List<T> ranking : rankings) {
            for (int i = 0; i < ranking.size(); i++) {
                scores.merge(ranking.get(i), share(i + 1), Double::sum);
            }
        }
        return scores;
    }
}
