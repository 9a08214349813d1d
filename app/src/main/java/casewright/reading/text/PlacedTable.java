package casewright.reading.text;

import casewright.extraction.DocumentText;
import casewright.extraction.Page;
import casewright.extraction.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A table with the page it stands on.
///
/// @param document 0-based among the case's documents
public record PlacedTable(int document, Table table, Page page) {

    private static final int LINES_AROUND = 2;

    static PlacedTable of(int document, DocumentText text, Table table) {
        return new PlacedTable(document, table, text.pages().stream().filter(page -> page.number() == table.page()).findFirst().orElseThrow());
    }

    public String written(int start, int end) {
        return page.text().substring(start, end);
    }

    public int start() {
        return table.rows().stream().flatMap(List::stream).filter(cell -> !cell.text().isEmpty()).mapToInt(Table.Cell::start).min().orElse(0);
    }

    public int end() {
        return table.rows().stream().flatMap(List::stream).filter(cell -> !cell.text().isEmpty()).mapToInt(Table.Cell::end).max().orElse(0);
    }

    /// The lines just above and below with the places where they begin: captions and footnotes.
    public Map<String, Integer> around() {
        Map<String, Integer> lines = new LinkedHashMap<>();
        String text = page.text();
        int end = start();
        for (int i = 0; i < LINES_AROUND && end > 0; i++) {
            int start = text.lastIndexOf('\n', end - 2) + 1;
            lines.putIfAbsent(text.substring(start, end).stripTrailing(), start);
            end = start;
        }
        int start = Math.min(text.length(), end() + 1);
        for (int i = 0; i < LINES_AROUND && start < text.length(); i++) {
            int stop = text.indexOf('\n', start);
            if (stop < 0) stop = text.length();
            lines.putIfAbsent(text.substring(start, stop), start);
            start = stop + 1;
        }
        return lines;
    }

    boolean holds(int inDocument, int onPage, int at) {
        return inDocument == document && onPage == table.page() && at >= start() && at < end();
    }
}
