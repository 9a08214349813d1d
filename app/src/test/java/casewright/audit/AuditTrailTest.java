package casewright.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casewright.ServiceTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;

/// On a database of its own, as it breaks the chain on purpose.
@ServiceTest
@DirtiesContext
class AuditTrailTest {

    @Autowired
    private AuditTrail trail;
    @Autowired
    private JdbcClient sql;

    @Test
    void theDatabaseRefusesToChangeTheTrail() {
        trail.record(Action.byService("something"));

        for (String change : List.of("update audit_entry set actor = 'nobody'", "delete from audit_entry", "truncate audit_entry", "truncate signature", "truncate draft", "truncate document cascade")) {
            assertThatThrownBy(() -> sql.sql(change).update()).as(change).isInstanceOf(DataAccessException.class).hasMessageContaining("append-only");
        }
    }

    @Test
    void entriesOfManyThreadsMakeOneChain() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            threads.invokeAll(IntStream.range(0, 80).<java.util.concurrent.Callable<AuditEntry>>mapToObj(i -> () -> trail.record(Action.byService("entry " + i).with("number", i))).toList());
        }

        AuditTrail.Verification verification = trail.verify();

        assertThat(verification.firstFault()).isEmpty();
        assertThat(verification.newestHash()).isEqualTo(trail.newestHash());
    }

    @Test
    void isUnbrokenAlsoWhileItIsWritten() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(1)) {
            Future<?> writing = threads.submit(() -> IntStream.range(0, 400).forEach(i -> trail.record(Action.byService("entry " + i))));
            List<Optional<String>> faults = new ArrayList<>();

            do faults.add(trail.verify().firstFault());
            while (!writing.isDone());

            writing.get();
            assertThat(faults).hasSizeGreaterThan(1).containsOnly(Optional.empty());
        }
    }

    @Test
    void namesTheEntryThatWasChangedTakenOutOrCutOff() {
        long changed = trail.record(Action.byService("first")).sequence();
        trail.record(Action.byService("second"));
        long last = trail.record(Action.byService("third")).sequence();
        sql.sql("alter table audit_entry disable trigger all").update();
        try {
            sql.sql("update audit_entry set actor = 'somebody else' where seq = :seq").param("seq", changed).update();
            assertThat(trail.verify().firstFault()).hasValue("Entry " + changed + " was changed after it was written.");
            sql.sql("update audit_entry set actor = 'service' where seq = :seq").param("seq", changed).update();

            sql.sql("update audit_entry set seq = -seq where seq = :seq").param("seq", last).update();
            assertThat(trail.verify().firstFault()).isPresent();
            sql.sql("update audit_entry set seq = -seq where seq = :seq").param("seq", -last).update();

            sql.sql("create table kept as select * from audit_entry where seq = :seq").param("seq", last).update();
            sql.sql("delete from audit_entry where seq = :seq").param("seq", last).update();
            assertThat(trail.verify().firstFault()).hasValue("Entry " + last + " is missing: the trail once had " + last + " entries.");
            sql.sql("insert into audit_entry select * from kept").update();
            sql.sql("drop table kept").update();
            assertThat(trail.verify().firstFault()).isEmpty();

            sql.sql("create table kept as select * from audit_head").update();
            sql.sql("delete from audit_head").update();
            assertThat(trail.verify().firstFault()).hasValue("The row with the newest hash is missing.");
            sql.sql("insert into audit_head select * from kept").update();
            assertThat(trail.verify().firstFault()).isEmpty();
        } finally {
            sql.sql("alter table audit_entry enable trigger all").update();
        }
    }
}
