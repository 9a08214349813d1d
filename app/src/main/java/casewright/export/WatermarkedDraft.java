package casewright.export;

import casewright.cases.ReportCase;
import casewright.company.CompanySettings;
import casewright.drafting.Drafts;

/// A draft that nobody approved yet: each page of it says so.
public record WatermarkedDraft(ReportCase report, Drafts.Revision revision, CompanySettings company) {
}
