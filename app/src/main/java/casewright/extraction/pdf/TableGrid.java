package casewright.extraction.pdf;

import casewright.extraction.pdf.PlacedTable.TableCell;
import casewright.extraction.pdf.TableColumns.Piece;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/// The strips of a table as rows of cells.
final class TableGrid {

    private static final double FEWEST_FILLED = 0.35;

    private TableGrid() {
    }

    /// @param bands the strips between two lines each, from top to bottom, in the order of the file
    /// @return nothing when they do not make a table
    static Optional<PlacedTable> of(Frame frame, List<List<Strip>> bands) {
        List<List<Strip>> pieces = bands.stream().map(band -> band.stream().flatMap(strip -> TableColumns.split(strip).stream()).toList()).toList();
        TableColumns columns = TableColumns.of(pieces);
        if (columns.count() < 2) return Optional.empty();
        List<List<TableCell>> rows = new ArrayList<>();
        int headerRows = 0;
        int order = 0;
        for (int b = 0; b < pieces.size(); b++) {
            List<Piece> placed = new ArrayList<>();
            for (Strip piece : pieces.get(b)) placed.addAll(columns.place(piece, order++));
            TableRows band = TableRows.of(placed, columns.count());
            rows.addAll(band.rows());
            if (b == 0 && pieces.size() > 1) headerRows = band.rows().size();
        }
        long wide = rows.stream().filter(row -> row.stream().filter(cell -> !cell.isEmpty()).count() > 1).count();
        long filled = rows.stream().flatMap(List::stream).filter(cell -> !cell.isEmpty()).count();
        // formulas and drawings are scattered
        if (wide < 2 || filled < FEWEST_FILLED * rows.size() * columns.count()) return Optional.empty();
        if (pieces.size() == 1 && !hasDigits(rows.getFirst())) headerRows = 1;
        Box box = bands.stream().flatMap(List::stream).map(Strip::box).reduce(Box::with).orElseThrow();
        return Optional.of(new PlacedTable(frame, box, headerRows, Collections.unmodifiableList(rows)));
    }

    /// A first row without any number, where no line tells the header.
    private static boolean hasDigits(List<TableCell> row) {
        return row.stream().flatMap(cell -> cell.lines().stream()).anyMatch(line -> line.text().codePoints().anyMatch(Character::isDigit));
    }
}
