package casewright.extraction.pdf;

/// A box of a form that is ticked or left empty, on the page as it is shown.
record TickBox(Box place, boolean ticked) {

    static final String TICKED = "\u2612";
    static final String EMPTY = "\u2610";

    String sign() {
        return ticked ? TICKED : EMPTY;
    }
}
