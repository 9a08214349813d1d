package casewright.approval;

import casewright.access.Person;
import casewright.access.Role;
import casewright.access.Signature;
import casewright.access.Signatures;
import casewright.access.Signing;
import casewright.audit.Action;
import casewright.audit.AuditEntry;
import casewright.audit.AuditTrail;
import casewright.cases.CaseStatus;
import casewright.cases.Cases;
import casewright.cases.ReportCase;
import casewright.company.Company;
import casewright.drafting.Assessments;
import casewright.drafting.Draft;
import casewright.drafting.Drafts;
import casewright.drafting.Finding;
import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The second signature. Opened by A, signed by B, approved by C: C has neither opened nor changed the case nor signed it before.
@Component
public class Approvals {

    static final List<String> MEANINGS = List.of("I approve this report: its content may leave the company as reported.",
            "I approve this report in the place of the responsible person.");

    /// Whoever did only these has not changed the case; an action that is not named here counts as a change.
    private static final Set<String> LOOKING_ON = Set.of("case opened for reading", "document opened", "taken", "released", "returned", "signature refused");

    private final Stores stores;
    private final Signing signing;
    private final TransactionTemplate transaction;

    /// What an approval rests on.
    @Component
    record Stores(Cases cases, Drafts drafts, Signatures signatures, AuditTrail trail, Company company) {
    }

    Approvals(Stores stores, Signing signing, TransactionTemplate transaction) {
        this.stores = stores;
        this.signing = signing;
        this.transaction = transaction;
    }

    /// Approves a signed case; from then on nothing changes it. A follow-up takes the place of the case that it follows.
    ///
    /// @throws RefusedException when somebody else has to do it, the password is wrong, or the case is not reportable yet; nothing has changed then
    public void approve(long caseId, Person person, String password, String meaning) {
        whyNot(stores.cases().get(caseId), person).ifPresent(why -> {
            throw new RefusedException(Reason.NOT_ALLOWED, why);
        });
        signing.confirm(person, password, meaning, caseId);
        transaction.executeWithoutResult(_ -> {
            ReportCase report = stores.cases().getLocked(caseId);
            whyNot(report, person).ifPresent(why -> {
                throw new RefusedException(Reason.NOT_ALLOWED, why);
            });
            Drafts.Revision newest = stores.drafts().getNewest(caseId);
            refuseWhenIncomplete(newest.draft());
            if (!bySigner(caseId).filter(signature -> isOf(newest, signature)).isPresent()) {
                throw new IllegalStateException("Case " + report.number() + " is signed, but its content is not the one that was signed");
            }
            Action action = Action.by(person.name(), person.id(), "approved").with("meaning", meaning.strip()).with("printedName", person.name())
                    .with("draftSha256", newest.sha256()).with("revision", newest.draft().revision());
            stores.cases().move(caseId, CaseStatus.APPROVED, action);
            signing.sign(new Signing.Content(caseId, newest.draft().revision(), newest.sha256()), person, meaning);
            supersede(report);
        });
    }

    private void supersede(ReportCase followUp) {
        Optional.ofNullable(followUp.followsCaseId()).map(stores.cases()::get).filter(earlier -> earlier.status() == CaseStatus.APPROVED).ifPresent(earlier ->
                stores.cases().move(earlier.id(), CaseStatus.SUPERSEDED, Action.byService("superseded").because("The follow-up " + followUp.number() + " was approved.")));
    }

    /// Why this person cannot approve the case now, in words to be shown; empty when nothing stands against it but perhaps its content.
    public Optional<String> whyNot(ReportCase report, Person person) {
        if (!person.is(Role.REVIEWER)) return Optional.of("Only a reviewer approves a case.");
        if (report.status() != CaseStatus.SIGNED) return Optional.of("The case is \"" + report.status().label() + "\"; only a signed case can be approved.");
        if (report.opened().personId() == person.id()) return Optional.of("You opened this case: another reviewer has to approve it.");
        if (bySigner(report.id()).map(Signature::personId).filter(signer -> signer == person.id()).isPresent()) {
            return Optional.of("You signed this case: another reviewer has to approve it.");
        }
        if (hasChanged(report.id(), person)) return Optional.of("You changed this case: a reviewer who did not has to approve it.");
        return Optional.empty();
    }

    private boolean hasChanged(long caseId, Person person) {
        return stores.trail().ofCase(caseId).stream().filter(entry -> entry.actorId() != null && entry.actorId() == person.id()).map(AuditEntry::action)
                .anyMatch(action -> !LOOKING_ON.contains(action) && !action.contains("export"));
    }

    /// GVP VI.B.2: without its four minimum criteria a case is not valid for submission; it is kept and followed up.
    private static void refuseWhenIncomplete(Draft draft) {
        List<String> missing = Assessments.missingCriteria(draft);
        if (missing.isEmpty()) return;
        String questions = draft.findings().stream().filter(finding -> finding.kind().equals("question")).map(Finding::answer).limit(8).collect(Collectors.joining(" "));
        throw new RefusedException(Reason.INVALID, "The case cannot be approved as reportable: it lacks " + String.join(", ", missing) + ". Please return it with these questions to the reporter: " + questions);
    }

    /// The report, after its signatures were checked against its content.
    ///
    /// @throws RefusedException (not allowed) when the case is not approved
    /// @throws IllegalStateException when what is stored is not what was signed
    public ApprovedReport approved(long caseId) {
        ReportCase report = stores.cases().get(caseId);
        if (report.status() != CaseStatus.APPROVED && report.status() != CaseStatus.SUPERSEDED) {
            throw new RefusedException(Reason.NOT_ALLOWED, "Case " + report.number() + " is \"" + report.status().label() + "\", not approved: only a watermarked draft can be exported.");
        }
        Drafts.Revision newest = stores.drafts().getNewest(caseId);
        List<Signature> all = stores.signatures().ofCase(caseId);
        List<Signature> both = all.subList(Math.max(0, all.size() - 2), all.size());
        if (both.size() != 2 || both.getFirst().personId() == both.getLast().personId() || !both.stream().allMatch(signature -> isOf(newest, signature))) {
            throw new IllegalStateException("The signatures of case " + report.number() + " do not belong to its content");
        }
        return new ApprovedReport(report, newest.draft(), newest.sha256(), both, stores.company().settings());
    }

    private static boolean isOf(Drafts.Revision revision, Signature signature) {
        return signature.revision() == revision.draft().revision() && signature.contentSha256().equals(revision.sha256());
    }

    /// A signed case's newest signature is the reviewer's.
    private Optional<Signature> bySigner(long caseId) {
        List<Signature> all = stores.signatures().ofCase(caseId);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.getLast());
    }
}
