package casewright.retrieval;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A citable piece of a knowledge document.
///
/// @param title         title of the document
/// @param product       as in [KnowledgeDocument#product]
/// @param section       heading of the section it stands in
/// @param sectionNumber counts the sections of the document from 1, because headings may repeat
/// @param text          the words at `span` of the section's text, unchanged
/// @param span          [start, end) in UTF-16 units of the section's text
/// @param date          as in [KnowledgeDocument#date]
/// @param language      ISO 639-1 code of the document's language, see [TextLanguage]
public record Passage(
        PassageId id,
        String title,
        @Nullable String product,
        String section,
        int sectionNumber,
        String text,
        TextSpan span,
        @Nullable LocalDate date,
        String language) {

    public Passage {
        Objects.requireNonNull(title);
        Objects.requireNonNull(section);
        if (text.length() != span.end() - span.start()) {
            throw new IllegalArgumentException("The text of passage " + id + " does not have the length of its span.");
        }
    }
}
