package casewright.review;

import casewright.drafting.ReportTemplate;
import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a person may enter in a field, by the template's kind of field. The messages are for the person at the form.
final class FieldRules {

    private static final int LONGEST_TEXT_CHARS = 500;
    /// Literature references and the reporter's own words on causality are long.
    private static final int LONGEST_SENTENCE_CHARS = 2_000;
    private static final Pattern AGE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,2})?) ?(decades?|years?|y|a|months?|mo|weeks?|wk|days?|d|hours?|h)(?: old)?");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3})?");
    private static final Pattern ISO_DATE = Pattern.compile("(\\d{4})(?:-(\\d{2}))?(?:-(\\d{2}))?");
    /// Oldest verified age: 122 years (Jeanne Calment, 1997); E2B(R3) D.2.2 asks for nothing stricter.
    private static final int OLDEST_YEARS = 125;

    private FieldRules() {
    }

    /// @param code as the draft's codes are: E2B code, UCUM amount or ISO date; null where the field has none
    record Entered(String value, @Nullable String code) {
    }

    /// @throws RefusedException (invalid) with what would be right
    static Entered check(ReportTemplate.Field field, String raw, LocalDate today) {
        String value = tidy(field.label(), raw, longest(field));
        return switch (Optional.ofNullable(field.kind()).orElse("text")) {
            case "code" -> code(field, value);
            case "codes" -> codes(field, value);
            case "age" -> age(value);
            case "number" -> number(field, value);
            case "date" -> date(field, value, today);
            default -> new Entered(value, null);
        };
    }

    /// Text without control characters and within the limit.
    static String tidy(String label, String raw, int longestChars) {
        String value = raw.replaceAll("\\s+", " ").strip();
        if (value.isEmpty()) throw refused(label + " is empty. If the source does not say it, choose \"not stated\".");
        if (value.length() > longestChars) throw refused(label + " has " + value.length() + " characters; at most " + longestChars + " fit. Please shorten it.");
        if (value.chars().anyMatch(Character::isISOControl)) throw refused(label + " holds control characters. Please type it again.");
        return value;
    }

    static int longest(ReportTemplate.Field field) {
        return field.id().equals("reference") || field.id().equals("causality") ? LONGEST_SENTENCE_CHARS : LONGEST_TEXT_CHARS;
    }

    private static Entered code(ReportTemplate.Field field, String value) {
        Map<String, String> codes = codesOf(field);
        String code = codes.get(value);
        if (code == null) throw refused(field.label() + " is one of: " + String.join(", ", codes.keySet()) + ".");
        return new Entered(value, code);
    }

    /// Several words parted by semicolons, in the template's order.
    private static Entered codes(ReportTemplate.Field field, String value) {
        Map<String, String> codes = codesOf(field);
        List<String> chosen = List.of(value.split(" ?; ?"));
        for (String one : chosen) if (!codes.containsKey(one)) throw refused(field.label() + " takes any of: " + String.join(", ", codes.keySet()) + ".");
        List<String> words = new ArrayList<>(codes.keySet());
        words.retainAll(chosen);
        return new Entered(String.join("; ", words), String.join(";", words.stream().map(codes::get).toList()));
    }

    private static Map<String, String> codesOf(ReportTemplate.Field field) {
        Map<String, String> codes = field.codes();
        return codes == null ? new LinkedHashMap<>() : codes;
    }

    private static Entered age(String value) {
        Matcher matcher = AGE.matcher(value.toLowerCase(java.util.Locale.ROOT));
        if (!matcher.matches()) throw refused("The age is a number and a unit, such as 54 years, 7 months or 3 days.");
        String unit = matcher.group(2);
        String word = unit.startsWith("dec") ? "decades" : unit.startsWith("y") || unit.equals("a") ? "years" : unit.startsWith("m") ? "months" : unit.startsWith("w") ? "weeks"
                : unit.startsWith("d") ? "days" : "hours";
        String ucum = switch (word) {
            case "decades" -> "{decade}";
            case "years" -> "a";
            case "months" -> "mo";
            case "weeks" -> "wk";
            case "days" -> "d";
            default -> "h";
        };
        String number = new BigDecimal(matcher.group(1)).stripTrailingZeros().toPlainString();
        double years = Double.parseDouble(number) * (word.equals("decades") ? 10 : word.equals("years") ? 1 : 0);
        if (years > OLDEST_YEARS) throw refused("An age of more than " + OLDEST_YEARS + " years cannot be right. Please check it.");
        return new Entered(number + " " + word, number + " " + ucum);
    }

    private static Entered number(ReportTemplate.Field field, String value) {
        String unit = field.id().endsWith("Kg") ? "kg" : field.id().endsWith("Cm") ? "cm" : "1";
        String plain = value.replace(',', '.').replaceFirst(" ?(?:kg|cm)$", "");
        if (!NUMBER.matcher(plain).matches() || new BigDecimal(plain).signum() == 0) throw refused(field.label() + " is a number such as 72 or 72.5.");
        return new Entered(new BigDecimal(plain).stripTrailingZeros().toPlainString(), new BigDecimal(plain).stripTrailingZeros().toPlainString() + " " + unit);
    }

    /// A date as far as it is known (2025, 2025-04, 2025-04-28) gets a code; the source's own words, such as "two weeks later", stay words.
    private static Entered date(ReportTemplate.Field field, String value, LocalDate today) {
        Matcher matcher = ISO_DATE.matcher(value);
        if (!matcher.matches()) {
            if (value.matches("[\\d./-]+")) throw refused(field.label() + " is a date such as 2025-04-28, 2025-04 or 2025, or the source's words, such as 28 April.");
            return new Entered(value, null);
        }
        try {
            LocalDate first = matcher.group(3) != null ? LocalDate.parse(value) : matcher.group(2) != null ? YearMonth.parse(value).atDay(1) : Year.parse(value).atDay(1);
            if (first.isAfter(today)) throw refused(field.label() + " lies in the future. Please check it.");
            if (first.getYear() < 1880) throw refused(field.label() + " lies before 1880. Please check it.");
        } catch (DateTimeException e) {
            throw refused(field.label() + ": there is no such day. Please check it.");
        }
        return new Entered(value, value);
    }

    private static RefusedException refused(String message) {
        return new RefusedException(Reason.INVALID, message + " Nothing was changed.");
    }
}
