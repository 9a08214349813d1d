package casewright.review;

import casewright.reading.NullFlavor;
import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A correction as a form or a program sends it.
///
/// @param change  field, notStated, sentence, sentenceRemoved, sentenceAdded, itemAdded or itemRemoved
/// @param path    of a field, such as `suspectDrugs[0].dose`
/// @param index   of a sentence or of an item, 0-based
/// @param section of the template, for items
/// @param nullFlavor why nothing is stated, as a code of E2B(R3); empty: no reason is given
public record CorrectionForm(@NotBlank @Nullable String change, @Nullable String path, @Nullable String value, @Nullable Integer index, @Nullable String section,
        @Nullable String nullFlavor, @NotBlank @Nullable String reason, @NotNull @Nullable Integer expectedRevision) {

    public Correction toCorrection() {
        Correction.Change wanted = switch (Optional.ofNullable(change).orElse("")) {
            case "field" -> new Correction.FieldIs(needed(path, "path"), Optional.ofNullable(value).orElse(""));
            case "notStated" -> new Correction.FieldNotStated(needed(path, "path"), why());
            case "sentence" -> new Correction.SentenceIs(needed(index, "index"), Optional.ofNullable(value).orElse(""));
            case "sentenceRemoved" -> new Correction.SentenceRemoved(needed(index, "index"));
            case "sentenceAdded" -> new Correction.SentenceAdded(needed(index, "index"), Optional.ofNullable(value).orElse(""));
            case "itemAdded" -> new Correction.ItemAdded(needed(section, "section"), Optional.ofNullable(value).orElse(""));
            case "itemRemoved" -> new Correction.ItemRemoved(needed(section, "section"), needed(index, "index"));
            default -> throw new RefusedException(Reason.INVALID, "A change is one of: field, notStated, sentence, sentenceRemoved, sentenceAdded, itemAdded, itemRemoved.");
        };
        return new Correction(wanted, Optional.ofNullable(reason).orElse(""), needed(expectedRevision, "expectedRevision"));
    }

    private @Nullable NullFlavor why() {
        if (nullFlavor == null || nullFlavor.isBlank()) return null;
        try {
            return NullFlavor.valueOf(nullFlavor);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(Reason.INVALID, "A reason is one of: " + Arrays.toString(NullFlavor.values()).replaceAll("[\\[\\]]", "") + ". Nothing was changed.");
        }
    }

    private static <T> T needed(@Nullable T given, String name) {
        if (given == null) throw new RefusedException(Reason.INVALID, "The change lacks its " + name + ". Nothing was changed.");
        return given;
    }
}
