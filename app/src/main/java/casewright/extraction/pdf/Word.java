package casewright.extraction.pdf;

/// A word with its place, in the frame of its direction.
record Word(String text, Box box, float baseline, float size, boolean bold, boolean italic) {
}
