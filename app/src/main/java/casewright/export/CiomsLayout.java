package casewright.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// Where the boxes of the form stand and how much text each takes: `cioms.json` beside the form's HTML, so that page and text agree.
///
/// @param boxes   by id
/// @param choices the little squares that are ticked or not
record CiomsLayout(float fontSizePt, float lineHeightPt, Map<String, Box> boxes, List<Choice> choices) {

    private static final float POINTS_PER_MM = 72 / 25.4f;
    private static final float PADDING_MM = 1;
    /// The renderer rounds widths; a line too few in a box does no harm, a line too many is cut off.
    private static final float SAFETY = 0.985f;
    private static final float NARROW_MM = 40;
    private static final float LINE_MM = 0.2f;

    /// In millimetres from the upper left corner of the printed area.
    ///
    /// @param caption its printed words
    /// @param captionMm height of the caption
    record Box(float x, float y, float width, float height, String caption, float captionMm) {

        /// What stands in it below a text that it does not hold.
        String continuation() {
            return width < NARROW_MM ? "(cont.)" : "(continued on the next page)";
        }

        /// A line's width more than the box has, so that neighbours share one line.
        public String style() {
            return String.format(Locale.ROOT, "left:%.2fmm;top:%.2fmm;width:%.2fmm;height:%.2fmm", x, y, width + LINE_MM, height + LINE_MM);
        }
    }

    /// In millimetres like a box.
    ///
    /// @param tick what has to be so for it to be ticked, in the words of [CiomsBoxes#ticks]
    record Choice(float x, float y, float width, String tick, String label) {

        public String style() {
            return String.format(Locale.ROOT, "left:%.2fmm;top:%.2fmm;width:%.2fmm", x, y, width);
        }
    }

    static byte[] read(String template, String file) {
        try (InputStream in = CiomsLayout.class.getResourceAsStream("/templates/" + template + "/" + file)) {
            if (in == null) throw new IllegalStateException("The file " + file + " of the template " + template + " is missing from the program");
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CiomsLayout of(String template) {
        return JsonMapper.builder().build().readValue(read(template, "cioms.json"), CiomsLayout.class);
    }

    Box box(String id) {
        Box box = boxes.get(id);
        if (box == null) throw new IllegalStateException("The form has no box " + id);
        return box;
    }

    /// The longest beginning of a text that the box holds, cut between words.
    ///
    /// @return the beginning and the rest; the rest is empty when all fits
    List<String> fit(String id, String text, FormFont font) {
        Box box = box(id);
        float width = (box.width() - 2 * PADDING_MM) * POINTS_PER_MM * SAFETY;
        int lines = Math.max(1, (int) ((box.height() - box.captionMm() - PADDING_MM) * POINTS_PER_MM / lineHeightPt));
        int end = endOfLines(text, lines, width, font);
        if (end >= text.length()) return List.of(text, "");
        // One line less makes room for the words "continued".
        end = lines == 1 ? 0 : endOfLines(text, lines - 1, width, font);
        return List.of(text.substring(0, end).stripTrailing(), text.substring(end).stripLeading());
    }

    private int endOfLines(String text, int lines, float width, FormFont font) {
        int at = 0;
        for (int line = 0; line < lines && at < text.length(); line++) at = endOfLine(text, at, width, font);
        return at;
    }

    /// As a browser breaks lines: at white space, a word that is too long for a line of its own anywhere.
    private int endOfLine(String text, int from, float width, FormFont font) {
        float used = 0;
        int lastBreak = -1;
        int at = from;
        while (at < text.length()) {
            int point = text.codePointAt(at);
            if (point == '\n') return at + 1;
            used += font.width(Character.toString(point), fontSizePt);
            // The renderer counts the blank after a word as part of it.
            if (used > width) return lastBreak > from ? lastBreak : Math.max(at, from + 1);
            if (point == ' ') lastBreak = at + 1;
            at += Character.charCount(point);
        }
        return at;
    }
}
