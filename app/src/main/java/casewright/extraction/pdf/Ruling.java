package casewright.extraction.pdf;

/// A straight line that is drawn along the page's edges, in the file's coordinates.
record Ruling(float x0, float y0, float x1, float y1) {
}
