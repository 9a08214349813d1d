package casewright.review;

import casewright.access.Person;
import casewright.access.Role;
import casewright.audit.Action;
import casewright.cases.Arrival;
import casewright.cases.CaseJobs;
import casewright.cases.CaseStatus;
import casewright.cases.CaseTransitions;
import casewright.cases.Cases;
import casewright.cases.ReportCase;
import casewright.drafting.Draft;
import casewright.drafting.Drafts;
import casewright.drafting.NarrativeSentence;
import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a person decides about a case besides its content: is it one, is it here twice, was it uploaded by mistake, how did it arrive.
@Component
public class Decisions {

    private static final Set<CaseStatus> ARRIVAL_LOCKED = Set.of(CaseStatus.SIGNED, CaseStatus.APPROVED);

    private final Cases cases;
    private final Drafts drafts;
    private final Corrections corrections;
    private final CaseJobs jobs;

    Decisions(Cases cases, Drafts drafts, Corrections corrections, CaseJobs jobs) {
        this.cases = cases;
        this.drafts = drafts;
        this.corrections = corrections;
        this.jobs = jobs;
    }

    @Transactional
    public void confirmNoCase(long caseId, Person person, String reason) {
        cases.move(caseId, CaseStatus.NO_CASE_CONFIRMED, action(person, "no case confirmed", reason));
    }

    /// The case is drafted after all.
    @Transactional
    public void overturnNoCase(long caseId, Person person, String reason) {
        cases.move(caseId, CaseStatus.DRAFTING, action(person, "no case overturned", reason));
        jobs.goOn(caseId);
    }

    @Transactional
    public void tryAgain(long caseId, Person person) {
        cases.move(caseId, CaseStatus.RECEIVED, Action.by(person.name(), person.id(), "tried again"));
        jobs.goOn(caseId);
    }

    /// Uploaded by mistake: kept, out of the queue.
    @Transactional
    public void voidCase(long caseId, Person person, String reason) {
        cases.move(caseId, CaseStatus.VOIDED, action(person, "voided", reason));
    }

    /// @param number of the case that stays
    @Transactional
    public void markDuplicate(long caseId, Person person, String number, String reason) {
        ReportCase report = cases.getLocked(caseId);
        ReportCase other = cases.findByNumber(number.strip()).filter(found -> found.id() != caseId)
                .orElseThrow(() -> new RefusedException(Reason.INVALID, "There is no other case with that number. Please give the number of the case that stays."));
        if (report.status() == CaseStatus.IN_REVIEW && !report.isTakenBy(person.id())) throw new RefusedException(Reason.NOT_ALLOWED, "A reviewer has the case; only he or she can mark it now.");
        cases.move(caseId, CaseStatus.DUPLICATE, action(person, "marked as duplicate", reason).with("duplicateOf", other.number()));
        cases.release(caseId);
    }

    /// How the document arrived; the due date follows the day of receipt.
    @Transactional
    public void correctArrival(long caseId, Arrival arrival, Person person, String why) {
        if (!person.is(Role.OFFICER)) throw new RefusedException(Reason.NOT_ALLOWED, "An officer corrects how a document arrived.");
        String reason = Corrections.reason(why);
        ReportCase before = cases.getLocked(caseId);
        if (ARRIVAL_LOCKED.contains(before.status()) || CaseTransitions.isFinal(before.status())) {
            throw new RefusedException(Reason.CONFLICT, "The case is \"" + before.status().label() + "\": how it arrived cannot be changed any more.");
        }
        cases.correctArrival(caseId, arrival, action(person, "arrival corrected", reason));
        Optional<Drafts.Revision> newest = drafts.findNewest(caseId);
        newest.ifPresent(revision -> corrections.assessAnew(cases.get(caseId), retold(revision.draft(), before.arrival(), arrival), person, reason));
    }

    /// The narrative's sentences of the case's own record tell the day of receipt, the report type and how it came.
    private static Draft retold(Draft draft, Arrival before, Arrival after) {
        List<NarrativeSentence> sentences = draft.narrative().stream().map(sentence -> sentence.kind() != NarrativeSentence.Kind.CASE ? sentence
                : new NarrativeSentence(sentence.section(), sentence.sentence().replace(before.receiptDate().toString(), after.receiptDate().toString())
                        .replace(before.reportType(), after.reportType()).replace("(" + before.receivedHow() + ")", "(" + after.receivedHow() + ")"), sentence.kind(), sentence.origin(), sentence.citations(), sentence.takenBy(), sentence.refused())).toList();
        return new Draft(draft.caseId(), draft.revision(), draft.template(), draft.templateSha256(), draft.fields(), sentences, draft.findings());
    }

    private static Action action(Person person, String name, String reason) {
        return Action.by(person.name(), person.id(), name).because(Corrections.reason(reason));
    }
}
