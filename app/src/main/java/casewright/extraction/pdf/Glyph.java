package casewright.extraction.pdf;

/// A character as it is drawn, in the frame of its direction.
///
/// @param text     usually one character; several for a ligature; a blank where a blank is drawn
/// @param baseline the line that it stands on
/// @param size     of the letters in points
record Glyph(String text, float left, float right, float baseline, float size, Look look) {

    /// @param name the font's name
    record Look(String name, boolean bold, boolean italic) {
    }

    boolean isBlank() {
        return text.isBlank();
    }
}
