package casewright.export;

import casewright.approval.ApprovedReport;
import casewright.access.Signature;
import casewright.cases.ReportCase;
import casewright.company.CompanySettings;
import casewright.drafting.Draft;
import casewright.evidence.CitedPassages.Cited;
import java.time.Instant;
import java.util.List;

/// What goes into a file, approved or not.
///
/// @param cited      passages of corpora that people attached to the case
/// @param signatures empty: it is a draft and is marked as one
/// @param date       of the report: the last signature's, or the draft's
/// @param trailHash  the newest hash of the audit trail when it was exported
record ReportContent(ReportCase report, Draft draft, String draftSha256, List<Cited> cited, CompanySettings company, List<Signature> signatures, Instant date, String trailHash) {

    ReportContent {
        cited = List.copyOf(cited);
        signatures = List.copyOf(signatures);
    }

    static ReportContent of(ApprovedReport approved, List<Cited> cited, String trailHash) {
        return new ReportContent(approved.report(), approved.draft(), approved.draftSha256(), cited, approved.company(), approved.signatures(), approved.signatures().getLast().at(), trailHash);
    }

    static ReportContent of(WatermarkedDraft draft, List<Cited> cited, String trailHash) {
        return new ReportContent(draft.report(), draft.revision().draft(), draft.revision().sha256(), cited, draft.company(), List.of(), draft.revision().createdAt(), trailHash);
    }

    boolean isDraft() {
        return signatures.isEmpty();
    }
}
