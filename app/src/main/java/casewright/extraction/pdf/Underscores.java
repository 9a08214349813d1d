package casewright.extraction.pdf;

import java.util.ArrayList;
import java.util.List;

/// TeX draws an underscore as a short line; in an address or a code it is a character like the others.
final class Underscores {

    private static final float LONGEST_POINTS = 8;

    private Underscores() {
    }

    /// @return the characters with an underscore wherever a short line stands on the baseline between two of them
    static List<Glyph> in(List<Glyph> glyphs, Frame frame, List<Ruling> rulings) {
        List<Box> candidates = rulings.stream().map(ruling -> frame.fromFile(ruling.x0(), ruling.y0(), ruling.x1(), ruling.y1()))
                .filter(box -> box.width() > box.height() && box.width() < LONGEST_POINTS).toList();
        if (candidates.isEmpty()) return glyphs;
        List<Glyph> with = new ArrayList<>(glyphs.size());
        for (Glyph glyph : glyphs) {
            if (!with.isEmpty()) addBetween(with, glyph, candidates);
            with.add(glyph);
        }
        return with;
    }

    private static void addBetween(List<Glyph> with, Glyph glyph, List<Box> candidates) {
        Glyph last = with.getLast();
        float gap = glyph.left() - last.right();
        if (gap < 0.15 * glyph.size() || gap > glyph.size() || Math.abs(last.baseline() - glyph.baseline()) > 0.1 * glyph.size()) return;
        for (Box line : candidates) {
            boolean between = line.left() > last.right() - 0.5 && line.right() < glyph.left() + 0.5 && line.width() > 0.5 * gap;
            if (between && Math.abs(line.top() - glyph.baseline()) < 0.3 * glyph.size()) with.add(new Glyph("_", last.right(), glyph.left(), glyph.baseline(), glyph.size(), glyph.look()));
        }
    }
}
