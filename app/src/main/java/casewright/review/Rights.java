package casewright.review;

import static casewright.cases.CaseStatus.*;

import casewright.access.Person;
import casewright.access.Role;
import casewright.access.Signature;
import casewright.cases.CaseStatus;
import casewright.cases.CaseTransitions;
import casewright.cases.ReportCase;
import java.util.List;

/// What a person is offered for a case. The services behind the buttons check for themselves; this only spares people buttons that would refuse.
public record Rights(boolean take, boolean release, boolean correct, boolean giveBack, boolean sign, boolean approve, boolean voidCase, boolean arrival,
        boolean confirmNoCase, boolean overturnNoCase, boolean retry, boolean duplicate, boolean followUp) {

    static Rights of(ReportCase report, Person person, List<Signature> signatures) {
        boolean officer = person.is(Role.OFFICER);
        boolean reviewer = person.is(Role.REVIEWER);
        boolean mine = reviewer && report.status() == IN_REVIEW && report.isTakenBy(person.id());
        boolean notOpener = report.opened().personId() != person.id();
        CaseStatus status = report.status();
        boolean hasSignedLast = !signatures.isEmpty() && signatures.getLast().personId() == person.id();
        return new Rights(
                reviewer && notOpener && (status == WAITING_FOR_REVIEW || status == RETURNED),
                mine,
                Corrections.whyNot(report, person).isEmpty(),
                mine || reviewer && status == SIGNED,
                mine && notOpener,
                reviewer && notOpener && status == SIGNED && !hasSignedLast,
                officer && CaseTransitions.allowed(status, VOIDED),
                officer && status != SIGNED && status != APPROVED && !CaseTransitions.isFinal(status),
                officer && CaseTransitions.allowed(status, NO_CASE_CONFIRMED),
                officer && CaseTransitions.allowed(status, DRAFTING) && status != READING,
                officer && status == NEEDS_ATTENTION,
                (mine || status == WAITING_FOR_REVIEW && (officer || reviewer)) && CaseTransitions.allowed(status, DUPLICATE),
                officer && status == APPROVED);
    }
}
