package casewright.extraction.pdf;

import casewright.extraction.pdf.PlacedTable.TableCell;
import casewright.extraction.pdf.TableColumns.Piece;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// The pieces between two lines of a table as rows of cells.
///
/// Lines of one cell follow each other in the file, closer than rows do. Cells of one row share a height; a cell beside several rows belongs to the first.
final class TableRows {

    private static final float WIDEST_STEP_IN_A_CELL = 1.38f;

    /// Pieces of a cell from top to bottom.
    private record Cell(List<Piece> pieces) {

        int first() {
            return pieces.getFirst().first();
        }

        int last() {
            return pieces.getFirst().last();
        }

        Box box() {
            return pieces.stream().map(piece -> piece.strip().box()).reduce(Box::with).orElseThrow();
        }

        TableCell placed() {
            return new TableCell(pieces.stream().map(Piece::strip).toList());
        }
    }

    private static final class Row {

        private final List<Cell> cells = new ArrayList<>();
        private float top = Float.MAX_VALUE;
        private float bottom = -Float.MAX_VALUE;

        void add(Cell cell, boolean extend) {
            cells.add(cell);
            if (!extend) return;
            top = Math.min(top, cell.box().top());
            bottom = Math.max(bottom, cell.box().bottom());
        }

        boolean isBeside(Box box) {
            float shared = Math.min(bottom, box.bottom()) - Math.max(top, box.top());
            return shared >= 0.5 * Math.min(bottom - top, box.height());
        }

        float centre() {
            return (top + bottom) / 2;
        }
    }

    private final List<Cell> cells = new ArrayList<>();
    private final int columns;

    private TableRows(List<Piece> pieces, int columns) {
        this.columns = columns;
        float closest = closestRows(pieces);
        for (Piece piece : pieces) {
            if (!cells.isEmpty() && continues(cells.getLast(), piece, closest)) cells.getLast().pieces().add(piece);
            else cells.add(new Cell(new ArrayList<>(List.of(piece))));
        }
    }

    static TableRows of(List<Piece> pieces, int columns) {
        return new TableRows(pieces, columns);
    }

    /// How close rows come: the smallest step down between pieces of a column that other cells part in the file.
    private static float closestRows(List<Piece> pieces) {
        float closest = Float.MAX_VALUE;
        for (int i = 0; i < pieces.size(); i++) {
            for (int j = i + 2; j < pieces.size(); j++) {
                Piece upper = pieces.get(i);
                Piece lower = pieces.get(j);
                if (upper.first() != lower.first() || upper.last() != lower.last()) continue;
                float step = lower.strip().baseline() - upper.strip().baseline();
                boolean parted = pieces.subList(i + 1, j).stream().anyMatch(between -> between.first() != upper.first());
                if (parted && step > 0.6 * upper.strip().size()) closest = Math.min(closest, step);
                break;
            }
        }
        return closest;
    }

    private static boolean continues(Cell cell, Piece piece, float closest) {
        Piece before = cell.pieces().getLast();
        if (before.first() != piece.first() || before.last() != piece.last()) return false;
        float step = piece.strip().baseline() - before.strip().baseline();
        return step > 0.3 * piece.strip().size() && step < Math.min(WIDEST_STEP_IN_A_CELL * piece.strip().size(), 0.99f * closest);
    }

    /// As many cells in each as there are columns.
    List<List<TableCell>> rows() {
        return (isOneRow() ? header() : data()).stream().map(this::placed).toList();
    }

    /// At most one cell in each column below the spanners: a header, or a row with lines all around.
    private boolean isOneRow() {
        int[] own = new int[columns];
        for (Cell cell : cells) {
            if (cell.first() == cell.last() && ++own[cell.first()] > 1) return false;
        }
        return true;
    }

    private List<Row> header() {
        List<Cell> spanners = cells.stream().filter(cell -> cell.last() > cell.first()).toList();
        List<Row> rows = new ArrayList<>(rowsOf(spanners));
        Row lowest = new Row();
        for (Cell cell : cells) {
            if (cell.last() > cell.first()) continue;
            boolean below = spanners.stream().anyMatch(spanner -> cell.first() >= spanner.first() && cell.first() <= spanner.last());
            if (below || rows.isEmpty()) lowest.add(cell, true);
            else rows.getFirst().add(cell, true);
        }
        if (!lowest.cells.isEmpty()) rows.add(lowest);
        return rows;
    }

    private List<Row> data() {
        return rowsOf(cells);
    }

    private static List<Row> rowsOf(List<Cell> cells) {
        List<Cell> lowFirst = new ArrayList<>(cells);
        lowFirst.sort(Comparator.comparingDouble((Cell cell) -> Math.round(cell.box().height())).thenComparingDouble(cell -> cell.box().top()));
        List<Row> rows = new ArrayList<>();
        for (Cell cell : lowFirst) {
            List<Row> beside = rows.stream().filter(row -> row.isBeside(cell.box())).sorted(Comparator.comparingDouble(row -> row.top)).toList();
            if (beside.isEmpty()) {
                Row row = new Row();
                row.add(cell, true);
                rows.add(row);
            } else beside.getFirst().add(cell, beside.size() == 1);
        }
        rows.sort(Comparator.comparingDouble(Row::centre));
        return rows;
    }

    private List<TableCell> placed(Row row) {
        TableCell[] placed = new TableCell[columns];
        Arrays.fill(placed, TableCell.EMPTY);
        row.cells.sort(Comparator.comparingDouble(cell -> cell.box().top()));
        for (Cell cell : row.cells) {
            TableCell here = placed[cell.first()];
            if (here.isEmpty()) placed[cell.first()] = cell.placed();
            else {
                List<Strip> both = new ArrayList<>(here.lines());
                both.addAll(cell.placed().lines());
                placed[cell.first()] = new TableCell(both);
            }
        }
        return List.of(placed);
    }
}
