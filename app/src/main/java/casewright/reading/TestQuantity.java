package casewright.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A test's result as number and unit beside its words, and the bounds of its normal range (E2B(R3) F.r.3.2 with qualifier, F.r.3.3 in UCUM, F.r.4, F.r.5).
/// Ranges, pairs such as blood pressures, and units that are not clear stay words (F.r.3.4).
final class TestQuantity {

    private static final Pattern MARKS = Pattern.compile("(?:\\s*[*\u2191\u2193\u2020]+|\\s+\\(?[HL]\\)?)(?=\\s|$)");
    private static final String NUMBER = "\\d{1,3}(?:[ \u00a0\u202f]\\d{3})+|\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:[.,\u00b7]\\d+)?";
    private static final Pattern ONE = Pattern.compile("(?<sign>[<>\u2264\u2265]|less than|below|more than|greater than|above)?\\s*(?<n>" + NUMBER + ")\\s*(?<unit>\\D.*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern BOUNDS = Pattern.compile("(?:(?:normal|reference|ref\\.?|range)[ :,]*)*(?:(?<low>" + NUMBER + ")\\s?(?<lowUnit>[^\\d\\s\u2013-][^\\s\u2013-]*)?\\s?(?:-|\u2013|\u2014|to)\\s?(?<high>" + NUMBER + ")|(?<sign>[<>\u2264\u2265]|up to|less than|below|more than|above)\\s?(?<one>" + NUMBER + "))\\s*(?<unit>\\D.*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern POWER = Pattern.compile("[x\u00d7*]?\\s?10[\\^*]?(?<e>3|6|9|12|\u00b3|\u2076|\u2079|\u00b9\u00b2)\\s?(?<per>/.+)");
    private static final Map<String, String> UCUM = Map.ofEntries(Map.entry("iu", "[iU]"), Map.entry("miu", "m[iU]"), Map.entry("uiu", "u[iU]"), Map.entry("u", "U"), Map.entry("ku", "kU"), Map.entry("mu", "mU"), Map.entry("meq", "meq"), Map.entry("mg", "mg"), Map.entry("g", "g"),
            Map.entry("ug", "ug"), Map.entry("mcg", "ug"), Map.entry("ng", "ng"), Map.entry("pg", "pg"), Map.entry("mmol", "mmol"), Map.entry("umol", "umol"), Map.entry("nmol", "nmol"), Map.entry("pmol", "pmol"), Map.entry("mosm", "mosm"), Map.entry("mosmol", "mosm"), Map.entry("k", "10*3"), Map.entry("m", "10*6"),
            Map.entry("cell", ""), Map.entry("cells", ""), Map.entry("", ""));
    private static final Map<String, String> PER = Map.ofEntries(Map.entry("l", "L"), Map.entry("dl", "dL"), Map.entry("ml", "mL"), Map.entry("ul", "uL"), Map.entry("mm3", "mm3"), Map.entry("mm\u00b3", "mm3"), Map.entry("cmm", "mm3"), Map.entry("hpf", "[HPF]"), Map.entry("kg", "kg"));
    private static final Map<String, String> ALONE = Map.ofEntries(Map.entry("%", "%"), Map.entry("mm/h", "mm/h"), Map.entry("mm/hr", "mm/h"), Map.entry("mm/hour", "mm/h"), Map.entry("mmhg", "mm[Hg]"), Map.entry("ms", "ms"), Map.entry("s", "s"), Map.entry("sec", "s"), Map.entry("bpm", "/min"),
            Map.entry("/min", "/min"), Map.entry("ml/min", "mL/min"), Map.entry("ml/min/1.73m2", "mL/min/{1.73_m2}"), Map.entry("ml/min/1.73m\u00b2", "mL/min/{1.73_m2}"), Map.entry("kpa", "kPa"), Map.entry("\u00b0c", "Cel"), Map.entry("\u2103", "Cel"), Map.entry("\u00b0f", "[degF]"), Map.entry("\u2109", "[degF]"),
            Map.entry("cm", "cm"), Map.entry("mm", "mm"));

    private TestQuantity() {
    }

    /// The test with its result's code, and with the bounds of its range where they are told in the result's unit.
    static TestFacts normalised(TestFacts test) {
        Map<String, Fact> details = new LinkedHashMap<>(test.details());
        Fact value = details.get("value");
        if (value == null) return test;
        String code = value.code() == null ? code(value.value()) : value.code();
        details.put("value", new Fact(value.value(), code, value.quotes(), value.ways(), value.probability(), value.sure(), value.others()));
        Fact range = details.get("range");
        Matcher bounds = range == null ? null : BOUNDS.matcher(range.value().strip());
        if (range != null && bounds != null && code != null && bounds.matches() && isIn(unitOf(code), bounds.group("unit")) && isIn(unitOf(code), bounds.group("lowUnit"))) {
            String sign = bounds.group("sign") == null ? "" : bounds.group("sign").toLowerCase(Locale.ROOT);
            boolean upper = !sign.isEmpty() && !sign.matches("[>\u2265]|more than|above");
            if (bounds.group("low") != null) details.put("low", bound(range, bounds.group("low")));
            if (bounds.group("low") != null || upper) details.put("high", bound(range, sign.isEmpty() ? bounds.group("high") : bounds.group("one")));
            else details.put("low", bound(range, bounds.group("one")));
        }
        return new TestFacts(test.name(), details);
    }

    /// "\u003c5 mg/L", "18000 /mm3": qualifier, number and UCUM unit; null where the words are no single number, or their unit is not clear.
    static @Nullable String code(String written) {
        Matcher matcher = ONE.matcher(MARKS.matcher(written).replaceAll("").strip());
        if (!matcher.matches()) return null;
        Optional<String> unit = ucum(matcher.group("unit") == null ? "" : matcher.group("unit"));
        return unit.map(found -> sign(matcher.group("sign")) + plain(matcher.group("n")) + (found.isEmpty() ? "" : " " + found)).orElse(null);
    }

    /// @return empty where UCUM's word for it is not clear; blank for a number without unit
    static Optional<String> ucum(String written) {
        String unit = written.replaceAll("(?<=[\\p{L}\u00b0]) (?=[HhCcFf])|\\s", "").replace('\u03bc', 'u').replace('\u00b5', 'u').toLowerCase(Locale.ROOT);
        if (unit.isEmpty()) return Optional.of("");
        if (ALONE.containsKey(unit)) return Optional.of(ALONE.get(unit));
        Matcher power = POWER.matcher(unit);
        if (power.matches()) return per(power.group("per").substring(1)).map(per -> "10*" + power.group("e").replace("\u00b3", "3").replace("\u2076", "6").replace("\u2079", "9").replace("\u00b9\u00b2", "12") + "/" + per);
        int slash = unit.indexOf('/');
        if (slash < 0 || !UCUM.containsKey(unit.substring(0, slash))) return Optional.empty();
        return per(unit.substring(slash + 1)).map(per -> UCUM.get(unit.substring(0, slash)) + "/" + per);
    }

    private static Optional<String> per(String volume) {
        return Optional.ofNullable(PER.get(volume));
    }

    private static boolean isIn(String unit, @Nullable String written) {
        return written == null || written.isBlank() || ucum(written).filter(unit::equals).isPresent();
    }

    private static String unitOf(String code) {
        return code.indexOf(' ') < 0 ? "" : code.substring(code.indexOf(' ') + 1);
    }

    private static Fact bound(Fact range, String number) {
        return new Fact(plain(number), null, range.quotes(), range.ways(), null, false, List.of());
    }

    private static String sign(@Nullable String written) {
        if (written == null) return "";
        return switch (written.toLowerCase(Locale.ROOT)) {
            case "<", "less than", "below" -> "<";
            case "\u2264" -> "<=";
            case "\u2265" -> ">=";
            default -> ">";
        };
    }

    /// "18,000" is eighteen thousand, "7,2" and "7\u00b72" have a decimal.
    private static String plain(String number) {
        return number.replaceAll("[ \u00a0\u202f]", "").replaceAll(",(?=\\d{3}(?:\\D|$))", "").replace(',', '.').replace('\u00b7', '.');
    }
}
