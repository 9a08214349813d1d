package casewright.extraction.pdf;

import java.util.ArrayList;
import java.util.List;

/// The strips of a page by direction, those of tables apart.
///
/// @param lines  what is no table, in the order of the file, the direction of the page as it is shown first
record PageLayout(PageContent content, List<Turned> directions) {

    /// What runs in one direction.
    record Turned(Frame frame, List<Strip> lines, List<PlacedTable> tables) {
    }

    static PageLayout of(PageContent content) {
        List<Turned> directions = new ArrayList<>();
        content.glyphs().forEach((degrees, glyphs) -> {
            Frame frame = content.frame(degrees);
            List<Strip> strips = StripBuilder.strips(Underscores.in(glyphs, frame, content.rulings()));
            if (!strips.isEmpty()) directions.add(turned(frame, strips, content.rulings()));
        });
        directions.sort((a, b) -> Boolean.compare(b.frame().degrees() == content.shown().degrees(), a.frame().degrees() == content.shown().degrees()));
        return new PageLayout(content, directions);
    }

    private static Turned turned(Frame frame, List<Strip> strips, List<Ruling> rulings) {
        TableFinder.Found found = TableFinder.find(frame, strips, rulings);
        return new Turned(frame, found.others(), found.tables());
    }
}
