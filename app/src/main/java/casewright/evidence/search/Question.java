package casewright.evidence.search;

import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import casewright.retrieval.PassageFilter;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

/// What the fields of the search page say; an empty field asks everything.
///
/// @param q        the question; any text
/// @param corpus   name of one corpus, its newest version; with a blank and a version behind it an earlier one
/// @param from     first day of the documents wanted
/// @param to       last day
/// @param language ISO 639-1
/// @param more     whether more passages are wanted than the first ones
record Question(@Nullable String q, @Nullable String corpus, @Nullable String product, @Nullable String section, @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,
        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to, @Nullable String language, @Nullable Boolean more) {

    private static final int LONGEST_FILTER_CHARS = 200;

    /// @throws RefusedException for filters that cannot be meant
    void check() {
        if (from != null && to != null && from.isAfter(to)) throw new RefusedException(Reason.INVALID, "The first day lies after the last one. Nothing was searched; please change one of them.");
        for (@Nullable String filter : new @Nullable String[] {corpus, product, section, language}) {
            if (filter != null && filter.length() > LONGEST_FILTER_CHARS) throw new RefusedException(Reason.INVALID, "A filter has at most 200 characters. Nothing was searched; please shorten it.");
        }
    }

    String words() {
        return q == null ? "" : q.strip();
    }

    public boolean wantsMore() {
        return Boolean.TRUE.equals(more);
    }

    boolean isOf(String name) {
        return corpus == null || corpus.isBlank() || corpus.equals(name);
    }

    /// A corpus in one of its earlier versions.
    record Earlier(String corpus, String version) {
    }

    /// What is asked when it is not the newest version.
    Optional<Earlier> earlier() {
        return Optional.ofNullable(orNull(corpus)).map(told -> told.split(" ")).filter(parts -> parts.length == 2).map(parts -> new Earlier(parts[0], parts[1]));
    }

    /// @param products that the person is held to
    PassageFilter filter(List<String> products) {
        return new PassageFilter(orNull(product), orNull(section), from, to, orNull(language), products);
    }

    private static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
