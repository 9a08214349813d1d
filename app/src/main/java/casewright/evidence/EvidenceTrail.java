package casewright.evidence;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The retrieval trail of each case: question, corpus and version, passages, scores, rank, used or not.
@Component
public class EvidenceTrail {

    private final JdbcClient sql;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    public EvidenceTrail(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// One recorded question.
    public record Entry(long id, Instant at, Evidence evidence) {
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
        return sql.sql("select id, at, hits from evidence where case_id = :id order by id").param("id", caseId)
                .query((row, n) -> new Entry(row.getLong(1), row.getTimestamp(2).toInstant(), json.readValue(row.getString(3), Evidence.class))).list();
    }
}
