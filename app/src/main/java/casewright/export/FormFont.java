package casewright.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/// The font that forms are set in: Liberation Sans (OFL), which lies in PDFBox; Latin, Greek and Cyrillic.
final class FormFont {

    private static final String RESOURCE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final TrueTypeFont font;
    private final CmapLookup glyphs;
    private final int unitsPerEm;

    FormFont() {
        try (InputStream in = open()) {
            font = new TTFParser().parse(new RandomAccessReadBuffer(in));
            glyphs = font.getUnicodeCmapLookup();
            unitsPerEm = font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException("The font of the forms cannot be read", e);
        }
    }

    static InputStream open() {
        InputStream in = FormFont.class.getResourceAsStream(RESOURCE);
        if (in == null) throw new IllegalStateException("The font of the forms is missing from the program");
        return in;
    }

    /// The text with each character that the font lacks replaced by its number, such as `[U+836F]`: visible, never dropped.
    String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (point == '\n') printable.append('\n');
            else if (Character.isISOControl(point) || Character.isSpaceChar(point)) printable.append(' ');
            else if (Character.getType(point) == Character.FORMAT) return;
            else if (glyphs.getGlyphId(point) != 0) printable.appendCodePoint(point);
            else printable.append(String.format("[U+%04X]", point));
        });
        return printable.toString();
    }

    /// In points, at a size in points.
    float width(String text, float sizePt) {
        return text.codePoints().map(glyphs::getGlyphId).map(this::advance).sum() * sizePt / unitsPerEm;
    }

    private int advance(int glyph) {
        try {
            return font.getAdvanceWidth(glyph);
        } catch (IOException e) {
            throw new UncheckedIOException("The font of the forms cannot be read", e);
        }
    }
}
