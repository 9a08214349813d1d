package casewright.retrieval;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One document of a corpus, as text.
///
/// @param id      unique within its corpus version
/// @param product brand and ingredient names it is about, as one text ("Velorin (losartan)"); null when it is about no product in particular
/// @param source  where the company has it from: a file name, a journal reference; null when not known
/// @param date    the document's own date; null when it bears none
public record KnowledgeDocument(
        String id, String title, @Nullable String product, @Nullable String source, @Nullable LocalDate date, List<Section> sections) {

    public KnowledgeDocument {
        Objects.requireNonNull(title);
        if (id.isBlank()) {
            throw new IllegalArgumentException("A knowledge document needs an id; it has none, so it cannot be cited.");
        }
        sections = List.copyOf(sections);
    }
}
