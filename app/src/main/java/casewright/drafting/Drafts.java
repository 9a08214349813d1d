package casewright.drafting;

import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// Every revision of every draft; a trigger refuses changes. The SHA-256 is over the stored text, byte for byte.
@Component
public class Drafts {

    private final JdbcClient sql;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    public Drafts(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// @param author "service" or a person's name
    public record Revision(Draft draft, String sha256, String author, String reason, Instant createdAt) {
    }

    @Transactional
    public Revision keep(Draft draft, String author, String reason) {
        String content = json.writeValueAsString(draft);
        String sha256 = sha256(content);
        try {
            sql.sql("insert into draft values (:case, :revision, :content, :sha, :author, :reason, :at)").param("case", draft.caseId()).param("revision", draft.revision())
                    .param("content", content).param("sha", sha256).param("author", author).param("reason", reason).param("at", Timestamp.from(clock.instant())).update();
        } catch (org.springframework.dao.DuplicateKeyException e) {
            throw new RefusedException(Reason.CONFLICT, "Somebody else changed the draft in the meantime. Please reload the page: your text is still in the form.");
        }
        return new Revision(draft, sha256, author, reason, clock.instant());
    }

    public Optional<Revision> findNewest(long caseId) {
        return sql.sql("select * from draft where case_id = :id order by revision desc limit 1").param("id", caseId).query((row, n) -> revision(row)).optional();
    }

    public Revision getNewest(long caseId) {
        return findNewest(caseId).orElseThrow(() -> new RefusedException(Reason.NOT_FOUND, "The case has no draft yet."));
    }

    public Optional<Revision> find(long caseId, int revision) {
        return sql.sql("select * from draft where case_id = :id and revision = :revision").param("id", caseId).param("revision", revision).query((row, n) -> revision(row)).optional();
    }

    public List<Revision> all(long caseId) {
        return sql.sql("select * from draft where case_id = :id order by revision").param("id", caseId).query((row, n) -> revision(row)).list();
    }

    private Revision revision(java.sql.ResultSet row) throws java.sql.SQLException {
        String content = row.getString("content");
        if (!sha256(content).equals(row.getString("sha256"))) throw new IllegalStateException("The draft of case " + row.getLong("case_id") + " does not match its hash");
        return new Revision(json.readValue(content, Draft.class), row.getString("sha256"), row.getString("author"), row.getString("reason"), row.getTimestamp("created_at").toInstant());
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
