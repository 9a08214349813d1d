package casewright.retrieval.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReciprocalRankFusionTest {

    @Test
    void addsOneOverSixtyPlusRank() {
        Map<String, Double> fused = ReciprocalRankFusion.fuse(List.of(List.of("a", "b"), List.of("b", "c", "d")));

        // By hand: a 1/61; b 1/62 + 1/61; c 1/62; d 1/63.
        assertThat(fused.get("a")).isCloseTo(0.016393, within(1e-6));
        assertThat(fused.get("b")).isCloseTo(0.032522, within(1e-6));
        assertThat(fused.get("c")).isCloseTo(0.016129, within(1e-6));
        assertThat(fused.get("d")).isCloseTo(0.015873, within(1e-6));
    }
}
