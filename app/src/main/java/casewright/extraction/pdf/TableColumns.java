package casewright.extraction.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The columns of a table: where its strips share a width. A strip that reaches over several is a spanner.
final class TableColumns {

    /// In tables a gap of this share of the letters' size parts cells; between words it is a quarter to a third.
    private static final float GAP_OF_CELLS = 0.7f;
    private static final float GAP_AT_A_COLUMN = 0.45f;
    private static final float TOUCH_POINTS = 1;

    /// @param first the leftmost column it covers
    /// @param last  the rightmost
    /// @param order where it came in the file
    record Piece(Strip strip, int first, int last, int order) {

        boolean isSpanner() {
            return last > first;
        }
    }

    private final List<Box> columns = new ArrayList<>();

    private TableColumns() {
    }

    static TableColumns of(List<Strip> pieces) {
        TableColumns found = new TableColumns();
        List<Strip> narrowFirst = new ArrayList<>(pieces);
        narrowFirst.sort(Comparator.comparingDouble(strip -> strip.box().width()));
        for (Strip strip : narrowFirst) {
            List<Box> touched = found.columns.stream().filter(column -> column.sharedWidth(strip.box()) > TOUCH_POINTS).toList();
            if (touched.size() > 1) continue;
            found.columns.removeAll(touched);
            found.columns.add(touched.isEmpty() ? strip.box() : touched.getFirst().with(strip.box()));
        }
        found.columns.sort(Comparator.comparingDouble(Box::left));
        return found;
    }

    int count() {
        return columns.size();
    }

    /// A strip parted where gaps are wide.
    static List<Strip> split(Strip strip) {
        List<Strip> pieces = new ArrayList<>();
        int from = 0;
        List<Word> words = strip.words();
        for (int i = 1; i <= words.size(); i++) {
            if (i < words.size() && words.get(i).box().left() - words.get(i - 1).box().right() < GAP_OF_CELLS * strip.size()) continue;
            pieces.add(Strip.of(words.subList(from, i)));
            from = i;
        }
        return pieces;
    }

    /// The columns that a strip covers; what reaches over several is parted where a gap lies between them.
    List<Piece> place(Strip strip, int order) {
        Piece whole = covering(strip, order);
        if (!whole.isSpanner()) return List.of(whole);
        List<Piece> parts = new ArrayList<>();
        int from = 0;
        List<Word> words = strip.words();
        for (int i = 1; i < words.size(); i++) {
            boolean gap = words.get(i).box().left() - words.get(i - 1).box().right() >= GAP_AT_A_COLUMN * strip.size();
            if (gap && column(words.get(i)) != column(words.get(i - 1))) {
                parts.add(covering(Strip.of(words.subList(from, i)), order));
                from = i;
            }
        }
        parts.add(covering(Strip.of(words.subList(from, words.size())), order));
        return parts;
    }

    private int column(Word word) {
        return covering(Strip.of(List.of(word)), 0).first();
    }

    private Piece covering(Strip strip, int order) {
        int first = -1;
        int last = -1;
        int nearest = 0;
        for (int c = 0; c < columns.size(); c++) {
            float shared = columns.get(c).sharedWidth(strip.box());
            if (shared > TOUCH_POINTS) {
                if (first < 0) first = c;
                last = c;
            }
            if (shared > columns.get(nearest).sharedWidth(strip.box())) nearest = c;
        }
        return first < 0 ? new Piece(strip, nearest, nearest, order) : new Piece(strip, first, last, order);
    }
}
