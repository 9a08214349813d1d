package casewright.extraction.pdf;

/// A piece of a page's text.
sealed interface PageItem permits Paragraph, PlacedTable {

    /// Printers set it where there is room, so a paragraph may go on behind it.
    boolean isFloat();
}
