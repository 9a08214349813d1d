package casewright.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Plain text whose lines end at a fixed width, as mail programs and typewriters write them: a line's end there is a blank between two words, no end of a paragraph.
///
/// A line goes on in the next one where that one's first word had no room behind it. That shows only in a text in which most lines that are followed by
/// another one are so; lists, forms, verses and addresses are left as they are.
final class HardWrapped {

    private static final int NARROWEST_CHARS = 50;
    private static final int WIDEST_CHARS = 120;
    private static final int FEWEST_LINES = 3;
    /// Of the lines near the width, those that end within a sentence.
    private static final double LEAST_SHARE = 0.6;
    private static final double NEAR_THE_WIDTH = 0.75;
    private static final int LONGEST_WORD_CHARS = 30;
    /// Longer lines than the width: an address of a page, a header.
    private static final double MOST_LONGER = 0.1;
    private static final Pattern BEGINS_ANEW = Pattern.compile("^\\s*(?:[-*\u2022\u2013>|+=#]|\\d{1,2}[.)] |[A-Z][\\w /()'-]{1,40}:(?:\\s|$)).*|.*(?:\\t|\\S {3,}\\S).*", Pattern.DOTALL);
    private static final Pattern ENDS = Pattern.compile(".*[.:;!?][\"')\\]]?\\s*$");

    private HardWrapped() {
    }

    /// @return the text with blanks in place of such line ends, of the same length
    static String unwrapped(String text) {
        List<int[]> lines = lines(text);
        int width = width(text, lines);
        if (width == 0) return text;
        StringBuilder unwrapped = new StringBuilder(text);
        for (int i = 0; i + 1 < lines.size(); i++) if (goesOn(text, lines.get(i), lines.get(i + 1), width)) unwrapped.setCharAt(lines.get(i)[1], ' ');
        return unwrapped.toString();
    }

    private static List<int[]> lines(String text) {
        List<int[]> lines = new ArrayList<>();
        int start = 0;
        while (start <= text.length()) {
            int end = text.indexOf('\n', start);
            if (end < 0) end = text.length();
            lines.add(new int[] {start, end});
            start = end + 1;
        }
        return lines;
    }

    /// The width at which the lines end, or 0.
    private static int width(String text, List<int[]> lines) {
        TreeSet<Integer> widths = new TreeSet<>();
        int told = 0;
        for (int[] line : lines) {
            if (text.substring(line[0], line[1]).isBlank()) continue;
            told++;
            int length = line[1] - line[0];
            if (length >= NARROWEST_CHARS && length <= WIDEST_CHARS) widths.add(length);
        }
        for (int width : widths.descendingSet()) {
            int longer = 0;
            int near = 0;
            int within = 0;
            for (int i = 0; i + 1 < lines.size(); i++) {
                int length = lines.get(i)[1] - lines.get(i)[0];
                if (length > width) longer++;
                else if (length >= width * NEAR_THE_WIDTH && !text.substring(lines.get(i + 1)[0], lines.get(i + 1)[1]).isBlank()) {
                    near++;
                    if (goesOn(text, lines.get(i), lines.get(i + 1), width) && !ENDS.matcher(text.substring(lines.get(i)[0], lines.get(i)[1])).matches()) within++;
                }
            }
            if (longer > told * MOST_LONGER) return 0;
            if (within >= FEWEST_LINES && within >= near * LEAST_SHARE) return width;
        }
        return 0;
    }

    private static boolean goesOn(String text, int[] line, int[] next, int width) {
        String words = text.substring(next[0], next[1]);
        int length = line[1] - line[0];
        if (length > width || length < NARROWEST_CHARS / 2 || words.isBlank() || BEGINS_ANEW.matcher(words).matches()) return false;
        String first = words.strip().split("\\s+", 2)[0];
        // Chinese has no blanks between its words: a line may end anywhere
        return first.length() <= LONGEST_WORD_CHARS && length + 1 + first.length() > width && !Character.isIdeographic(text.codePointBefore(line[1])) && !Character.isIdeographic(first.codePointAt(0));
    }
}
