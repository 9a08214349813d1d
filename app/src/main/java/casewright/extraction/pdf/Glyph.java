package casewright.extraction.pdf;

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
    }

    Glyph(String text, float left, float right, float baseline, float size, Look look) {
        this(text, left, right, baseline, size, look, null);
    }

    boolean isBlank() {
        return text.isBlank();
    }
}
