package casewright.api;

import casewright.access.SignedIn;
import casewright.audit.Action;
import casewright.audit.AuditTrail;
import casewright.cases.Arrival;
import casewright.cases.Cases;
import casewright.cases.ReportCase;
import casewright.company.Company;
import casewright.extraction.DocumentTexts;
import casewright.intake.Documents;
import casewright.intake.Intake;
import casewright.intake.SourceDocument;
import casewright.intake.Uploads;
import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/// Documents in, by program.
@RestController
@RequestMapping("/api/documents")
@Tag(name = "documents")
class DocumentApi {

    private final Uploads uploads;
    private final Documents documents;
    private final Cases cases;
    private final Company company;
    private final Surroundings surroundings;

    /// The clock, the trail, and what was read.
    @org.springframework.stereotype.Component
    record Surroundings(Clock clock, AuditTrail trail, DocumentTexts texts) {
    }

    DocumentApi(Uploads uploads, Documents documents, Cases cases, Company company, Surroundings surroundings) {
        this.uploads = uploads;
        this.documents = documents;
        this.cases = cases;
        this.company = company;
        this.surroundings = surroundings;
    }

    /// @param outcome new, known (the same bytes are here) or refused
    /// @param reason  why it was refused, or what was not done for a known one
    /// @param caseId  the case that the document opened or belongs to
    record Uploaded(String fileName, String outcome, @Nullable String reason, @Nullable Long documentId, @Nullable Long caseId, @Nullable String caseNumber) {
    }

    @Operation(summary = "Upload one or several documents; each opens a case", description = "Of several files each has its own outcome; one file alone that is refused is answered with a problem")
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    List<Uploaded> upload(@AuthenticationPrincipal SignedIn me, @RequestParam("file") List<MultipartFile> files,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate receiptDate, @RequestParam(defaultValue = "upload") String receivedHow,
            @RequestParam(defaultValue = "spontaneous") String reportType, @RequestParam(defaultValue = "") String sender, @RequestParam(required = false) @Nullable String country,
            @RequestParam(defaultValue = "") String follows,
            @Parameter(description = "of locked files among them and in them; used to read them, neither kept nor logged") @RequestParam(defaultValue = "") String password) {
        LocalDate day0 = receiptDate != null ? receiptDate : LocalDate.ofInstant(surroundings.clock().instant(), ZoneOffset.UTC);
        Arrival arrival = new Arrival(day0, receivedHow, reportType, sender.strip(), (country != null ? country : company.settings().country()).strip().toUpperCase(Locale.ROOT));
        Optional<ReportCase> earlier = follows.isBlank() ? Optional.empty()
                : Optional.of(cases.findByNumber(follows.strip()).orElseThrow(() -> new RefusedException(Reason.INVALID, "There is no case " + follows.strip() + ".")));
        List<Uploads.Outcome> outcomes = uploads.keepAll(files, arrival, me.person(), earlier, password);
        // Of several files each has its own answer; a program that sent one looks at the status alone.
        if (outcomes.size() == 1 && outcomes.getFirst() instanceof Uploads.Outcome.Refused(String _, Reason reason, String text)) throw new RefusedException(reason, text);
        return outcomes.stream().map(DocumentApi::uploaded).toList();
    }

    private static Uploaded uploaded(Uploads.Outcome outcome) {
        return switch (outcome) {
            case Uploads.Outcome.Refused(String name, Reason _, String text) -> new Uploaded(name, "refused", text, null, null, null);
            case Uploads.Outcome.Kept(String name, Intake.Accepted accepted, boolean passwordUnused) ->
                    new Uploaded(name, accepted.isNew() ? "new" : "known", passwordUnused ? Uploads.PASSWORD_UNUSED : null, accepted.document().id(), accepted.report().id(), accepted.report().number());
        };
    }

    /// @param language ISO 639-1; "und" where too little is written; null until it was read
    record DocumentAnswer(long id, String sha256, String fileName, String mediaType, long lengthBytes, String uploadedBy, Instant uploadedAt, @Nullable String language, List<Long> caseIds) {
    }

    @Operation(summary = "What is known of a document; its bytes are at /documents/{id}/content")
    @GetMapping("/{id}")
    DocumentAnswer document(@AuthenticationPrincipal SignedIn me, @PathVariable long id) {
        SourceDocument found = documents.get(id);
        surroundings.trail().record(Action.by(me.person().name(), me.person().id(), "document opened").onDocument(id).with("as", "record"));
        return new DocumentAnswer(found.id(), found.sha256(), found.fileName(), found.mediaType(), found.lengthBytes(), found.uploadedBy(), found.uploadedAt(), surroundings.texts().findLanguage(id).orElse(null),
                cases.ofDocument(id).stream().map(ReportCase::id).toList());
    }
}
