package casewright.extraction.office;

import casewright.extraction.Heading;
import casewright.extraction.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/// Takes Tika's XHTML and writes it as text: a line for each paragraph, list item and table row, cells parted by a blank.
final class MarkupWriter extends DefaultHandler {

    private static final Set<String> BLOCKS = Set.of("p", "div", "li", "ul", "ol", "br", "h1", "h2", "h3", "h4", "h5", "h6", "table", "tr", "blockquote", "pre", "hr", "dt", "dd", "section", "article", "title");
    private static final Set<String> UNREAD = Set.of("head", "script", "style", "noscript");
    private static final int DEEPEST = 500;

    private final int mostChars;
    private final boolean lined;
    private final StringBuilder text = new StringBuilder();
    private final List<Table> tables = new ArrayList<>();
    private final List<Heading> headings = new ArrayList<>();
    private final List<List<Table.Cell>> rows = new ArrayList<>();
    private List<Table.Cell> row = new ArrayList<>();
    private int cellStart = -1;
    private int headingStart = -1;
    private int inTables;
    private int unread;
    private int depth;
    private boolean header;
    private int headerRows;
    private boolean blankBefore;

    /// What it throws when the text is longer than allowed, or nested too deeply to be a document.
    static final class TooMuch extends RuntimeException {

        private TooMuch() {
            super("The text is longer or deeper than allowed", null, false, false);
        }
    }

    /// @param lined whether a line feed ends a line, as in an e-mail without markup
    MarkupWriter(int mostChars, boolean lined) {
        this.mostChars = mostChars;
        this.lined = lined;
    }

    @Override
    public void startElement(String uri, String local, String qualified, Attributes attributes) {
        String name = local.toLowerCase(Locale.ROOT);
        if (++depth > DEEPEST) throw new TooMuch();
        if (UNREAD.contains(name)) unread++;
        if (name.equals("table") && inTables++ == 0) {
            endLine();
            rows.clear();
            headerRows = 0;
        }
        boolean cell = name.equals("td") || name.equals("th");
        if (cell && inTables == 1) startCell(name);
        else if (BLOCKS.contains(name)) breakBefore();
        if (isHeading(name) && inTables == 0) headingStart = text.length();
        if (name.equals("tr") && inTables == 1) header = true;
    }

    @Override
    public void endElement(String uri, String local, String qualified) {
        String name = local.toLowerCase(Locale.ROOT);
        depth--;
        if (UNREAD.contains(name)) unread--;
        if (isHeading(name) && inTables == 0) endHeading(name);
        if ((name.equals("td") || name.equals("th")) && inTables == 1) endCell();
        else if (name.equals("tr") && inTables == 1) endRow();
        else if (name.equals("table") && --inTables == 0) endTable();
        else if (BLOCKS.contains(name)) breakBefore();
    }

    @Override
    public void characters(char[] chars, int start, int length) {
        if (unread > 0) return;
        for (int i = start; i < start + length; i++) {
            char c = chars[i];
            if (lined && c == '\n') breakBefore();
            else if (Character.isWhitespace(c) || c == '\u00a0') blankBefore = true;
            else if (c >= ' ') {
                if (blankBefore && !text.isEmpty() && text.charAt(text.length() - 1) != '\n' && text.length() != cellStart) text.append(' ');
                blankBefore = false;
                text.append(c);
            }
        }
        if (text.length() > mostChars) throw new TooMuch();
    }

    @Override
    public void ignorableWhitespace(char[] chars, int start, int length) {
        blankBefore = true;
    }

    private static boolean isHeading(String name) {
        return name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6';
    }

    /// Within a cell a new paragraph is a blank.
    private void breakBefore() {
        if (inTables > 0) blankBefore = true;
        else endLine();
    }

    private void endLine() {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') text.append('\n');
        blankBefore = false;
    }

    private void startCell(String name) {
        header &= name.equals("th");
        if (!row.isEmpty() && text.length() > row.getFirst().start()) text.append(' ');
        blankBefore = false;
        cellStart = text.length();
    }

    private void endCell() {
        if (cellStart >= 0) row.add(new Table.Cell(text.substring(cellStart), cellStart, text.length()));
        cellStart = -1;
        blankBefore = false;
    }

    private void endRow() {
        if (!row.isEmpty()) {
            rows.add(row);
            if (header && headerRows == rows.size() - 1) headerRows++;
        }
        row = new ArrayList<>();
        endLine();
    }

    private void endTable() {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        for (List<Table.Cell> one : rows) {
            while (one.size() < columns) one.add(new Table.Cell("", one.getLast().end(), one.getLast().end()));
        }
        if (rows.size() > 1 && columns > 1) tables.add(new Table(1, headerRows, rows));
        endLine();
    }

    private void endHeading(String name) {
        String heading = headingStart < 0 ? "" : text.substring(Math.min(headingStart, text.length())).strip();
        if (!heading.isEmpty()) headings.add(new Heading(heading, name.charAt(1) - '0', 1, headingStart));
        headingStart = -1;
    }

    String text() {
        return text.toString().stripTrailing();
    }

    List<Table> tables() {
        return tables;
    }

    List<Heading> headings() {
        return headings;
    }
}
