package casewright.audit;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// One line of the trail. `hash` = SHA-256 over the previous hash and every other column, in the order and form of [AuditTrail#hashOf].
///
/// @param sequence 1 for the first entry, no gaps
/// @param actor    the person's name, or "service"
/// @param details  what else matters, by name; never text of a document
public record AuditEntry(long sequence, Instant at, String actor, @Nullable Long actorId, String action, @Nullable Long caseId, @Nullable Long documentId,
        String reason, Map<String, String> details, String previousHash, String hash) {

    private static final Pattern NAME_PART = Pattern.compile("(?i:sha256)|[A-Z]");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int SHOWN_OF_A_HASH = 12;

    /// A detail as a page shows it.
    ///
    /// @param shown a hash is cut; `value` has it whole
    public record Detail(String name, String shown, String value) {
    }

    /// The case's move, such as "reading → drafting"; empty where it did not move.
    public String moved() {
        String from = details.getOrDefault("from", "");
        String to = details.getOrDefault("to", "");
        return from.isEmpty() || to.isEmpty() ? "" : from + " → " + to;
    }

    /// All details but the move.
    public List<Detail> detailsInWords() {
        boolean moved = !moved().isEmpty();
        return details.entrySet().stream().filter(detail -> !moved || !detail.getKey().equals("from") && !detail.getKey().equals("to"))
                .map(detail -> new Detail(inWords(detail.getKey()), HASH.matcher(detail.getValue()).matches() ? detail.getValue().substring(0, SHOWN_OF_A_HASH) + "…" : detail.getValue(),
                        detail.getValue())).toList();
    }

    /// `draftSha256` is "draft SHA-256".
    private static String inWords(String name) {
        return NAME_PART.matcher(name).replaceAll(part -> part.group().length() > 1 ? " SHA-256" : " " + part.group().toLowerCase(Locale.ROOT)).strip();
    }
}
