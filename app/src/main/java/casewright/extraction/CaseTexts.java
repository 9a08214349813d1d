package casewright.extraction;

import casewright.cases.Cases;
import casewright.intake.Documents;
import casewright.intake.GivenPasswords;
import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import casewright.refusal.UnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// The texts of the documents of a case, each read once and kept.
@Component
public class CaseTexts {

    private final TextExtractor extractor;
    private final Stores stores;
    private final GivenPasswords passwords;

    /// What they belong to and where they are kept.
    @Component
    public record Stores(Cases cases, Documents documents, DocumentTexts texts) {
    }

    public CaseTexts(TextExtractor extractor, Stores stores, GivenPasswords passwords) {
        this.extractor = extractor;
        this.stores = stores;
        this.passwords = passwords;
    }

    /// All of them, in the order of the case. What came with another document and cannot be read keeps nobody from reading that one, and says why; but one that
    /// only lacks its password waits for a person, who gives it or lets the case be read without it.
    ///
    /// @throws RefusedException when the first cannot be read, or another is locked
    /// @throws UnavailableException when this has to be tried again
    public List<DocumentText> read(long caseId) {
        try {
            List<DocumentText> texts = readAll(caseId);
            passwords.forget(caseId);
            return texts;
        } catch (RefusedException e) {
            passwords.forget(caseId);
            throw e;
        }
    }

    private List<DocumentText> readAll(long caseId) {
        List<DocumentText> texts = new ArrayList<>();
        int locked = 0;
        for (long id : stores.cases().documentIds(caseId)) {
            try {
                texts.add(read(caseId, id));
            } catch (RefusedException e) {
                if (texts.isEmpty()) throw e;
                boolean isLocked = e.reason() == Reason.LOCKED;
                if (isLocked && !stores.cases().isLeftOut(caseId, id)) locked++;
                else texts.add(unread(id, isLocked ? "This document opens only with a password, and the case was read without it. If it matters, upload it without a password as a follow-up of the case." : e.text()));
            }
        }
        if (locked == 0) return texts;
        throw new RefusedException(Reason.LOCKED, (locked == 1 ? "An attachment opens" : locked + " attachments open")
                + " only with a password. Please give it below, or let the case be read without " + (locked == 1 ? "it." : "them."));
    }

    /// Read anew, as a new version, where an older extractor read it; cases that were read from the old version keep it.
    private DocumentText read(long caseId, long documentId) {
        Optional<DocumentText> known = stores.texts().find(documentId).filter(text -> text.wasRead());
        if (known.isPresent() && TextExtractor.isCurrent(known.get())) return known.get();
        try {
            DocumentText text = extracted(caseId, documentId);
            stores.texts().keep(documentId, text);
            return text;
        } catch (RefusedException e) {
            // it was read once, with a password or under other limits
            return known.orElseThrow(() -> e);
        }
    }

    private DocumentText extracted(long caseId, long documentId) {
        byte[] content = stores.documents().content(documentId);
        try {
            return extractor.extract(content, progress -> stores.cases().progress(caseId, progress));
        } catch (RefusedException e) {
            if (e.reason() != Reason.LOCKED) throw e;
            return passwords.of(caseId).stream().flatMap(password -> opened(content, password).stream()).findFirst().orElseThrow(() -> e);
        }
    }

    private Optional<DocumentText> opened(byte[] content, String password) {
        try {
            return Optional.of(extractor.open(content, password));
        } catch (RefusedException e) {
            // the password of another document of the case
            if (e.reason() == Reason.INVALID) return Optional.empty();
            throw e;
        }
    }

    private DocumentText unread(long documentId, String reason) {
        DocumentText unread = DocumentText.unread(reason);
        if (!stores.texts().find(documentId).equals(Optional.of(unread))) stores.texts().keep(documentId, unread);
        return unread;
    }
}
