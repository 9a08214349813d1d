package casewright.cases;

import static org.assertj.core.api.Assertions.assertThat;

import casewright.audit.AuditTrail;
import casewright.database.TestDatabase;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CasesTest {

    private Cases cases;

    @BeforeEach
    void open() {
        TestDatabase database = TestDatabase.fresh();
        cases = new Cases(database.sql(), new AuditTrail(database.sql(), Clock.systemUTC()), Clock.systemUTC());
    }

    private ReportCase opened(CaseStatus status) {
        return cases.open(new Arrival(LocalDate.of(2025, 3, 4), "post", "spontaneous", "", "DE"), List.of(), new Cases.Origin("Olga", 7, status, 1, 1, null));
    }

    @Test
    void numbersCasesByTheirIdsWithoutGaps() {
        List<ReportCase> three = IntStream.range(0, 3).mapToObj(_ -> opened(CaseStatus.RECEIVED)).toList();

        assertThat(three).extracting(ReportCase::id).containsExactly(1L, 2L, 3L);
        assertThat(three).extracting(ReportCase::number).allMatch(number -> number.matches("CW-\\d{4}-00000[123]"));
        assertThat(three).allMatch(report -> report.number().endsWith("-%06d".formatted(report.id())));
    }
}
