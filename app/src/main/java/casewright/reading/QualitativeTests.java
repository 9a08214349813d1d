package casewright.reading;

import casewright.reading.text.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Results without a number: "antinuclear antibodies were positive", "elevated creatine kinase" (E2B(R3) F.r.3.1 and F.r.3.4).
final class QualitativeTests {

    private static final String WORDS_BEFORE = "(?<![\\w/-])(?:(?!(?:the|an?|his|her|its|their|th(?:is|at|ese)|any|no|each|and|or|but|with|also|then|while|as|all|both|ha[ds]|have|was|were|is|are|of|for|by|in|on|to)\\b)[\\w/-]{1,40}+ ){0,3}";
    private static final String FOR_SOMETHING = "(?: (?:for|against) [\\w/-]+(?:(?:, | and | or | )(?!(?:was|were|is|are|came|returned|tested|remained|became|turned|proved|showed|done|sent)\\b)[\\w/-]+){0,5})?";
    private static final String SEROLOGY = "(?:" + WORDS_BEFORE + "(?:antibody|antibodies|antigens?|IgM|IgG|IgE|PCR|serolog(?:y|ies))" + FOR_SOMETHING + "|ANA|p-ANCA|c-ANCA|ANCA|DLST|(?:drug[- ](?:induced )?)?lymphocyte (?:stimulation|transformation) tests?|(?:skin |patch |prick |intradermal |provocation )+tests?"
            + "|(?:direct |indirect )?(?:Coombs'?|antiglobulin) test|(?:rapid |influenza |pregnancy |SARS-CoV-2 |COVID-19 |HIV |strep\\w* |malaria )+tests?|(?:blood|urine|sputum|stool|CSF|wound|throat|nasal) (?:cultures?|swabs?)|(?:liver|renal|kidney|thyroid|lung|pulmonary) function tests?|LFTs?|(?:urine |serum )?(?:toxicology|drug)(?: screen(?:ing)?)?|urinalysis|(?:serum )?complement(?: factor)?(?: \\w)?)";
    private static final String NAME = "(?<name>" + TestReader.NAME + "|" + SEROLOGY + ")(?: tests?)?(?: (?:results?|levels?|titers?|titres?|counts?|screens?|screening))?";
    private static final String RESULT = "(?<value>positive|negative|normal|abnormal|sterile|elevated|raised|increased|high|low|decreased|reduced|undetectable|unremarkable|reactive|non-?reactive|borderline|equivocal|inconclusive|indeterminate|within normal limits)";
    /// Without one of these nothing is told, and names of tests need not be looked for.
    private static final Pattern ANY_RESULT = Pattern.compile("\\b" + RESULT.replace("?<value>", "?:"), Pattern.CASE_INSENSITIVE);
    private static final Pattern SAID_BEHIND = Pattern.compile("\\b" + NAME + "(?: (?:was|were) (?:checked|sent|done|performed|obtained|measured) and)? (?:was|were|is|are|came back|returned|tested|remained|became|turned|proved|showed)"
            + "(?: (?:also|all|both|strongly|weakly|mildly|markedly|slightly|moderately|significantly|again|initially|subsequently|found to be))* " + RESULT + "\\b(?! (?:to|from|at|by) \\d)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SAID_BEFORE = Pattern.compile("\\b(?<value>elevated|raised|increased|decreased|low|positive|negative) " + NAME + "(?! (?:diet|intake|channel|supplement\\w*|replacement|therapy|treatment)\\b)(?! ?(?:was|were|of|at|to|:|=)? ?\\(?\\d)(?!\\w)", Pattern.CASE_INSENSITIVE);
    /// "CRP normal, ESR ..."
    private static final Pattern SAID_BESIDE = Pattern.compile("\\b" + NAME + ":? " + RESULT + "(?= ?(?:[,;.)]|$| and\\b))", Pattern.CASE_INSENSITIVE);
    /// "ANA and ANCA were negative": what is said of the last is said of those before it.
    private static final Pattern JOINED = Pattern.compile("\\b" + NAME + "(?:,|,? and|,? or|,? nor)(?: the| his| her)? $", Pattern.CASE_INSENSITIVE);
    private static final Pattern DENIED = Pattern.compile("\\b(?:no|any|not|without) (?:[\\w-]+ ){0,2}$", Pattern.CASE_INSENSITIVE);
    private static final int JOINED_CHARS = 80;
    /// "oxygen level was low" is told, "any level" names no test.
    private static final Pattern NO_TEST = Pattern.compile("(?:no|the|any|this|that|a|an|each|what|their|his|her|its) .*|\\w+ level|(?:body )?temperature|blood pressure|heart rate", Pattern.CASE_INSENSITIVE);

    /// The words of E2B(R3) F.r.3.1 and their like; "not positive" and "false positive" are left to a person.
    private static final Pattern CODED = Pattern.compile("\\b(?:(?<positive>(?<!non-)(?<!non)(?:positive|reactive))|(?<negative>negative|non-?reactive)|(?<borderline>borderline|equivocal)|(?<inconclusive>inconclusive|indeterminate))\\b(?= for\\b|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHERWISE = Pattern.compile("\\b(?:not|no|never|nor|or|false(?:ly)?)\\b", Pattern.CASE_INSENSITIVE);
    private static final Map<String, String> CODES = Map.of("positive", "1", "negative", "2", "borderline", "3", "inconclusive", "4");

    private QualitativeTests() {
    }

    /// The test with its result's code beside the words, where it has one.
    static TestFacts coded(TestFacts test) {
        Fact value = test.details().get("value");
        if (value == null || value.code() != null || OTHERWISE.matcher(value.value()).find()) return test;
        Matcher said = CODED.matcher(value.value());
        if (!said.find()) return test;
        String word = CODES.keySet().stream().filter(group -> said.group(group) != null).findFirst().orElseThrow();
        if (said.find()) return test;
        Map<String, Fact> details = new LinkedHashMap<>(test.details());
        details.put("result", new Fact(word, CODES.get(word), value.quotes(), value.ways(), value.probability(), value.sure(), List.of()));
        return new TestFacts(test.name(), details);
    }

    static List<TestFacts> in(Sentence sentence) {
        if (!ANY_RESULT.matcher(sentence.text()).find()) return List.of();
        List<TestFacts> found = new ArrayList<>();
        for (Pattern pattern : List.of(SAID_BEHIND, SAID_BEFORE, SAID_BESIDE)) {
            Matcher matcher = pattern.matcher(sentence.text());
            while (matcher.find()) {
                if (NO_TEST.matcher(matcher.group("name")).matches() || DENIED.matcher(sentence.before(matcher.start("name"), JOINED_CHARS)).find()) continue;
                TestFacts test = TestReader.test(sentence, matcher, "name", "value");
                found.add(test);
                if (pattern == SAID_BEHIND) joined(sentence, matcher.start(), test.details(), found);
            }
        }
        return found;
    }

    private static void joined(Sentence sentence, int start, Map<String, Fact> details, List<TestFacts> found) {
        String before = sentence.before(start, JOINED_CHARS);
        Matcher joined = JOINED.matcher(before);
        if (!joined.find() || NO_TEST.matcher(joined.group("name")).matches()) return;
        int at = start - before.length();
        found.add(new TestFacts(Fact.of(joined.group("name"), null, sentence.quote(at + joined.start("name"), at + joined.end("name")), "pattern", false), details));
        joined(sentence, at + joined.start(), details, found);
    }
}
