package casewright.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChoicesTest {

    @Test
    void sumsTheSpellingsAndMakesTheSumOne() {
        // by hand: blamed .3 + .1 = .4, taken .4, "t" begins two and "no" none; .4 / .8 = .5
        Map<String, Double> found = Choices.probabilities(List.of("blamed", "treatment", "taken"), List.of(
                Map.entry("bl", Math.log(.3)), Map.entry(" Blamed", Math.log(.1)), Map.entry("taken", Math.log(.4)), Map.entry("t", Math.log(.1)), Map.entry("no", Math.log(.1))));

        assertThat(found.get("blamed")).isCloseTo(.5, within(1e-12));
        assertThat(found.get("taken")).isCloseTo(.5, within(1e-12));
        assertThat(found.get("treatment")).isZero();
    }

    @Test
    void findsNothingWhereNoTokenBeginsAChoice() {
        assertThat(Choices.probabilities(List.of("yes", "no"), List.of(Map.entry("maybe", 0.0), Map.entry(" ", 0.0)))).isEmpty();
    }
}
