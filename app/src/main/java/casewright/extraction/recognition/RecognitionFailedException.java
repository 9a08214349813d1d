package casewright.extraction.recognition;

/// One page's image could not be read; the document goes on without it.
public final class RecognitionFailedException extends Exception {

    /// @param reason ends a sentence about the page: "took too long"
    RecognitionFailedException(String reason) {
        super(reason);
    }
}
