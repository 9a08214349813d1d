package casewright.drafting;

import java.time.LocalDate;
import java.util.List;

/// What the case's own record gives to a draft, besides the documents.
///
/// @param number      the case number
/// @param receiptDate day 0
/// @param jurisdictions whose clocks run
public record CaseRecord(long caseId, String number, LocalDate receiptDate, String reportType, String receivedHow, String country, List<String> jurisdictions) {

    public CaseRecord {
        jurisdictions = List.copyOf(jurisdictions);
    }
}
