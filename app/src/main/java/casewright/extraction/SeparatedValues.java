package casewright.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A text that is a table as a whole: each line has the same number of commas, semicolons or tabs (CSV). The text stays as it is; the cells are spans of it.
final class SeparatedValues {

    private static final int FEWEST_ROWS = 2;
    private static final int FEWEST_COLUMNS = 2;
    private static final int MOST_CELLS = 100_000;

    private SeparatedValues() {
    }

    static Optional<Table> in(String text, int page) {
        for (char separator : new char[] {'\t', ';', ','}) {
            Optional<Table> table = in(text, page, separator);
            if (table.isPresent()) return table;
        }
        return Optional.empty();
    }

    private static Optional<Table> in(String text, int page, char separator) {
        List<List<Table.Cell>> rows = new ArrayList<>();
        int cells = 0;
        int start = 0;
        while (start < text.length()) {
            List<Table.Cell> row = new ArrayList<>();
            start = row(text, start, separator, row);
            if (row.size() == 1 && row.getFirst().text().isBlank()) continue;
            cells += row.size();
            if (row.size() < FEWEST_COLUMNS || !rows.isEmpty() && row.size() != rows.getFirst().size() || cells > MOST_CELLS) return Optional.empty();
            rows.add(row);
        }
        return rows.size() < FEWEST_ROWS ? Optional.empty() : Optional.of(new Table(page, 1, rows));
    }

    /// Quotes as RFC 4180 has them. @return where the next row begins
    private static int row(String text, int from, char separator, List<Table.Cell> row) {
        int start = from;
        boolean quoted = false;
        for (int i = from; ; i++) {
            char c = i < text.length() ? text.charAt(i) : '\n';
            if (c == '"') quoted = !quoted;
            boolean end = i >= text.length() || c == '\n' && !quoted;
            if (!end && (c != separator || quoted)) continue;
            row.add(cell(text, start, i));
            start = i + 1;
            if (end) return start;
        }
    }

    private static Table.Cell cell(String text, int from, int to) {
        int start = from;
        int end = to;
        while (start < end && Character.isWhitespace(text.charAt(start))) start++;
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) end--;
        boolean quoted = end - start >= 2 && text.charAt(start) == '"' && text.charAt(end - 1) == '"';
        return quoted ? new Table.Cell(text.substring(start + 1, end - 1), start + 1, end - 1) : new Table.Cell(text.substring(start, end), start, end);
    }
}
