package casewright;

import static org.assertj.core.api.Assertions.assertThat;

import casewright.access.Role;
import casewright.audit.AuditTrail;
import casewright.cases.CaseStatus;
import casewright.cases.Cases;
import casewright.cases.ReportCase;
import casewright.llm.ModelOverHttp;
import casewright.llm.ModelOverHttp.Manner;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The real program as a process of its own that is killed, stopped and robbed of its database in the middle of a case.
@Execution(ExecutionMode.CONCURRENT)
class ServiceProcessTest {

    private static final Duration LONGEST_CASE = Duration.ofSeconds(120);

    @TempDir
    Path data;
    private final ModelOverHttp model = ModelOverHttp.start();

    @AfterEach
    void close() {
        model.close();
    }

    private String modelSetting() {
        return "casewright.model.base-url=" + model.baseUrl();
    }

    private static Cases cases(DataSource database) {
        return new Cases(JdbcClient.create(database), trail(database), Clock.systemUTC());
    }

    private static void awaitDraft(DataSource database, ReportCase report) {
        Await.until("the draft is done", LONGEST_CASE, () -> {
            try {
                return cases(database).get(report.id()).status() == CaseStatus.WAITING_FOR_REVIEW;
            } catch (DataAccessException e) {
                return false;
            }
        });
        assertThat(drafts(database, report)).isEqualTo(1);
        assertThat(trail(database).verify().firstFault()).isEmpty();
    }

    private static int drafts(DataSource database, ReportCase report) {
        return JdbcClient.create(database).sql("select count(*) from draft where case_id = :id").param("id", report.id()).query(Integer.class).single();
    }

    private static AuditTrail trail(DataSource database) {
        return new AuditTrail(JdbcClient.create(database), Clock.systemUTC());
    }

    private static long times(DataSource database, ReportCase report, String action) {
        return trail(database).ofCase(report.id()).stream().filter(entry -> entry.action().equals(action)).count();
    }

    @Test
    void finishesTheDraftAfterItWasKilledInTheMiddle() {
        model.thinking(Duration.ofMillis(500));
        ReportCase report;
        try (ServiceProcess first = ServiceProcess.started(data, modelSetting())) {
            report = ServiceProcess.upload(first.embeddedDatabase(), InventedLetter.TEXT);
            Await.until("the reading is in its middle", LONGEST_CASE, () -> model.questions() >= 3);

            first.kill();

            assertThat(cases(first.embeddedDatabase()).get(report.id()).status()).isEqualTo(CaseStatus.READING);
        }
        model.thinking(Duration.ZERO);
        try (ServiceProcess second = ServiceProcess.started(data, modelSetting())) {
            awaitDraft(second.embeddedDatabase(), report);

            ServiceProcess.Ended whileRunning = ServiceProcess.command(data, "verify-trail");
            second.stop();
            ServiceProcess.Ended whenStopped = ServiceProcess.command(data, "verify-trail");

            assertThat(whileRunning.output()).contains("The trail is unbroken");
            assertThat(whileRunning.exitCode()).isZero();
            assertThat(whenStopped.output()).contains("The trail is unbroken");
            assertThat(whenStopped.exitCode()).isZero();
        }
    }

    @Test
    void finishesTheDraftAfterItWasKilledWhileDrafting() {
        model.holdingProse(true);
        ReportCase report;
        try (ServiceProcess first = ServiceProcess.started(data, modelSetting())) {
            report = ServiceProcess.upload(first.embeddedDatabase(), InventedLetter.TEXT);
            Await.until("a sentence of the narrative is asked for", LONGEST_CASE, () -> model.heldProse() >= 1);

            first.kill();

            assertThat(cases(first.embeddedDatabase()).get(report.id()).status()).isEqualTo(CaseStatus.DRAFTING);
            assertThat(drafts(first.embeddedDatabase(), report)).isZero();
        }
        int askedBefore = model.questions();
        model.holdingProse(false);
        try (ServiceProcess second = ServiceProcess.started(data, modelSetting())) {
            awaitDraft(second.embeddedDatabase(), report);

            ServiceProcess.Ended verified = ServiceProcess.command(data, "verify-trail");

            assertThat(verified.output()).contains("The trail is unbroken");
            assertThat(verified.exitCode()).isZero();
            assertThat(model.questions()).as("the drafting asks again").isGreaterThan(askedBefore);
            assertThat(times(second.embeddedDatabase(), report, "read")).as("what was done before the kill is not done again").isEqualTo(1);
            assertThat(times(second.embeddedDatabase(), report, "drafted")).isEqualTo(1);
            second.stop();
        }
    }

    @Test
    void countsNoAttemptWhenItIsStoppedInTheMiddle() {
        model.behaving(Manner.SILENT);
        ReportCase report;
        try (ServiceProcess first = ServiceProcess.started(data, modelSetting(), "casewright.model.timeout=120s")) {
            report = ServiceProcess.upload(first.embeddedDatabase(), InventedLetter.TEXT);
            Await.until("the model is asked", LONGEST_CASE, () -> model.questions() >= 1);

            first.stop();
        }
        try (ServiceProcess second = ServiceProcess.started(data, modelSetting(), "casewright.model.timeout=120s")) {
            ReportCase stopped = cases(second.embeddedDatabase()).get(report.id());

            assertThat(stopped.attempts()).isZero();
            assertThat(stopped.status()).isEqualTo(CaseStatus.READING);
            model.behaving(Manner.WELL);
            second.kill();
        }
        try (ServiceProcess third = ServiceProcess.started(data, modelSetting())) {
            awaitDraft(third.embeddedDatabase(), report);
            third.stop();
        }
    }

