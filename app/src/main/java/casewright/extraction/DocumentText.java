package casewright.extraction;

import java.util.List;

/// What was read from a document.
///
/// @param extractor name and version of what read it
/// @param warnings  plain words for the reviewer: "page 3 has no text: it is an image"
/// @param tables    in the order of the text
/// @param headings  likewise
/// @param properties what the file says of itself beside its text
public record DocumentText(String extractor, List<Page> pages, List<String> warnings, List<Table> tables, List<Heading> headings, DocumentProperties properties) {

    private static final String UNREAD = "none";

    public DocumentText {
        pages = List.copyOf(pages);
        warnings = List.copyOf(warnings);
        // a text that an earlier extractor stored names none of them
        tables = tables == null ? List.of() : List.copyOf(tables);
        headings = headings == null ? List.of() : List.copyOf(headings);
        properties = properties == null ? DocumentProperties.NONE : properties;
    }

    public DocumentText(String extractor, List<Page> pages, List<String> warnings, List<Table> tables, List<Heading> headings) {
        this(extractor, pages, warnings, tables, headings, DocumentProperties.NONE);
    }

    public DocumentText(String extractor, List<Page> pages, List<String> warnings) {
        this(extractor, pages, warnings, List.of(), List.of());
    }

    /// Stands for the text of what came with another document and cannot be read.
    ///
    /// @param reason why, and what to do
    static DocumentText unread(String reason) {
        return new DocumentText(UNREAD, List.of(Page.ofPlainText(1, "")), List.of(reason));
    }

    DocumentText with(DocumentProperties found) {
        return new DocumentText(extractor, pages, warnings, tables, headings, found);
    }

    public boolean wasRead() {
        return !extractor.equals(UNREAD);
    }

    /// An ISO 639-1 code, or "und" where too little is written.
    public String language() {
        return Languages.of(pages);
    }

    public int lengthChars() {
        return pages.stream().mapToInt(page -> page.text().length()).sum();
    }
}
