package casewright.approval;

import casewright.access.Signature;
import casewright.cases.ReportCase;
import casewright.company.CompanySettings;
import casewright.drafting.Draft;
import java.util.List;

/// Approved reports for tests of what comes after the approval.
public final class ApprovedExample {

    private ApprovedExample() {
    }

    public static ApprovedReport of(ReportCase report, Draft draft, String draftSha256, List<Signature> signatures, CompanySettings company) {
        return new ApprovedReport(report, draft, draftSha256, signatures, company);
    }
}
