package casewright.extraction.pdf;

import casewright.extraction.pdf.Paragraph.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Lines in reading order into paragraphs. Signs of a new one: another size or weight of letters, a wider gap, an indented first line, a bullet or number
/// in front, a last line that ends early.
final class Paragraphs {

    private static final Pattern CAPTION = Pattern.compile("^(?:fig(?:ure)?s?\\.?|table|box|scheme|chart|supplementary (?:table|figure))\\s*(?:\\d{1,2}[a-z]?|[IVX]{1,5})\\b(\\s*[:.|\u2014-])?.*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ITEM = Pattern.compile("^(?:[\\u2022\\u25CF\\u25AA\\u2013\\-*]|\\(?(?:\\d{1,2}|[a-z]|[ivx]{1,4})[.)]|\\[\\d{1,3}\\])$");
    /// "Date of birth: ..."
    private static final Pattern KEY = Pattern.compile("^\\p{Lu}[\\p{L}\\p{N} /()-]{1,40}:(?: .*)?$");
    /// As [TickedChoices] says a box.
    private static final Pattern ANSWERED = Pattern.compile(".*: (?:yes|no|unclear)");
    private static final Pattern UNFINISHED = Pattern.compile("[.,;]$");
    private static final float SMALLEST_INDENT = 0.7f;
    private static final float LARGEST_INDENT = 6;
    /// In sizes of letters behind its key.
    private static final float FARTHEST_VALUE = 15;

    private final Frame frame;
    private final float bodySize;
    private final Columns columns;

    private Paragraphs(Frame frame, float bodySize, Columns columns) {
        this.frame = frame;
        this.bodySize = bodySize;
        this.columns = columns;
    }

    static List<Paragraph> of(List<Strip> lines, Frame frame, float bodySize) {
        return new Paragraphs(frame, bodySize, Columns.of(lines)).part(lines);
    }

    private List<Paragraph> part(List<Strip> lines) {
        List<Paragraph> paragraphs = new ArrayList<>();
        List<Strip> open = new ArrayList<>();
        for (Strip line : lines) {
            if (!open.isEmpty() && !continues(open, line)) {
                paragraphs.add(paragraph(open));
                open = new ArrayList<>();
            }
            open.add(line);
        }
        if (!open.isEmpty()) paragraphs.add(paragraph(open));
        return paragraphs;
    }

    private Paragraph paragraph(List<Strip> lines) {
        Strip first = lines.getFirst();
        Strip last = lines.getLast();
        boolean indented = first.box().left() - columns.of(first).left() > SMALLEST_INDENT * first.size();
        boolean full = columns.of(last).right() - last.box().right() < 0.05f * columns.of(last).width();
        return new Paragraph(frame, kind(lines), List.copyOf(lines), indented, full);
    }

    private Kind kind(List<Strip> lines) {
        Strip first = lines.getFirst();
        String text = first.text();
        if (isCaption(first)) return Kind.CAPTION;
        int words = lines.stream().mapToInt(line -> line.words().size()).sum();
        boolean stands = lines.stream().allMatch(line -> line.isBold() && line.size() > bodySize - 0.3f || line.size() > 1.12f * bodySize);
        boolean hasLetters = text.codePoints().filter(Character::isLetter).limit(3).count() >= 3;
        boolean heading = stands && words <= 30 && lines.size() <= 4 || isInCapitals(lines, words);
        // its number may stand apart, and a name in bold letters goes on behind its comma
        if (heading && isMostlyLetters(lines.stream().map(Strip::text).collect(Collectors.joining(" "))) && !UNFINISHED.matcher(lines.getLast().text()).find()) return Kind.HEADING;
        if (!hasLetters || words <= 2 && first.size() < 0.95f * bodySize) return Kind.LABEL;
        return first.size() < 0.9f * bodySize ? Kind.NOTE : Kind.BODY;
    }

    private boolean continues(List<Strip> open, Strip line) {
        Strip before = open.getLast();
        float size = before.size();
        if (isValueOf(before, line)) return true;
        if (Math.abs(size - line.size()) > 0.08 * size) return false;
        if (before.isBold() != line.isBold() && (before.isBold() ? open : List.of(line)).stream().mapToInt(one -> one.words().size()).sum() <= 25) return false;
        if (isCaption(line) && Paragraph.endsSentence(before)) return false;
        boolean item = isItem(line);
        Column own = columns.of(line);
        // the next column is another paragraph first; whether it goes on there is told when all are known
        if (before.isOnLineOf(line) && line.box().left() >= before.box().right()) return isBesideIts(before, line);
        if (own != columns.of(before)) return false;
        float down = line.baseline() - before.baseline();
        if (down > 1.3f * Math.max(own.leading(), size)) return false;
        boolean ended = Paragraph.endsSentence(before);
        if (item && (ended || line.box().left() <= before.box().left() + 0.5f * size)) return false;
        float indent = line.box().left() - own.left();
        float indentBefore = before.box().left() - own.left();
        boolean lower = Paragraph.startsLower(line);
        boolean indented = indent > SMALLEST_INDENT * size && indent < LARGEST_INDENT * size && indentBefore < 0.4f * size;
        boolean hangs = open.size() == 1 && ITEM.matcher(before.words().getFirst().text()).matches();
        if (indented && !hangs && !(lower && !ended)) return false;
        boolean outdented = indentBefore > SMALLEST_INDENT * size && indent < 0.4f * size && open.size() > 1;
        if (outdented && ended) return false;
        float missing = (own.right() - before.box().right()) / own.width();
        if (isKeyed(line) && (missing > 0.05f || isAnswered(before))) return false;
        boolean title = before.isBold() && line.isBold();
        return lower || title || !(missing > 0.15f && ended || missing > 0.3f);
    }

    /// Typed or printed behind "Patient's name:", whatever letters the two are in.
    static boolean isValueOf(Strip key, Strip line) {
        float gap = line.box().left() - key.box().right();
        return key.text().endsWith(":") && key.isOnLineOf(line) && gap >= 0 && gap < FARTHEST_VALUE * key.size() && !isKeyed(line);
    }

    /// On one line with a gap between them: the value behind its key, the text behind its number.
    private static boolean isBesideIts(Strip before, Strip line) {
        if (isKeyed(line)) return false;
        return before.text().endsWith(":") || line.box().left() - before.box().right() < 2.5f * before.size();
    }

    /// Capitals only, on lines of their own, where the letters are as large as the text's.
    private static boolean isInCapitals(List<Strip> lines, int words) {
        return lines.size() <= 2 && words <= 10 && lines.stream().allMatch(line -> line.text().codePoints().filter(Character::isLetter).allMatch(Character::isUpperCase))
                && lines.stream().mapToLong(line -> line.text().codePoints().filter(Character::isLetter).count()).sum() >= 6;
    }

    private static boolean isMostlyLetters(String text) {
        long letters = text.codePoints().filter(Character::isLetter).count();
        return letters >= 3 && letters >= 0.7 * text.codePoints().filter(c -> !Character.isWhitespace(c) && !Character.isDigit(c) && c != '.').count();
    }

    /// "Table 2: ..." or in smaller or bold letters; "Table 2 shows ..." is a sentence.
    private boolean isCaption(Strip line) {
        Matcher caption = CAPTION.matcher(line.text());
        return caption.matches() && line.size() < bodySize + 0.5f && (caption.group(1) != null || line.size() < 0.95f * bodySize || line.words().getFirst().bold());
    }

    static boolean isKeyed(Strip line) {
        return KEY.matcher(line.text()).matches();
    }

    static boolean isAnswered(Strip line) {
        return ANSWERED.matcher(line.text()).matches();
    }

    static boolean isItem(Strip line) {
        return line.words().size() > 1 && ITEM.matcher(line.words().getFirst().text()).matches();
    }
}
