package casewright.reading;

import casewright.reading.text.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// "fell from 798 to 98 (x10^9/L)", "45 → 890 U/L": results of one test in their order, each a test of its own (E2B(R3) F.r repeats for each result).
final class ResultSeries {

    private static final String ONE = "(?:" + TestReader.NUMBER + ")(?:/\\d{2,3})?";
    private static final String UNIT = "(?:\\s?" + TestReader.UNIT + "(?!\\p{L}))?";
    private static final String ARROW = "\\s?(?:->|=>|[\u2192\u27f6\u2794\u21d2])\\s?";
    private static final Pattern FROM = Pattern.compile("\\bfrom (?:about |approximately |around )?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern VALUE = Pattern.compile(ONE + UNIT, Pattern.CASE_INSENSITIVE);
    private static final Pattern NEXT = Pattern.compile(ARROW + "(?<n>" + ONE + UNIT + ")(?![\\d/%]|\\.\\d)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NEXT_TO = Pattern.compile("(?: ?[(\\[][^()\\[\\]]{1,40}[)\\]])?(?: (?:on|at|by|in|before|after) [^.;,]{1,40}?)?,? to (?:about |approximately |around |an? (?:nadir|peak|maximum|minimum|low|high) of )?(?<n>" + ONE + UNIT + ")(?![\\d/%]|\\.\\d)", Pattern.CASE_INSENSITIVE);
    /// "from 3 days to 5 days" is no result
    private static final Pattern SPAN = Pattern.compile("\\s?(?:hours?|hrs?|days?|weeks?|months?|minutes?|years?)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNIT_BEHIND = Pattern.compile("\\s?[(\\[](?:in )?(?<unit>" + TestReader.UNIT + ")[)\\]]", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNIT_AT_END = Pattern.compile("(?<unit>" + TestReader.UNIT + ")$", Pattern.CASE_INSENSITIVE);

    private ResultSeries() {
    }

    /// @param measured a test's name and first value
    /// @return empty where the sentence tells one result
    static List<TestFacts> of(Sentence sentence, Matcher measured) {
        String text = sentence.text();
        List<int[]> values = new ArrayList<>();
        Matcher first = VALUE.matcher(text).region(measured.start("value"), text.length());
        boolean from = FROM.matcher(sentence.before(measured.start("value"), 30)).find();
        if (!first.lookingAt()) return List.of();
        values.add(new int[] {first.start(), first.end()});
        Matcher next = (from ? NEXT_TO : NEXT).matcher(text).region(first.end(), text.length());
        while (next.lookingAt() && !SPAN.matcher(text).region(next.end(), text.length()).lookingAt()) {
            values.add(new int[] {next.start("n"), next.end("n")});
            next.region(next.end(), text.length());
        }
        if (values.size() == 1) return List.of();
        Fact name = Fact.of(measured.group("name"), null, sentence.quote(measured.start("name"), measured.end("name")), "pattern", false);
        Quote unit = unit(sentence, values.getLast());
        List<TestFacts> results = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) results.add(result(sentence, name, values.get(i), i + 1 < values.size() ? values.get(i + 1)[0] : -1, unit));
        return results;
    }

    /// A unit that stands at the last value only is each value's.
    private static TestFacts result(Sentence sentence, Fact name, int[] span, int nextValue, @Nullable Quote unit) {
        Quote number = sentence.quote(span[0], span[1]);
        boolean carried = unit != null && !UNIT_AT_END.matcher(number.text()).find();
        Fact value = new Fact(carried && unit != null ? number.text() + " " + unit.text() : number.text(), null, carried && unit != null ? List.of(number, unit) : List.of(number), List.of("pattern"), null, false, List.of());
        Map<String, Fact> details = new LinkedHashMap<>(Map.of("value", value));
        (nextValue < 0 ? TestReader.when(sentence, span[0], span[1]) : TestReader.justBehind(sentence, span[1], nextValue)).ifPresent(when -> details.put("when", when));
        return new TestFacts(name, details);
    }

    private static @Nullable Quote unit(Sentence sentence, int[] last) {
        Matcher own = UNIT_AT_END.matcher(sentence.text()).region(last[0], last[1]);
        if (own.find()) return sentence.quote(own.start("unit"), own.end("unit"));
        Matcher behind = UNIT_BEHIND.matcher(sentence.text()).region(last[1], sentence.text().length());
        return behind.lookingAt() ? sentence.quote(behind.start("unit"), behind.end("unit")) : null;
    }
}
