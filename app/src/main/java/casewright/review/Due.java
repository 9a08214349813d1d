package casewright.review;

import casewright.cases.ReportCase;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// A due date as a person wants to hear it: words first, colour second.
///
/// @param look class of the style sheet: overdue, soon, fine, none
public record Due(String text, String look, String date) {

    private static final int SOON_DAYS = 5;

    /// Which clock runs is known when the document is read: until then there is no day to tell, which is not the same as no clock.
    static Due of(ReportCase report, LocalDate today) {
        LocalDate due = report.due();
        if (due == null) return new Due(report.status().isAutomatic() ? "not known yet" : "no clock", "none", "");
        long days = ChronoUnit.DAYS.between(today, due);
        if (days < 0) return new Due("overdue by " + days(-days), "overdue", due.toString());
        if (days == 0) return new Due("due today", "soon", due.toString());
        return new Due("due in " + days(days), days <= SOON_DAYS ? "soon" : "fine", due.toString());
    }

    static boolean isSoon(LocalDate due, LocalDate today) {
        long days = ChronoUnit.DAYS.between(today, due);
        return days >= 0 && days <= SOON_DAYS;
    }

    private static String days(long days) {
        return days == 1 ? "1 day" : days + " days";
    }
}
