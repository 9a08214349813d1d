package casewright.retrieval;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Tells the language of a text by its script and its commonest small words.
public final class TextLanguage {

    public static final String CHINESE = "zh";
    public static final String UNKNOWN = "und";

    private static final int FEWEST_SMALL_WORDS = 3;
    /// Latin shares two with French, and names in English addresses one or two with Dutch or Spanish.
    private static final int FEWEST_DIFFERENT_WORDS = 3;
    private static final double FEWEST_CHINESE = 0.1;
    /// Words that only one of them has, or has far more often than the others.
    private static final Map<String, Set<String>> SMALL_WORDS = Map.of(
            "en", Set.of("the", "of", "and", "to", "was", "with", "for", "is", "that", "were"),
            "de", Set.of("der", "und", "die", "das", "mit", "nicht", "wurde", "ist", "von", "eine"),
            "fr", Set.of("le", "les", "des", "et", "du", "une", "est", "dans", "pour", "avec"),
            "es", Set.of("el", "los", "las", "una", "por", "con", "para", "del", "fue", "y"),
            "it", Set.of("il", "di", "che", "della", "per", "con", "una", "dei", "stato", "gli"),
            "pt", Set.of("o", "os", "uma", "com", "para", "dos", "foi", "do", "n\u00e3o", "em"),
            "nl", Set.of("het", "een", "van", "en", "niet", "werd", "met", "voor", "aan", "zijn"));

    private TextLanguage() {}

    /// @return an ISO 639-1 code, or [#UNKNOWN] where too little is written, or in a language that is none of those known here
    public static String of(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        if (countHan(text) > FEWEST_CHINESE * letters) {
            return CHINESE;
        }
        List<String> words = List.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}]+"));
        return SMALL_WORDS.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), words.stream().filter(entry.getValue()::contains).count()))
                .filter(entry -> entry.getValue() >= FEWEST_SMALL_WORDS)
                .max(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .filter(language -> language.equals("en") || words.stream().filter(SMALL_WORDS.getOrDefault(language, Set.of())::contains).distinct().count() >= FEWEST_DIFFERENT_WORDS)
                .orElse(UNKNOWN);
    }

    static long countHan(String text) {
        return text.codePoints().filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN).count();
    }
}
