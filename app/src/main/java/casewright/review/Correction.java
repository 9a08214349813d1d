package casewright.review;

import casewright.reading.NullFlavor;
import org.jspecify.annotations.Nullable;

/// What a person wants changed in a draft, and why.
///
/// @param expectedRevision the revision that the person looked at
public record Correction(Change change, String reason, int expectedRevision) {

    /// One thing that can be changed.
    public sealed interface Change {
    }

    /// A field gets this value. The value that it has already is a confirmation: its citations stay.
    public record FieldIs(String path, String value) implements Change {
    }

    /// The source does not say it, the person says.
    ///
    /// @param why one of the reasons that the template names for the field; null where the person gives none
    public record FieldNotStated(String path, @Nullable NullFlavor why) implements Change {
    }

    /// @param index 0-based in the narrative; the sentence that stands there already is a confirmation
    public record SentenceIs(int index, String sentence) implements Change {
    }

    public record SentenceRemoved(int index) implements Change {
    }

    /// @param before 0-based: the new sentence stands there afterwards
    public record SentenceAdded(int before, String sentence) implements Change {
    }

    /// @param section of the template, one that repeats
    /// @param name    the value of its first field: an item without a name is none
    public record ItemAdded(String section, String name) implements Change {
    }

    /// @param item 0-based; the items after it move up
    public record ItemRemoved(String section, int item) implements Change {
    }
}
