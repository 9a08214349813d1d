package casewright.reading;

import casewright.reading.text.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The patient's age group as the text calls it (E2B(R3) D.2.3): for a patient whose age is not told.
final class AgeGroups {

    private static final String ONE = "\\b(?:an?|the|this|our) (?:[\\w-]+ ){0,2}";

    private record Group(String name, String code, Pattern words) {
    }

    private static final List<Group> GROUPS = List.of(
            new Group("neonate", "1", words("newborns?|neonate|newborn (?:boy|girl|infant|baby)|preterm (?:infant|baby|boy|girl)")),
            new Group("infant", "2", words("infant|baby(?: boy| girl)?")),
            new Group("adolescent", "4", words("adolescent|teenager|teenaged? (?:boy|girl|patient)")),
            new Group("child", "3", words("child|toddler|schoolboy|schoolgirl|boy|girl")),
            new Group("elderly", "6", words("(?:elderly|geriatric|aged) (?:[\\w-]+ )?(?:man|woman|male|female|patient|lady|gentleman|person)")),
            new Group("adult", "5", words("(?:middle-aged|adult) (?:[\\w-]+ )?(?:man|woman|male|female|patient|lady|gentleman|person)")));

    /// The beginning of a word of each group.
    private static final Pattern ANY = Pattern.compile("\\b(?:newborn|neonate|preterm|infant|baby|adolescent|teenage|child|toddler|schoolboy|schoolgirl|boy|girl|elderly|geriatric|aged|middle-aged|adult)", Pattern.CASE_INSENSITIVE);

    private AgeGroups() {
    }

    private static Pattern words(String words) {
        return Pattern.compile(ONE + "(?<g>" + words + ")\\b(?! (?:with|of) (?:her|his)|['\u2019]s)", Pattern.CASE_INSENSITIVE);
    }

    /// The group that is named first in the sentence.
    static Optional<Fact> in(Sentence sentence, Pattern notThePatient) {
        if (!ANY.matcher(sentence.text()).find() || notThePatient.matcher(sentence.text()).find()) return Optional.empty();
        Fact first = null;
        for (Group group : GROUPS) {
            Matcher matcher = group.words().matcher(sentence.text());
            if (matcher.find() && (first == null || sentence.start() + matcher.start("g") < first.quotes().getFirst().start())) first = Fact.of(group.name(), group.code(), sentence.quote(matcher.start("g"), matcher.end("g")), "pattern", false);
        }
        return Optional.ofNullable(first);
    }
}
