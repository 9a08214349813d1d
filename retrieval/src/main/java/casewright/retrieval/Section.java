package casewright.retrieval;

import java.util.Objects;

/// A headed piece of a [KnowledgeDocument]; passages never cross its borders.
///
/// @param title the heading as the document has it; empty where the text stands before the first heading
public record Section(String title, String text) {

    public Section {
        Objects.requireNonNull(title);
        Objects.requireNonNull(text);
    }
}
