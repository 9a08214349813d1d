package casewright.reading;

import java.util.regex.Pattern;

/// Which drugs of a single sentence are no culprits: those given against what befell, those that helped, those that did not help.
final class RemedyRules {

    /// What stands behind these words has the disease, or is it.
    private static final Pattern GIVEN_TO = Pattern.compile("(?:\\b(?:therapy|treatment|treated) for|\\b(?:patients?|child(?:ren)?|man|woman|boy|girl|subjects?) with) (?:[\\w-]+ ){0,2}$", Pattern.CASE_INSENSITIVE);
    /// "responsive to dantrolene", "managed with danaparoid": the remedy beside the drug that is blamed.
    private static final Pattern REMEDY_BEFORE = Pattern.compile("\\b(?:respon(?:sive|d\\w*) to|(?:resol\\w+|improv\\w+|relie\\w+|revers\\w+|manag\\w+|ameliorat\\w+|rescu\\w+|mitigat\\w+|recover\\w*|(?:successful(?:ly)? )?treat(?:ed|ment)) (?:[\\w-]+ ){0,4}?(?:with|by|after)) (?:(?:intravenous|oral|high-dose|low-dose|the|systemic|topical) ){0,2}$", Pattern.CASE_INSENSITIVE);
    /// "refractory to ganciclovir and foscarnet": what did not help.
    private static final Pattern NO_HELP_BEFORE = Pattern.compile("\\b(?:(?:fail(?:ed|ure|s)?|not) to respond to|did not respond to|refractory to|unresponsive to|despite)\\b(?:(?!\\b(?:follow\\w*|develop\\w*|occurr?\\w*|after|wh(?:o|ich|en)|was|were|had)\\b)[^.;]){0,160}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern REMEDY_BEHIND = Pattern.compile("^ (?:is|was|may be|can be) (?:beneficial|effective|useful|helpful)\\b|^ may (?:decrease|reduce|prevent)\\b", Pattern.CASE_INSENSITIVE);
    /// "clomiphene is a first-line treatment for", "cyclosporin resulted in resolution", "improved after 7 days of pyridoxine".
    private static final Pattern CURED = Pattern.compile("^ (?:is|are|was) (?:an? |the )?(?:[\\w-]+ ){0,3}(?:treatments?|therapy|option|drug of choice) (?:for|of|in)\\b|^(?: (?:treatment|therapy|administration|infusions?|\\([^)]*\\)))* (?:resulted in|led to|produced|brought|achieved|induced) (?:an? |the )?(?:[\\w-]+ ){0,2}(?:resolution|improvement|remission|recovery|disappearance|relief|healing|regression)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern CURED_BY = Pattern.compile("\\b(?:resol\\w+|improv\\w+|relie\\w+|revers\\w+|ameliorat\\w+|mitigat\\w+|recover\\w*) (?:[\\w-]+ ){0,4}?(?:with|by|after) (?:(?:\\d+|an?|one|two|three|four|several|a few|some) (?:days?|weeks?|months?|doses?|courses?|cycles?) of )?(?:(?:intravenous|oral|high-dose|low-dose|the|systemic|topical) ){0,2}(?:[\\w-]+(?:,| and) )?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern SWITCHED_TO = Pattern.compile("\\b(?:changed|switched|converted) to (?:[\\w-]+ ){0,2}$", Pattern.CASE_INSENSITIVE);
    /// "Withdrawal of Depakote resulted in resolution": the stop is the remedy.
    private static final Pattern STOPPING_BEFORE = Pattern.compile("\\b(?:discontinu\\w+|withdraw\\w*|cessation|stopping|reduc\\w+|removal|tapering)(?: \\w+){0,3} $", Pattern.CASE_INSENSITIVE);

    private RemedyRules() {
    }

    static boolean isGivenTo(String sentence, int[] span) {
        return GIVEN_TO.matcher(sentence.substring(0, span[0])).find() || didNotHelp(sentence, span);
    }

    static boolean didNotHelp(String sentence, int[] span) {
        return NO_HELP_BEFORE.matcher(sentence.substring(0, span[0])).find();
    }

    static boolean isRemedy(String sentence, int[] span) {
        return !STOPPING_BEFORE.matcher(sentence.substring(0, span[0])).find() && isGivenAgainst(sentence, span);
    }

    /// As [#isRemedy], and said so plainly that it is no culprit even where none is named.
    static boolean cures(String sentence, int[] span) {
        return !STOPPING_BEFORE.matcher(sentence.substring(0, span[0])).find() && (CURED_BY.matcher(sentence.substring(0, span[0])).find() || CURED.matcher(sentence.substring(span[1])).find());
    }

    private static boolean isGivenAgainst(String sentence, int[] span) {
        return CURED.matcher(sentence.substring(span[1])).find() || CURED_BY.matcher(sentence.substring(0, span[0])).find() || REMEDY_BEFORE.matcher(sentence.substring(0, span[0])).find() || SWITCHED_TO.matcher(sentence.substring(0, span[0])).find() || REMEDY_BEHIND.matcher(sentence.substring(span[1])).find();
    }
}
