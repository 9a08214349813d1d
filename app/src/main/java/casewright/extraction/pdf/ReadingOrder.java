package casewright.extraction.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The order in which the lines of a page are read.
///
/// Typesetters write columns one after the other, so the file's order is taken where it reads like that: most lines stand below the one before them, or
/// at the top of a column. Where it does not (columns written line by line), the order is told from the places, by the two rules of Breuel ("High
/// performance document layout analysis", 2003): of two lines that share a width the upper one comes first; a line left of another comes first, unless a
/// line between their heights reaches over both.
final class ReadingOrder {

    private static final double FEWEST_NATURAL_STEPS = 0.6;
    /// Programs draw the boxes of a form before or behind all its words.
    private static final int FEWEST_BOXES = 3;
    private static final int FEWEST_KEYS = 2;
    private static final double LEAST_SHARE_OF_KEYS = 0.6;
    private static final int MOST_COMPARED_LINES = 400;

    private ReadingOrder() {
    }

    /// @param form whether it is one with fields: the file names their values after all labels, and it is read line by line, as is one that was printed
    static List<Strip> of(List<Strip> lines, boolean form) {
        if (form || isOfKeysAndValues(lines)) return byPlace(lines);
        boolean hasBoxes = lines.stream().filter(Paragraphs::isAnswered).limit(FEWEST_BOXES).count() == FEWEST_BOXES;
        if (lines.size() < 4 || !hasBoxes && naturalSteps(lines) >= FEWEST_NATURAL_STEPS) return lines;
        return lines.size() > MOST_COMPARED_LINES ? byPlace(lines) : byColumns(lines);
    }

    /// Most of what has something right of it on its line is a label with its value, as in a form that was filled and printed.
    private static boolean isOfKeysAndValues(List<Strip> lines) {
        List<Strip> sorted = byPlace(lines);
        int pairs = 0;
        int keys = 0;
        for (int i = 1; i < sorted.size(); i++) {
            Strip left = sorted.get(i - 1);
            if (!left.isOnLineOf(sorted.get(i))) continue;
            pairs++;
            if (Paragraphs.isValueOf(left, sorted.get(i))) keys++;
        }
        return keys >= FEWEST_KEYS && keys >= LEAST_SHARE_OF_KEYS * pairs;
    }

    /// The share of lines that follow the one before them as reading goes.
    private static double naturalSteps(List<Strip> lines) {
        int natural = 0;
        for (int i = 1; i < lines.size(); i++) {
            Strip before = lines.get(i - 1);
            Strip line = lines.get(i);
            boolean below = line.baseline() > before.baseline() + 0.5 * before.size() && line.box().sharedWidth(before.box()) > 0;
            boolean nextColumn = line.box().left() > before.box().right() && line.baseline() < before.baseline() - 3 * before.size();
            if (below || nextColumn) natural++;
        }
        return natural / (double) (lines.size() - 1);
    }

    private static List<Strip> byPlace(List<Strip> lines) {
        List<Strip> sorted = new ArrayList<>(lines);
        sorted.sort(Comparator.comparingDouble(Strip::baseline));
        int from = 0;
        for (int i = 1; i <= sorted.size(); i++) {
            if (i < sorted.size() && sorted.get(i).isOnLineOf(sorted.get(from))) continue;
            sorted.subList(from, i).sort(Comparator.comparingDouble(line -> line.box().left()));
            from = i;
        }
        return sorted;
    }

    /// A line whose forerunners are all read is read next, in the column that is being read if there is one.
    private static List<Strip> byColumns(List<Strip> lines) {
        List<Strip> sorted = byPlace(lines);
        int count = sorted.size();
        boolean[][] before = new boolean[count][count];
        int[] waitsFor = new int[count];
        for (int a = 0; a < count; a++) {
            for (int b = 0; b < count; b++) {
                before[a][b] = a != b && comesBefore(sorted.get(a), sorted.get(b), sorted);
                if (before[a][b]) waitsFor[b]++;
            }
        }
        List<Strip> ordered = new ArrayList<>(count);
        boolean[] read = new boolean[count];
        while (ordered.size() < count) {
            int next = next(sorted, ordered, waitsFor, read);
            read[next] = true;
            ordered.add(sorted.get(next));
            for (int b = 0; b < count; b++) {
                if (before[next][b]) waitsFor[b]--;
            }
        }
        return ordered;
    }

    private static int next(List<Strip> sorted, List<Strip> ordered, int[] waitsFor, boolean[] read) {
        int first = -1;
        int unread = -1;
        for (int i = 0; i < sorted.size(); i++) {
            if (read[i]) continue;
            if (unread < 0) unread = i;
            if (waitsFor[i] > 0) continue;
            if (first < 0) first = i;
            if (!ordered.isEmpty() && sorted.get(i).box().sharedWidth(ordered.getLast().box()) > 0 && sorted.get(i).baseline() > ordered.getLast().baseline()) return i;
        }
        // lines that overlap can wait for each other in a circle: then the upper one goes on
        return first >= 0 ? first : unread;
    }

    private static boolean comesBefore(Strip a, Strip b, List<Strip> all) {
        if (a.box().sharedWidth(b.box()) > 0) return a.baseline() < b.baseline();
        if (a.box().left() >= b.box().left()) return false;
        float upper = Math.min(a.baseline(), b.baseline());
        float lower = Math.max(a.baseline(), b.baseline());
        for (Strip c : all) {
            boolean between = c.baseline() > upper && c.baseline() < lower;
            if (between && c.box().sharedWidth(a.box()) > 0 && c.box().sharedWidth(b.box()) > 0) return false;
        }
        return true;
    }
}
