package casewright.evidence.listedness;

import java.util.List;
import java.util.Map;

/// Takes the ending off a folded word, so that "hypotensive" and "hypotension", "necrotic" and "necrosis" are one.
///
/// Only endings that leave the disorder the same: "-itis", "-osis", "-emia" and "-penia" stay, because they are the disorder.
final class Stem {

    private static final int SHORTEST_WORD = 6;
    /// Adjectives that are no sign of the noun: "HIV-infected subjects", "dose-dependent".
    private static final List<String> NOT_THE_DISORDER = List.of("infected", "dependent");
    /// "lips", which [casewright.reading.terms.Fold] leaves alone.
    private static final int SHORTEST_PLURAL = 4;
    private static final int SHORTEST_STEM = 4;
    /// Greek nouns and their adjectives.
    private static final Map<String, String> GREEK = Map.of("otic", "os", "osis", "os", "etic", "es", "esis", "es", "actic", "ax", "axis", "ax", "lytic", "lys", "lysis", "lys", "ptic", "ps", "psis", "ps");
    /// Longer ones first where one ends in the other.
    private static final String[] ENDINGS = {"ational", "ation", "ating", "ative", "atory", "ated", "ate", "sion", "sive", "tion", "tive", "ness", "ment", "ical", "ity", "ism", "ing", "ion", "ive", "ory",
        "ous", "ful", "ant", "ancy", "ent", "ency", "ence", "ial", "al", "ic", "ia", "ed", "es", "us", "um", "ly", "e", "a", "y"};
    /// Their last letter belongs to the stem: "hypertens-ion", "infect-ion".
    private static final String KEEP_FIRST_LETTER_OF = "sion sive tion tive";

    private Stem() {
    }

    static String of(String folded) {
        // British spelling inside a word: "discolouration", "leucopenia", "luteinising".
        String word = folded.replace("olour", "olor").replace("umour", "umor").replace("leuc", "leuk").replace("ising", "izing");
        if (word.length() == SHORTEST_PLURAL && word.endsWith("s") && !word.endsWith("ss") && !word.endsWith("us") && !word.endsWith("is")) return word.substring(0, SHORTEST_PLURAL - 1);
        if (word.length() < SHORTEST_WORD || NOT_THE_DISORDER.stream().anyMatch(word::endsWith) || word.endsWith("itis") || !Character.isLetter(word.charAt(0))) return word;
        for (Map.Entry<String, String> greek : GREEK.entrySet()) {
            if (word.endsWith(greek.getKey())) return word.substring(0, word.length() - greek.getKey().length()) + greek.getValue();
        }
        for (String ending : ENDINGS) {
            if (!word.endsWith(ending)) continue;
            int length = word.length() - ending.length() + (KEEP_FIRST_LETTER_OF.contains(ending) && ending.length() == 4 ? 1 : 0);
            if (length >= SHORTEST_STEM) return withoutDouble(word.substring(0, length));
        }
        return word;
    }

    private static String withoutDouble(String stem) {
        int last = stem.length() - 1;
        return stem.charAt(last) == stem.charAt(last - 1) ? stem.substring(0, last) : stem;
    }
}
