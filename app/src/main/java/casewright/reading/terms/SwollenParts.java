package casewright.reading.terms;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// "her left upper lip and cheek swelled up": what swelled belongs to the term, which says too little without it.
final class SwollenParts {

    private static final String WHICH = "(?:(?:left|right|upper|lower|whole|entire|both|inner|outer) )*";
    private static final String PART = "(?:lips?|tongue|face|cheeks?|eyes?|eyelids?|throat|epiglottis|uvula|neck|gums?|nose|ears?|forehead|hands?|fingers?|wrists?|arms?|elbows?|shoulders?|armpits?|breasts?|feet|foot|toes?|ankles?|legs?|knees?|thighs?|joints?|lymph nodes?|glands?|injection site)";
    private static final Pattern BEFORE = Pattern.compile("\\b" + WHICH + "(?:side of (?:the |his |her |my )?)?" + PART + "(?:,? and (?:the |his |her |my )?" + WHICH + PART + "|, " + WHICH + PART + ")*(?: (?:also|suddenly|then|all|had|again))* $", Pattern.CASE_INSENSITIVE);
    private static final Pattern SWELLED = Pattern.compile(".* (swelled)(?: up)?", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final int LONGEST_CHARS = 80;

    private SwollenParts() {
    }

    /// Where the term with its part begins; `start` where the text names none.
    ///
    /// @param start of "swelled"
    static int startBefore(String text, int start) {
        int from = Math.max(0, start - LONGEST_CHARS);
        Matcher before = BEFORE.matcher(text.substring(from, start));
        return before.find() ? from + before.start() : start;
    }

    /// @param end behind "swelled"
    static int endBehind(String text, int end) {
        return text.regionMatches(true, end, " up", 0, 3) && (end + 3 == text.length() || !Character.isLetterOrDigit(text.charAt(end + 3))) ? end + 3 : end;
    }

    /// The term without the part, as the lists hold it.
    static String withoutPart(String term) {
        Matcher swelled = SWELLED.matcher(term);
        return swelled.matches() ? swelled.group(1) : term;
    }
}
