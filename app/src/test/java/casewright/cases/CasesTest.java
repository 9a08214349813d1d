package casewright.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casewright.audit.Action;
import casewright.audit.AuditEntry;
import casewright.audit.AuditTrail;
import casewright.database.TestDatabase;
import casewright.refusal.RefusedException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CasesTest {

    private AuditTrail trail;
    private Cases cases;

    @BeforeEach
    void open() {
        TestDatabase database = TestDatabase.fresh();
        trail = new AuditTrail(database.sql(), Clock.systemUTC());
        cases = new Cases(database.sql(), trail, Clock.systemUTC());
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

    @Test
    void movesAlongEveryAllowedLineAndWritesIt() {
        for (CaseTransitions.Move move : CaseTransitions.all()) {
            ReportCase report = opened(move.from());

            ReportCase moved = cases.move(report.id(), move.to(), Action.byService("moved"));

            AuditEntry written = trail.ofCase(report.id()).getLast();
            assertThat(moved.status()).isEqualTo(move.to());
            assertThat(written.details()).containsEntry("from", move.from().label()).containsEntry("to", move.to().label());
        }
        assertThat(trail.verify().firstFault()).isEmpty();
    }

    @Test
    void refusesEveryOtherMoveAndWritesNothing() {
        for (CaseStatus from : CaseStatus.values()) {
            ReportCase report = opened(from);
            for (CaseStatus to : CaseStatus.values()) {
                if (CaseTransitions.allowed(from, to)) continue;
                assertThatThrownBy(() -> cases.move(report.id(), to, Action.byService("moved"))).isInstanceOf(RefusedException.class).hasMessageContaining(from.label());
            }
            assertThat(cases.get(report.id()).status()).isEqualTo(from);
            assertThat(trail.ofCase(report.id())).hasSize(1);
        }
    }

    @Test
    void namesEveryStatusInTheMoves() {
        assertThat(CaseTransitions.all()).flatExtracting(CaseTransitions.Move::from, CaseTransitions.Move::to).contains((Object[]) CaseStatus.values());
        assertThat(CaseTransitions.all()).noneMatch(move -> CaseTransitions.isFinal(move.from()));
    }
}
