package casewright.knowledge;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// One import of a corpus. Its documents never change; its state says whether it can be searched.
///
/// @param version  the day of the import, with a number from the second import of a day on: `2026-03-01`, `2026-03-01.2`
/// @param source   where it was imported from, as named by the importer
/// @param product  stands for documents that name no product themselves; null when none was given
/// @param reason   why it failed or was retired, for a person to read; else empty
public record ImportedVersion(long id, String corpus, Kind kind, String version, Instant importedAt, String importedBy, String source, @Nullable String product,
        String contentSha256, int documents, int passages, State state, String reason, Validity validity) {

    /// Whose knowledge it is. The two are never mixed in one list.
    public enum Kind {
        PRIVATE, PUBLIC;

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public enum State { BUILDING, READY, FAILED, RETIRED }

    public boolean isPrivate() {
        return kind == Kind.PRIVATE;
    }
}
