package casewright.reading;

import java.util.regex.Pattern;

/// What a single sentence tells as a whole, whatever the model or a list finds in it.
final class SentenceRules {

    /// "Clinicians should be aware", "should be kept in mind".
    private static final Pattern WARNS = Pattern.compile("\\b(?:aware(?:ness)?|cognizant|vigilant|mindful|alert(?:ed)?|(?:kept|borne|bear|keep) in mind|taken into account)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern HARM = Pattern.compile("\\b(?:develop\\w*|experienc\\w+|suffer\\w*|occur\\w*|complicat\\w*|induc\\w+|\\w*toxic\\w*|adverse|side[- ]effects?|caus\\w+|discontinu\\w+|interactions?|overdos\\w+|intoxication|reactions?|death|died|fatal|withdrawn|stopped|recur\\w*)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern STOPPED = Pattern.compile("\\b(?:discontinu\\w+|withdraw\\w*|cessation|stopp\\w+)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern PASSED = Pattern.compile("\\b(?:resol\\w+|regress\\w*|disappear\\w*|improv\\w+|recover\\w*|normali[sz]\\w+|abate\\w*|subsid\\w+|revers\\w+)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern BEGAN_OR_BLAMED = Pattern.compile("\\b(?:\\w*induc\\w+|caus\\w+|due to|associat\\w+|secondary|develop\\w*|attribut\\w+|\\w+-related|related to|occur\\w*|experienc\\w+|result\\w*(?! in (?:\\w+ ){0,3}(?:resolution|improvement|recovery|disappearance|normali))|appear\\w*|presented|diagnos\\w+|(?:re)?start\\w*|persist\\w*|recur\\w*|point\\w+ (?:out )?to\\w*|reactions?(?! (?:\\w+ ){0,2}(?:resolv|subsid|disappear|abate))|\\w*toxic\\w*|side[- ]effects?|adverse|led to|lead\\w*|precipitat\\w*|trigger\\w*|provok\\w*|produc\\w*|suffer\\w*|complicat\\w*|followed by (?!(?:\\w+ ){0,2}(?:recovery|resolution|improvement|normali))|overdos\\w*|hypersens\\w*|allerg\\w*)\\b", Pattern.CASE_INSENSITIVE);

    private SentenceRules() {
    }

    /// Only the end of something is told: a drug was stopped and it passed. That it befell, and of what, another sentence says.
    static boolean tellsOnlyTheEnd(String sentence) {
        return STOPPED.matcher(sentence).find() && PASSED.matcher(sentence).find() && !BEGAN_OR_BLAMED.matcher(sentence).find();
    }

    static boolean tellsHarm(String sentence) {
        return HARM.matcher(sentence).find();
    }

    /// A warning about a drug tells of its harm, also where "the possibility" is all that it calls it.
    static boolean warns(String sentence) {
        return WARNS.matcher(sentence).find();
    }
}
