package casewright.extraction.pdf;

import java.util.List;
import java.util.Map;

/// What is drawn on a page: characters in the order of the file, by the direction they run in, and straight lines.
///
/// @param shown     the page as it is shown
/// @param glyphs    by text direction in degrees
/// @param hidden    those that nobody sees, likewise
/// @param hasImages whether there are images, which may hold text
/// @param isForm    whether fields or notes are laid over it, which the file names after everything else
/// @param isWhole   false where the drawing broke off because of an error in the file
record PageContent(int number, Frame shown, Map<Integer, List<Glyph>> glyphs, Map<Integer, List<Glyph>> hidden, List<Ruling> rulings, boolean hasImages, boolean isForm, boolean isWhole) {

    Frame frame(int degrees) {
        return new Frame(degrees, shown.width(), shown.height());
    }
}