    @Test
    void namesTheFirstEntryOfTheTrailThatWasChanged() {
        try (ServiceProcess service = ServiceProcess.started(data, modelSetting())) {
            JdbcClient sql = JdbcClient.create(service.embeddedDatabase());
            sql.sql("alter table audit_entry disable trigger all").update();
            sql.sql("update audit_entry set reason = 'another reason' where seq in (3, 5)").update();
            sql.sql("alter table audit_entry enable trigger all").update();

            ServiceProcess.Ended whileRunning = ServiceProcess.command(data, "verify-trail");
            service.stop();
            ServiceProcess.Ended whenStopped = ServiceProcess.command(data, "verify-trail");

            assertThat(whileRunning.output()).contains("The trail is broken. Entry 3 was changed after it was written.");
            assertThat(whileRunning.exitCode()).isEqualTo(1);
            assertThat(whenStopped.output()).contains("Entry 3 was changed");
            assertThat(whenStopped.exitCode()).isEqualTo(1);
        }
    }

    @Test
    void goesOnWhenTheDatabaseComesBack() throws IOException {
        model.thinking(Duration.ofMillis(500));
        EmbeddedPostgres database = database(0);
        String url = database.getJdbcUrl("postgres", "postgres");
        int port = database.getPort();
        try (ServiceProcess service = ServiceProcess.started(data.resolve("service"), modelSetting(), "spring.datasource.url=" + url, "spring.datasource.username=postgres",
                "spring.datasource.hikari.connection-timeout=2000")) {
            ReportCase report = ServiceProcess.upload(database.getPostgresDatabase(), InventedLetter.TEXT);
            Await.until("the reading is in its middle", LONGEST_CASE, () -> model.questions() >= 2);

            database.close();
            int asked = model.questions();
            Await.until("the step notices", LONGEST_CASE, () -> service.output().contains("could not reach the database"));
            model.thinking(Duration.ZERO);
            database = database(port);

            awaitDraft(database.getPostgresDatabase(), report);
            assertThat(model.questions()).isGreaterThan(asked);
            service.stop();
        } finally {
            database.close();
        }
    }

    @Test
    void pagesAndApiSayThatTheyWaitForTheDatabaseAndGoOnWhenItIsBack() throws IOException {
        EmbeddedPostgres database = database(0);
        int port = database.getPort();
        try (ServiceProcess service = ServiceProcess.started(data.resolve("service"), modelSetting(), "spring.datasource.url=" + database.getJdbcUrl("postgres", "postgres"),
                "spring.datasource.username=postgres", "spring.datasource.hikari.connection-timeout=2000")) {
            Visitor officer = service.visitor(database.getPostgresDatabase(), Role.OFFICER);
            officer.signIn();
            byte[] letter = InventedLetter.TEXT.getBytes(StandardCharsets.UTF_8);
            assertThat(officer.getByApi("/api/cases").status()).isEqualTo(200);
            long entries = entries(database);

            database.close();

            for (String path : List.of("/", "/cases/1", "/upload")) isWaiting(officer.get(path), "text/html");
            isWaiting(officer.upload("/upload", letter), "text/html");
            for (String path : List.of("/api/cases", "/api/cases/1/draft")) isWaiting(officer.getByApi(path), "application/problem+json");
            isWaiting(officer.uploadByApi(letter), "application/problem+json");
            isWaiting(officer.signIn(), "text/html");
            assertThat(officer.getByApi("/actuator/health/readiness").status()).isEqualTo(503);

            database = database(port);

            assertThat(entries(database)).as("nothing was written and nothing is lost").isEqualTo(entries);
            Await.until("the service answers again by itself", LONGEST_CASE, () -> officer.getByApi("/api/cases").status() == 200);
            assertThat(officer.signIn().body()).contains("Sign out");
            assertThat(officer.upload("/upload", letter).body()).contains("Kept.");
            assertThat(trail(database.getPostgresDatabase()).verify().firstFault()).isEmpty();
            assertThat(service.output()).as("the log, too, without traces by the page").doesNotContain("\tat org.springframework.web");
            service.stop();
        } finally {
            database.close();
        }
    }

    private EmbeddedPostgres database(int port) throws IOException {
        return EmbeddedPostgres.builder().setDataDirectory(data.resolve("elsewhere")).setCleanDataDirectory(false).setServerConfig("fsync", "on").setPort(port).start();
    }

    private static long entries(EmbeddedPostgres database) {
        return JdbcClient.create(database.getPostgresDatabase()).sql("select count(*) from audit_entry").query(Long.class).single();
    }

    private static void isWaiting(Visitor.Answer answer, String type) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.type()).startsWith(type);
        assertThat(answer.body()).contains("waiting for its database").contains("Please try again in a minute").doesNotContain("Exception").doesNotContain("jdbc");
    }

    @Test
    void refusesASecondServiceOnTheSameFolder() {
        try (ServiceProcess first = ServiceProcess.started(data, modelSetting())) {
            ServiceProcess.Ended second = ServiceProcess.command(data, "run", modelSetting());

            assertThat(second.exitCode()).isNotZero();
            assertThat(second.output()).contains("Another Casewright runs on the data folder").doesNotContain("\tat ");
            first.stop();
        }
    }

    @Test
    void saysInOneSentenceThatItsFolderCannotBeWritten() {
        ServiceProcess.Ended refused = ServiceProcess.command(data, "verify-trail", "casewright.data=/proc/casewright");

        assertThat(refused.exitCode()).isNotZero();
        assertThat(refused.output()).contains("The data folder /proc/casewright cannot be created").doesNotContain("\tat ");
    }
}
