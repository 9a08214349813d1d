package casewright.retrieval.splitting;

import casewright.retrieval.TextSpan;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// The sentences of an English text, without the white space around them.
///
/// Java's own sentence rules (Unicode Annex 29) end a sentence after "Dr." or "Fig."; such ends are undone. A blank line always ends a sentence,
/// so that a heading or a list does not run into the next paragraph.
public final class Sentences {

    private static final Set<String> ABBREVIATIONS = Set.of(
            "dr", "mr", "mrs", "ms", "prof", "st", "vs", "fig", "figs", "no", "nos", "approx", "ca", "cf", "ref", "refs", "e.g", "i.e", "al", "max",
            "min", "resp", "incl", "temp", "wt", "ed", "eds", "vol", "pp", "b.i.d", "t.i.d", "q.d");

    private Sentences() {}

    /// In reading order; empty for a text of white space.
    public static List<TextSpan> of(String text) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        breaks.setText(text);
        List<TextSpan> sentences = new ArrayList<>();
        int start = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (end < text.length() && endsInAbbreviation(text, start, end)) {
                continue;
            }
            addParagraphs(text, start, end, sentences);
            start = end;
        }
        return List.copyOf(sentences);
    }

    /// White space including the no-break space, which [Character#isWhitespace] leaves out.
    static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static void addParagraphs(String text, int from, int to, List<TextSpan> sentences) {
        int start = from;
        int at = from;
        while (at < to) {
            if (text.charAt(at) == '\n') {
                int next = at + 1;
                while (next < to && isBlank(text.charAt(next)) && text.charAt(next) != '\n') {
                    next++;
                }
                if (next < to && text.charAt(next) == '\n') {
                    addTrimmed(text, start, at, sentences);
                    start = next;
                }
                at = next;
            } else {
                at++;
            }
        }
        addTrimmed(text, start, to, sentences);
    }

    private static void addTrimmed(String text, int from, int to, List<TextSpan> sentences) {
        int start = from;
        int end = to;
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        if (start < end) {
            sentences.add(new TextSpan(start, end));
        }
    }

    private static boolean endsInAbbreviation(String text, int from, int to) {
        int end = to;
        while (end > from && isBlank(text.charAt(end - 1))) {
            end--;
        }
        if (end == from || text.charAt(end - 1) != '.') {
            return false;
        }
        int start = end - 1;
        while (start > from && (Character.isLetter(text.charAt(start - 1)) || text.charAt(start - 1) == '.')) {
            start--;
        }
        String word = text.substring(start, end - 1).toLowerCase(Locale.ROOT);
        boolean isInitial = word.length() == 1 && Character.isUpperCase(text.charAt(start));
        return isInitial || ABBREVIATIONS.contains(word);
    }
}
