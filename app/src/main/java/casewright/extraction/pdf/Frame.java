package casewright.extraction.pdf;

/// The page turned so that text of one direction runs from left to right, y downwards. PDFBox's text directions and a page's /Rotate are the same four
/// turns, so the frame of the page's rotation is the page as it is shown.
///
/// @param degrees 0, 90, 180 or 270
/// @param width   of the page as it lies in the file, unturned, in points
/// @param height  likewise
record Frame(int degrees, float width, float height) {

    /// From the file's coordinates, whose origin is the lower left corner of the page.
    Box fromFile(float x0, float y0, float x1, float y1) {
        return switch (degrees) {
            case 90 -> box(y0, x0, y1, x1);
            case 180 -> box(width - x0, y0, width - x1, y1);
            case 270 -> box(height - y0, width - x0, height - y1, width - x1);
            default -> box(x0, height - y0, x1, height - y1);
        };
    }

    /// A box of this frame in another frame of the same page.
    Box in(Frame other, Box box) {
        if (other.degrees == degrees) return box;
        return switch (degrees) {
            case 90 -> other.fromFile(box.top(), box.left(), box.bottom(), box.right());
            case 180 -> other.fromFile(width - box.left(), box.top(), width - box.right(), box.bottom());
            case 270 -> other.fromFile(width - box.top(), height - box.left(), width - box.bottom(), height - box.right());
            default -> other.fromFile(box.left(), height - box.top(), box.right(), height - box.bottom());
        };
    }

    boolean isTurned() {
        return degrees % 180 != 0;
    }

    float shownWidth() {
        return isTurned() ? height : width;
    }

    float shownHeight() {
        return isTurned() ? width : height;
    }

    private static Box box(float a, float b, float c, float d) {
        return new Box(Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d));
    }
}
