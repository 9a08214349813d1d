package casewright.reading;

import casewright.reading.text.FormField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A form's boxes as numbers and codes.
final class FormCodes {

    private static final Map<String, Pattern> CRITERIA = criteria();

    private FormCodes() {
    }

    static Optional<Fact> age(FormField field) {
        Matcher matcher = Pattern.compile("(\\d{1,3}(?:\\.\\d+)?)[\\s-]*(y\\w*|mo\\w*|w\\w*|d\\w*)?").matcher(field.value().toLowerCase(Locale.ROOT));
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

    /// E2B(R3) C.2.r.4.
    static Optional<Fact> qualification(FormField field) {
        String value = field.value().strip().toLowerCase(Locale.ROOT);
        if (value.matches("(?s).*(?:pharmacist).*")) return Optional.of(Fact.of("pharmacist", "2", field.keyQuote(), "form", true));
        if (value.matches("(?s).*(?:lawyer|attorney|solicitor).*")) return Optional.of(Fact.of("lawyer", "4", field.keyQuote(), "form", true));
        if (value.matches("(?s).*(?:consumer|patient|relative|parent|non[- ]health).*")) return Optional.of(Fact.of("consumer", "5", field.keyQuote(), "form", true));
        if (value.matches("(?s).*(?:nurse|midwife|dentist|other health).*")) return Optional.of(Fact.of("other health professional", "3", field.keyQuote(), "form", true));
        if (value.matches("(?s).*(?:physician|doctor|general practitioner|\\bgp\\b|surgeon|ologist|\\bm\\.?d\\b).*")) return Optional.of(Fact.of("physician", "1", field.keyQuote(), "form", true));
        return Optional.empty();
    }

    static Optional<Fact> action(FormField field) {
        String value = field.value().toLowerCase(Locale.ROOT);
        if (value.matches("(?s).*(?:withdrawn|stopp|discontinu).*")) return Optional.of(Fact.of("withdrawn", "1", field.quote(), "form", true));
        if (value.matches("(?s).*reduc.*")) return Optional.of(Fact.of("dose reduced", "2", field.quote(), "form", true));
        if (value.matches("(?s).*increas.*")) return Optional.of(Fact.of("dose increased", "3", field.quote(), "form", true));
        if (value.matches("(?s).*(?:not changed|continued|unchanged|no change).*")) return Optional.of(Fact.of("not changed", "4", field.quote(), "form", true));
        return Optional.empty();
    }

    /// A box that names the criteria (E2B(R3) E.i.3.2), or says yes to the question whether the reporter holds it serious.
    static List<Fact> seriousness(FormField field) {
        List<Fact> found = new ArrayList<>();
        CRITERIA.forEach((criterion, words) -> {
            if (words.matcher(field.value()).find()) found.add(Fact.of(criterion, SeriousnessReader.code(criterion), field.keyQuote(), "form", true));
        });
        if (found.isEmpty() && (field.saysYes() || field.value().strip().equalsIgnoreCase("serious"))) found.add(Fact.of("other medically important", "f", field.keyQuote(), "form", false));
        return found;
    }

    private static Map<String, Pattern> criteria() {
        Map<String, Pattern> criteria = new LinkedHashMap<>();
        criteria.put("death", Pattern.compile("\\b(?:death|died|fatal)\\b", Pattern.CASE_INSENSITIVE));
        criteria.put("life-threatening", Pattern.compile("\\blife[- ]threat", Pattern.CASE_INSENSITIVE));
        criteria.put("hospitalisation", Pattern.compile("\\bhospital", Pattern.CASE_INSENSITIVE));
        criteria.put("disability", Pattern.compile("\\b(?:disab|incapac)", Pattern.CASE_INSENSITIVE));
        criteria.put("congenital anomaly", Pattern.compile("\\b(?:congenital|birth defect)", Pattern.CASE_INSENSITIVE));
        criteria.put("other medically important", Pattern.compile("\\bmedically (?:important|significant)", Pattern.CASE_INSENSITIVE));
        return criteria;
    }
}
