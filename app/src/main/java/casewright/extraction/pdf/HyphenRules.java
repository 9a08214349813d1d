package casewright.extraction.pdf;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Does the hyphen at a line's end belong to the word? The document's other words say: "follow-up" stands elsewhere with it, "patients" without.
final class HyphenRules {

    private final Set<String> words = new HashSet<>();

    /// Reads the words of a line that are not broken themselves.
    void learn(Strip line) {
        List<Word> all = line.words();
        for (int i = 0; i < all.size() - 1; i++) words.add(bare(all.get(i).text()));
        if (!isBroken(all.getLast().text())) words.add(bare(all.getLast().text()));
    }

    static boolean isBroken(String word) {
        int n = word.length();
        return n > 1 && (word.charAt(n - 1) == '-' || word.charAt(n - 1) == '\u2010') && Character.isLetterOrDigit(word.charAt(n - 2));
    }

    /// @param first  with its hyphen at the end
    /// @param second what stands at the beginning of the next line
    boolean keepsHyphen(String first, String second) {
        int c = second.codePointAt(0);
        if (!Character.isLowerCase(c) || Character.isDigit(first.charAt(first.length() - 2))) return true;
        String stem = first.substring(0, first.length() - 1);
        if (words.contains(bare(stem + second))) return false;
        // "end-of-" + "life"
        return stem.indexOf('-') > 0 || words.contains(bare(stem + "-" + second));
    }

    private static String bare(String word) {
        int from = 0;
        int to = word.length();
        while (from < to && !Character.isLetterOrDigit(word.charAt(from))) from++;
        while (to > from && !Character.isLetterOrDigit(word.charAt(to - 1))) to--;
        return word.substring(from, to).toLowerCase(Locale.ROOT).replace('\u2010', '-');
    }
}
