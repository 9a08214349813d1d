package casewright.extraction.pdf;

import casewright.extraction.Heading;
import casewright.extraction.Page;
import casewright.extraction.Table;
import java.util.ArrayList;
import java.util.List;

/// What was read of a document's pages.
///
/// @param warnings plain words for the reviewer
public record PagesFound(List<Page> pages, List<Table> tables, List<Heading> headings, List<String> warnings) {

    /// With warnings about the whole document before those about pages.
    public PagesFound warned(List<String> ofDocument) {
        List<String> all = new ArrayList<>(ofDocument);
        all.addAll(warnings);
        return new PagesFound(pages, tables, headings, all);
    }
}
