package casewright.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casewright.ServiceTest;
import casewright.TestCases;
import casewright.TestPeople;
import casewright.access.Person;
import casewright.audit.Action;
import casewright.audit.AuditEntry;
import casewright.audit.AuditTrail;
import casewright.refusal.RefusedException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest
class CaseTransitionsTest {

    @Autowired
    private Cases cases;
    @Autowired
    private AuditTrail trail;
    @Autowired
    private TestPeople people;

    @Test
    void everyStatusIsInTheList() {
        List<CaseStatus> named = CaseTransitions.all().stream().flatMap(move -> Stream.of(move.from(), move.to())).distinct().toList();

        assertThat(named).containsExactlyInAnyOrder(CaseStatus.values());
    }

    @Test
    void everyMoveWritesAnEntryAndNoOtherMoveIsPossible() {
        Person officer = people.officer();
        for (CaseStatus from : CaseStatus.values()) {
            for (CaseStatus to : CaseStatus.values()) {
                long id = cases.open(TestCases.arrival(), List.of(), new Cases.Origin(officer.name(), officer.id(), from, 1, 1, null)).id();
                Action action = Action.by(officer.name(), officer.id(), "moved").because("a test");

                if (CaseTransitions.allowed(from, to)) {
                    cases.move(id, to, action);
                    AuditEntry entry = trail.ofCase(id).getLast();
                    assertThat(entry.action()).isEqualTo("moved");
                    assertThat(entry.details()).containsEntry("from", from.label()).containsEntry("to", to.label());
                } else {
                    assertThatThrownBy(() -> cases.move(id, to, action)).isInstanceOf(RefusedException.class).hasMessageContaining(from.label());
                    assertThat(trail.ofCase(id)).extracting(AuditEntry::action).containsExactly("case opened");
                }
            }
        }
    }

    @Test
    void finalStatesHaveNoWayOut() {
        assertThat(Arrays.stream(CaseStatus.values()).filter(CaseTransitions::isFinal))
                .allMatch(status -> CaseTransitions.all().stream().noneMatch(move -> move.from() == status));
    }
}
