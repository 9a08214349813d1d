package casewright.export;

import casewright.access.Person;
import casewright.approval.ApprovedReport;
import casewright.audit.Action;
import casewright.audit.AuditTrail;
import casewright.evidence.CitedPassages;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes the files that leave the company, and says in the trail who took which.
@Component
public class ReportExporter {

    private final AuditTrail trail;
    private final CitedPassages cited;
    private final CiomsForm cioms;

    public ReportExporter(AuditTrail trail, CitedPassages cited) {
        this.trail = trail;
        this.cited = cited;
        this.cioms = new CiomsForm();
    }

    public enum Form {
        /// CIOMS I (CIOMS Working Group I, 1990)
        CIOMS("cioms", "pdf", "application/pdf"),
        /// the case with its citations, findings and signatures
        JSON("case", "json", "application/json");

        private final String part;
        private final String ending;
        private final String mediaType;

        Form(String part, String ending, String mediaType) {
            this.part = part;
            this.ending = ending;
            this.mediaType = mediaType;
        }
    }

    /// @param fileName safe to offer to a browser
    public record Exported(String fileName, String mediaType, byte[] content) {
    }

    @Transactional
    public Exported export(ApprovedReport approved, Form form, Person by) {
        return export(ReportContent.of(approved, cited.ofCase(approved.report().id()), trail.newestHash()), form, by);
    }

    @Transactional
    public Exported export(WatermarkedDraft draft, Form form, Person by) {
        return export(ReportContent.of(draft, cited.ofCase(draft.report().id()), trail.newestHash()), form, by);
    }

    private Exported export(ReportContent content, Form form, Person by) {
        byte[] file = switch (form) {
            case CIOMS -> cioms.pdf(content);
            case JSON -> CaseAsJson.of(content);
        };
        trail.record(Action.by(by.name(), by.id(), content.isDraft() ? "draft exported" : "approved report exported").onCase(content.report().id()).with("form", form.name())
                .with("contentSha256", content.draftSha256()).with("fileSha256", sha256(file)));
        String name = content.report().number() + (content.isDraft() ? "-draft" : "") + "-" + form.part + "." + form.ending;
        return new Exported(name, form.mediaType, file);
    }

    static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
