package casewright.extraction.pdf;

/// A rectangle in points; y grows downwards.
record Box(float left, float top, float right, float bottom) {

    float width() {
        return right - left;
    }

    float height() {
        return bottom - top;
    }

    float middle() {
        return (left + right) / 2;
    }

    float centre() {
        return (top + bottom) / 2;
    }

    Box with(Box other) {
        return new Box(Math.min(left, other.left), Math.min(top, other.top), Math.max(right, other.right), Math.max(bottom, other.bottom));
    }

    /// How much of the width both share; negative: how far they are apart.
    float sharedWidth(Box other) {
        return Math.min(right, other.right) - Math.max(left, other.left);
    }

    float sharedHeight(Box other) {
        return Math.min(bottom, other.bottom) - Math.max(top, other.top);
    }

    boolean holds(float x, float y) {
        return x >= left && x <= right && y >= top && y <= bottom;
    }
}
