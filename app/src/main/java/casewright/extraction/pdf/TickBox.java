package casewright.extraction.pdf;

import org.jspecify.annotations.Nullable;

/// A box of a form that is ticked or left empty, on the page as it is shown.
record TickBox(Box place, boolean ticked) {

    static final String TICKED = "\u2612";
    static final String EMPTY = "\u2610";
    /// In a scan: something is in it that may be no tick.
    static final String UNCLEAR = "\u25A8";

    /// The sign as a character of the page.
    static Glyph glyph(Box place, String sign, @Nullable Integer confidence) {
        float size = place.height() / 0.97f;
        return new Glyph(sign, place.left(), place.right(), place.bottom() - 0.22f * size, size, new Glyph.Look("box", false, false), confidence);
    }

    static boolean isSign(String text) {
        return text.equals(TICKED) || text.equals(EMPTY) || text.equals(UNCLEAR);
    }

    String sign() {
        return ticked ? TICKED : EMPTY;
    }
}
