package casewright.extraction;

import casewright.refusal.RefusedException;
import java.io.IOException;
import java.io.StringWriter;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// One PDF page into text with the box of each word.
///
/// Lines come in the order of the content stream, which is the reading order of typeset columns. Lines of one paragraph are joined by a blank, a word
/// broken at a line end is put together again, paragraphs are parted by a line feed.
final class PdfPageReader extends PDFTextStripper {

    /// A run of text as PDFBox gives it: a word, or a whole line where the PDF itself holds the blanks.
    private record Word(String text, float x, float y, float width, float height, float size, boolean bold, List<Part> parts) {
    }

    /// A word within a run: [start, end) in the run's text and where it stands.
    private record Part(int start, int end, float x, float width) {
    }

    private static final Pattern WORD = Pattern.compile("\\S+");

    private record RawLine(List<Word> words) {

        float x() {
            return words.getFirst().x();
        }

        float right() {
            Word last = words.getLast();
            return last.x() + last.width();
        }

        float y() {
            return words.getFirst().y();
        }

        float size() {
            return (float) words.stream().mapToDouble(Word::size).max().orElse(0);
        }

        boolean bold() {
            return words.stream().allMatch(Word::bold);
        }
    }

    /// A page full of curves has some hundred thousand; a form that draws itself twice has 2^50.
    private static final int MOST_STEPS = 5_000_000;
    private static final int MOST_FORMS = 20_000;

    private final List<RawLine> lines = new ArrayList<>();
    private List<Word> open = new ArrayList<>();
    private int steps;
    private int forms;

    private PdfPageReader() {
        setSortByPosition(false);
    }

    static Page read(PDDocument document, int number) throws IOException {
        PdfPageReader reader = new PdfPageReader();
        reader.setStartPage(number);
        reader.setEndPage(number);
        reader.writeText(document, new StringWriter());
        reader.endLine();
        PDPage page = document.getPage(number - 1);
        boolean turned = page.getRotation() % 180 != 0;
        float width = turned ? page.getCropBox().getHeight() : page.getCropBox().getWidth();
        float height = turned ? page.getCropBox().getWidth() : page.getCropBox().getHeight();
        return reader.assemble(number, width, height);
    }

