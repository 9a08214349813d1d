package casewright.reading;

import casewright.reading.text.FormField;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A form's boxes about the patient, as numbers and codes.
final class FormPatient {

    private FormPatient() {
    }

    static Optional<Fact> age(FormField field) {
        Matcher matcher = Pattern.compile("(\\d{1,3}(?:\\.\\d+)?)\\s*(y\\w*|mo\\w*|w\\w*|d\\w*)?").matcher(field.value().toLowerCase(Locale.ROOT));
        if (!matcher.find()) return Optional.empty();
        String unitWord = matcher.group(2) == null ? String.join(" ", field.words()) : matcher.group(2);
        String unit = unitWord.matches(".*\\bmo.*") ? "mo" : unitWord.startsWith("w") ? "wk" : unitWord.startsWith("d") && !unitWord.startsWith("date") ? "d" : "a";
        double value = Double.parseDouble(matcher.group(1));
        String number = value == Math.rint(value) ? Long.toString(Math.round(value)) : Double.toString(value);
        String word = switch (unit) {
            case "mo" -> "months";
            case "wk" -> "weeks";
            case "d" -> "days";
            default -> "years";
        };
        return Optional.of(Fact.of(number + " " + word, number + " " + unit, field.keyQuote(), "form", true));
    }

    static Optional<Fact> sex(FormField field) {
        String value = field.value().strip().toLowerCase(Locale.ROOT);
        if (value.matches("f|female|woman|w|girl")) return Optional.of(Fact.of("female", "2", field.keyQuote(), "form", true));
        if (value.matches("m|male|man|boy")) return Optional.of(Fact.of("male", "1", field.keyQuote(), "form", true));
        return Optional.empty();
    }

    static Optional<Fact> weight(FormField field) {
        Matcher matcher = Pattern.compile("(\\d{1,3}(?:\\.\\d+)?)\\s*(kg|lb|pound)?").matcher(field.value().toLowerCase(Locale.ROOT));
        if (!matcher.find()) return Optional.empty();
        double kg = Double.parseDouble(matcher.group(1));
        if (matcher.group(2) != null && !matcher.group(2).equals("kg")) kg *= 0.45359237;
        String value = kg == Math.rint(kg) ? Long.toString(Math.round(kg)) : String.format(Locale.ROOT, "%.1f", kg);
        return Optional.of(Fact.of(value, value + " kg", field.quote(), "form", true));
    }

    /// In centimetres where no unit stands beside it.
    static Optional<Fact> height(FormField field) {
        Matcher matcher = Pattern.compile("(\\d{1,3}(?:\\.\\d+)?)\\s*(cm|m|in)?\\b").matcher(field.value().toLowerCase(Locale.ROOT));
        if (!matcher.find()) return Optional.empty();
        String unit = matcher.group(2) == null ? String.join(" ", field.words()).matches(".*\\bin(?:ch(?:es)?)?\\b.*") ? "in" : "cm" : matcher.group(2);
        double cm = Double.parseDouble(matcher.group(1)) * (unit.equals("m") ? 100 : unit.equals("in") ? 2.54 : 1);
        if (cm < 30 || cm > 250) return Optional.empty();
        String value = Long.toString(Math.round(cm));
        return Optional.of(Fact.of(value, value + " cm", field.quote(), "form", true));
    }

    /// With the question, as "yes" alone says nothing; "no" is no pregnancy.
    static Optional<Fact> pregnancy(FormField field) {
        if (field.saysNothing()) return Optional.empty();
        return Optional.of(Fact.of(field.keyQuote().text(), null, field.keyQuote(), "form", true));
    }
}
