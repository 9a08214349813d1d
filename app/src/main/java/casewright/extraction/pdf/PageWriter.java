package casewright.extraction.pdf;

import casewright.extraction.Heading;
import casewright.extraction.Page;
import casewright.extraction.Table;
import casewright.extraction.pdf.Paragraph.Kind;
import casewright.extraction.pdf.PlacedTable.TableCell;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Writes the paragraphs and tables of a page as text, and where each word of it stands. Lines of a paragraph are joined by a blank, a word broken at a
/// line's end is put together again, paragraphs and rows are parted by a line feed, cells by a blank.
final class PageWriter {

    private static final Pattern NUMBERED = Pattern.compile("^(\\d{1,2}(?:\\.\\d{1,2})*)\\.?\\s+\\p{Lu}.*");
    /// The authors below a title, in letters as large as a heading's.
    private static final Pattern NAMES = Pattern.compile("(?:\\p{Lu}[\\p{L}.'\u2019-]*[\\d,*\u2020 ]+|and |de |la |van |von |der )+(?:, |and )(?:\\p{Lu}[\\p{L}.'\u2019-]*[\\d,*\u2020 ]*)+");
    /// "pre- and postoperative"
    private static final Set<String> AFTER_A_HANGING_HYPHEN = Set.of("and", "or", "to", "und", "oder", "et", "ou", "y", "e", "o");

    private final PageContent content;
    private final HyphenRules hyphens;
    private final StringBuilder text = new StringBuilder();
    private final List<Page.WordBox> boxes = new ArrayList<>();
    private final List<Page.Line> lines = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private final List<Heading> headings = new ArrayList<>();
    private int bodyEnd = -1;
    private int visibleEnd = -1;

    PageWriter(PageContent content, HyphenRules hyphens) {
        this.content = content;
        this.hyphens = hyphens;
    }

    void write(PageItem item) {
        switch (item) {
            case Paragraph paragraph -> write(paragraph);
            case PlacedTable table -> write(table);
        }
    }

    private void write(Paragraph paragraph) {
        startLine();
        int start = text.length();
        for (int i = 0; i < paragraph.lines().size(); i++) {
            Strip line = paragraph.lines().get(i);
            int half = i == 0 ? -1 : joinTo(line);
            writeLine(line, paragraph.frame(), half);
        }
        headingOf(paragraph, start);
    }

    private void write(PlacedTable table) {
        List<List<Table.Cell>> rows = new ArrayList<>();
        for (List<TableCell> row : table.rows()) {
            startLine();
            int start = text.length();
            List<Table.Cell> cells = new ArrayList<>();
            Box box = null;
            for (TableCell cell : row) {
                if (!cell.isEmpty() && text.length() > start) text.append(' ');
                int cellStart = text.length();
                for (int i = 0; i < cell.lines().size(); i++) {
                    Strip line = cell.lines().get(i);
                    int half = i == 0 ? -1 : joinTo(line);
                    writeWords(line, table.frame(), half);
                    box = box == null ? line.box() : box.with(line.box());
                }
                cells.add(new Table.Cell(text.substring(cellStart), cellStart, text.length()));
            }
            rows.add(cells);
            if (box != null) look(start, table.frame().in(content.shown(), box), row.stream().filter(cell -> !cell.isEmpty()).findFirst().orElseThrow().lines().getFirst());
        }
        tables.add(new Table(content.number(), table.headerRows(), rows));
    }

    /// What is written from here on is no part of what is told.
    void startAside() {
        bodyEnd = text.length();
    }

    /// Nor is it visible.
    void startHidden() {
        visibleEnd = text.length();
    }

    Page page() {
        int length = text.length();
        return new Page(content.number(), text.toString(), bodyEnd < 0 ? 0 : length - bodyEnd, visibleEnd < 0 ? 0 : length - visibleEnd, boxes, lines, content.shown().shownWidth(), content.shown().shownHeight());
    }

