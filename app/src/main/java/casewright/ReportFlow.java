package casewright;

import static casewright.cases.CaseStatus.DRAFTING;
import static casewright.cases.CaseStatus.NEEDS_ATTENTION;
import static casewright.cases.CaseStatus.NO_CASE_PROPOSED;
import static casewright.cases.CaseStatus.READING;
import static casewright.cases.CaseStatus.RECEIVED;
import static casewright.cases.CaseStatus.SPECIAL_SITUATION;
import static casewright.cases.CaseStatus.WAITING_FOR_REVIEW;

import casewright.audit.Action;
import casewright.audit.AuditTrail;
import casewright.cases.CaseJobs;
import casewright.cases.CaseStatus;
import casewright.cases.Cases;
import casewright.cases.ReportCase;
import casewright.company.Company;
import casewright.company.CompanySettings;
import casewright.drafting.CaseRecord;
import casewright.drafting.Draft;
import casewright.drafting.Drafts;
import casewright.drafting.ReportDrafter;
import casewright.evidence.Evidence;
import casewright.evidence.EvidenceFinder;
import casewright.evidence.EvidenceTrail;
import casewright.extraction.CaseTexts;
import casewright.extraction.DocumentText;
import casewright.extraction.DocumentTexts;
import casewright.intake.Documents;
import casewright.llm.ModelCall;
import casewright.llm.ModelCalls;
import casewright.reading.CaseReader;
import casewright.reading.PatientFacts;
import casewright.reading.Reading;
import casewright.reading.Readings;
import casewright.refusal.RefusedException;
import casewright.refusal.UnavailableException;
import casewright.review.DraftSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// The automatic steps in order, on one screen: read, look up, draft. Each step does its long work outside of a transaction and then stores its result
/// and moves the case in one; a crash between the two repeats the step, so nothing is lost and nothing is done twice.
@Component
class ReportFlow implements CaseJobs.Work {

    private static final Logger log = LoggerFactory.getLogger(ReportFlow.class);
    private static final int MOST_ATTEMPTS = 3;

    private final Steps steps;
    private final Stores stores;
    private final TransactionTemplate transaction;
    private final CaseJobs jobs;

    /// What does the work.
    @Component
    record Steps(CaseTexts texts, CaseReader reader, EvidenceFinder evidence, ReportDrafter drafter) {
    }

    /// Where the results go.
    @Component
    record Stores(Cases cases, Documents documents, DocumentTexts texts, Readings readings, Drafts drafts, EvidenceTrail evidence, ModelCalls modelCalls, Company company,
            AuditTrail trail) {
    }

    ReportFlow(Steps steps, Stores stores, TransactionTemplate transaction, CaseJobs jobs) {
        this.steps = steps;
        this.stores = stores;
        this.transaction = transaction;
        this.jobs = jobs;
        jobs.worker(this);
    }

    @Override
    public boolean readPages(long caseId) {
        return attempted(caseId, report -> {
            if (report.status() != RECEIVED && report.status() != READING) return false;
            pages(report);
            stores.cases().progress(caseId, "the pages are read; the facts are looked for when it is its turn");
            return false;
        });
    }

    @Override
    public boolean goOn(long caseId) {
        return attempted(caseId, report -> switch (report.status()) {
            case RECEIVED, READING -> {
                read(report);
                yield goOn(caseId);
            }
            case DRAFTING -> {
                draft(report);
                yield false;
            }
            default -> false;
        });
    }

    /// @return true when the step failed for now and should be tried again later
    private boolean attempted(long caseId, Predicate<ReportCase> step) {
        ReportCase report = stores.cases().get(caseId);
        try {
            return step.test(report);
        } catch (RefusedException e) {
            moveToAttention(caseId, e.text());
            return false;
        } catch (UnavailableException e) {
            log.warn("Case {} could not go on: {}", report.number(), e.text());
            return triedAgain(caseId, e.text());
        }
    }

    /// Read once and kept: the second time they are only fetched.
    private List<DocumentText> pages(ReportCase report) {
        if (report.status() == RECEIVED) stores.cases().move(report.id(), READING, Action.byService("reading began"));
        return steps.texts().read(report.id());
    }

