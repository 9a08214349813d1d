package casewright.extraction.pdf;

import casewright.extraction.pdf.PlacedTable.TableCell;
import casewright.extraction.pdf.TableColumns.Piece;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// The pieces between two lines of a table as rows of cells.
///
/// Lines of one cell follow each other in the file, closer than rows do. Cells of one row share a height; a cell beside several rows belongs to the first.
final class TableRows {

    private static final float WIDEST_STEP_IN_A_CELL = 1.38f;
    private static final float CENTRED_POINTS = 2.5f;
    private static final double LEAST_LEVEL = 0.6;

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

        boolean sharesNoColumn(Row other) {
            return cells.stream().noneMatch(cell -> other.cells.stream().anyMatch(one -> one.first() <= cell.last() && cell.first() <= one.last()));
        }
    }

    private final List<Cell> cells = new ArrayList<>();
    private final int columns;

    private TableRows(List<Piece> pieces, int columns) {
        this.columns = columns;
        boolean byColumn = isWrittenByColumn(pieces);
        for (Piece piece : pieces) {
            boolean continues = !cells.isEmpty() && continues(cells.getLast(), piece) && !(byColumn && hasNeighbour(piece, pieces));
            if (continues) cells.getLast().pieces().add(piece);
            else cells.add(new Cell(new ArrayList<>(List.of(piece))));
        }
        partTitles();
    }

    static TableRows of(List<Piece> pieces, int columns) {
        return new TableRows(pieces, columns);
    }

    /// Then what follows in the file is the next row, not the next line of a cell. Who writes cell by cell comes back to the first column with each row.
    private static boolean isWrittenByColumn(List<Piece> pieces) {
        int down = 0;
        int back = 0;
        for (int i = 1; i < pieces.size(); i++) {
            if (pieces.get(i).first() == pieces.get(i - 1).first()) down++;
            else if (pieces.get(i).first() < pieces.get(i - 1).first()) back++;
        }
        return pieces.size() >= 8 && down > 0.7 * pieces.size() && back <= 1 && isLevel(pieces);
    }

    /// Most columns have as many lines as each other; the cells of one long row have not.
    private static boolean isLevel(List<Piece> pieces) {
        Map<Integer, Long> lines = pieces.stream().collect(Collectors.groupingBy(Piece::first, Collectors.counting()));
        long most = lines.values().stream().mapToLong(count -> lines.values().stream().filter(count::equals).count()).max().orElse(0);
        return most >= LEAST_LEVEL * lines.size();
    }

    private static boolean hasNeighbour(Piece piece, List<Piece> pieces) {
        return pieces.stream().anyMatch(other -> other.first() != piece.first() && other.strip().isOnLineOf(piece.strip()));
    }

    private static boolean continues(Cell cell, Piece piece) {
        Piece before = cell.pieces().getLast();
        if (before.first() != piece.first() || before.last() != piece.last()) return false;
        float step = piece.strip().baseline() - before.strip().baseline();
        return step > 0.3 * piece.strip().size() && step < WIDEST_STEP_IN_A_CELL * piece.strip().size();
    }

    /// A title over rows ("Sex") is close to the first of them ("Male") but stands alone on its line, while the values stand beside the last line.
    private void partTitles() {
        for (Cell cell : List.copyOf(cells)) {
            if (cell.pieces().size() < 2 || cell.first() > 0) continue;
            Strip last = cell.pieces().getLast().strip();
            List<Cell> beside = cells.stream().filter(other -> other.first() > cell.last() && other.box().sharedHeight(cell.box()) > 0.5 * other.box().height()).toList();
            if (beside.isEmpty() || !beside.stream().allMatch(other -> other.pieces().size() == 1 && other.pieces().getFirst().strip().isOnLineOf(last))) continue;
            cells.add(cells.indexOf(cell) + 1, new Cell(new ArrayList<>(List.of(cell.pieces().removeLast()))));
        }
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

    /// Rows that share no column are one: "Age" stands between the heights of "Patients" and "men", "women" below it.
    private List<Row> header() {
        List<Row> merged = new ArrayList<>();
        for (Row row : rowsOf(cells)) {
            if (!merged.isEmpty() && merged.getLast().sharesNoColumn(row)) row.cells.forEach(cell -> merged.getLast().add(cell, false));
            else merged.add(row);
        }
        return merged;
    }

    private List<Row> data() {
        List<Row> rows = rowsOf(cells);
        int finest = 0;
        for (int column = 1; column < columns; column++) {
            if (in(column).size() > in(finest).size()) finest = column;
        }
        List<Cell> fine = in(finest);
        List<Row> grid = new ArrayList<>();
        List<Box> heights = new ArrayList<>();
        for (Row row : rows) row.cells.stream().filter(fine::contains).findFirst().ifPresent(cell -> {
            grid.add(row);
            heights.add(cell.box());
        });
        for (int column = 0; column < columns; column++) {
            if (column != finest) raiseCentred(in(column), rows, grid, heights);
        }
        rows.removeIf(row -> row.cells.isEmpty());
        return rows;
    }

    private List<Cell> in(int column) {
        return cells.stream().filter(cell -> cell.first() == column && cell.last() == column).sorted(Comparator.comparingDouble(cell -> cell.box().centre())).toList();
    }

    /// A column whose cells stand in the middle beside several rows each, some of them between two rows or reaching into a second: each belongs to the first
    /// row of its own. They must part the rows among themselves without a gap; else empty cells are just empty.
    private static void raiseCentred(List<Cell> column, List<Row> rows, List<Row> grid, List<Box> heights) {
        if (column.stream().noneMatch(cell -> reachesOverRows(cell.box(), heights))) return;
        List<Row> firsts = new ArrayList<>();
        int start = 0;
        for (Cell cell : column) {
            float centre = cell.box().centre();
            int end = start;
            while (end < grid.size() && heights.get(start).with(heights.get(end)).centre() < centre - CENTRED_POINTS) end++;
            if (end >= grid.size() || heights.get(start).with(heights.get(end)).centre() > centre + CENTRED_POINTS) return;
            firsts.add(grid.get(start));
            start = end + 1;
        }
        if (start < grid.size()) return;
        rows.forEach(row -> row.cells.removeAll(column));
        for (int i = 0; i < column.size(); i++) firsts.get(i).add(column.get(i), false);
    }

    private static boolean reachesOverRows(Box cell, List<Box> rows) {
        boolean betweenRows = rows.stream().noneMatch(row -> Math.abs(row.centre() - cell.centre()) < CENTRED_POINTS);
        return betweenRows || rows.stream().filter(row -> row.sharedHeight(cell) > 0).count() > 1;
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
