package casewright.drafting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One field of a draft.
///
/// @param path   such as `patient.age` or `suspectDrugs[0].dose`; the template says which there are
/// @param takenBy who stands for it; null while it is "drafted by the service"
public record DraftField(String path, FieldValue value, @Nullable Taken takenBy) {

    /// A person corrected or confirmed it.
    public record Taken(String by, Instant at, String reason) {
    }

    public DraftField(String path, FieldValue value) {
        this(path, value, null);
    }

    /// The text shown for it; empty when nothing is stated.
    public String shown() {
        return switch (value) {
            case FieldValue.Stated stated -> stated.value();
            case FieldValue.NotStated _ -> "";
            case FieldValue.Unclear _ -> "";
        };
    }
}
