package casewright.extraction.pdf;

import java.util.List;
import java.util.Map;

/// What is drawn on a page: characters in the order of the file, by the direction they run in, and straight lines.
///
/// @param shown     the page as it is shown
/// @param glyphs    by text direction in degrees
record PageContent(int number, Frame shown, Map<Integer, List<Glyph>> glyphs, List<Ruling> rulings) {

    Frame frame(int degrees) {
        return new Frame(degrees, shown.width(), shown.height());
    }
}
