package casewright.evidence;

import casewright.knowledge.DraftsRelyingOn;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The retrieval trail of each case: question, corpus and version, passages, scores, rank, used or not.
@Component
public class EvidenceTrail implements DraftsRelyingOn {

    private static final String ENTRIES = "select id, case_id, at, hits from evidence ";

    private final JdbcClient sql;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    public EvidenceTrail(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// One recorded question.
    public record Entry(long id, long caseId, Instant at, Evidence evidence) {
    }

    @Transactional
    public void keep(long caseId, List<Evidence> asked) {
        for (Evidence evidence : asked) {
            sql.sql("""
                    insert into evidence (case_id, at, question, purpose, corpus, corpus_version, hits) values (:case, :at, :question, :purpose, :corpus, :version, :hits)""")
                    .param("case", caseId).param("at", Timestamp.from(clock.instant())).param("question", evidence.question()).param("purpose", evidence.purpose())
                    .param("corpus", evidence.corpus().name()).param("version", evidence.corpus().version()).param("hits", json.writeValueAsString(evidence)).update();
        }
    }

    public List<Entry> ofCase(long caseId) {
        return sql.sql(ENTRIES + "where case_id = :id order by id").param("id", caseId).query(this::entry).list();
    }

    Optional<Entry> find(long id) {
        return sql.sql(ENTRIES + "where id = :id").param("id", id).query(this::entry).optional();
    }

    /// Newest first, at most `limit` older than `before` (exclusive; [Long#MAX_VALUE] for the newest).
    List<Entry> newest(long before, int limit) {
        return sql.sql(ENTRIES + "where id < :before order by id desc limit :limit").param("before", before).param("limit", limit).query(this::entry).list();
    }

    @Override
    public List<String> casesRelyingOn(String corpus, String version) {
        return sql.sql("select distinct c.number from evidence e join report_case c on c.id = e.case_id where e.corpus = :corpus and e.corpus_version = :version order by 1")
                .param("corpus", corpus).param("version", version).query(String.class).list();
    }

    private Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(row.getLong("id"), row.getLong("case_id"), row.getTimestamp("at").toInstant(), json.readValue(row.getString("hits"), Evidence.class));
    }
}
