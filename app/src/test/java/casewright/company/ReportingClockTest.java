package casewright.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportingClockTest {

    private static final LocalDate DAY_0 = LocalDate.of(2026, 3, 1);

    @Test
    void countsCalendarDaysFromDayZero() {
        assertThat(ReportingClock.earliest(List.of("EU"), DAY_0, true, false)).get().extracting(ReportingClock.Due::date).isEqualTo(LocalDate.of(2026, 3, 16));
        assertThat(ReportingClock.earliest(List.of("EU"), DAY_0, false, false)).get().extracting(ReportingClock.Due::date).isEqualTo(LocalDate.of(2026, 5, 30));
    }

    @Test
    void theStrictestJurisdictionDecides() {
        assertThat(ReportingClock.earliest(List.of("EU", "CN"), DAY_0, false, false)).get().extracting(ReportingClock.Due::date).isEqualTo(LocalDate.of(2026, 3, 31));
        assertThat(ReportingClock.earliest(List.of("EU", "CN"), DAY_0, true, true)).get().extracting(ReportingClock.Due::date).isEqualTo(DAY_0);
    }

    @ParameterizedTest
    @CsvSource({"EU, false, false, 2026-05-30", "EU, true, false, 2026-03-16", "EU, true, true, 2026-03-16", "UK, false, false, 2026-05-30", "UK, true, false, 2026-03-16", "UK, true, true, 2026-03-16",
            "US, true, false, 2026-03-16", "US, true, true, 2026-03-16", "CN, false, false, 2026-03-31", "CN, true, false, 2026-03-16", "CN, true, true, 2026-03-01"})
    void eachJurisdictionHasItsDays(String code, boolean serious, boolean death, LocalDate due) {
        assertThat(ReportingClock.valueOf(code).due(DAY_0, serious, death)).get().extracting(ReportingClock.Due::date).isEqualTo(due);
    }

    @Test
    void noClockRunsForWhatGoesIntoThePeriodicReport() {
        assertThat(ReportingClock.earliest(List.of("US"), DAY_0, false, false)).isEmpty();
    }
}
