package casewright.retrieval.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RankingMeasuresTest {

    private static final Map<String, Integer> GRADES = Map.of("a", 3, "b", 2, "c", 1, "x", 0);

    @Test
    void computesNdcgAsByHand() {
        List<String> ranking = List.of("b", "x", "a", "y");

        // DCG@3 = 2/log2(2) + 0/log2(3) + 3/log2(4) = 2 + 0 + 1.5 = 3.5
        // best  = 3/log2(2) + 2/log2(3) + 1/log2(4) = 3 + 1.261860 + 0.5 = 4.761860
        assertThat(RankingMeasures.ndcgAt(3, ranking, GRADES)).isCloseTo(3.5 / 4.761860, within(1e-6));
    }

    @Test
    void computesRecallAsByHand() {
        List<String> ranking = List.of("b", "x", "a", "y", "c");

        assertThat(RankingMeasures.recallAt(3, ranking, GRADES)).isCloseTo(2.0 / 3, within(1e-9));
        assertThat(RankingMeasures.recallAt(5, ranking, GRADES)).isEqualTo(1);
    }

    @Test
    void isZeroWhereNothingIsRelevant() {
        assertThat(RankingMeasures.ndcgAt(10, List.of("a"), Map.of("a", 0))).isZero();
        assertThat(RankingMeasures.recallAt(10, List.of("a"), Map.of())).isZero();
    }
}
