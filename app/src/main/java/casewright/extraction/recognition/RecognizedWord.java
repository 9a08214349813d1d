package casewright.extraction.recognition;

/// A word that was read from an image, with its box in pixels from the upper left corner of the upright, straight page.
///
/// @param confidence 0 to 100, as Tesseract gives it: 100 is sure
/// @param line       the number of its line on the page
/// @param paragraph  likewise
public record RecognizedWord(String text, int left, int top, int right, int bottom, int confidence, int line, int paragraph) {
}
