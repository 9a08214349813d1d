package casewright.review;

import casewright.access.Person;
import casewright.audit.Action;
import casewright.audit.AuditTrail;
import casewright.cases.CaseStatus;
import casewright.cases.Cases;
import casewright.cases.ReportCase;
import casewright.drafting.Drafts;
import casewright.evidence.CitedPassages;
import casewright.evidence.CitedPassages.Cited;
import casewright.evidence.VisiblePassages;
import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import casewright.retrieval.NeighbouringPassages;
import casewright.retrieval.Passage;
import casewright.retrieval.PassageId;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Attaches passages of corpora to cases. Who may correct a case may cite in it; what a person may not search cannot be cited by him or her.
@Component
class PassageCitations {

    private static final List<CaseStatus> OPEN = List.of(CaseStatus.WAITING_FOR_REVIEW, CaseStatus.IN_REVIEW, CaseStatus.RETURNED);
    private static final int MOST_CASES_LOOKED_AT = 500;

    private final Cases cases;
    private final Drafts drafts;
    private final CitedPassages cited;
    private final VisiblePassages passages;
    private final AuditTrail trail;

    PassageCitations(Cases cases, Drafts drafts, CitedPassages cited, VisiblePassages passages, AuditTrail trail) {
        this.cases = cases;
        this.drafts = drafts;
        this.cited = cited;
        this.passages = passages;
        this.trail = trail;
    }

    /// Open cases in which the person may cite, the ones due first come first.
    List<ReportCase> openTo(Person person) {
        return cases.search(OPEN, "", 0, MOST_CASES_LOOKED_AT).cases().stream().filter(report -> Corrections.whyNot(report, person).isEmpty()).toList();
    }

    /// @param path      of a field of the newest draft; empty: the case as a whole
    /// @param first     the first passage of those that were shown as one
    /// @param adjoining how many were
    /// @throws RefusedException when person, case, field or passage do not allow it; nothing has changed then
    @Transactional
    public Cited cite(long caseId, String path, PassageId first, int adjoining, Person by) {
        refuseUnlessCorrectable(caseId, by);
        if (!path.isEmpty() && drafts.getNewest(caseId).draft().find(path).isEmpty()) {
            throw new RefusedException(Reason.CONFLICT, "The draft has no such field any more. Nothing was cited; please choose the field once more.");
        }
        List<Passage> passages = visible(by, first, adjoining);
        if (cited.find(caseId, path, first, adjoining).isPresent()) throw new RefusedException(Reason.CONFLICT, "This passage is cited there already.");
        Cited kept = cited.add(caseId, path, passages, by.name());
        record("passage cited", kept, by);
        return kept;
    }

    @Transactional
    public Cited remove(long caseId, long id, Person by) {
        refuseUnlessCorrectable(caseId, by);
        Cited known = cited.get(caseId, id);
        if (known.isRemoved()) throw new RefusedException(Reason.CONFLICT, "The passage was removed before.");
        cited.setRemoved(id, true);
        record("cited passage removed", known, by);
        return cited.get(caseId, id);
    }

    /// @throws RefusedException also when the version is out of use by now
    @Transactional
    public Cited putBack(long caseId, long id, Person by) {
        refuseUnlessCorrectable(caseId, by);
        Cited known = cited.get(caseId, id);
        visible(by, known.passage(), known.adjoining());
        if (cited.find(caseId, known.path(), known.passage(), known.adjoining()).isPresent()) throw new RefusedException(Reason.CONFLICT, "This passage is cited there already.");
        cited.setRemoved(id, false);
        record("cited passage put back", known, by);
        return cited.get(caseId, id);
    }

    private void refuseUnlessCorrectable(long caseId, Person by) {
        Corrections.whyNot(cases.getLocked(caseId), by).ifPresent(why -> {
            throw new RefusedException(Reason.NOT_ALLOWED, why);
        });
    }

    private List<Passage> visible(Person by, PassageId first, int adjoining) {
        List<Passage> found = adjoining > NeighbouringPassages.MOST_TOGETHER ? List.of() : passages.find(by.role(), first, adjoining);
        if (found.isEmpty()) throw new RefusedException(Reason.NOT_FOUND, "There is no such passage any more. Please search once more.");
        return found;
    }

    private void record(String deed, Cited one, Person by) {
        PassageId id = one.passage();
        trail.record(Action.by(by.name(), by.id(), deed).onCase(one.caseId()).with("corpus", id.corpus()).with("version", id.version()).with("passage", id).with("adjoining", one.adjoining()).with("field", one.path()));
    }
}
