package casewright.review;

import casewright.access.Person;
import casewright.access.Role;
import casewright.audit.Action;
import casewright.audit.AuditTrail;
import casewright.cases.CaseStatus;
import casewright.cases.Cases;
import casewright.cases.ReportCase;
import casewright.company.Company;
import casewright.company.CompanySettings;
import casewright.drafting.Assessments;
import casewright.drafting.Draft;
import casewright.drafting.DraftField;
import casewright.drafting.Drafts;
import casewright.drafting.Finding;
import casewright.drafting.ReportDrafter;
import casewright.evidence.CitedPassages;
import casewright.evidence.Evidence;
import casewright.evidence.EvidenceTrail;
import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Corrections by people: each is the next revision with author, time and reason; what follows from the fields by rule is worked out anew.
@Component
public class Corrections {

    private static final int LONGEST_REASON_CHARS = 500;

    private final Stores stores;
    private final ReportDrafter drafter;
    private final Assessments assessments;
    private final Clock clock;

    /// What a correction reads and writes.
    @Component
    record Stores(Cases cases, Drafts drafts, EvidenceTrail evidence, CitedPassages cited, AuditTrail trail, Company company) {
    }

    Corrections(Stores stores, ReportDrafter drafter, Assessments assessments, Clock clock) {
        this.stores = stores;
        this.drafter = drafter;
        this.assessments = assessments;
        this.clock = clock;
    }

    /// @throws RefusedException when the value is not right, the person has not got the case, or somebody else was faster (conflict); nothing has changed then
    @Transactional
    public Drafts.Revision correct(long caseId, Correction correction, Person by) {
        ReportCase report = stores.cases().getLocked(caseId);
        whyNot(report, by).ifPresent(why -> {
            throw new RefusedException(Reason.NOT_ALLOWED, why);
        });
        String reason = reason(correction.reason());
        Drafts.Revision newest = stores.drafts().getNewest(caseId);
        if (newest.draft().revision() != correction.expectedRevision()) {
            throw new RefusedException(Reason.CONFLICT, "The draft was changed by " + newest.author() + " while you were writing (revision " + newest.draft().revision()
                    + " instead of " + correction.expectedRevision() + "). Your text is still in the form: compare it with the draft as it is now and save again.");
        }
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1);
        Draft next = new DraftEdit(newest.draft(), stores.drafts().find(caseId, 1).map(Drafts.Revision::draft).orElse(newest.draft()), drafter.template(), new DraftField.Taken(by.name(), now, reason), today).apply(correction.change());
        if (correction.change() instanceof Correction.ItemRemoved(String section, int item)) stores.cited().followRemoval(caseId, section, item);
        return keep(report, next, by, reason, DraftEdit.subject(correction.change()));
    }

    /// After something beside the draft changed (the day of receipt, the company's jurisdictions): findings, due date and summary anew.
    @Transactional
    void assessAnew(ReportCase report, Draft draft, Person by, String reason) {
        keep(report, new Draft(draft.caseId(), draft.revision() + 1, draft.template(), draft.templateSha256(), draft.fields(), draft.narrative(), draft.findings()), by, reason,
                "assessments");
    }

    private Drafts.Revision keep(ReportCase report, Draft next, Person by, String reason, String subject) {
        CompanySettings company = stores.company().settings();
        List<Evidence> evidence = stores.evidence().ofCase(report.id()).stream().map(EvidenceTrail.Entry::evidence).toList();
        List<Finding> findings = new ArrayList<>(assessments.anew(next, DraftSummary.recordOf(report, company), evidence));
        stores.drafts().find(report.id(), 1).ifPresent(first -> findings.addAll(Told.outdated(first.draft(), next)));
        Draft assessed = new Draft(next.caseId(), next.revision(), next.template(), next.templateSha256(), next.fields(), next.narrative(), findings);
        Drafts.Revision kept = stores.drafts().keep(assessed, by.name(), reason);
        DraftSummary.of(assessed, report, company, report.summary().flagList()).keep(stores.cases(), report.id());
        stores.trail().record(Action.by(by.name(), by.id(), "corrected").onCase(report.id()).because(reason).with("what", subject)
                .with("revision", next.revision()).with("draftSha256", kept.sha256()));
        return kept;
    }

    /// Why this person cannot correct the case now, in words to be shown; empty when the person can.
    public static Optional<String> whyNot(ReportCase report, Person person) {
        if (!report.status().isEditable() || report.status() == CaseStatus.SPECIAL_SITUATION) {
            return Optional.of("The case is \"" + report.status().label() + "\" and cannot be changed.");
        }
        if (person.is(Role.OFFICER)) {
            if (report.status() == CaseStatus.IN_REVIEW) return Optional.of("A reviewer has the case now.");
            return report.opened().personId() == person.id() ? Optional.empty() : Optional.of("An officer corrects only cases that he or she opened.");
        }
        if (!person.is(Role.REVIEWER)) return Optional.of("Only the reviewer who has the case corrects it.");
        if (report.status() != CaseStatus.IN_REVIEW) return Optional.of("Take the case first: only the reviewer who has it corrects it.");
        return report.isTakenBy(person.id()) ? Optional.empty() : Optional.of("Another reviewer has the case.");
    }

    static String reason(String raw) {
        String reason = raw.replaceAll("\\s+", " ").strip();
        if (reason.isEmpty()) throw new RefusedException(Reason.INVALID, "Please give a reason: the trail keeps it. Nothing was changed.");
        if (reason.length() > LONGEST_REASON_CHARS) throw new RefusedException(Reason.INVALID, "The reason has at most " + LONGEST_REASON_CHARS + " characters. Nothing was changed.");
        return reason;
    }
}
