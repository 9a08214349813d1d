package casewright.extraction.pdf;

import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/// A character as it is drawn, in the frame of its direction.
///
/// @param text       usually one character; several for a ligature; a blank where a blank is drawn
/// @param baseline   the line that it stands on
/// @param size       of the letters in points
/// @param confidence of text recognition, 0 to 100; null where the file itself says what it is
record Glyph(String text, float left, float right, float baseline, float size, Look look, @Nullable Integer confidence) {

    /// @param name the font's name
    record Look(String name, boolean bold, boolean italic) {

        /// Bold as a font says of itself, or by the names of TeX's and publishers' fonts: CMBX10, NimbusRomNo9L-Medi, AdvOT863180fb.B.
        private static final Pattern BOLD = Pattern.compile("(?i)bold|black|heavy|semi|demi|(?:^|\\+)(?:cm|sf|cmss|ec)b[xh]?\\d|-medi(?:ital)?$|\\.b(?:i|\\+\\w*)?$");
        private static final Pattern ITALIC = Pattern.compile("(?i)ital|obliq|-it$|(?:^|\\+)(?:cm|sf|cmss|ec)(?:ti|sl|bxti)\\d|\\.b?i(?:\\+\\w*)?$");
        /// ISO 32000-1, table 122: 400 is normal, 700 bold.
        private static final float BOLD_WEIGHT = 600;

        static Look of(PDFont font) {
            String name = String.valueOf(font.getName());
            PDFontDescriptor described = font.getFontDescriptor();
            boolean bold = BOLD.matcher(name).find() || described != null && (described.isForceBold() || described.getFontWeight() >= BOLD_WEIGHT);
            boolean italic = ITALIC.matcher(name).find() || described != null && (described.isItalic() || described.getItalicAngle() != 0);
            return new Look(name, bold, italic);
        }
    }

    Glyph(String text, float left, float right, float baseline, float size, Look look) {
        this(text, left, right, baseline, size, look, null);
    }

    boolean isBlank() {
        return text.isBlank();
    }
}
