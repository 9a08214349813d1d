import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/// Sets `article.txt` as a two-column PDF, `source.pdf`, the way journals do: running head, abstract across the page, justified columns, hyphens at
/// line ends, a table. The same text gives the same bytes.
///
///     java -cp PDFBOX_JARS samples/003-literature-article/MakeArticle.java samples/003-literature-article
///
/// PDFBOX_JARS: pdfbox, pdfbox-io, fontbox, commons-logging as in the `app` module.
final class MakeArticle {

    private static final PDFont ROMAN = new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN);
    private static final PDFont BOLD = new PDType1Font(Standard14Fonts.FontName.TIMES_BOLD);
    private static final PDFont ITALIC = new PDType1Font(Standard14Fonts.FontName.TIMES_ITALIC);
    private static final float MARGIN = 50;
    private static final float GUTTER = 20;
    private static final float TOP = PDRectangle.A4.getHeight() - 70;
    private static final float BOTTOM = 60;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float COLUMN = (WIDTH - GUTTER) / 2;

    private final PDDocument document = new PDDocument();
    private final String journal;
    private PDPageContentStream page;
    private float columnTop = TOP;
    private float y = TOP;
    private int column;
    private int pages;

    private MakeArticle(String journal) throws IOException {
        this.journal = journal;
        newPage();
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        List<String> lines = Files.readAllLines(folder.resolve("article.txt"));
        MakeArticle article = new MakeArticle(lines.getFirst().substring(2));
        article.set(lines.subList(1, lines.size()));
        article.save(folder.resolve("source.pdf"));
    }

    private void set(List<String> lines) throws IOException {
        List<String[]> rows = new ArrayList<>();
        for (String line : lines) {
            String rest = line.substring(line.indexOf(' ') + 1);
            if (line.startsWith("# ")) {
                across(rest.toUpperCase(Locale.ROOT), BOLD, 8, 14);
            } else if (line.startsWith("TITLE ")) {
                across(rest, BOLD, 16, 6);
            } else if (line.startsWith("AUTHORS ")) {
                across(rest, ROMAN, 11, 4);
            } else if (line.startsWith("AFFILIATION ")) {
                across(rest, ITALIC, 8.5f, 10);
            } else if (line.startsWith("ABSTRACT ")) {
                across("Abstract", BOLD, 10, 2);
                across(rest, ROMAN, 9, 4);
            } else if (line.startsWith("KEYWORDS ")) {
                across("Keywords: " + rest, ITALIC, 9, 16);
                columnTop = y;
            } else if (line.startsWith("## ")) {
                y -= 6;
                paragraph(rest, BOLD, 11, false);
            } else if (line.startsWith("TABLE ")) {
                makeRoom(90);
                y -= 6;
                paragraph(rest, BOLD, 8.5f, false);
            } else if (line.startsWith("ROW ")) {
                rows.add(rest.split(" \\| "));
            } else if (line.equals("ENDTABLE")) {
                table(rows);
                rows.clear();
            } else {
                paragraph(line, ROMAN, line.matches("\\d\\. .*") ? 8.5f : 10, true);
            }
        }
    }

    private void across(String text, PDFont font, float size, float after) throws IOException {
        for (Line line : linesOf(text, font, size, WIDTH)) {
            y -= size * 1.2f;
            write(line.text, font, size, MARGIN, y, 0);
        }
        y -= after;
    }

    private void paragraph(String text, PDFont font, float size, boolean isJustified) throws IOException {
        for (Line line : linesOf(text, font, size, COLUMN)) {
            makeRoom(size * 1.2f);
            y -= size * 1.2f;
            float gap = isJustified && !line.isLast ? gap(line.text, font, size) : 0;
            write(line.text, font, size, left(), y, gap);
        }
        y -= 4;
    }

    private void table(List<String[]> rows) throws IOException {
        makeRoom(rows.size() * 11f);
        float[] starts = {0, 118, 160, 200};
        for (String[] row : rows) {
            y -= 11;
            for (int i = 0; i < row.length; i++) {
                write(row[i], row == rows.getFirst() ? BOLD : ROMAN, 8.5f, left() + starts[i], y, 0);
            }
        }
        y -= 12;
    }

    private void makeRoom(float height) throws IOException {
        if (y - height >= BOTTOM) {
            return;
        }
        if (column == 0) {
            column = 1;
            y = columnTop;
        } else {
            newPage();
        }
    }

    private void newPage() throws IOException {
        if (page != null) {
            page.close();
        }
        PDPage next = new PDPage(PDRectangle.A4);
        document.addPage(next);
        page = new PDPageContentStream(document, next);
        pages++;
        column = 0;
        columnTop = TOP;
        y = TOP;
        write(journal, ITALIC, 8, MARGIN, PDRectangle.A4.getHeight() - 45, 0);
        write(Integer.toString(111 + pages), ROMAN, 8, PDRectangle.A4.getWidth() / 2, 35, 0);
    }

    private float left() {
        return MARGIN + column * (COLUMN + GUTTER);
    }

    private static float gap(String text, PDFont font, float size) throws IOException {
        int spaces = (int) text.chars().filter(c -> c == ' ').count();
        return spaces == 0 ? 0 : (COLUMN - width(text, font, size)) / spaces;
    }

    private void write(String text, PDFont font, float size, float x, float baseline, float gap) throws IOException {
        page.beginText();
        page.setFont(font, size);
        page.setWordSpacing(gap);
        page.newLineAtOffset(x, baseline);
        page.showText(text);
        page.endText();
    }

    private record Line(String text, boolean isLast) {}

    private static List<Line> linesOf(String text, PDFont font, float size, float width) throws IOException {
        List<Line> lines = new ArrayList<>();
        String line = "";
        List<String> words = new ArrayList<>(List.of(text.split(" ")));
        while (!words.isEmpty()) {
            String word = words.removeFirst();
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer, font, size) <= width) {
                line = longer;
                continue;
            }
            int cut = hyphenation(line, word, font, size, width);
            if (cut > 0) {
                line = line + " " + word.substring(0, cut) + "-";
                words.addFirst(word.substring(cut));
            } else {
                words.addFirst(word);
            }
            lines.add(new Line(line, false));
            line = "";
        }
        lines.add(new Line(line, true));
        return lines;
    }

    /// Where to divide a long plain word: between a vowel and a consonant with a vowel behind it, four letters from either end; 0 for not at all.
    private static int hyphenation(String line, String word, PDFont font, float size, float width) throws IOException {
        if (size > 12 || word.length() < 10 || !word.matches("[a-z]+[.,;]?")) {
            return 0;
        }
        for (int cut = word.length() - 4; cut >= 4; cut--) {
            boolean isSyllableEnd = isVowel(word.charAt(cut - 1)) && !isVowel(word.charAt(cut)) && isVowel(word.charAt(cut + 1));
            if (isSyllableEnd && width(line + " " + word.substring(0, cut) + "-", font, size) <= width) {
                return cut;
            }
        }
        return 0;
    }

    private static boolean isVowel(char c) {
        return "aeiouy".indexOf(c) >= 0;
    }

    private static float width(String text, PDFont font, float size) throws IOException {
        return font.getStringWidth(text) / 1000 * size;
    }

    private void save(Path file) throws IOException {
        page.close();
        Calendar date = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        date.setTimeInMillis(1_757_000_000_000L);
        document.getDocumentInformation().setTitle("Recurrent aseptic meningitis under lamotrigine (invented)");
        document.getDocumentInformation().setCreationDate(date);
        document.getDocumentInformation().setModificationDate(date);
        document.setDocumentId(42L);
        document.save(file.toFile());
        document.close();
    }
}
