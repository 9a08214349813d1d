package casewright.retrieval;

import java.util.Comparator;
import java.util.Objects;

/// Names one passage for good: an index is never changed, so corpus, version, document and number always lead to the same words.
///
/// @param number counts the passages of the document from 1, in reading order
public record PassageId(String corpus, String version, String document, int number) implements Comparable<PassageId> {

    private static final Comparator<PassageId> READING_ORDER = Comparator.comparing(PassageId::corpus)
            .thenComparing(PassageId::version)
            .thenComparing(PassageId::document)
            .thenComparingInt(PassageId::number);

    public PassageId {
        Objects.requireNonNull(corpus);
        Objects.requireNonNull(version);
        Objects.requireNonNull(document);
        if (number < 1) {
            throw new IllegalArgumentException("Passages are numbered from 1, not from " + number + ".");
        }
    }

    @Override
    public int compareTo(PassageId other) {
        return READING_ORDER.compare(this, other);
    }

    /// For people: "public 2026-01/ace-angioedema#3".
    @Override
    public String toString() {
        return corpus + " " + version + "/" + document + "#" + number;
    }
}
