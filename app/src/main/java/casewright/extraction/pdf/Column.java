package casewright.extraction.pdf;

/// The lines that follow each other downwards in one column: where they begin and end, and how far apart they usually are.
///
/// @param leading from baseline to baseline
record Column(float left, float right, float leading) {

    float width() {
        return right - left;
    }
}
