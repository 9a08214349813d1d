package casewright.export;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates as the form wants them: dd-MMM-yyyy, and only as far as they are known.
final class PrintedDates {

    private static final Pattern ISO = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");
    private static final List<String> MONTHS = List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC");
    private static final DateTimeFormatter WHOLE = DateTimeFormatter.ofPattern("dd-MMM-uuuu", Locale.ENGLISH);

    private PrintedDates() {
    }

    /// @param iso year, year and month, or a day; anything else is given back as it is
    static String of(String iso) {
        Parts parts = parts(iso);
        if (parts.year().isEmpty()) return iso;
        return (parts.day().isEmpty() ? "" : parts.day() + "-") + (parts.month().isEmpty() ? "" : parts.month() + "-") + parts.year();
    }

    static String of(LocalDate date) {
        return of(date.toString());
    }

    static String of(Instant instant, String zone) {
        return WHOLE.format(instant.atZone(ZoneId.of(zone))).toUpperCase(Locale.ROOT);
    }

    /// Empty where not known.
    record Parts(String day, String month, String year) {
    }

    static Parts parts(String iso) {
        Matcher matcher = ISO.matcher(iso);
        if (!matcher.matches()) return new Parts("", "", "");
        int month = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
        if (month > 12) return new Parts("", "", "");
        return new Parts(matcher.group(3) == null ? "" : matcher.group(3), month == 0 ? "" : MONTHS.get(month - 1), matcher.group(1));
    }
}
