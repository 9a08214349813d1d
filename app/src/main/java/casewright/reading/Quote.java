package casewright.reading;

/// Words of a source at their place.
///
/// @param document 0-based among the case's documents
/// @param page     1-based within the document
/// @param start    first UTF-16 unit in the page's text; the end is excluded
public record Quote(int document, int page, int start, int end, String text) {
}
