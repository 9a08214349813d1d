package casewright.intake;

import casewright.access.Person;
import casewright.cases.Arrival;
import casewright.cases.CaseStatus;
import casewright.cases.Cases;
import casewright.cases.ReportCase;
import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Accepts a file once and opens a case for it.
@Component
public class Intake {

    private static final int LONGEST_FILE_NAME_CHARS = 120;

    private final Documents documents;
    private final Cases cases;
    private final IntakeSettings settings;

    public Intake(Documents documents, Cases cases, IntakeSettings settings) {
        this.documents = documents;
        this.cases = cases;
        this.settings = settings;
    }

    /// @param isNew false when the same bytes were here already: then `report` is the case they belong to
    public record Accepted(SourceDocument document, ReportCase report, boolean isNew) {
    }

    /// Keeps the bytes, and those of the files in an e-mail or archive, also of those that nobody can read, and opens a case in state "received"; the reading is somebody else's job.
    ///
    /// @throws RefusedException for an empty, too large or unreadable file; nothing is kept then
    @Transactional
    public Accepted accept(String fileName, byte[] content, Arrival arrival, Person by) {
        return accept(fileName, content, arrival, by, Optional.empty());
    }

    /// A document for a case that is here: it opens a follow-up case that names the earlier one; nothing is merged without a person.
    ///
    /// @param follows the case it belongs to
    @Transactional
    public Accepted accept(String fileName, byte[] content, Arrival arrival, Person by, Optional<ReportCase> follows) {
        checkLength(content.length);
        FileKind kind = FileKind.of(content);
        List<Attachments.Attachment> attachments = Attachments.in(kind, content, settings);
        if (kind == FileKind.ARCHIVE && attachments.stream().noneMatch(Attachments.Attachment::isKnown)) {
            throw new RefusedException(Reason.UNREADABLE, "The ZIP file holds nothing that can be read. Please upload PDFs, scans, Word documents, e-mails, web pages or texts.");
        }
        Documents.Kept kept = documents.keep(plainName(fileName), kind.mediaType(), content, by);
        List<ReportCase> known = cases.ofDocument(kept.document().id());
        if (!known.isEmpty()) return new Accepted(kept.document(), known.getFirst(), false);
        List<Long> ids = new ArrayList<>(List.of(kept.document().id()));
        for (Attachments.Attachment attachment : attachments) {
            long id = documents.keep(attachment.name(), attachment.mediaType(), attachment.content(), by).document().id();
            if (!ids.contains(id)) ids.add(id);
        }
        ReportCase opened = cases.open(arrival, ids,
                new Cases.Origin(by.name(), by.id(), CaseStatus.RECEIVED, 1, 1, follows.map(ReportCase::id).orElse(null)));
        return new Accepted(kept.document(), opened, true);
    }

    /// Before the bytes are taken into memory.
    ///
    /// @throws RefusedException (too large) with the limit
    void checkLength(long lengthBytes) {
        if (lengthBytes <= settings.largestFileBytes()) return;
        throw new RefusedException(Reason.TOO_LARGE, "The file has " + IntakeSettings.megabytes(lengthBytes) + "; the limit is " + settings.largestFile()
                + " (setting casewright.intake.largest-file-bytes). Nothing was kept. Please upload the part that matters.");
    }

    /// The last part of a path, without control characters, at most 120 characters; never empty.
    static String plainName(String fileName) {
        String last = fileName.replace('\\', '/');
        last = last.substring(last.lastIndexOf('/') + 1).replaceAll("[\\p{Cntrl}]", "").strip();
        byte[] utf8 = last.getBytes(StandardCharsets.UTF_8);
        last = new String(utf8, StandardCharsets.UTF_8);
        if (last.isEmpty() || last.equals(".") || last.equals("..")) return "unnamed";
        return last.length() <= LONGEST_FILE_NAME_CHARS ? last : last.substring(0, LONGEST_FILE_NAME_CHARS);
    }
}
