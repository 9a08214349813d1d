package casewright.retrieval.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// Measures of one ranked answer against the judged documents of its query; averages over queries are the caller's.
public final class RankingMeasures {

    private RankingMeasures() {}

    /// The share of the relevant documents (grade above 0) among the first k.
    ///
    /// Source: Manning, Raghavan, Schuetze (2008), "Introduction to Information Retrieval", section 8.4.
    ///
    /// @param ranking document ids, best first, none twice
    /// @return 0 to 1; 0 when nothing is relevant
    public static double recallAt(int k, List<String> ranking, Map<String, Integer> grades) {
        long relevant = grades.values().stream().filter(grade -> grade > 0).count();
        if (relevant == 0) {
            return 0;
        }
        long found = ranking.stream().limit(k).filter(id -> grades.getOrDefault(id, 0) > 0).count();
        return (double) found / relevant;
    }

    /// Normalized discounted cumulative gain: DCG@k = sum of grade(i) / log2(i + 1) for i = 1..k, divided by that of the best possible order.
    ///
    /// Source: Jarvelin, Kekalainen (2002), "Cumulated gain-based evaluation of IR techniques", ACM TOIS 20(4), with the discount log2(i + 1) and
    /// the plain grade as gain, as trec_eval's ndcg_cut and therefore BEIR compute it.
    ///
    /// @param ranking document ids, best first, none twice
    /// @return 0 to 1; 0 when nothing is relevant
    public static double ndcgAt(int k, List<String> ranking, Map<String, Integer> grades) {
        double best = gain(k, grades.values().stream().sorted(Comparator.reverseOrder()).toList());
        return best == 0 ? 0 : gain(k, ranking.stream().map(id -> grades.getOrDefault(id, 0)).toList()) / best;
    }

    private static double gain(int k, List<Integer> grades) {
        double sum = 0;
        for (int i = 1; i <= Math.min(k, grades.size()); i++) {
            sum += grades.get(i - 1) * Math.log(2) / Math.log(i + 1);
        }
        return sum;
    }
}
