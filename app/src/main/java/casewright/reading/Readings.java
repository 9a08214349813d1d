package casewright.reading;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// What was read for each case, so that drafting can go on after a restart.
@Component
public class Readings {

    private final JdbcClient sql;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    public Readings(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    public Optional<Reading> find(long caseId) {
        return sql.sql("select content from reading where case_id = :id").param("id", caseId).query(String.class).optional().map(text -> json.readValue(text, Reading.class));
    }

    @Transactional
    public void keep(long caseId, Reading reading) {
        sql.sql("insert into reading values (:id, :content, :at) on conflict (case_id) do update set content = :content, created_at = :at").param("id", caseId)
                .param("content", json.writeValueAsString(reading)).param("at", Timestamp.from(clock.instant())).update();
    }
}
