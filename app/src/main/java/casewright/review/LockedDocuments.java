package casewright.review;

import casewright.access.Person;
import casewright.audit.Action;
import casewright.audit.AuditTrail;
import casewright.cases.CaseStatus;
import casewright.cases.Cases;
import casewright.cases.ReportCase;
import casewright.extraction.DocumentText;
import casewright.extraction.DocumentTexts;
import casewright.extraction.TextExtractor;
import casewright.intake.Documents;
import casewright.intake.SourceDocument;
import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// PDFs that open only with a password. A person gives it once; what stays is the text that was read with it, never the password.
@Component
public class LockedDocuments {

    private final Stores stores;
    private final TextExtractor extractor;
    private final Decisions decisions;

    /// What they belong to.
    @Component
    record Stores(Cases cases, Documents documents, DocumentTexts texts, AuditTrail trail) {
    }

    LockedDocuments(Stores stores, TextExtractor extractor, Decisions decisions) {
        this.stores = stores;
        this.extractor = extractor;
        this.decisions = decisions;
    }

    /// The case waits because this document could not be opened.
    boolean isLocked(ReportCase report, SourceDocument document) {
        return report.status() == CaseStatus.NEEDS_ATTENTION && document.isPdf() && stores.texts().find(document.id()).isEmpty() && extractor.needsPassword(stores.documents().content(document.id()));
    }

    /// Reads the document and lets the case go on.
    ///
    /// @throws RefusedException (invalid) when the password is wrong
    @Transactional
    public void open(long caseId, long documentId, String password, Person person) {
        if (!stores.cases().documentIds(caseId).contains(documentId)) throw new RefusedException(Reason.NOT_FOUND, "The case has no document " + documentId + ".");
        if (password.isEmpty()) throw new RefusedException(Reason.INVALID, "Please give the password of the PDF.");
        DocumentText text = extractor.open(stores.documents().content(documentId), password);
        stores.texts().keep(documentId, text);
        stores.trail().record(Action.by(person.name(), person.id(), "document unlocked").onCase(caseId).onDocument(documentId));
        decisions.tryAgain(caseId, person);
    }
}
