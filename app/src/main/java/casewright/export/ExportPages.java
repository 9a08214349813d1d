package casewright.export;

import casewright.access.SignedIn;
import casewright.approval.Approvals;
import casewright.cases.CaseStatus;
import casewright.cases.Cases;
import casewright.cases.ReportCase;
import casewright.company.Company;
import casewright.drafting.Drafts;
import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The files for people and programs: an approved case as it was signed, any other one as a watermarked draft.
@RestController
class ExportPages {

    private final ReportExporter exporter;
    private final Approvals approvals;
    private final Cases cases;
    private final Drafts drafts;
    private final Company company;

    ExportPages(ReportExporter exporter, Approvals approvals, Cases cases, Drafts drafts, Company company) {
        this.exporter = exporter;
        this.approvals = approvals;
        this.cases = cases;
        this.drafts = drafts;
        this.company = company;
    }

    /// @param form cioms or json
    @GetMapping({"/cases/{id}/export/{form}", "/api/cases/{id}/export/{form}"})
    ResponseEntity<byte[]> export(@AuthenticationPrincipal SignedIn me, @PathVariable long id, @PathVariable String form) {
        ReportExporter.Form wanted = switch (form) {
            case "cioms" -> ReportExporter.Form.CIOMS;
            case "json" -> ReportExporter.Form.JSON;
            default -> throw new RefusedException(Reason.NOT_FOUND, "A case is exported as cioms or json; there is no form " + form.replaceAll("[^a-z0-9-]", "") + ".");
        };
        ReportCase report = cases.get(id);
        boolean approved = report.status() == CaseStatus.APPROVED || report.status() == CaseStatus.SUPERSEDED;
        ReportExporter.Exported file = approved ? exporter.export(approvals.approved(id), wanted, me.person())
                : exporter.export(new WatermarkedDraft(report, drafts.getNewest(id), company.settings()), wanted, me.person());
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(file.mediaType())).cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(file.fileName(), StandardCharsets.UTF_8).build().toString()).body(file.content());
    }
}
