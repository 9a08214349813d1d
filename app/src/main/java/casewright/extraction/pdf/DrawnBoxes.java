package casewright.extraction.pdf;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Boxes to tick: those of the PDF's own form, and small squares drawn of lines, ticked by a letter X, a tick, or slanting strokes in them. Each becomes a
/// character of the page; squares that touch each other are the cells of a table or of a date.
final class DrawnBoxes {

    private static final float SMALLEST = 5;
    private static final float LARGEST = 16;
    private static final float SLACK = 1.2f;
    private static final Pattern TICK = Pattern.compile("[Xx\u00D7\u2713\u2714\u2715\u2716\u2717\u2718\u2611\u2612\u25CF\u25A0]");
    private static final Pattern SIGN = Pattern.compile("[\u2610\u2611\u2612\u25A1\u25A0\u2751\u274F\u25A8]");

    private DrawnBoxes() {
    }

    /// @return the characters with a sign for each box, without the ticks in them
    static List<Glyph> in(List<Glyph> glyphs, PageContent content, Frame frame) {
        if (frame.degrees() != content.shown().degrees()) return glyphs;
        List<TickBox> boxes = new ArrayList<>(content.tickBoxes());
        Set<Glyph> ticks = new HashSet<>();
        for (Box square : squares(content, frame)) {
            List<Glyph> inside = glyphs.stream().filter(glyph -> !glyph.isBlank() && square.holds((glyph.left() + glyph.right()) / 2, glyph.baseline() - 0.3f * glyph.size())).toList();
            boolean isTicked = inside.stream().anyMatch(glyph -> TICK.matcher(glyph.text()).matches());
            boolean isStruck = content.slants().stream().map(slant -> frame.fromFile(slant.left(), slant.top(), slant.right(), slant.bottom()))
                    .anyMatch(slant -> square.holds(slant.middle(), slant.centre()));
            boolean known = boxes.stream().anyMatch(box -> box.place().sharedWidth(square) > 0 && box.place().sharedHeight(square) > 0);
            if (known || !isTicked && !inside.isEmpty()) continue;
            ticks.addAll(inside);
            boxes.add(new TickBox(square, isTicked || isStruck));
        }
        if (boxes.isEmpty() && glyphs.stream().noneMatch(glyph -> SIGN.matcher(glyph.text()).matches())) return glyphs;
        List<Glyph> all = new ArrayList<>();
        for (Glyph glyph : glyphs) {
            boolean sign = SIGN.matcher(glyph.text()).matches();
            if (glyph.text().equals(TickBox.UNCLEAR)) addApart(all, glyph, TickBox.UNCLEAR);
            else if (sign) addApart(all, glyph, "\u2610\u25A1\u2751\u274F".contains(glyph.text()) ? TickBox.EMPTY : TickBox.TICKED);
            else if (!ticks.contains(glyph)) all.add(glyph);
        }
        for (TickBox box : boxes) {
            addApart(all, TickBox.glyph(box.place(), box.sign(), null), box.sign());
        }
        return all;
    }

    /// A word of its own.
    private static void addApart(List<Glyph> all, Glyph glyph, String sign) {
        Glyph blank = new Glyph(" ", glyph.left(), glyph.left(), glyph.baseline(), glyph.size(), glyph.look());
        all.add(blank);
        all.add(new Glyph(sign, glyph.left(), glyph.right(), glyph.baseline(), glyph.size(), glyph.look(), glyph.confidence()));
        all.add(blank);
    }

    private static List<Box> squares(PageContent content, Frame frame) {
        List<Box> sides = content.rulings().stream().map(ruling -> frame.fromFile(ruling.x0(), ruling.y0(), ruling.x1(), ruling.y1()))
                .filter(side -> Math.max(side.width(), side.height()) >= SMALLEST && Math.max(side.width(), side.height()) <= LARGEST).toList();
        List<Box> level = sides.stream().filter(side -> side.width() > side.height()).toList();
        List<Box> upright = sides.stream().filter(side -> side.width() <= side.height()).toList();
        List<Box> squares = new ArrayList<>();
        for (Box top : level) {
            for (Box bottom : level) {
                float height = bottom.top() - top.top();
                boolean pair = height > 0.75f * top.width() && height < 1.34f * top.width() && near(top.left(), bottom.left()) && near(top.right(), bottom.right());
                if (!pair) continue;
                Box square = new Box(top.left(), top.top(), top.right(), bottom.bottom());
                if (hasSide(upright, square.left(), square) && hasSide(upright, square.right(), square) && squares.stream().noneMatch(other -> isSame(other, square))) squares.add(square);
            }
        }
        return squares.stream().filter(square -> squares.stream().noneMatch(other -> other != square && other.sharedWidth(square) > -SLACK && other.sharedHeight(square) > -SLACK)).toList();
    }

    /// Some programs draw each border twice.
    private static boolean isSame(Box one, Box other) {
        return near(one.left(), other.left()) && near(one.right(), other.right()) && near(one.top(), other.top()) && near(one.bottom(), other.bottom());
    }

    private static boolean hasSide(List<Box> upright, float x, Box square) {
        return upright.stream().anyMatch(side -> near(side.left(), x) && near(side.top(), square.top()) && near(side.bottom(), square.bottom()));
    }

    private static boolean near(float a, float b) {
        return Math.abs(a - b) < SLACK;
    }
}
