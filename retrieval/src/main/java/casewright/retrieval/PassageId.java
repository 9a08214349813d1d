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

    /// What [#toString] wrote.
    public static PassageId parse(String text) {
        int version = text.indexOf(' ');
        int document = text.indexOf('/', version);
        int number = text.lastIndexOf('#');
        if (version < 0 || document < 0 || number < document) {
            throw new IllegalArgumentException("This is not the id of a passage.");
        }
        return new PassageId(text.substring(0, version), text.substring(version + 1, document), text.substring(document + 1, number), Integer.parseInt(text.substring(number + 1)));
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
