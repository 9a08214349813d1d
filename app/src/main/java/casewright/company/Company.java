package casewright.company;

import casewright.access.Person;
import casewright.audit.Action;
import casewright.audit.AuditTrail;
import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The company's settings: one row, each change in the trail.
@Component
public class Company {

    private final JdbcClient sql;
    private final AuditTrail trail;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    public Company(JdbcClient sql, AuditTrail trail, Clock clock) {
        this.sql = sql;
        this.trail = trail;
        this.clock = clock;
    }

    public CompanySettings settings() {
        return sql.sql("select settings from company where id = 1").query(String.class).optional()
                .map(text -> json.readValue(text, CompanySettings.class)).orElseGet(CompanySettings::unset);
    }

    @Transactional
    public void change(CompanySettings wanted, Person by) {
        change(wanted, Action.by(by.name(), by.id(), "company settings changed"));
    }

    @Transactional
    public void change(CompanySettings wanted, Action action) {
        check(wanted);
        String text = json.writeValueAsString(wanted);
        sql.sql("insert into company values (1, :settings, :at) on conflict (id) do update set settings = :settings, changed_at = :at")
                .param("settings", text).param("at", Timestamp.from(clock.instant())).update();
        trail.record(action.with("settings", text));
    }

    private static void check(CompanySettings wanted) {
        if (wanted.name().isBlank() || wanted.name().length() > 100) throw new RefusedException(Reason.INVALID, "The company's name is needed, with at most 100 characters.");
        if (!wanted.senderId().matches("[A-Za-z0-9]{2,30}")) {
            throw new RefusedException(Reason.INVALID, "The sender id has 2 to 30 letters or digits and no dash: it becomes a part of case numbers (E2B C.1.1).");
        }
        if (!wanted.country().matches("([A-Z]{2})?")) throw new RefusedException(Reason.INVALID, "The country is a code of two capital letters, such as DE.");
        if (wanted.ownProducts().size() > 2_000) throw new RefusedException(Reason.INVALID, "At most 2,000 own products can be named.");
        List<String> known = ReportingClock.codes();
        if (!known.containsAll(wanted.jurisdictions()) || wanted.jurisdictions().isEmpty()) {
            throw new RefusedException(Reason.INVALID, "Please name at least one jurisdiction of these: " + String.join(", ", known) + ".");
        }
    }
}
