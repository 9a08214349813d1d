package casewright.extraction.pdf;

/// How far a scanned page lies askew. Its words are put in order as if it were straight, and shown where they stand.
///
/// @param degrees by which it was turned clockwise to be straight
record Tilt(double degrees) {

    static final Tilt NONE = new Tilt(0);

    /// A word's box on the page as it lies.
    Box back(Box straight, Frame frame) {
        if (degrees == 0) return straight;
        double sin = Math.sin(Math.toRadians(-degrees));
        double cos = Math.cos(Math.toRadians(-degrees));
        double x = straight.middle() - frame.shownWidth() / 2;
        double y = straight.centre() - frame.shownHeight() / 2;
        float middle = (float) (x * cos - y * sin + frame.shownWidth() / 2);
        float centre = (float) (x * sin + y * cos + frame.shownHeight() / 2);
        float half = straight.width() / 2;
        float up = straight.height() / 2;
        return new Box(middle - half, centre - up, middle + half, centre + up);
    }
}
