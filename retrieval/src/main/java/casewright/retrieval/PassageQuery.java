package casewright.retrieval;

import org.jspecify.annotations.Nullable;

/// A question to an index, in words.
///
/// @param limit   most passages wanted, 1 to 1000
/// @param product only passages of documents whose product holds all these words; null for all documents
/// @param section only passages whose heading holds all these words ("undesirable effects" finds "4.8 Undesirable effects"); null for all sections
public record PassageQuery(String text, int limit, @Nullable String product, @Nullable String section) {

    public static final int LARGEST_LIMIT = 1000;

    public PassageQuery {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A query without words finds nothing; nothing was searched.");
        }
        if (limit < 1 || limit > LARGEST_LIMIT) {
            throw new IllegalArgumentException("A query may ask for 1 to " + LARGEST_LIMIT + " passages, not for " + limit + ".");
        }
    }

    /// A question to the whole corpus.
    public static PassageQuery of(String text, int limit) {
        return new PassageQuery(text, limit, null, null);
    }

    public PassageQuery withProduct(String product) {
        return new PassageQuery(text, limit, product, section);
    }

    public PassageQuery withSection(String section) {
        return new PassageQuery(text, limit, product, section);
    }
}
