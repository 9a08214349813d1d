package casewright.retrieval;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which passages of a corpus are asked. What is null or empty asks all.
///
/// @param product    only passages of documents whose product holds all these words
/// @param section    only passages whose heading holds all these words ("undesirable effects" finds "4.8 Undesirable effects")
/// @param from       only passages of documents of this day or later; documents without a date are left out, here and by `to`
/// @param to         only passages of documents of this day or earlier
/// @param language   as in [Passage#language]
/// @param onProducts only passages of documents that are about one of these products, or about none in particular
public record PassageFilter(
        @Nullable String product,
        @Nullable String section,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable String language,
        List<String> onProducts) {

    public static final PassageFilter ALL = new PassageFilter(null, null, null, null, null, List.of());

    public PassageFilter {
        onProducts = List.copyOf(onProducts);
    }

    public PassageFilter withProduct(@Nullable String words) {
        return new PassageFilter(words, section, from, to, language, onProducts);
    }

    public PassageFilter withSection(@Nullable String words) {
        return new PassageFilter(product, words, from, to, language, onProducts);
    }

    public PassageFilter onlyOn(List<String> products) {
        return new PassageFilter(product, section, from, to, language, products);
    }
}
