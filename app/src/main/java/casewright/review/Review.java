package casewright.review;

import casewright.access.Person;
import casewright.access.Role;
import casewright.access.Signature;
import casewright.access.Signatures;
import casewright.access.Signing;
import casewright.audit.Action;
import casewright.cases.CaseStatus;
import casewright.cases.Cases;
import casewright.cases.ReportCase;
import casewright.drafting.Drafts;
import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// The reviewer's part: take, release, return, sign.
@Component
public class Review {

    static final List<String> MEANINGS = List.of("I checked this report against its sources and am responsible for its content.",
            "I checked this report against its sources; open questions are noted in it.");

    private final Cases cases;
    private final Drafts drafts;
    private final Signatures signatures;
    private final Signing signing;
    private final TransactionTemplate transaction;

    Review(Cases cases, Drafts drafts, Signatures signatures, Signing signing, TransactionTemplate transaction) {
        this.cases = cases;
        this.drafts = drafts;
        this.signatures = signatures;
        this.signing = signing;
        this.transaction = transaction;
    }

    /// @throws RefusedException (conflict) when somebody else was faster
    @Transactional
    public void take(long caseId, Person person) {
        ReportCase report = cases.getLocked(caseId);
        if (report.status() == CaseStatus.IN_REVIEW) {
            String who = report.isTakenBy(person.id()) ? "You have" : (report.takenBy() == null ? "Another reviewer" : report.takenBy().by()) + " has";
            throw new RefusedException(Reason.CONFLICT, who + " the case already.");
        }
        if (report.opened().personId() == person.id()) throw new RefusedException(Reason.NOT_ALLOWED, "You opened this case: another person has to review it.");
        cases.take(caseId, person, Action.by(person.name(), person.id(), "taken"));
    }

    @Transactional
    public void release(long caseId, Person person) {
        refuseUnlessHad(cases.getLocked(caseId), person);
        cases.move(caseId, CaseStatus.WAITING_FOR_REVIEW, Action.by(person.name(), person.id(), "released"));
        cases.release(caseId);
    }

    /// Gives the case back with what is to be done: by the reviewer who has it, or, when it is signed, by another reviewer. Signatures given stay in the record.
    @Transactional
    public void giveBack(long caseId, Person person, String why) {
        String reason = Corrections.reason(why);
        ReportCase report = cases.getLocked(caseId);
        if (report.status() == CaseStatus.SIGNED) {
            List<Signature> given = signatures.ofCase(caseId);
            if (!given.isEmpty() && given.getLast().personId() == person.id()) throw new RefusedException(Reason.NOT_ALLOWED, "You signed this case: another reviewer decides on it now.");
        } else {
            refuseUnlessHad(report, person);
        }
        cases.move(caseId, CaseStatus.RETURNED, Action.by(person.name(), person.id(), "returned").because(reason));
        cases.release(caseId);
    }

    /// Signs the newest revision.
    ///
    /// @param expectedRevision the revision that the person read; another one is refused (conflict)
    public void sign(long caseId, Person person, String password, String meaning, int expectedRevision) {
        refuseUnlessHad(cases.get(caseId), person);
        signing.confirm(person, password, meaning, caseId);
        transaction.executeWithoutResult(_ -> {
            ReportCase report = cases.getLocked(caseId);
            refuseUnlessHad(report, person);
            Drafts.Revision newest = drafts.getNewest(caseId);
            if (newest.draft().revision() != expectedRevision) {
                throw new RefusedException(Reason.CONFLICT, "The draft was changed in the meantime; nothing was signed. Please read revision " + newest.draft().revision() + " first.");
            }
            cases.move(caseId, CaseStatus.SIGNED, Action.by(person.name(), person.id(), "signed").with("meaning", meaning.strip()).with("printedName", person.name())
                    .with("draftSha256", newest.sha256()).with("revision", newest.draft().revision()));
            cases.release(caseId);
            signing.sign(new Signing.Content(caseId, newest.draft().revision(), newest.sha256()), person, meaning);
        });
    }

    private static void refuseUnlessHad(ReportCase report, Person person) {
        if (!person.is(Role.REVIEWER)) throw new RefusedException(Reason.NOT_ALLOWED, "Only a reviewer does this.");
        if (report.status() != CaseStatus.IN_REVIEW) {
            throw new RefusedException(Reason.CONFLICT, "The case is \"" + report.status().label() + "\", not in review. Please reload the page to see what happened to it.");
        }
        if (!report.isTakenBy(person.id())) throw new RefusedException(Reason.NOT_ALLOWED, "Another reviewer has the case.");
    }
}
