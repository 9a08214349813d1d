package casewright.extraction;

/// A heading that opens a section of the document.
///
/// @param level 1 for the outermost, as its number ("2.1") or its letters tell
/// @param page  1-based; its text begins there at start
public record Heading(String text, int level, int page, int start) {
}
