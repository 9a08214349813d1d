package casewright.approval;

import casewright.access.Signature;
import casewright.cases.ReportCase;
import casewright.company.CompanySettings;
import casewright.drafting.Draft;
import java.util.List;

/// A report that two people signed, none of whom did the other's part. Only this package makes one, and only after the signatures were checked
/// against the content: what leaves the house as a report is of this type.
public final class ApprovedReport {

    private final ReportCase report;
    private final Draft draft;
    private final String draftSha256;
    private final List<Signature> signatures;
    private final CompanySettings company;

    ApprovedReport(ReportCase report, Draft draft, String draftSha256, List<Signature> signatures, CompanySettings company) {
        this.report = report;
        this.draft = draft;
        this.draftSha256 = draftSha256;
        this.signatures = List.copyOf(signatures);
        this.company = company;
    }

    public ReportCase report() {
        return report;
    }

    public Draft draft() {
        return draft;
    }

    public String draftSha256() {
        return draftSha256;
    }

    /// The reviewer's, then the approver's.
    public List<Signature> signatures() {
        return signatures;
    }

    public CompanySettings company() {
        return company;
    }
}
