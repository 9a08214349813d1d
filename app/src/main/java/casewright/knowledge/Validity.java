package casewright.knowledge;

import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// When and where a version of reference safety information applies.
///
/// @param from    first day; null: from the beginning
/// @param to      last day; null: until further notice
/// @param country of a country's label, two capital letters; empty: of no one country
public record Validity(@Nullable LocalDate from, @Nullable LocalDate to, String country) {

    public static final Validity ALWAYS = new Validity(null, null, "");

    public Validity {
        if (from != null && to != null && from.isAfter(to)) throw new RefusedException(Reason.INVALID, "The first day of validity lies after the last one; nothing was imported.");
        if (!country.matches("([A-Z]{2})?")) throw new RefusedException(Reason.INVALID, "The country is a code of two capital letters, such as DE, or is left empty.");
    }

    public boolean covers(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
    }

    /// "valid from 2024-01-01 to 2025-06-30 in DE"; empty where nothing is set.
    public String inWords() {
        String text = (from == null ? "" : " from " + from) + (to == null ? "" : " to " + to) + (country.isEmpty() ? "" : " in " + country);
        return text.isEmpty() ? "" : "valid" + text;
    }
}