    /// The library swallows an IOException in a form, so what ends a page is unchecked.
    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        boolean tooMany = ++steps > MOST_STEPS || operator.getName().equals("Do") && ++forms > MOST_FORMS;
        if (tooMany || Thread.currentThread().isInterrupted()) {
            throw new RefusedException(RefusedException.Reason.UNREADABLE, "Page " + getCurrentPageNo() + " of the PDF is drawn in too many steps. Please print it into a new PDF.");
        }
        super.processOperator(operator, operands);
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        if (text.isBlank() || positions.isEmpty()) return;
        float left = Float.MAX_VALUE;
        float right = 0;
        float top = Float.MAX_VALUE;
        float bottom = 0;
        float size = 0;
        boolean bold = true;
        for (TextPosition position : positions) {
            left = Math.min(left, position.getXDirAdj());
            right = Math.max(right, position.getXDirAdj() + position.getWidthDirAdj());
            top = Math.min(top, position.getYDirAdj() - position.getHeightDir());
            bottom = Math.max(bottom, position.getYDirAdj());
            size = Math.max(size, position.getFontSizeInPt());
            String font = String.valueOf(position.getFont().getName()).toLowerCase(java.util.Locale.ROOT);
            bold &= font.contains("bold") || font.contains("black") || font.contains("heavy") || font.contains("semi");
        }
        String clean = Normalizer.normalize(text.strip(), Normalizer.Form.NFC).replace("\uFB01", "fi").replace("\uFB02", "fl").replace("\uFB00", "ff")
                .replace("\uFB03", "ffi").replace("\uFB04", "ffl").replace('\u00A0', ' ').replace("\u00AD", "-");
        clean = clean.replaceAll("[\\x00-\\x1f]", "").strip();
        if (!clean.isEmpty()) open.add(new Word(clean, left, top, right - left, bottom - top, size, bold, parts(clean, positions)));
    }

    /// The run's words with their places, when as many are printed as are in its text; else the run as one.
    private static List<Part> parts(String text, List<TextPosition> positions) {
        List<float[]> places = new ArrayList<>();
        boolean inside = false;
        for (TextPosition position : positions) {
            boolean blank = position.getUnicode() == null || position.getUnicode().isBlank();
            float right = position.getXDirAdj() + position.getWidthDirAdj();
            if (blank) inside = false;
            else if (inside) places.getLast()[1] = right;
            else {
                places.add(new float[] {position.getXDirAdj(), right});
                inside = true;
            }
        }
        List<Part> parts = new ArrayList<>();
        Matcher words = WORD.matcher(text);
        while (words.find()) {
            if (parts.size() == places.size()) return List.of(whole(text, positions));
            float[] place = places.get(parts.size());
            parts.add(new Part(words.start(), words.end(), place[0], place[1] - place[0]));
        }
        return parts.size() == places.size() ? parts : List.of(whole(text, positions));
    }

    private static Part whole(String text, List<TextPosition> positions) {
        float left = (float) positions.stream().mapToDouble(TextPosition::getXDirAdj).min().orElse(0);
        float right = (float) positions.stream().mapToDouble(position -> position.getXDirAdj() + position.getWidthDirAdj()).max().orElse(0);
        return new Part(0, text.length(), left, right - left);
    }

    @Override
    protected void writeLineSeparator() {
        endLine();
    }

    @Override
    protected void writeParagraphSeparator() {
        endLine();
    }

    private void endLine() {
        if (!open.isEmpty()) lines.add(new RawLine(open));
        open = new ArrayList<>();
    }

    private Page assemble(int number, float width, float height) {
        StringBuilder text = new StringBuilder();
        List<Page.WordBox> boxes = new ArrayList<>();
        List<Page.Line> looks = new ArrayList<>();
        int[] brokenWord = {-1};
        for (int i = 0; i < lines.size(); i++) {
            RawLine line = lines.get(i);
            if (i > 0) join(text, lines.get(i - 1), line, brokenWord);
            int lineStart = text.length();
            for (int w = 0; w < line.words().size(); w++) {
                Word word = line.words().get(w);
                if (w > 0) text.append(' ');
                int start = text.length();
                text.append(word.text());
                for (Part part : word.parts()) {
                    int from = start + part.start();
                    if (w == 0 && part == word.parts().getFirst() && brokenWord[0] >= 0) {
                        // both halves carry the whole word's span, so that a citation lights both up
                        int half = brokenWord[0];
                        Page.WordBox first = boxes.get(half);
                        boxes.set(half, new Page.WordBox(first.start(), start + part.end(), first.x(), first.y(), first.width(), first.height()));
                        from = first.start();
                    }
                    boxes.add(new Page.WordBox(from, start + part.end(), part.x(), word.y(), part.width(), word.height()));
                }
            }
            brokenWord[0] = -1;
            looks.add(new Page.Line(lineStart, text.length(), line.x(), line.y(), line.right() - line.x(), line.size(), line.bold()));
            if (endsBroken(text) && i + 1 < lines.size() && continues(line, lines.get(i + 1)) && startsLower(lines.get(i + 1))) brokenWord[0] = boxes.size() - 1;
        }
        return new Page(number, text.toString(), boxes, looks, width, height);
    }

    private static void join(StringBuilder text, RawLine before, RawLine line, int[] brokenWord) {
        if (brokenWord[0] >= 0) {
            text.setLength(text.length() - 1);
        } else if (continues(before, line)) {
            // "anti-" + "TNF", "5-" + "year": the hyphen belongs to the word
            if (!endsBroken(text)) text.append(' ');
        } else {
            text.append('\n');
        }
    }

    private static boolean endsBroken(StringBuilder text) {
        int n = text.length();
        return n > 2 && (text.charAt(n - 1) == '-' || text.charAt(n - 1) == '\u2010') && Character.isLetterOrDigit(text.charAt(n - 2));
    }

    private static boolean startsLower(RawLine line) {
        return Character.isLowerCase(line.words().getFirst().text().charAt(0));
    }

    /// Is the next line part of the same paragraph: same look, close below, or the top of the next column?
    private static boolean continues(RawLine before, RawLine line) {
        float size = Math.max(1, before.size());
        if (Math.abs(before.size() - line.size()) > 0.2 * size) return false;
        if (before.bold() != line.bold() && (before.bold() ? before.words().size() < 12 : line.words().size() < 12)) return false;
        float down = line.y() - before.y();
        boolean nextColumn = down < -2 * size;
        if (nextColumn) return !endsSentence(before) || startsLower(line);
        if (down > 1.9 * size) return false;
        boolean sameLine = Math.abs(down) < 0.5 * size;
        if (sameLine) return true;
        boolean indented = line.x() > before.x() + 0.6 * size && line.x() < before.x() + 5 * size;
        return !(endsSentence(before) && indented);
    }

    private static boolean endsSentence(RawLine line) {
        String last = line.words().getLast().text();
        return last.endsWith(".") || last.endsWith("?") || last.endsWith("!") || last.endsWith(":") || last.endsWith(".\u201d");
    }
}
