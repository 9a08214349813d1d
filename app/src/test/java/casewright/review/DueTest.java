package casewright.review;

import static org.assertj.core.api.Assertions.assertThat;

import casewright.cases.Arrival;
import casewright.cases.CaseStatus;
import casewright.cases.ReportCase;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DueTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    @Test
    void aCaseThatIsNotReadYetIsNotToldToHaveNoClock() {
        assertThat(told(CaseStatus.RECEIVED, null)).isEqualTo("not known yet");
        assertThat(told(CaseStatus.NO_CASE_PROPOSED, null)).isEqualTo("no clock");
        assertThat(told(CaseStatus.WAITING_FOR_REVIEW, TODAY.plusDays(1))).isEqualTo("due in 1 day");
        assertThat(told(CaseStatus.WAITING_FOR_REVIEW, TODAY.minusDays(2))).isEqualTo("overdue by 2 days");
    }

    private static String told(CaseStatus status, @Nullable LocalDate due) {
        Instant opened = Instant.parse("2026-11-20T08:30:00Z");
        return Due.of(new ReportCase(1, "CW-2026-000001", status, "", 0, new ReportCase.Opened(1, "Olga Officer", opened), opened,
                new Arrival(LocalDate.of(2026, 11, 19), "e-mail", "spontaneous", "", "GB"), 1, 1, null, null, new ReportCase.Summary("", "", "", "", null, ""), due, ""), TODAY).text();
    }
}
