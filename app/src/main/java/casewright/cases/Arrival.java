package casewright.cases;

import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import java.time.LocalDate;
import java.util.List;

/// How a document reached the company; asked at upload, correctable with a reason.
///
/// @param receiptDate day 0: the first day anybody of the company had it
/// @param reportType  one of [#REPORT_TYPES] (E2B C.1.3)
/// @param country     two capital letters, or empty when unknown
public record Arrival(LocalDate receiptDate, String receivedHow, String reportType, String sender, String country) {

    public static final List<String> RECEIVED_HOW = List.of("upload", "e-mail", "post", "telephone", "fax", "literature search", "authority", "partner");
    public static final List<String> REPORT_TYPES = List.of("spontaneous", "study", "other", "unknown");

    public Arrival {
        if (!RECEIVED_HOW.contains(receivedHow)) throw new RefusedException(Reason.INVALID, "How it came is one of: " + String.join(", ", RECEIVED_HOW) + ".");
        if (!REPORT_TYPES.contains(reportType)) throw new RefusedException(Reason.INVALID, "The report type is one of: " + String.join(", ", REPORT_TYPES) + ".");
        if (!country.matches("([A-Z]{2})?")) throw new RefusedException(Reason.INVALID, "The country is a code of two capital letters, such as DE, or is left empty.");
        if (sender.length() > 100) throw new RefusedException(Reason.INVALID, "The sender has at most 100 characters.");
    }

    /// A receipt date in the future cannot be right; one before 1990 is a slip of the hand.
    public void checkAgainst(LocalDate today) {
        if (receiptDate.isAfter(today)) throw new RefusedException(Reason.INVALID, "The receipt date (day 0) lies in the future. Please correct it.");
        if (receiptDate.getYear() < 1990) throw new RefusedException(Reason.INVALID, "The receipt date (day 0) lies before 1990. Please correct it.");
    }
}
