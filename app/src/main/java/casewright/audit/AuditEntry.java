package casewright.audit;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One line of the trail. `hash` = SHA-256 over the previous hash and every other column, in the order and form of [AuditTrail#hashOf].
///
/// @param sequence 1 for the first entry, no gaps
/// @param actor    the person's name, or "service"
/// @param details  what else matters, by name; never text of a document
public record AuditEntry(long sequence, Instant at, String actor, @Nullable Long actorId, String action, @Nullable Long caseId, @Nullable Long documentId,
        String reason, Map<String, String> details, String previousHash, String hash) {
}
