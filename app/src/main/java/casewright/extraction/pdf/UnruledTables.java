package casewright.extraction.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Tables without lines around them, as laboratories and word processors print them: at least three rows, written one after the other, whose short texts
/// stand under each other.
final class UnruledTables {

    private static final int FEWEST_ROWS = 3;
    private static final float WIDEST_STEP = 2.6f;
    private static final int MOST_WORDS_OF_A_CELL = 5;
    private static final double FEWEST_FITTING = 0.8;
    private static final double FEWEST_NUMBERS = 0.6;
    private static final Pattern LEADERS = Pattern.compile(".*\\.{4,}.*|.*(?:\\. ){4,}.*");

    private record Row(List<Strip> strips, List<Strip> pieces) {

        boolean isWide() {
            return pieces.size() > 1;
        }

        Strip first() {
            return strips.getFirst();
        }
    }

    private UnruledTables() {
    }

    /// @param strips in the order of the file
    /// @return the strips of each table
    static List<List<Strip>> in(List<Strip> strips) {
        List<List<Strip>> tables = new ArrayList<>();
        List<Row> open = new ArrayList<>();
        for (Row row : rows(strips)) {
            boolean follows = !open.isEmpty() && isBelow(open.getLast(), row) && (row.isWide() || open.getLast().isWide());
            if (!follows) {
                close(open, tables);
                open = new ArrayList<>();
            }
            if (follows || row.isWide()) open.add(row);
        }
        close(open, tables);
        return tables;
    }

    private static List<Row> rows(List<Strip> strips) {
        List<Row> rows = new ArrayList<>();
        List<Strip> open = new ArrayList<>();
        for (Strip strip : strips) {
            boolean same = !open.isEmpty() && strip.isOnLineOf(open.getLast()) && strip.box().left() > open.getLast().box().right();
            if (!same && !open.isEmpty()) {
                rows.add(row(open));
                open = new ArrayList<>();
            }
            open.add(strip);
        }
        if (!open.isEmpty()) rows.add(row(open));
        return rows;
    }

    private static Row row(List<Strip> strips) {
        return new Row(strips, strips.stream().flatMap(strip -> TableColumns.split(strip).stream()).toList());
    }

    private static boolean isBelow(Row upper, Row lower) {
        float step = lower.first().baseline() - upper.first().baseline();
        return step > 0 && step < WIDEST_STEP * Math.max(upper.first().size(), lower.first().size());
    }

    private static void close(List<Row> rows, List<List<Strip>> tables) {
        // a line alone at the end is the next paragraph's
        while (!rows.isEmpty() && !rows.getLast().isWide()) rows.removeLast();
        if (isTable(rows)) tables.add(rows.stream().flatMap(row -> row.strips().stream()).toList());
    }

    private static boolean isTable(List<Row> rows) {
        List<Row> wide = rows.stream().filter(Row::isWide).toList();
        if (wide.size() < FEWEST_ROWS) return false;
        List<Strip> pieces = wide.stream().flatMap(row -> row.pieces().stream()).toList();
        if (pieces.stream().anyMatch(piece -> LEADERS.matcher(piece.text()).matches())) return false;
        if (pieces.stream().mapToInt(piece -> piece.words().size()).average().orElse(0) > MOST_WORDS_OF_A_CELL) return false;
        TableColumns columns = TableColumns.of(List.of(pieces));
        if (columns.count() < 2) return false;
        long fitting = pieces.stream().filter(piece -> !columns.place(piece, 0).getFirst().isSpanner()).count();
        if (fitting < FEWEST_FITTING * pieces.size()) return false;
        boolean full = wide.stream().filter(row -> row.pieces().size() == columns.count()).count() * 2 >= wide.size();
        long numbers = wide.stream().filter(row -> row.pieces().stream().skip(1).anyMatch(piece -> piece.text().codePoints().anyMatch(Character::isDigit))).count();
        return full && numbers >= FEWEST_NUMBERS * wide.size();
    }
}
