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
import casewright.intake.GivenPasswords;
import casewright.intake.SourceDocument;
import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// PDFs and Word documents that open only with a password. A person gives it once; what stays is the text that was read with it, never the password.
@Component
public class LockedDocuments {

    private final Stores stores;
    private final TextExtractor extractor;
    private final GivenPasswords passwords;
    private final Decisions decisions;

    /// What they belong to.
    @Component
    record Stores(Cases cases, Documents documents, DocumentTexts texts, AuditTrail trail) {
    }

    LockedDocuments(Stores stores, TextExtractor extractor, GivenPasswords passwords, Decisions decisions) {
        this.passwords = passwords;
        this.stores = stores;
        this.extractor = extractor;
        this.decisions = decisions;
    }

    /// The case waits because this document could not be opened.
    boolean isLocked(ReportCase report, SourceDocument document) {
        boolean isUnread = stores.texts().ofCase(report.id(), document.id()).filter(text -> text.wasRead()).isEmpty();
        return report.status() == CaseStatus.NEEDS_ATTENTION && document.mayBeLocked() && isUnread && !stores.cases().isLeftOut(report.id(), document.id())
                && extractor.needsPassword(stores.documents().content(document.id()));
    }

    /// Reads the document and lets the case go on; other locked documents of the case are tried with the same password.
    ///
    /// @throws RefusedException (invalid) when the password is wrong
    @Transactional
    public void open(long caseId, long documentId, String password, Person person) {
        checkIsOf(caseId, documentId);
        if (password.isEmpty()) throw new RefusedException(Reason.INVALID, "Please give the password of the document.");
        DocumentText text = extractor.open(stores.documents().content(documentId), password);
        stores.texts().keep(documentId, text);
        stores.trail().record(Action.by(person.name(), person.id(), "document unlocked").onCase(caseId).onDocument(documentId));
        passwords.give(caseId, password);
        decisions.tryAgain(caseId, person);
    }

    /// Nobody has the password: the case goes on without this attachment.
    ///
    /// @throws RefusedException (invalid) for the document that the case begins with; (conflict) when the case does not wait for this one
    @Transactional
    public void leaveOut(long caseId, long documentId, Person person) {
        checkIsOf(caseId, documentId);
        if (stores.cases().documentIds(caseId).getFirst() == documentId) throw new RefusedException(Reason.INVALID, "There is nothing else to read the case from. Please give the password, or void the case.");
        if (!isLocked(stores.cases().get(caseId), stores.documents().get(documentId))) {
            throw new RefusedException(Reason.CONFLICT, "The case does not wait for the password of this document, or not any more. Please reload the page.");
        }
        stores.cases().leaveOut(caseId, documentId);
        stores.trail().record(Action.by(person.name(), person.id(), "locked document left out").onCase(caseId).onDocument(documentId));
        decisions.tryAgain(caseId, person);
    }

    private void checkIsOf(long caseId, long documentId) {
        if (!stores.cases().documentIds(caseId).contains(documentId)) throw new RefusedException(Reason.NOT_FOUND, "The case has no document " + documentId + ".");
    }
}
