package casewright.intake;

import casewright.access.Person;
import casewright.audit.Action;
import casewright.audit.AuditTrail;
import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The files as they came. Nothing here is ever changed or removed; a trigger refuses it.
@Component
public class Documents {

    /// For whoever asks for one by a wrong address.
    public static final String NO_SUCH_DOCUMENT = "There is no such document. Please open it from its case.";

    private final JdbcClient sql;
    private final AuditTrail trail;
    private final Clock clock;

    public Documents(JdbcClient sql, AuditTrail trail, Clock clock) {
        this.sql = sql;
        this.trail = trail;
        this.clock = clock;
    }

    /// @param isNew false when the same bytes were here before
    public record Kept(SourceDocument document, boolean isNew) {
    }

    /// Keeps the bytes once, also when the same file is uploaded twice at the same moment.
    @Transactional
    public Kept keep(String fileName, String mediaType, byte[] content, Person by) {
        String sha256 = sha256(content);
        Optional<Long> added = sql.sql("""
                insert into document (sha256, file_name, media_type, length_bytes, content, uploaded_by, uploaded_at)
                values (:sha, :name, :type, :length, :content, :by, :at) on conflict (sha256) do nothing returning id""")
                .param("sha", sha256).param("name", fileName).param("type", mediaType).param("length", content.length).param("content", content)
                .param("by", by.name()).param("at", Timestamp.from(clock.instant())).query(Long.class).optional();
        SourceDocument document = sql.sql("select id, sha256, file_name, media_type, length_bytes, uploaded_by, uploaded_at from document where sha256 = :sha")
                .param("sha", sha256).query(this::row).single();
        if (added.isPresent()) {
            trail.record(Action.by(by.name(), by.id(), "document kept").onDocument(document.id()).with("sha256", sha256).with("bytes", content.length));
        }
        return new Kept(document, added.isPresent());
    }

    public SourceDocument get(long id) {
        return sql.sql("select id, sha256, file_name, media_type, length_bytes, uploaded_by, uploaded_at from document where id = :id").param("id", id)
                .query(this::row).optional().orElseThrow(() -> new RefusedException(Reason.NOT_FOUND, NO_SUCH_DOCUMENT));
    }

    /// The names of the files of these cases, the first file's name each.
    public Map<Long, String> namesByCase(Collection<Long> caseIds) {
        Map<Long, String> names = new HashMap<>();
        if (caseIds.isEmpty()) return names;
        sql.sql("select c.case_id, d.file_name from case_document c join document d on d.id = c.document_id where c.position = 1 and c.case_id in (:ids)").param("ids", caseIds)
                .query(row -> {
                    names.put(row.getLong(1), row.getString(2));
                });
        return names;
    }

    public byte[] content(long id) {
        return sql.sql("select content from document where id = :id").param("id", id).query((row, n) -> row.getBytes(1)).optional()
                .orElseThrow(() -> new RefusedException(Reason.NOT_FOUND, NO_SUCH_DOCUMENT));
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    private SourceDocument row(ResultSet row, int number) throws SQLException {
        return new SourceDocument(row.getLong("id"), row.getString("sha256"), row.getString("file_name"), row.getString("media_type"), row.getLong("length_bytes"),
                row.getString("uploaded_by"), row.getTimestamp("uploaded_at").toInstant());
    }
}
