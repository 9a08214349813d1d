package casewright.retrieval.ranking;

import java.util.regex.Pattern;

/// Writes British and American spellings of a word alike.
///
/// The result is for comparing, not for reading: "aerosol" becomes "erosol" on both sides of the comparison, which does no harm.
final class SpellingFolding {

    private static final Pattern OUR = Pattern.compile("(?<=[a-z]{3})our(?=$|s$|ed$|ing$|able$|less$)");
    private static final Pattern ISE = Pattern.compile("(?<=[a-z]{3})(is|ys)(?=(e|es|ed|er|ers|ing|ation|ations)$)");
    private static final Pattern TRE = Pattern.compile("(?<=[a-z]{2})(t|b)re(s?)$");

    private SpellingFolding() {}

    /// @param word in lower case, accents already removed
    static String fold(String word) {
        if (word.length() < 4) {
            return word;
        }
        String folded = word.replace("ae", "e").replace("oe", "e").replace("sulph", "sulf").replace("leuc", "leuk");
        if (folded.contains("our")) {
            folded = OUR.matcher(folded).replaceFirst("or");
        }
        if (folded.contains("is") || folded.contains("ys")) {
            folded = ISE.matcher(folded).replaceFirst(found -> found.group(1).charAt(0) + "z");
        }
        return folded.contains("re") ? TRE.matcher(folded).replaceFirst("$1er$2") : folded;
    }
}
