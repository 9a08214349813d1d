package casewright.review;

import static org.assertj.core.api.Assertions.assertThat;

import casewright.cases.Arrival;
import casewright.cases.CaseStatus;
import casewright.cases.ReportCase;
import casewright.company.CompanySettings;
import casewright.company.ReportingClock;
import casewright.drafting.Draft;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DraftSummaryTest {

    @Test
    void aDocumentThatNobodyUnderstoodIsNotCalledNotSeriousAndItsClockRunsAsIfItWere() {
        Instant opened = Instant.parse("2026-11-20T08:30:00Z");
        LocalDate day0 = LocalDate.of(2026, 11, 19);
        ReportCase report = new ReportCase(1, "CW-2026-000001", CaseStatus.DRAFTING, "", 0, new ReportCase.Opened(1, "Olga Officer", opened), opened,
                new Arrival(day0, "e-mail", "spontaneous", "", "CN"), 1, 1, null, null, new ReportCase.Summary("", "", "", "", null, ""), null, "");
        Draft nothing = new Draft(1, 1, "icsr-v1", "", List.of(), List.of(), List.of());

        DraftSummary summary = DraftSummary.of(nothing, report, CompanySettings.unset(), List.of("Chinese: not read in full"));

        assertThat(summary.summary().serious()).isNull();
        assertThat(summary.due()).isPresent().isEqualTo(ReportingClock.earliest(List.of("EU"), day0, true, false));
        assertThat(summary.summary().flagList()).containsExactly("Chinese: not read in full");
    }
}
