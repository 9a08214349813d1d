package casewright;

import static org.assertj.core.api.Assertions.assertThat;

import casewright.access.People;
import casewright.access.Person;
import casewright.audit.AuditTrail;
import casewright.cases.CaseJobs;
import casewright.cases.CaseStatus;
import casewright.cases.Cases;
import casewright.company.Company;
import casewright.intake.Documents;
import casewright.intake.Intake;
import casewright.intake.IntakeSettings;
import casewright.knowledge.ImportedVersion;
import casewright.knowledge.Library;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

class FirstStartTest {

    private static final int FASTEST_HASH = 4;

    @TempDir
    Path folder;
    private Library library;
    private JdbcClient sql;
    private People people;
    private Cases cases;
    private Company company;
    private SampleLoader samples;

    @BeforeEach
    void open() {
        library = Library.in(folder);
        sql = library.database().sql();
        AuditTrail trail = library.trail();
        Clock clock = Clock.systemUTC();
        people = new People(sql, new BCryptPasswordEncoder(FASTEST_HASH), trail, clock);
        cases = new Cases(sql, trail, clock);
        company = new Company(sql, trail, clock);
        CaseJobs jobs = new CaseJobs(new StaticListableBeanFactory().getBeanProvider(SchedulerClient.class), clock);
        Intake intake = new Intake(new Documents(sql, trail, clock), cases, new IntakeSettings(50_000_000, 300, 20));
        samples = new SampleLoader(library.imports(), intake, jobs, library.database().transaction(), new SampleLoader.Setting(library.data(), clock));
    }

    private String greeting(String samplesWanted) {
        MockEnvironment environment = new MockEnvironment().withProperty("casewright.samples", samplesWanted).withProperty("local.server.port", "8123");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new FirstStart(people, company, samples, environment).greet(new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private Person officer() {
        return people.all().stream().filter(person -> person.signIn().equals("officer")).findFirst().orElseThrow();
    }

    @Test
    void showsFiveSignInsOnceWithPasswordsThatWork() {
        String first = greeting("false");
        String second = greeting("false");

        assertThat(first).contains("http://localhost:8123/", "officer", "reviewer2", "auditor", "administrator");
        Matcher password = Pattern.compile("officer +(\\S+) +Jonas Albrecht").matcher(first);
        assertThat(password.find()).isTrue();
        assertThat(people.passwordMatches(officer(), password.group(1))).isTrue();
        assertThat(second).contains("http://localhost:8123/").doesNotContain("officer");
        assertThat(people.all()).hasSize(5);
        assertThat(company.settings().name()).isEqualTo("Unnamed company");
        assertThat(folder.resolve("samples-pending")).doesNotExist();
    }

    @Test
    void loadsKnowledgeAndDocumentsOfTheSamples() {
        greeting("false");

        samples.load(officer());

        assertThat(library.corpora().newestReady()).extracting(ImportedVersion::corpus).containsExactly("meridian-rsi", "pharmacology");
        assertThat(cases.search(List.of(CaseStatus.values()), "", 0, 100).cases()).hasSize(7).allMatch(report -> report.opened().by().equals("Jonas Albrecht"));
    }

    @Test
    void goesOnWithAnInterruptedLoadWithoutLoadingAnythingTwice() throws Exception {
        greeting("false");
        samples.markPending();
        samples.load(officer());
        Files.writeString(folder.resolve("samples-pending"), "interrupted");

        samples.load(officer());

        assertThat(cases.search(List.of(CaseStatus.values()), "", 0, 100).cases()).hasSize(7);
        assertThat(library.corpora().all()).hasSize(2);
        assertThat(samples.isPending()).isFalse();
    }
}
