package casewright.reading;

import java.util.regex.Pattern;

/// The words that tell how a reaction went on: one list for its outcome (E2B(R3) E.i.7), its end (E.i.5) and the dechallenge of its drug (CIOMS I box 20).
/// The outcome that a word stands for follows the value list of E.i.7; a dechallenge is positive for what is over or eases, negative for what stays.
final class OutcomeWords {

    private static final String NOT_IN_PART = "(?! (?:partial|incomplete|partly))";
    /// A turn to the good that came to its end.
    static final String OVER = "(?:(?:complete(?:ly)?|full(?:y)?|total(?:ly)?|entire(?:ly)?) (?:recover\\w*|resol\\w+|remission|regress\\w+|clear(?:ed|ance)|disappear\\w*|subsided|reversed)|regress\\w+ (?:completely|fully|totally|entirely)"
            + "|(?:recovered|resol(?:ved|ution)|disappear\\w*|subsided|abated|settled|cleared|faded|vanished|healed|remitted)" + NOT_IN_PART + "|normali[sz]ed|(?:returned|reverted|went back|gone back|came back|back) to (?:normal|baseline|her|his|pre)|decreas\\w+ to normal"
            + "|went away|(?:had|has|have|were|was|is|are) (?:all |now |completely |entirely |totally |fully )?gone|wore off|worn off|went down|remission|free of symptoms|symptom[- ]free|asymptomatic|regained|calmed|uneventful recovery|(?:bleeding|h(?:a)?emorrhage|vomiting|diarrh\\w+|seizures?|symptoms|hiccups|pain) (?:had |has |have )?(?:ceased|stopped)|(?:entirely|perfectly|completely|quite) (?:well|normal)|back to (?:his|her|him|my)? ?self|(?:showed|had|with) no (?:neurological|neurologic|residual|focal) (?:deficits?|impairment)|returned to (?:duty|work|school)|(?:was|were) back to (?:his|her|its|the) usual(?: \\w+)?|no (?:further|more|new) (?:\\w+ ){1,3}(?:occurred|were (?:seen|noted|observed|reported)|developed|appeared)|(?:without|no) (?:any )?(?:\\w+ )?sequel\\w*)";
    /// A turn to the good that goes on.
    static final String EASING = "(?:improv\\w+|ameliorat\\w+|recovering|(?:feel\\w*|felt|got|get|getting|became|is|was|are|were|much|somewhat|slightly) better|eas(?:ed|ing)|lessen(?:ed|ing)|dimini?sh(?:ed|ing)|fading|subsiding|abating|settling|clearing|resolving|healing|regress\\w+|less severe"
            + "|(?:gradual(?:ly)?|partial(?:ly)?|partly|incompletely) (?:recover\\w*|resol\\w+|remission|subsid\\w+|improv\\w+|regress\\w+|clear\\w+|fad\\w+)|(?:subsid|resolv|recover|disappear|clear|fad)ed (?:partial|incomplete|partly)(?:ly)?)";
    private static final String TURN = "(?:improve\\w*|resol\\w+|recover\\w*|fade\\w*|subsid\\w+|settle\\w*|clear\\w*|disappear\\w*|normali[sz]e\\w*|regress\\w*|abate\\w*|vanish\\w*|heal\\w*|ease[ds]?|lessen\\w*|go(?:ne)? away|gone|(?:return(?:ed)?|go(?:ne)? back) to (?:normal|baseline)|(?:get|feel) better|got better)";
    /// No turn to the good.
    static final String STAYING = "(?:(?:not|never|failed to|fails to) (?:yet |fully |completely |entirely |totally |been |really |at all ){0,2}" + TURN + "|no (?:\\w+ )?(?:improvement|resolution|recovery|regression)\\b|persist(?:s|ed|ing)?"
            + "|remain\\w* (?:abnormal|elevated|impaired|reduced|ill|symptomatic|present|visible|unchanged|the same)|still (?:present|visible|there|persist\\w*)|unchanged)";
    /// It is over, and something stayed behind.
    static final String LEAVING_TRACES = "(?:(?:recovered|resolved|healed|cleared|subsided) (?:but )?with (?:\\w+ )?(?:sequela\\w*|residual|permanent)|sequela\\w*|residual|permanent|(?:was|were|been|is) left with|left (?:him|her|them|the \\w+) with)";

    private static final Pattern NEGATED = Pattern.compile("\\b(?:not|no|without|never|failed to|fails to)\\s+(?:\\w+\\s+){0,2}$", Pattern.CASE_INSENSITIVE);
    /// "was expected to", "may have": lower case, as May is a month.
    private static final Pattern EXPECTED_BEFORE = Pattern.compile("\\b(?:(?:expected|anticipated|likely|unlikely|predicted|hoped|supposed) (?:to|that|for)\\b[^.;,]{0,40}|(?:will|would|should|may|might)(?: (?:have|be|been|soon|also|then|probably)){0,2}\\s+)$");
    private static final Pattern EXPECTED_BEHIND = Pattern.compile("^[^.;,]{0,40}\\b(?:is|was|are|were|being) (?:still )?(?:expected|awaited|anticipated|hoped for|likely|unlikely)\\b", Pattern.CASE_INSENSITIVE);

    private static final int AROUND_CHARS = 100;

    private OutcomeWords() {
    }

    static Pattern pattern(String words) {
        return Pattern.compile("\\b(?:" + words + ")\\b", Pattern.CASE_INSENSITIVE);
    }

    /// "did not fully resolve": a denial just before the word at this place.
    static boolean isNegated(String text, int at) {
        return NEGATED.matcher(text.substring(Math.max(0, at - 25), at)).find();
    }

    /// "is expected to resolve", "full recovery is awaited": not what happened.
    static boolean isExpected(String text, int start, int end) {
        return EXPECTED_BEFORE.matcher(text.substring(Math.max(0, start - AROUND_CHARS), start)).find() || EXPECTED_BEHIND.matcher(text.substring(end, Math.min(text.length(), end + AROUND_CHARS))).find();
    }
}
