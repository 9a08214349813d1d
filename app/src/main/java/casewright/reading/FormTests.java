package casewright.reading;

import casewright.reading.text.FormField;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A form's box of tests, entry by entry: "11/10/2020 low white blood cell count; CT head normal".
final class FormTests {

    private static final Pattern END = Pattern.compile("[;\\n]|\\.(?!\\d)");

    private FormTests() {
    }

    static List<TestFacts> of(FormField field) {
        List<TestFacts> tests = new ArrayList<>();
        Matcher ends = END.matcher(field.value());
        int from = 0;
        while (ends.find()) {
            test(field, from, ends.start()).ifPresent(tests::add);
            from = ends.end();
        }
        test(field, from, field.value().length()).ifPresent(tests::add);
        return tests;
    }

    private static Optional<TestFacts> test(FormField field, int start, int end) {
        String entry = field.value().substring(start, end);
        Matcher name = TestReader.NAMED.matcher(entry);
        if (!name.find()) return Optional.empty();
        Map<String, Fact> details = new LinkedHashMap<>();
        Matcher when = Dates.ANY.matcher(entry);
        boolean dated = when.find();
        if (dated) details.put("when", Fact.of(when.group().strip(), Dates.iso(when.group()).orElse(null), field.part(start + when.start(), start + when.end()), "form", true));
        int from = dated && when.start() == 0 ? when.end() : 0;
        String value = entry.substring(from).strip();
        int at = start + from + entry.substring(from).indexOf(value);
        Matcher measured = TestReader.MEASURED.matcher(entry);
        if (!value.isEmpty()) details.put("value", Fact.of(value, measured.find() ? TestQuantity.code(measured.group("value")) : null, field.part(at, at + value.length()), "form", true));
        Matcher range = TestReader.RANGE.matcher(entry);
        if (range.find()) {
            String group = range.group("r") != null ? "r" : "r2";
            details.put("range", Fact.of(range.group(group).strip(), null, field.part(start + range.start(group), start + range.end(group)), "form", true));
        }
        return Optional.of(QualitativeTests.coded(TestQuantity.normalised(new TestFacts(Fact.of(name.group(), null, field.part(start + name.start(), start + name.end()), "form", true), details))));
    }
}
