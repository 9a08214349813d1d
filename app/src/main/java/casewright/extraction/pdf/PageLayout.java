package casewright.extraction.pdf;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The strips of a page by direction, those of tables apart.
///
/// @param directions what is seen, the direction of the page as it is shown first
/// @param aside      numbers of lines
/// @param hidden     lines that nobody sees
record PageLayout(PageContent content, List<Turned> directions, List<Paragraph> aside, List<Paragraph> hidden) {

    /// What runs in one direction.
    ///
    /// @param lines what is no table, in the order of the file
    record Turned(Frame frame, List<Strip> lines, List<PlacedTable> tables) {
    }

    static PageLayout of(PageContent content) {
        List<Turned> directions = new ArrayList<>();
        List<Paragraph> aside = new ArrayList<>();
        content.glyphs().forEach((degrees, glyphs) -> {
            Frame frame = content.frame(degrees);
            List<Strip> drawn = StripBuilder.strips(DrawnBoxes.in(Underscores.in(glyphs, frame, content.rulings()), content, frame));
            List<Strip> all = TickedChoices.said(FieldValues.said(drawn, content.fields().stream().map(field -> content.shown().in(frame, field)).toList()));
            if (all.isEmpty()) return;
            List<Strip> numbers = LineNumbers.in(all);
            numbers.forEach(number -> aside.add(label(frame, number)));
            List<Strip> strips = all.stream().filter(strip -> !numbers.contains(strip)).toList();
            TableFinder.Found found = TableFinder.find(frame, strips, content.rulings());
            directions.add(new Turned(frame, found.others(), found.tables()));
        });
        directions.sort(Comparator.comparing((Turned turned) -> turned.frame().degrees() != content.shown().degrees()));
        List<Paragraph> hidden = new ArrayList<>();
        content.hidden().forEach((degrees, glyphs) -> StripBuilder.strips(glyphs)
                .forEach(strip -> hidden.add(label(content.frame(degrees), strip))));
        return new PageLayout(content, directions, aside, hidden);
    }

    private static Paragraph label(Frame frame, Strip strip) {
        return new Paragraph(frame, Paragraph.Kind.LABEL, List.of(strip), false, false);
    }
}
