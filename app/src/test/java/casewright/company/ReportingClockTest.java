package casewright.company;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

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

    @Test
    void noClockRunsForWhatGoesIntoThePeriodicReport() {
        assertThat(ReportingClock.earliest(List.of("US"), DAY_0, false, false)).isEmpty();
    }
}
