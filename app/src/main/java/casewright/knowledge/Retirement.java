package casewright.knowledge;

import casewright.audit.Action;
import casewright.audit.AuditTrail;
import casewright.knowledge.ImportedVersion.State;
import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes versions out of use: an import that was a mistake, or a version that nobody needs any more. The texts stay for the trail, the index goes.
@Component
class Retirement {

    private static final int MOST_NAMED = 5;

    private final Corpora corpora;
    private final CorpusIndexes indexes;
    private final List<DraftsRelyingOn> drafts;
    private final AuditTrail trail;
    private final TransactionTemplate transaction;

    Retirement(Corpora corpora, CorpusIndexes indexes, List<DraftsRelyingOn> drafts, AuditTrail trail, TransactionTemplate transaction) {
        this.corpora = corpora;
        this.indexes = indexes;
        this.drafts = drafts;
        this.trail = trail;
        this.transaction = transaction;
    }

    /// @throws RefusedException (conflict) while drafts rely on it, naming their cases
    ImportedVersion retire(long versionId, Action action) {
        ImportedVersion version = corpora.get(versionId);
        if (version.state() == State.BUILDING) throw new RefusedException(Reason.CONFLICT, "The version is still being made. Please wait until it is done.");
        List<String> cases = drafts.stream().flatMap(known -> known.casesRelyingOn(version.corpus(), version.version()).stream()).distinct().sorted().toList();
        if (!cases.isEmpty()) {
            throw new RefusedException(Reason.CONFLICT, "The version " + version.version() + " of " + version.corpus() + " stays: " + (cases.size() == 1 ? "a draft relies" : cases.size() + " drafts rely")
                    + " on it (" + String.join(", ", cases.stream().limit(MOST_NAMED).toList()) + (cases.size() > MOST_NAMED ? ", …" : "") + "), and what they rest on must be found again.");
        }
        transaction.executeWithoutResult(_ -> {
            corpora.setState(versionId, State.RETIRED, version.passages(), "taken out of use by " + action.actor());
            trail.record(action.with("corpus", version.corpus()).with("version", version.version()).with("contentSha256", version.contentSha256()));
        });
        indexes.remove(version);
        return corpora.get(versionId);
    }
}