    private void read(ReportCase report) {
        List<DocumentText> texts = pages(report);
        List<ModelCall> calls = new ArrayList<>();
        Reading reading = steps.reader().read(texts, calls, progress -> stores.cases().progress(report.id(), progress));
        CaseStatus next = switch (reading.triage().verdict()) {
            case CASE -> DRAFTING;
            case SPECIAL_SITUATION -> SPECIAL_SITUATION;
            case NEITHER -> NO_CASE_PROPOSED;
        };
        transaction.executeWithoutResult(_ -> {
            stores.readings().keep(report.id(), reading);
            stores.texts().usedBy(report.id());
            stores.modelCalls().keep(report.id(), calls);
            Action done = Action.byService("read").because(reading.triage().reason()).with("patients", reading.patients().size()).with("modelCalls", calls.size())
                    .with("modelCallsSha256", stores.modelCalls().sha256(report.id()));
            stores.cases().move(report.id(), next, done);
            if (next == DRAFTING) openFurtherPatients(report, reading, stores.cases().documentIds(report.id()));
        });
    }

    /// Several patients in one document: one case each, drafted from the same reading.
    private void openFurtherPatients(ReportCase report, Reading reading, List<Long> documentIds) {
        int count = reading.patients().size();
        if (count < 2 || report.patientCount() > 1) return;
        stores.cases().setPatients(report.id(), 1, count);
        for (int number = 2; number <= count; number++) {
            ReportCase further = stores.cases().open(report.arrival(), documentIds,
                    new Cases.Origin(report.opened().by(), report.opened().personId(), DRAFTING, number, count, null));
            stores.readings().keep(further.id(), reading);
            stores.texts().usedBy(further.id());
            jobs.goOn(further.id());
        }
    }

    private void draft(ReportCase report) {
        Reading reading = stores.readings().find(report.id()).orElseThrow(() -> new IllegalStateException("Case " + report.number() + " is drafted before it was read"));
        if (reading.patients().isEmpty()) {
            throw new RefusedException(RefusedException.Reason.INVALID, "Nothing was found in the document to draft a report from. Please void the case or upload a fuller document.");
        }
        PatientFacts facts = reading.patients().get(Math.min(report.patientNumber(), reading.patients().size()) - 1);
        stores.cases().progress(report.id(), "looking up what the company and the literature know");
        List<Evidence> evidence = steps.evidence().find(facts, report.arrival().reportType().equals("study"), report.arrival().receiptDate());
        stores.cases().progress(report.id(), "writing the draft");
        CompanySettings company = stores.company().settings();
        CaseRecord record = DraftSummary.recordOf(report, company);
        List<ModelCall> calls = new ArrayList<>();
        Draft draft = steps.drafter().draft(record, stores.cases().documentIds(report.id()), facts, evidence, calls);
        transaction.executeWithoutResult(_ -> {
            if (stores.drafts().findNewest(report.id()).isPresent()) throw new IllegalStateException("Case " + report.number() + " has a draft already");
            Drafts.Revision kept = stores.drafts().keep(draft, "service", "drafted");
            stores.evidence().keep(report.id(), evidence);
            stores.modelCalls().keep(report.id(), calls);
            DraftSummary.of(draft, report, company, facts.flags()).keep(stores.cases(), report.id());
            stores.cases().move(report.id(), WAITING_FOR_REVIEW, Action.byService("drafted").with("draftSha256", kept.sha256()).with("template", draft.template())
                    .with("templateSha256", draft.templateSha256()).with("evidenceQuestions", evidence.size()).with("modelCallsSha256", stores.modelCalls().sha256(report.id())));
        });
    }

    /// A step that the end of the service broke off was no attempt: the next start repeats it.
    private boolean triedAgain(long caseId, String reason) {
        if (jobs.isStopping()) return true;
        int attempts = stores.cases().failedOnce(caseId, reason + " It is tried again by itself.");
        if (attempts < MOST_ATTEMPTS) return true;
        moveToAttention(caseId, reason + " It was tried " + attempts + " times.");
        return false;
    }

    /// Called by the jobs for a failure that is our mistake, too: the case must not hang silently.
    @Override
    public void moveToAttention(long caseId, String reason) {
        if (stores.cases().get(caseId).status().isAutomatic()) stores.cases().move(caseId, NEEDS_ATTENTION, Action.byService("needs attention").because(reason));
    }
}
