package casewright.cases;

import static org.assertj.core.api.Assertions.assertThat;

import casewright.Await;
import casewright.ServiceTest;
import casewright.TestCases;
import casewright.TestPeople;
import casewright.audit.AuditEntry;
import casewright.audit.AuditTrail;
import casewright.intake.Intake;
import com.github.kagkarlsson.scheduler.Scheduler;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// The jobs in the real scheduler, which looks for them when it is told to.
@ServiceTest
@TestPropertySource(properties = "db-scheduler.polling-interval=1h")
class CaseJobsTest {

    @Autowired
    private Intake intake;
    @Autowired
    private CaseJobs jobs;
    @Autowired
    private Cases cases;
    @Autowired
    private AuditTrail trail;
    @Autowired
    private TestPeople people;
    @Autowired
    private Scheduler scheduler;

    private long received(String letter) {
        return intake.accept(letter + ".txt", (TestCases.LETTER + letter).getBytes(StandardCharsets.UTF_8), TestCases.arrival(), people.officer()).report().id();
    }

    private Optional<Long> began(long caseId) {
        return when(caseId, "reading began");
    }

    private Optional<Long> when(long caseId, String action) {
        return trail.ofCase(caseId).stream().filter(entry -> entry.action().equals(action)).map(AuditEntry::sequence).findFirst();
    }

    @Test
    void whatAPersonUploadedIsReadBeforeTheSamples() throws Exception {
        long sample = received("sample");
        long another = received("another");
        long upload = received("upload");
        jobs.goOnBehindOthers(sample);
        jobs.goOnBehindOthers(another);
        jobs.goOn(upload);

        assertThat(cases.automaticBefore(upload)).isZero();
        assertThat(cases.automaticBefore(sample)).isEqualTo(1);
        assertThat(cases.automaticBefore(another)).isEqualTo(2);
        scheduler.triggerCheckForDueExecutions();
        Await.until("the last case is read", Duration.ofSeconds(30), () -> began(another).isPresent());

        assertThat(began(upload).orElseThrow()).isLessThan(began(sample).orElseThrow());
        assertThat(began(sample).orElseThrow()).isLessThan(began(another).orElseThrow());
    }

    @Test
    void thePagesOfAllUploadsAreReadBeforeOneIsDrafted() throws Exception {
        long first = received("first of two");
        long second = received("second of two");
        jobs.goOn(first);
        jobs.goOn(second);

        scheduler.triggerCheckForDueExecutions();
        Await.until("both are read", Duration.ofSeconds(30), () -> when(first, "read").isPresent() && when(second, "read").isPresent());

        assertThat(began(second).orElseThrow()).isLessThan(when(first, "read").orElseThrow());
    }
}
