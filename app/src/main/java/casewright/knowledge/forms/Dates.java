package casewright.knowledge.forms;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Dates as libraries write them: a year, perhaps a month as number or name, perhaps a day.
final class Dates {

    private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private Dates() {
    }

    /// What is missing counts as the first; null when there is no year.
    static @Nullable LocalDate of(String year, String month, String day) {
        if (!year.matches("\\d{4}")) return null;
        try {
            return LocalDate.of(Integer.parseInt(year), month(month), day.matches("\\d{1,2}") ? Integer.parseInt(day) : 1);
        } catch (DateTimeException _) {
            return LocalDate.of(Integer.parseInt(year), 1, 1);
        }
    }

    private static int month(String month) {
        if (month.matches("\\d{1,2}")) return Integer.parseInt(month);
        String name = month.toLowerCase(Locale.ROOT);
        return Math.max(1, MONTHS.indexOf(name.substring(0, Math.min(3, name.length()))) + 1);
    }
}
