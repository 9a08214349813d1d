package casewright.retrieval.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScoreFusionTest {

    @Test
    void putsScoresBetweenTheLeastAndTheGreatest() {
        assertThat(ScoreFusion.normalised(List.of(9.0, 6.0, 5.0))).containsExactly(1.0, 0.25, 0.0);
        assertThat(ScoreFusion.normalised(List.of(7.0))).containsExactly(1.0);
        assertThat(ScoreFusion.normalised(List.of())).isEmpty();
    }

    @Test
    void countsNothingBelowTheDepth() {
        List<Double> scores = IntStream.rangeClosed(1, ScoreFusion.DEPTH + 50).mapToObj(i -> 1000.0 - i).toList();

        List<Double> shares = ScoreFusion.normalised(scores);

        assertThat(shares.get(ScoreFusion.DEPTH - 2)).isPositive();
        assertThat(shares.subList(ScoreFusion.DEPTH - 1, shares.size())).isEqualTo(Collections.nCopies(51, 0.0));
    }

    @Test
    void weighsWordsAndMeaning() {
        // By hand: 0.35 * 0.5 + 0.65 * 0.8 = 0.695.
        assertThat(ScoreFusion.fuse(0.5, 0.8)).isCloseTo(0.695, within(1e-9));
    }
}
