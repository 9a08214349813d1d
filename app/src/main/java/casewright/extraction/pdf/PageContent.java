package casewright.extraction.pdf;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is drawn on a page: characters in the order of the file, by the direction they run in, and straight lines.
///
/// @param shown     the page as it is shown
/// @param glyphs    by text direction in degrees
/// @param hidden    those that nobody sees, likewise
/// @param unnamed   how many characters the file draws without saying what they are
/// @param slants    short slanting strokes, of which crosses in boxes are drawn; in the file's coordinates
/// @param tickBoxes of the PDF's own form
/// @param fields    of that form into which something was typed; on the page as it is shown
/// @param images    which may hold text; on the page as it is shown
/// @param draws     whether anything besides text is painted
/// @param isForm    whether fields or several notes are laid over it, which the file names after everything else
/// @param tilt      of a scan whose characters were recognized
/// @param notes     what the reviewer has to know of it
record PageContent(int number, Frame shown, Map<Integer, List<Glyph>> glyphs, Map<Integer, List<Glyph>> hidden, int unnamed, List<Ruling> rulings, List<Box> slants,
        List<TickBox> tickBoxes, List<Box> fields, List<Box> images, boolean draws, boolean isForm, Tilt tilt, Set<PageNote> notes) {

    static PageContent empty(int number, Frame shown) {
        return new PageContent(number, shown, Map.of(), Map.of(), 0, List.of(), List.of(), List.of(), List.of(), List.of(), false, false, Tilt.NONE, Set.of());
    }

    Frame frame(int degrees) {
        return new Frame(degrees, shown.width(), shown.height());
    }

    PageContent with(Map<Integer, List<Glyph>> others, Tilt ofThem, PageNote note) {
        return new PageContent(number, shown, others, hidden, unnamed, rulings, slants, tickBoxes, fields, images, draws, isForm, ofThem, with(note));
    }

    PageContent noted(PageNote note) {
        return with(glyphs, tilt, note);
    }

    private Set<PageNote> with(PageNote note) {
        Set<PageNote> all = EnumSet.of(note);
        all.addAll(notes);
        return all;
    }
}
