package casewright.reading.terms;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tells from its letters that a word which no list holds is a medicine: a small slip in a listed name, or the ending of a substance's name.
final class MisspeltDrugs {

    /// Beginnings are of this length: a slip is seldom in the first letters.
    static final int BEGINNING_CHARS = 3;
    static final int SHORTEST_WORD = 7;
    private static final int LONG_WORD = 11;
    /// Endings of other words than substances.
    private static final Pattern OTHER_ENDING = Pattern.compile("(?:ic|al|ous|ed|ary|ive|ing|ism|ist|ity|tion|sis|tis|emia|genic)$");

    /// the first letters -> listed names that begin so, a blank between them
    private final WordTable byBeginning;
    private final List<String> endings = TermFiles.lines("drug-endings.txt");

    MisspeltDrugs(WordTable byBeginning) {
        this.byBeginning = byBeginning;
    }

    boolean endsLikeADrug(String word) {
        for (String ending : endings) {
            if (word.endsWith(ending) && word.length() >= ending.length() + 3) return true;
        }
        return false;
    }

    /// The listed name that the word was meant to be, or null.
    @Nullable String nearest(String word) {
        if (OTHER_ENDING.matcher(word).find()) return null;
        @Nullable String alike = byBeginning.get(word.substring(0, BEGINNING_CHARS));
        if (alike == null) return null;
        int allowed = word.length() >= LONG_WORD ? 2 : 1;
        String best = null;
        int least = allowed + 1;
        for (int from = 0, end; from < alike.length(); from = end + 1) {
            end = alike.indexOf(' ', from);
            if (end < 0) end = alike.length();
            if (Math.abs(end - from - word.length()) > allowed) continue;
            String name = alike.substring(from, end);
            int distance = distance(word, name, allowed);
            if (distance < least) {
                least = distance;
                best = name;
            }
        }
        return best;
    }

    /// Levenshtein's distance (1966), given up above `most`.
    private static int distance(String a, String b, int most) {
        int[] before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) before[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            int least = row[0];
            for (int j = 1; j <= b.length(); j++) {
                row[j] = Math.min(Math.min(row[j - 1], before[j]) + 1, before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
                least = Math.min(least, row[j]);
            }
            if (least > most) return most + 1;
            before = row;
        }
        return before[b.length()];
    }
}
