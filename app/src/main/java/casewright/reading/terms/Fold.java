package casewright.reading.terms;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Makes spellings equal: case, accents, hyphens, British and American, plural.
public final class Fold {

    private static final Pattern ACCENT = Pattern.compile("\\p{M}");

    private Fold() {
    }

    /// A word of a text: [start, end) in the text it was taken from, and its folded form.
    public record Token(int start, int end, String folded) {
    }

    /// Words and numbers in their order; hyphens and slashes part words, an inner dot of a number does not.
    public static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            if (!Character.isLetterOrDigit(text.charAt(i))) {
                i++;
                continue;
            }
            int start = i;
            while (i < text.length() && (Character.isLetterOrDigit(text.charAt(i)) || insideWord(text, i))) i++;
            tokens.add(new Token(start, i, word(text.substring(start, i))));
        }
        return tokens;
    }

    private static boolean insideWord(String text, int i) {
        if (i == 0 || i + 1 >= text.length()) return false;
        char c = text.charAt(i);
        boolean apostrophe = (c == '\'' || c == '\u2019') && Character.isLetter(text.charAt(i - 1)) && Character.isLetter(text.charAt(i + 1));
        boolean decimal = c == '.' && Character.isDigit(text.charAt(i - 1)) && Character.isDigit(text.charAt(i + 1));
        return apostrophe || decimal;
    }

    /// The folded form of a single word.
    public static String word(String word) {
        String folded = plain(word.toLowerCase(Locale.ROOT));
        if (folded.endsWith("'s")) folded = folded.substring(0, folded.length() - 2);
        folded = folded.replace("'", "");
        if (folded.length() > 3) {
            if (hasOtherSpelling(folded)) folded = folded.replace("ae", "e").replace("oe", "e").replace("isation", "ization").replace("ise", "ize").replace("yse", "yze").replace("sulph", "sulf");
            if (folded.endsWith("our") && folded.length() > 4) folded = folded.substring(0, folded.length() - 3) + "or";
            if (folded.endsWith("tre")) folded = folded.substring(0, folded.length() - 3) + "ter";
        }
        return singular(folded);
    }

    /// May it hold one of the letters that are written in two ways? Most words hold none, and one look is quicker than six.
    private static boolean hasOtherSpelling(String word) {
        for (int i = 1; i < word.length(); i++) {
            char before = word.charAt(i - 1);
            char c = word.charAt(i);
            if (c == 'e' && (before == 'a' || before == 'o') || c == 's' && (before == 'i' || before == 'y') || c == 'p' && before == 'l') return true;
        }
        return false;
    }

    /// Without accents. Nearly all words have none, and a vocabulary folds a quarter of a million of them at the start.
    private static String plain(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) >= 128) return ACCENT.matcher(Normalizer.normalize(word, Normalizer.Form.NFKD)).replaceAll("").replace('\u2019', '\'');
        }
        return word;
    }

    private static String singular(String word) {
        if (word.length() <= 4 || !word.endsWith("s") || word.endsWith("ss") || word.endsWith("us") || word.endsWith("is")) return word;
        if (word.endsWith("ies") && word.length() > 5) return word.substring(0, word.length() - 3) + "y";
        if (word.endsWith("ches") && !word.endsWith("aches") || word.endsWith("shes") || word.endsWith("xes") || word.endsWith("sses")) return word.substring(0, word.length() - 2);
        return word.substring(0, word.length() - 1);
    }

    /// Folded words joined by one blank.
    public static String phrase(String text) {
        List<Token> tokens = tokens(text);
        if (tokens.size() == 1) return tokens.getFirst().folded();
        StringBuilder phrase = new StringBuilder();
        for (Token token : tokens) {
            if (!phrase.isEmpty()) phrase.append(' ');
            phrase.append(token.folded());
        }
        return phrase.toString();
    }
}
