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
    /// A cell in the middle beside two lines shares a third of its height with each.
    private static final float BESIDE = 0.2f;

    /// @param first the leftmost column it covers
    /// @param last  the rightmost
    /// @param order where it came in the file
    record Piece(Strip strip, int first, int last, int order) {

        boolean isSpanner() {
            return last > first;
        }
    }

    private final List<Box> columns = new ArrayList<>();

    private TableColumns(List<Strip> makers) {
        List<Strip> narrowFirst = new ArrayList<>(makers);
        narrowFirst.sort(Comparator.comparingDouble(strip -> strip.box().width()));
        for (Strip strip : narrowFirst) {
            List<Box> touched = columns.stream().filter(column -> column.sharedWidth(strip.box()) > TOUCH_POINTS).toList();
            if (touched.size() > 1) continue;
            columns.removeAll(touched);
            columns.add(touched.isEmpty() ? strip.box() : touched.getFirst().with(strip.box()));
        }
        columns.sort(Comparator.comparingDouble(Box::left));
    }

    /// @param bands the pieces between two lines each. The first band is a header when others follow; it does not make columns, for its words may
    /// stand over several. A piece alone on its line (a title between rows) makes none either.
    static TableColumns of(List<List<Strip>> bands) {
        List<Strip> makers = makers(bands.size() > 1 ? bands.subList(1, bands.size()) : bands);
        TableColumns found = new TableColumns(makers.isEmpty() ? makers(bands) : makers);
        return found.columns.size() < 2 && bands.size() > 1 ? new TableColumns(makers(bands)) : found;
    }

    private static List<Strip> makers(List<List<Strip>> bands) {
        List<Strip> makers = new ArrayList<>();
        for (List<Strip> band : bands) {
            for (Strip strip : band) {
                if (band.stream().anyMatch(other -> other != strip && other.box().sharedHeight(strip.box()) > BESIDE * strip.box().height())) makers.add(strip);
            }
        }
        return makers;
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

    /// What touches no column stands over its two neighbours.
    private Piece covering(Strip strip, int order) {
        int first = -1;
        int last = -1;
        int left = 0;
        int right = columns.size() - 1;
        for (int c = 0; c < columns.size(); c++) {
            if (columns.get(c).sharedWidth(strip.box()) > TOUCH_POINTS) {
                if (first < 0) first = c;
                last = c;
            }
            if (columns.get(c).middle() < strip.box().middle()) left = c;
            if (columns.get(columns.size() - 1 - c).middle() > strip.box().middle()) right = columns.size() - 1 - c;
        }
        return first >= 0 ? new Piece(strip, first, last, order) : new Piece(strip, Math.min(left, right), Math.max(left, right), order);
    }
}
