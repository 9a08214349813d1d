package casewright.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casewright.ServiceTest;
import casewright.TestCases;
import casewright.TestPeople;
import casewright.access.Person;
import casewright.access.Signature;
import casewright.audit.AuditEntry;
import casewright.audit.AuditTrail;
import casewright.cases.CaseStatus;
import casewright.cases.Cases;
import casewright.cases.ReportCase;
import casewright.drafting.Drafts;
import casewright.refusal.RefusedException;
import casewright.review.Correction;
import casewright.review.Corrections;
import casewright.review.Review;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ServiceTest
class ApprovalsTest {

    private static final String MEANING = "I approve this report.";

    @Autowired
    private Approvals approvals;
    @Autowired
    private Review review;
    @Autowired
    private Corrections corrections;
    @Autowired
    private Cases cases;
    @Autowired
    private Drafts drafts;
    @Autowired
    private AuditTrail trail;
    @Autowired
    private JdbcClient sql;
    @Autowired
    private TestPeople people;
    @Autowired
    private TestCases testCases;

    private long signed(ReportCase report) {
        Person reviewer = people.reviewer();
        review.take(report.id(), reviewer);
        review.sign(report.id(), reviewer, people.password(reviewer), "I checked it.", 1);
        return report.id();
    }

    private void approve(long id, Person person) {
        approvals.approve(id, person, people.password(person), MEANING);
    }

    @Test
    void aReportIsSignedByOneAndApprovedByAnother() {
        long id = signed(testCases.drafted(people.officer()));

        approve(id, people.secondReviewer());

        ApprovedReport approved = approvals.approved(id);
        assertThat(approved.report().status()).isEqualTo(CaseStatus.APPROVED);
        assertThat(approved.signatures()).extracting(Signature::printedName).containsExactly("Rita Reviewer", "Rolf Reviewer");
        assertThat(approved.signatures()).allSatisfy(signature -> {
            assertThat(signature.contentSha256()).isEqualTo(approved.draftSha256());
            assertThat(signature.zone()).isEqualTo("Europe/Berlin");
            assertThat(trail.ofCase(id)).extracting(AuditEntry::hash).contains(signature.trailHash());
        });
        assertThat(trail.verify().firstFault()).isEmpty();
    }

    @Test
    void nobodyApprovesWhatHeOrSheSignedOpenedOrChanged() {
        long id = signed(testCases.drafted(people.officer()));
        assertThatThrownBy(() -> approve(id, people.reviewer())).hasMessageContaining("You signed this case");
        assertThatThrownBy(() -> approve(id, people.officer())).hasMessageContaining("Only a reviewer");

        ReportCase changed = testCases.drafted(people.officer());
        review.take(changed.id(), people.secondReviewer());
        corrections.correct(changed.id(), new Correction(new Correction.FieldIs("patient.age", "55 years"), "A test", 1), people.secondReviewer());
        review.release(changed.id(), people.secondReviewer());
        review.take(changed.id(), people.reviewer());
        review.sign(changed.id(), people.reviewer(), people.password(people.reviewer()), "I checked it.", 2);
        assertThatThrownBy(() -> approve(changed.id(), people.secondReviewer())).hasMessageContaining("You changed this case");

        ReportCase opened = testCases.drafted(people.secondReviewer());
        signed(opened);
        assertThatThrownBy(() -> approve(opened.id(), people.secondReviewer())).hasMessageContaining("You opened this case");
    }

    @Test
    void aWrongPasswordSignsNothingAndIsRecorded() {
        long id = signed(testCases.drafted(people.officer()));

        assertThatThrownBy(() -> approvals.approve(id, people.secondReviewer(), "wrong", MEANING)).isInstanceOf(RefusedException.class).hasMessageContaining("password");

        assertThat(cases.get(id).status()).isEqualTo(CaseStatus.SIGNED);
        assertThat(trail.ofCase(id).getLast().action()).isEqualTo("signature refused");
        approve(id, people.secondReviewer());
    }

    @Test
    void aCaseWithoutItsFourCriteriaIsRefusedWithTheQuestions() {
        long id = signed(testCases.drafted(people.officer(), null, false));

        assertThatThrownBy(() -> approve(id, people.secondReviewer())).isInstanceOf(RefusedException.class).hasMessageContaining("an identifiable reporter");

        assertThat(cases.get(id).status()).isEqualTo(CaseStatus.SIGNED);
    }

    @Test
    void nothingChangesAfterTheApproval() {
        long id = signed(testCases.drafted(people.officer()));
        approve(id, people.secondReviewer());

        for (Person person : new Person[] {people.officer(), people.reviewer(), people.secondReviewer()}) {
            assertThatThrownBy(() -> corrections.correct(id, new Correction(new Correction.FieldIs("patient.age", "55 years"), "A test", 1), person)).hasMessageContaining("cannot be changed");
        }
        assertThatThrownBy(() -> review.take(id, people.reviewer())).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> review.giveBack(id, people.secondReviewer(), "A test")).isInstanceOf(RefusedException.class);
        assertThat(drafts.all(id)).hasSize(1);
    }

    @Test
    void theSecondReviewerReturnsASignedCaseAndItIsSignedAgain() {
        long id = signed(testCases.drafted(people.officer()));
        assertThatThrownBy(() -> review.giveBack(id, people.reviewer(), "Oh no")).hasMessageContaining("You signed");

        review.giveBack(id, people.secondReviewer(), "The dose is doubtful");
        assertThat(cases.get(id).status()).isEqualTo(CaseStatus.RETURNED);
        review.take(id, people.reviewer());
        corrections.correct(id, new Correction(new Correction.FieldIs("suspectDrugs[0].dose", "50 mg daily"), "A test", 1), people.reviewer());
        assertThatThrownBy(() -> review.sign(id, people.reviewer(), people.password(people.reviewer()), "I checked it.", 1)).hasMessageContaining("changed in the meantime");
        review.sign(id, people.reviewer(), people.password(people.reviewer()), "I checked it.", 2);
        approve(id, people.secondReviewer());

        assertThat(approvals.approved(id).signatures()).allMatch(signature -> signature.revision() == 2).hasSize(2);
    }

    @Test
    void anApprovedFollowUpSupersedesTheEarlierCase() {
        long first = signed(testCases.drafted(people.officer()));
        approve(first, people.secondReviewer());
        ReportCase followUp = testCases.drafted(people.officer(), cases.get(first), true);
        assertThat(cases.get(followUp.id()).summary().flagList()).contains("follow-up");

        approve(signed(followUp), people.secondReviewer());

        assertThat(cases.get(first).status()).isEqualTo(CaseStatus.SUPERSEDED);
        assertThat(approvals.approved(first).signatures()).hasSize(2);
    }

    @Test
    void aForgedSignatureIsNotedWhenTheReportIsRead() {
        long id = signed(testCases.drafted(people.officer()));
        approve(id, people.secondReviewer());
        sql.sql("alter table signature disable trigger all").update();
        try {
            sql.sql("update signature set content_sha256 = repeat('0', 64) where case_id = :id").param("id", id).update();
        } finally {
            sql.sql("alter table signature enable trigger all").update();
        }

        assertThatThrownBy(() -> approvals.approved(id)).isInstanceOf(IllegalStateException.class).hasMessageContaining("do not belong to its content");
    }

    @Test
    void onlyAnApprovedCaseGivesAnApprovedReport() {
        long id = signed(testCases.drafted(people.officer()));

        assertThatThrownBy(() -> approvals.approved(id)).isInstanceOf(RefusedException.class).hasMessageContaining("not approved");
    }
}
