package casewright.knowledge;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An import that an administrator asked for, from the question to its end.
///
/// @param form       a name that [casewright.knowledge.forms.KnowledgeForm#named] knows, or [#OWN_TEXTS]
/// @param serverPath where the files lie; null: uploaded
/// @param documents  read or indexed so far
/// @param message    how far it is; in the end what came of it, or why not
/// @param leftOut    files that could not be read, each with the reason
public record ImportRun(long id, KnowledgeImport.Wanted wanted, String form, @Nullable String serverPath, Asked asked, State state, int documents, int passages, Optional<Long> versionId,
        String message, List<String> leftOut) {

    /// Texts with a header block, JSON lines, labels in SPL, PDF and Word files, mixed as they are.
    public static final String OWN_TEXTS = "texts";

    public ImportRun {
        leftOut = List.copyOf(leftOut);
    }

    public record Asked(String by, long byId, Instant at) {
    }

    public enum State {
        WAITING, READING, INDEXING, DONE, REFUSED, FAILED;

        public boolean isOver() {
            return this == DONE || this == REFUSED || this == FAILED;
        }

        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
