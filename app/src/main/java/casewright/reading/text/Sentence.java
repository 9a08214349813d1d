package casewright.reading.text;

import casewright.reading.Quote;

/// A sentence at its place.
///
/// @param index    0-based in the order of reading, over all documents of the case
/// @param document 0-based among the case's documents
/// @param page     1-based
/// @param start    first UTF-16 unit in the page's text, end excluded
public record Sentence(int index, int document, int page, int start, int end, String text, Section section) {

    /// @param from first unit within the sentence, `to` excluded
    public Quote quote(int from, int to) {
        return new Quote(document, page, start + from, start + to, text.substring(from, to));
    }

    public Quote quote() {
        return quote(0, text.length());
    }
}
