package casewright.reading;

import casewright.reading.text.FormField;
import casewright.reading.text.FormKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The patient of a form: a box for each fact, or one for several ("Patient: A.B., 45 F, 70 kg", "Age/Sex: 45-year-old female").
final class FormPatient {

    private static final Pattern AGE = Pattern.compile("(?<![\\d.,])(?<!\\d/)\\d{1,3}(?:\\.\\d+)?(?![\\d.,/]*\\d)(?!(?:st|nd|rd|th)?\\s*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\p{L}*\\b)(?!\\s*(?:kg|cm|lbs?|pounds?|m\\b(?! *$)))(?:[\\s-]*(?:years?|yrs?|y/?o|y|months?|mos?|weeks?|wks?|days?|d)\\b)?(?:[\\s-]*old\\b)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern SEX = Pattern.compile("\\b(?:(?<f>(?i:female|woman|girl|lady))|(?<m>(?i:male|man|boy|gentleman)))\\b|(?<![\\p{L}\\d.])(?:(?<one>[FM])|(?<=[/ ]|^)(?<small>[fm])(?= *(?:[/,]|$)))(?![\\p{L}.])|(?<=\\d)(?<beside>[fmFM])(?!\\p{L})");
    private static final Pattern INITIALS = Pattern.compile("(?<![\\p{L}.])\\p{Lu}\\.[ -]?\\p{Lu}\\.?(?![\\p{L}.])");
    private static final Pattern WEIGHT = Pattern.compile("\\b\\d{1,3}(?:\\.\\d+)? ?(?:kg|lbs?|pounds?)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern HEIGHT = Pattern.compile("\\b(?:\\d{2,3} ?cm|[12]\\.\\d{1,2} ?m)\\b", Pattern.CASE_INSENSITIVE);

    private final FormBoxes boxes;

    private FormPatient(FormBoxes boxes) {
        this.boxes = boxes;
    }

    /// By the template's field id.
    static Map<String, Fact> of(FormBoxes boxes) {
        return new FormPatient(boxes).read();
    }

    private Map<String, Fact> read() {
        Map<String, Fact> patient = new LinkedHashMap<>();
        boxes.first(FormKey.AGE).flatMap(FormCodes::age).or(() -> told(AGE).flatMap(FormCodes::age)).ifPresent(fact -> patient.put("age", fact));
        boxes.first(FormKey.SEX).flatMap(FormCodes::sex).or(this::sexBesideAge).ifPresent(fact -> patient.put("sex", fact));
        boxes.first(FormKey.WEIGHT).or(() -> told(WEIGHT)).flatMap(FormCodes::weight).ifPresent(fact -> patient.put("weightKg", fact));
        boxes.first(FormKey.HEIGHT).or(() -> told(HEIGHT)).flatMap(FormCodes::height).ifPresent(fact -> patient.put("heightCm", fact));
        boxes.first(FormKey.PREGNANCY).flatMap(FormCodes::pregnancy).ifPresent(fact -> patient.put("pregnancy", fact));
        boxes.first(FormKey.INITIALS).or(() -> told(INITIALS)).ifPresent(field -> patient.put("initials", FormReader.fact(field.value(), null, field.quote())));
        boxes.first(FormKey.BIRTH_DATE).ifPresent(field -> patient.put("birthDate", FormReader.fact(field.value(), Dates.iso(field.value()).orElse(null), field.quote())));
        statedNone().ifPresent(fact -> patient.put("statedNone", fact));
        return patient;
    }

    /// The part of the patient's one box that says so, as a box of its own.
    private Optional<FormField> told(Pattern what) {
        for (FormField field : boxes.filled(FormKey.PATIENT)) {
            Matcher matcher = what.matcher(field.value());
            if (!matcher.find()) continue;
            Quote quote = field.part(matcher.start(), matcher.end());
            return Optional.of(new FormField(field.key(), field.words(), matcher.group(), quote, quote));
        }
        return Optional.empty();
    }

    private Optional<Fact> sexBesideAge() {
        for (FormKey key : List.of(FormKey.SEX, FormKey.PATIENT, FormKey.AGE)) {
            for (FormField field : boxes.filled(key)) {
                Matcher matcher = SEX.matcher(field.value());
                if (!matcher.find()) continue;
                boolean female = matcher.group("f") != null || matcher.group().toLowerCase(Locale.ROOT).equals("f");
                return Optional.of(Fact.of(female ? "female" : "male", female ? "2" : "1", field.part(matcher.start(), matcher.end()), "form", true));
            }
        }
        return Optional.empty();
    }

    /// "HISTORY: None" is an answer: unlike an empty box it says that there was nothing.
    private Optional<Fact> statedNone() {
        Map<String, Quote> none = new LinkedHashMap<>();
        for (FormKey key : List.of(FormKey.HISTORY, FormKey.OTHER_DRUGS)) {
            if (boxes.all(key).stream().filter(field -> !field.has("allerg")).anyMatch(field -> !field.saysNothing())) continue;
            for (FormField field : boxes.all(key)) {
                if (!field.saysNone()) continue;
                String what = key == FormKey.OTHER_DRUGS ? "no other medicines" : field.has("allerg") ? "no allergies" : field.has("ill") ? "no current illness" : "no medical history";
                none.putIfAbsent(what, field.keyQuote());
            }
        }
        if (none.isEmpty()) return Optional.empty();
        return Optional.of(new Fact(String.join(", ", none.keySet()).replaceFirst(", (?!.*, )", " and "), null, List.copyOf(none.values()), List.of("form"), null, true, List.of()));
    }
}
