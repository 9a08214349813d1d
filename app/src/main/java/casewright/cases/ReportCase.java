package casewright.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A case: one patient of one or more documents, with its state and what the queue shows of it.
///
/// @param statusReason  why it stands where it stands, for a person to read
/// @param attempts      automatic tries of the present step that failed
/// @param patientNumber 1-based among the patients found in the documents
/// @param takenBy       the reviewer who has it now
/// @param summary       what the queue shows; empty strings before a draft exists
/// @param due           null when no clock runs
public record ReportCase(long id, String number, CaseStatus status, String statusReason, int attempts, Opened opened, Instant changedAt, Arrival arrival,
        int patientNumber, int patientCount, @Nullable Long followsCaseId, @Nullable Taken takenBy, Summary summary, @Nullable LocalDate due, String dueRule) {

    public record Opened(long personId, String by, Instant at) {
    }

    public record Taken(long personId, String by, Instant at) {
    }

    /// @param serious null before it is known
    public record Summary(String product, String reaction, String patient, String reporter, @Nullable Boolean serious, String flags) {

        public List<String> flagList() {
            return flags.isBlank() ? List.of() : Arrays.asList(flags.split("\\|"));
        }
    }

    public boolean isTakenBy(long personId) {
        return takenBy != null && takenBy.personId() == personId;
    }
}
