package casewright.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The append-only, hash-chained record of every action. An entry is written in the transaction of the change it tells of.
@Component
public class AuditTrail {

    private static final TypeReference<TreeMap<String, String>> DETAILS = new TypeReference<>() {};

    private final JdbcClient sql;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    public AuditTrail(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// Appends within the caller's transaction; the row of the newest hash is locked until it ends, so entries have one order.
    @Transactional(propagation = Propagation.REQUIRED)
    public AuditEntry record(Action action) {
        Head head = sql.sql("select seq, hash from audit_head where id = 1 for update").query(Head.class).single();
        // PostgreSQL keeps microseconds: the hash must be made of what can be read back.
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        AuditEntry open = new AuditEntry(head.seq() + 1, at, action.actor(), action.actorId(), action.name(), action.caseId(), action.documentId(),
                action.reason(), new TreeMap<>(action.details()), head.hash(), "");
        String hash = hashOf(open);
        sql.sql("""
                insert into audit_entry (seq, at, actor, actor_id, action, case_id, document_id, reason, details, previous_hash, hash)
                values (:seq, :at, :actor, :actorId, :action, :caseId, :documentId, :reason, :details, :previous, :hash)""")
                .param("seq", open.sequence()).param("at", Timestamp.from(at)).param("actor", open.actor()).param("actorId", open.actorId())
                .param("action", open.action()).param("caseId", open.caseId()).param("documentId", open.documentId()).param("reason", open.reason())
                .param("details", json.writeValueAsString(open.details())).param("previous", open.previousHash()).param("hash", hash)
                .update();
        sql.sql("update audit_head set seq = :seq, hash = :hash where id = 1").param("seq", open.sequence()).param("hash", hash).update();
        return new AuditEntry(open.sequence(), at, open.actor(), open.actorId(), open.action(), open.caseId(), open.documentId(), open.reason(),
                open.details(), open.previousHash(), hash);
    }

    /// The newest hash: printed on signatures and exports, so that a rewritten chain is noticed.
    public String newestHash() {
        return sql.sql("select hash from audit_head where id = 1").query(String.class).single();
    }

    public List<AuditEntry> ofCase(long caseId) {
        return sql.sql("select * from audit_entry where case_id = :id order by seq").param("id", caseId).query(this::entry).list();
    }

    /// Newest first, at most `limit` entries older than `before` (exclusive; [Long#MAX_VALUE] for the newest).
    public List<AuditEntry> newest(long before, int limit) {
        return sql.sql("select * from audit_entry where seq < :before order by seq desc limit :limit").param("before", before).param("limit", limit)
                .query(this::entry).list();
    }

    /// The case that was opened with this number.
    Optional<Long> findCase(String number) {
        return sql.sql("select case_id from audit_entry where action = 'case opened' and details::json ->> 'number' = :number limit 1").param("number", number).query(Long.class).optional();
    }

    /// The numbers of these cases, as they were opened with.
    Map<Long, String> numbers(Collection<Long> caseIds) {
        Map<Long, String> numbers = new HashMap<>();
        if (caseIds.isEmpty()) return numbers;
        sql.sql("select case_id, details::json ->> 'number' from audit_entry where action = 'case opened' and case_id in (:ids)").param("ids", caseIds).query(row -> {
            numbers.put(row.getLong(1), row.getString(2));
        });
        return numbers;
    }

    /// Who opened what: entries of these actions, newest first, at most `limit` older than `before` (exclusive).
    public List<AuditEntry> ofActions(Collection<String> actions, long before, int limit) {
        return sql.sql("select * from audit_entry where action in (:actions) and seq < :before order by seq desc limit :limit").param("actions", actions)
                .param("before", before).param("limit", limit).query(this::entry).list();
    }

    /// Walks the whole chain. The head row is compared too, so that entries cut off at the end are noticed. Both come with one statement, which sees
    /// one moment: an entry that is written meanwhile is no fault.
    public Verification verify() {
        AtomicReference<@Nullable String> fault = new AtomicReference<>();
        String[] previous = {"0".repeat(64)};
        long[] last = {0};
        Head[] head = {new Head(-1, "")};
        sql.sql("""
                select audit_entry.*, audit_head.seq as head_seq, audit_head.hash as head_hash
                from audit_head left join audit_entry on true where audit_head.id = 1 order by audit_entry.seq""").query(row -> {
            head[0] = new Head(row.getLong("head_seq"), row.getString("head_hash"));
            if (fault.get() != null || row.getObject("seq") == null) return;
            AuditEntry entry = entry(row, 0);
            if (entry.sequence() != last[0] + 1) fault.set("Entry " + (last[0] + 1) + " is missing: entry " + entry.sequence() + " follows entry " + last[0] + ".");
            else if (!entry.previousHash().equals(previous[0])) fault.set("Entry " + entry.sequence() + " does not follow from the entry before it.");
            else if (!hashOf(entry).equals(entry.hash())) fault.set("Entry " + entry.sequence() + " was changed after it was written.");
            last[0] = entry.sequence();
            previous[0] = entry.hash();
        });
        if (head[0].seq() < 0) fault.set("The row with the newest hash is missing.");
        if (fault.get() == null && head[0].seq() > last[0]) fault.set("Entry " + (last[0] + 1) + " is missing: the trail once had " + head[0].seq() + " entries.");
        if (fault.get() == null && !head[0].hash().equals(previous[0])) fault.set("Entry " + last[0] + " is not the newest entry that was written.");
        return new Verification(last[0], previous[0], Optional.ofNullable(fault.get()));
    }

    /// @param entries   entries read, to the first fault
    /// @param firstFault what is wrong and where, in plain words; empty when the chain is unbroken
    public record Verification(long entries, String newestHash, Optional<String> firstFault) {
    }

    /// SHA-256 over the fields, each preceded by its length, so that no two entries share one input.
    static String hashOf(AuditEntry entry) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            add(digest, entry.previousHash());
            add(digest, Long.toString(entry.sequence()));
            add(digest, entry.at().toString());
            add(digest, entry.actor());
            add(digest, String.valueOf(entry.actorId()));
            add(digest, entry.action());
            add(digest, String.valueOf(entry.caseId()));
            add(digest, String.valueOf(entry.documentId()));
            add(digest, entry.reason());
            new TreeMap<>(entry.details()).forEach((key, value) -> {
                add(digest, key);
                add(digest, value);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    private static void add(MessageDigest digest, String field) {
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
    }

    private AuditEntry entry(ResultSet row, int number) throws SQLException {
        Map<String, String> details = json.readValue(row.getString("details"), DETAILS);
        return new AuditEntry(row.getLong("seq"), row.getTimestamp("at").toInstant(), row.getString("actor"), row.getObject("actor_id", Long.class),
                row.getString("action"), row.getObject("case_id", Long.class), row.getObject("document_id", Long.class), row.getString("reason"), details,
                row.getString("previous_hash"), row.getString("hash"));
    }

    record Head(long seq, String hash) {
    }
}
