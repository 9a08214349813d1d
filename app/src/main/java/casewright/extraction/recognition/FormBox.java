package casewright.extraction.recognition;

/// A box to tick in the image of a page, in pixels from the upper left corner of the upright, straight page.
///
/// @param right  the first pixel that is no part of it
/// @param bottom likewise
/// @param ink    share of the dark in what its frame holds, 0 to 1
public record FormBox(int left, int top, int right, int bottom, double ink) {

    /// A printed frame that nobody touched holds some dust; a thin tick covers a twelfth, a cross a fifth.
    private static final double MOST_OF_AN_EMPTY_ONE = 0.025;
    private static final double LEAST_OF_A_TICKED_ONE = 0.06;

    public boolean isTicked() {
        return ink >= LEAST_OF_A_TICKED_ONE;
    }

    /// Neither: a speck, or a stroke that passes through.
    public boolean isUnclear() {
        return !isTicked() && ink > MOST_OF_AN_EMPTY_ONE;
    }
}