    List<Table> tables() {
        return tables;
    }

    List<Heading> headings() {
        return headings;
    }

    private void startLine() {
        if (!text.isEmpty()) text.append('\n');
    }

    /// Joins what is written to the line that follows. @return the box of the word whose other half follows, or -1
    private int joinTo(Strip line) {
        String next = line.words().getFirst().text();
        int n = text.length();
        String last = text.substring(text.lastIndexOf(" ", n - 1) + 1);
        if (HyphenRules.isBroken(last)) {
            if (AFTER_A_HANGING_HYPHEN.contains(next)) text.append(' ');
            else {
                if (!hyphens.keepsHyphen(last.substring(last.lastIndexOf('\n') + 1), next)) text.setLength(n - 1);
                return boxes.size() - 1;
            }
        } else if (!goesOnWithoutBlank(last, next) && !Characters.partsNoWords(last, next)) text.append(' ');
        return -1;
    }

    /// Addresses and ranges are broken without a sign: "1997–" "2000", "www.genome" ".jp".
    private static boolean goesOnWithoutBlank(String last, String next) {
        if (last.endsWith("\u2013") && last.length() > 1 && Character.isDigit(last.charAt(last.length() - 2))) return Character.isDigit(next.charAt(0));
        boolean address = last.contains("://") || last.startsWith("www.");
        return last.endsWith("/") || address && (next.startsWith(".") || next.startsWith("/"));
    }

    private void writeLine(Strip line, Frame frame, int half) {
        int start = text.length();
        writeWords(line, frame, half);
        look(start, frame.in(content.shown(), line.box()), line);
    }

    /// @param half the box of the word that the first word here completes, or -1
    private void writeWords(Strip line, Frame frame, int half) {
        for (int w = 0; w < line.words().size(); w++) {
            Word word = line.words().get(w);
            if (w > 0 && !word.glued()) text.append(' ');
            int start = text.length();
            text.append(word.text());
            if (w == 0 && half >= 0) {
                // both halves carry the whole word's span, so that a citation lights both up
                Page.WordBox first = boxes.get(half);
                start = first.start();
                boxes.set(half, new Page.WordBox(start, text.length(), first.x(), first.y(), first.width(), first.height(), first.confidence()));
            }
            Box box = frame.in(content.shown(), content.tilt().back(word.box(), frame));
            boxes.add(new Page.WordBox(start, text.length(), box.left(), box.top(), box.width(), box.height(), word.confidence()));
        }
    }

    private void look(int start, Box box, Strip line) {
        lines.add(new Page.Line(start, text.length(), box.left(), box.top(), box.width(), line.size(), line.isBold()));
    }

    /// A paragraph that is one, or one that begins with its number and words in italics ("2.1. Protocol. A total of ...").
    private void headingOf(Paragraph paragraph, int start) {
        if (bodyEnd >= 0) return;
        if (paragraph.kind() == Kind.HEADING) {
            String whole = text.substring(start);
            if (content.number() == 1 && NAMES.matcher(whole).matches()) return;
            headings.add(new Heading(whole, level(whole), content.number(), start));
        } else if (paragraph.kind() == Kind.BODY && NUMBERED.matcher(paragraph.first().text()).matches()) {
            List<String> words = new ArrayList<>();
            for (Word word : paragraph.first().words()) {
                boolean marked = word.italic() || word.bold() || words.isEmpty();
                if (!marked) break;
                words.add(word.text());
                if (word.text().endsWith(".") && words.size() > 1) break;
            }
            String marked = String.join(" ", words);
            if (words.size() > 1) headings.add(new Heading(marked.replaceAll("\\.$", ""), level(marked), content.number(), start));
        }
    }

    private static int level(String heading) {
        Matcher number = NUMBERED.matcher(heading);
        return number.matches() ? number.group(1).split("\\.").length : 1;
    }
}
