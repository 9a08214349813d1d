package casewright.retrieval;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A question to an index, in words. Everything in it is text; there is no query language.
///
/// @param limit      most passages wanted, 1 to 1000
/// @param otherNames of what the text names; a passage with another name counts as one with the name that was written
public record PassageQuery(String text, int limit, PassageFilter filter, List<OtherNames> otherNames) {

    public static final int LARGEST_LIMIT = 1000;

    /// Of more different words the first count: so long a question is a text, and its beginning says what it is about. Far below Lucene's limit of 1024 clauses.
    public static final int MOST_WORDS = 256;

    /// @param written as the question has it
    /// @param names   other names of the same
    public record OtherNames(String written, List<String> names) {

        public OtherNames {
            names = List.copyOf(names);
        }
    }

    public PassageQuery {
        if (text.isBlank()) {
            throw new IllegalArgumentException("A query without words finds nothing; nothing was searched.");
        }
        if (limit < 1 || limit > LARGEST_LIMIT) {
            throw new IllegalArgumentException("A query may ask for 1 to " + LARGEST_LIMIT + " passages, not for " + limit + ".");
        }
        otherNames = List.copyOf(otherNames);
    }

    /// A question to the whole corpus.
    public static PassageQuery of(String text, int limit) {
        return new PassageQuery(text, limit, PassageFilter.ALL, List.of());
    }

    /// @param product as in [PassageFilter#product]
    public PassageQuery withProduct(@Nullable String product) {
        return within(filter.withProduct(product));
    }

    /// @param section as in [PassageFilter#section]
    public PassageQuery withSection(@Nullable String section) {
        return within(filter.withSection(section));
    }

    public PassageQuery limitedTo(int most) {
        return new PassageQuery(text, most, filter, otherNames);
    }

    public PassageQuery within(PassageFilter passages) {
        return new PassageQuery(text, limit, passages, otherNames);
    }

    public PassageQuery alsoNamed(List<OtherNames> names) {
        return new PassageQuery(text, limit, filter, names);
    }
}
