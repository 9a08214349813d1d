package casewright.extraction;

import java.util.List;

/// What was read from a document.
///
/// @param extractor name and version of what read it
/// @param warnings  plain words for the reviewer: "page 3 has no text: it is an image"
public record DocumentText(String extractor, List<Page> pages, List<String> warnings) {

    public DocumentText {
        pages = List.copyOf(pages);
        warnings = List.copyOf(warnings);
    }

    public int lengthChars() {
        return pages.stream().mapToInt(page -> page.text().length()).sum();
    }
}
