package casewright.export;

import casewright.approval.ApprovedReport;
import casewright.access.Signature;
import casewright.cases.ReportCase;
import casewright.company.CompanySettings;
import casewright.drafting.Draft;
import java.time.Instant;
import java.util.List;

/// What goes into a file, approved or not.
///
/// @param signatures empty: it is a draft and is marked as one
/// @param date       of the report: the last signature's, or the draft's
/// @param trailHash  the newest hash of the audit trail when it was exported
record ReportContent(ReportCase report, Draft draft, String draftSha256, CompanySettings company, List<Signature> signatures, Instant date, String trailHash) {

    ReportContent {
        signatures = List.copyOf(signatures);
    }

    static ReportContent of(ApprovedReport approved, String trailHash) {
        return new ReportContent(approved.report(), approved.draft(), approved.draftSha256(), approved.company(), approved.signatures(), approved.signatures().getLast().at(), trailHash);
    }

    static ReportContent of(WatermarkedDraft draft, String trailHash) {
        return new ReportContent(draft.report(), draft.revision().draft(), draft.revision().sha256(), draft.company(), List.of(), draft.revision().createdAt(), trailHash);
    }

    boolean isDraft() {
        return signatures.isEmpty();
    }
}
