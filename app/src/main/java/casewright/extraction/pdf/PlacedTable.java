package casewright.extraction.pdf;

import java.util.List;

/// A table before its text is written.
///
/// @param box  what it covers
/// @param rows as many cells in each as the table has columns
record PlacedTable(Frame frame, Box box, int headerRows, List<List<TableCell>> rows) implements PageItem {

    @Override
    public boolean isFloat() {
        return true;
    }

    /// @param lines from top to bottom; none in an empty cell
    record TableCell(List<Strip> lines) {

        static final TableCell EMPTY = new TableCell(List.of());

        boolean isEmpty() {
            return lines.isEmpty();
        }
    }
}
