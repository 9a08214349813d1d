package casewright.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Every signature ever given; a trigger refuses changes.
@Component
public class Signatures {

    private final JdbcClient sql;

    public Signatures(JdbcClient sql) {
        this.sql = sql;
    }

    @Transactional
    public void keep(Signature signature) {
        sql.sql("""
                insert into signature (case_id, revision, person_id, printed_name, meaning, at, zone, content_sha256, trail_hash)
                values (:case, :revision, :person, :name, :meaning, :at, :zone, :content, :trail)""")
                .param("case", signature.caseId()).param("revision", signature.revision()).param("person", signature.personId()).param("name", signature.printedName())
                .param("meaning", signature.meaning()).param("at", Timestamp.from(signature.at())).param("zone", signature.zone())
                .param("content", signature.contentSha256()).param("trail", signature.trailHash()).update();
    }

    /// In the order they were given, those of earlier revisions too.
    public List<Signature> ofCase(long caseId) {
        return sql.sql("select * from signature where case_id = :id order by id").param("id", caseId).query(Signatures::row).list();
    }

    private static Signature row(ResultSet row, int number) throws SQLException {
        return new Signature(row.getLong("case_id"), row.getInt("revision"), row.getLong("person_id"), row.getString("printed_name"), row.getString("meaning"),
                row.getTimestamp("at").toInstant(), row.getString("zone"), row.getString("content_sha256"), row.getString("trail_hash"));
    }
}
