package casewright.extraction.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Lines that belong together, in one reading direction.
///
/// @param indented whether the first line begins further right than its column
/// @param full     whether the last line reaches the right edge of its column
record Paragraph(Frame frame, Kind kind, List<Strip> lines, boolean indented, boolean full) implements PageItem {

    enum Kind {
        BODY, HEADING, CAPTION, NOTE, LABEL
    }

    private static final Pattern SENTENCE_END = Pattern.compile(".*[.?!:][\"\u201d\u2019')\\]]*(?:\\[[\\d,\u2013 -]+\\])?$");

    static boolean endsSentence(Strip line) {
        return SENTENCE_END.matcher(line.text()).matches();
    }

    static boolean startsLower(Strip line) {
        return Character.isLowerCase(line.words().getFirst().text().codePointAt(0));
    }

    String text() {
        return lines.stream().map(Strip::text).collect(Collectors.joining(" "));
    }

    int words() {
        return lines.stream().mapToInt(line -> line.words().size()).sum();
    }

    Strip first() {
        return lines.getFirst();
    }

    Strip last() {
        return lines.getLast();
    }

    @Override
    public boolean isFloat() {
        return kind == Kind.CAPTION || kind == Kind.NOTE || kind == Kind.LABEL;
    }

    /// May the next paragraph of the text, in another column or on another page, be the rest of this one?
    boolean goesOnIn(Paragraph next) {
        boolean alike = frame.degrees() == next.frame.degrees() && kind == Kind.BODY && next.kind == Kind.BODY && Math.abs(last().size() - next.first().size()) < 0.08 * last().size() && last().isBold() == next.first().isBold();
        if (!alike) return false;
        if (startsLower(next.first())) return true;
        return !next.indented && full && !Paragraphs.isKeyed(next.first()) && !(endsSentence(last()) && Paragraphs.isItem(next.first()));
    }

    Paragraph with(Paragraph rest) {
        List<Strip> all = new ArrayList<>(lines);
        all.addAll(rest.lines);
        return new Paragraph(frame, kind, List.copyOf(all), indented, rest.full);
    }
}
