package casewright.reading.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Lines into sentences. A full stop ends one unless an abbreviation, an initial or a number stands before it or a small letter follows.
final class SentenceSplitter {

    private static final int LONGEST_SENTENCE_CHARS = 900;
    /// Text without any border is cut here: a pattern over an endless sentence would never come back.
    private static final int LONGEST_OF_ALL = 2_000;
    private static final Set<String> ABBREVIATIONS = Set.of("dr", "mr", "mrs", "ms", "prof", "fig", "figs", "no", "nos", "vs", "al", "approx", "e.g", "i.e", "eg", "ie", "cf", "st", "jan", "feb", "mar",
            "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "i.v", "i.m", "s.c", "p.o", "b.i.d", "t.i.d", "q.d", "q.i.d", "a.m", "p.m", "ref", "refs", "resp", "inc", "ltd", "co", "corp",
            "tab", "tabs", "cap", "inj", "yrs", "yr", "mo", "wk", "wks", "hr", "hrs", "min", "sec", "max", "temp", "vol", "ca", "sp", "spp", "pat", "pt", "dept", "univ", "u.s", "d.c");

    /// "100 mg b.i.d. Her behaviour ...": a sentence may end with these.
    private static final Set<String> POSOLOGY = Set.of("i.v", "i.m", "s.c", "p.o", "b.i.d", "t.i.d", "q.d", "q.i.d", "a.m", "p.m");
    private static final Pattern BEGINS_SENTENCE = Pattern.compile("(?:He|She|The|His|Her|It|They|This|These|After|On|In|At|There|During|Within|We|Two|Three|Four|Five|Six|Seven|Ten|Subsequently|However|Laboratory)\\b");

    private static final Pattern BEGINS_LARGE = Pattern.compile("[.!?] \\p{Lu}");
    private static final int SHORTEST_IN_SMALL_LETTERS = 120;
    private static final int SHORTEST_WORD_AT_END = 3;

    private SentenceSplitter() {
    }

    /// @return [start, end) of each sentence in the text, without blanks around it
    static List<int[]> spans(String text, int from, int to) {
        List<int[]> spans = new ArrayList<>();
        int start = from;
        boolean small = to - from >= SHORTEST_IN_SMALL_LETTERS && !BEGINS_LARGE.matcher(text).region(from, to).find();
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            boolean end = (c == '.' || c == '!' || c == '?' || c == '\u3002') && (endsHere(text, i, to) || small && endsInSmallLetters(text, i, to));
            int length = i - start;
            boolean tooLong = length >= LONGEST_SENTENCE_CHARS && (c == ';' || c == ',' || Character.isWhitespace(c) && length >= LONGEST_SENTENCE_CHARS + 200) || length >= LONGEST_OF_ALL;
            if (end || tooLong) {
                int stop = i + 1;
                while (stop < to && "\u201d\")\u2019'".indexOf(text.charAt(stop)) >= 0) stop++;
                add(spans, text, start, stop);
                start = stop;
            }
        }
        add(spans, text, start, to);
        return spans;
    }

    /// "fever gone by am of 3/16. site still red": a note in which no sentence begins with a capital.
    private static boolean endsInSmallLetters(String text, int i, int to) {
        if (text.charAt(i) != '.' || i + 2 >= to || text.charAt(i + 1) != ' ' || !Character.isLowerCase(text.charAt(i + 2))) return false;
        int wordStart = i;
        while (wordStart > 0 && (Character.isLetterOrDigit(text.charAt(wordStart - 1)) || text.charAt(wordStart - 1) == '.' || text.charAt(wordStart - 1) == '/')) wordStart--;
        String word = text.substring(wordStart, i).toLowerCase(Locale.ROOT);
        return word.length() >= SHORTEST_WORD_AT_END && word.indexOf('.') < 0 && !ABBREVIATIONS.contains(word);
    }

    private static boolean endsHere(String text, int i, int to) {
        int next = i + 1;
        while (next < to && "\u201d\")\u2019']0123456789,[".indexOf(text.charAt(next)) >= 0 && text.charAt(i) == '.' && i > 0 && Character.isLetter(text.charAt(i - 1)) && isCitationMark(text, i + 1, to)) next++;
        while (next < to && "\u201d\")\u2019'".indexOf(text.charAt(next)) >= 0) next++;
        if (text.charAt(i) == '\u3002') return true;
        if (next >= to) return true;
        if (!Character.isWhitespace(text.charAt(next))) return false;
        int after = next;
        while (after < to && Character.isWhitespace(text.charAt(after))) after++;
        if (after >= to) return true;
        char follower = text.charAt(after);
        if (Character.isLowerCase(follower)) return false;
        if (text.charAt(i) != '.') return true;
        int wordStart = i;
        while (wordStart > 0 && (Character.isLetterOrDigit(text.charAt(wordStart - 1)) || text.charAt(wordStart - 1) == '.')) wordStart--;
        String word = text.substring(wordStart, i).toLowerCase(Locale.ROOT);
        if (POSOLOGY.contains(word) && BEGINS_SENTENCE.matcher(text).region(after, to).lookingAt()) return true;
        if (ABBREVIATIONS.contains(word)) return Character.isUpperCase(follower) && (word.equals("al") ? false : word.equals("no") && text.charAt(wordStart) == 'n' && i - wordStart == 2 && !Character.isDigit(follower) && follower != '#');
        boolean unit = wordStart > 0 && text.charAt(wordStart - 1) == '/';
        boolean initial = !unit && word.length() == 1 && Character.isLetter(word.charAt(0)) && Character.isUpperCase(text.charAt(wordStart));
        return !initial || wordStart == 0;
    }

    /// Reference numbers set directly behind a full stop: "disease.12,13 The".
    private static boolean isCitationMark(String text, int from, int to) {
        int k = from;
        while (k < to && (Character.isDigit(text.charAt(k)) || text.charAt(k) == ',' || text.charAt(k) == '[' || text.charAt(k) == ']' || text.charAt(k) == '-')) k++;
        return k > from && k < to && Character.isWhitespace(text.charAt(k));
    }

    private static void add(List<int[]> spans, String text, int start, int end) {
        while (start < end && Character.isWhitespace(text.charAt(start))) start++;
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) end--;
        if (end > start) spans.add(new int[] {start, end});
    }
}
