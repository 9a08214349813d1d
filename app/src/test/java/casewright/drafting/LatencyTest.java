package casewright.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LatencyTest {

    @Test
    void countsWholeDays() {
        assertThat(Latency.days("2021-03-04", "2021-03-18")).contains(14L);
        assertThat(Latency.days("2021-03-04", "2021-03-04")).contains(0L);
    }

    @Test
    void saysNothingWhereADayIsMissingOrTheOnsetLiesBefore() {
        assertThat(Latency.days("2021-03", "2021-03-18")).isEmpty();
        assertThat(Latency.days("2021-03-18", "2021-03-04")).isEmpty();
    }
}
