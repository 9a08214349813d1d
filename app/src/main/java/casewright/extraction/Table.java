package casewright.extraction;

import java.util.List;

/// A table of a page. Its cells stand in the page's text too, row by row, so that each can be cited.
///
/// @param page       1-based
/// @param headerRows how many of the first rows are the header
/// @param rows       all of the same length; a cell that reaches over several columns or rows stands in the first of them, the others are empty
public record Table(int page, int headerRows, List<List<Cell>> rows) {

    public Table {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /// @param text  lines of a cell are joined by a blank; may be empty
    /// @param start where it stands in the page's text, [start, end)
    public record Cell(String text, int start, int end) {
    }
}
