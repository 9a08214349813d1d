package casewright.cases;

import casewright.database.DatabaseFailure;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The jobs in PostgreSQL that take cases on: one a case, so no two workers touch one case; what a killed worker had picked is picked again.
/// The pages of all cases go before the drafting of any: of ten files the locked one asks for its password in seconds, not behind nine drafts.
@Component
public class CaseJobs {

    private static final Logger log = LoggerFactory.getLogger(CaseJobs.class);
    /// Names in the scheduler's table; [Cases#automaticBefore] counts them.
    private static final String PAGES = "pages";
    private static final String CASE = "case";
    /// Of the pages; what follows them has one less.
    private static final int PEOPLE_WAIT = 3;
    private static final int NOBODY_WAITS = 1;
    private static final Duration BETWEEN_TRIES = Duration.ofSeconds(20);

    /// The step's work; set once by the flow, which lies above this package.
    public interface Work {

        /// The pages of its documents alone. @return true to be called again later
        boolean readPages(long caseId);

        /// As far as it goes without a person. @return true to be called again later
        boolean goOn(long caseId);

        void moveToAttention(long caseId, String reason);
    }

    private final ObjectProvider<SchedulerClient> scheduler;
    private final Clock clock;
    private final AtomicReference<@Nullable Work> work = new AtomicReference<>();
    private volatile boolean stopping;

    public CaseJobs(ObjectProvider<SchedulerClient> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    public void worker(Work flow) {
        work.set(flow);
    }

    /// From now on a step that fails does so because its model or database is being stopped.
    @EventListener(ContextClosedEvent.class)
    public void stop() {
        stopping = true;
    }

    public boolean isStopping() {
        return stopping || Thread.currentThread().isInterrupted();
    }

    /// Schedules the next automatic step in the caller's transaction; a job that waits already is enough.
    public void goOn(long caseId) {
        schedule(PAGES, caseId, PEOPLE_WAIT);
    }

    /// As [#goOn], but behind every case that came from a person: for samples.
    public void goOnBehindOthers(long caseId) {
        schedule(PAGES, caseId, NOBODY_WAITS);
    }

    private void schedule(String name, long caseId, int priority) {
        Optional.ofNullable(scheduler.getIfAvailable()).ifPresent(client ->
                client.scheduleIfNotExists(new TaskInstance.Builder<>(name, Long.toString(caseId)).priority(priority).build(), clock.instant()));
    }

    private CompletionHandler<Void> run(TaskInstance<Void> job) {
        long caseId = Long.parseLong(job.getId());
        boolean isOfPages = job.getTaskName().equals(PAGES);
        Work flow = work.get();
        if (flow == null) return new CompletionHandler.OnCompleteReschedule<>(Schedules.fixedDelay(BETWEEN_TRIES));
        try {
            if (isOfPages ? flow.readPages(caseId) : flow.goOn(caseId)) return new CompletionHandler.OnCompleteReschedule<>(Schedules.fixedDelay(BETWEEN_TRIES));
        } catch (RuntimeException e) {
            if (DatabaseFailure.toldOf(e).isPresent()) {
                // The database is away or full: nothing can be written down now, also no attempt. Whatever the step had not stored yet it does again.
                log.warn("The step of case {} could not reach the database ({}); it is done again in {} s", caseId, e.getClass().getSimpleName(), BETWEEN_TRIES.toSeconds());
                return new CompletionHandler.OnCompleteReschedule<>(Schedules.fixedDelay(BETWEEN_TRIES));
            }
            if (isStopping()) return new CompletionHandler.OnCompleteReschedule<>(Schedules.fixedDelay(BETWEEN_TRIES));
            // The message may hold text of the database or of a document: the type and the place are what a developer needs.
            StackTraceElement where = e.getStackTrace().length > 0 ? e.getStackTrace()[0] : null;
            log.error("The step of case {} failed: {} at {}", caseId, e.getClass().getName(), where);
            flow.moveToAttention(caseId, "The service made a mistake (" + e.getClass().getSimpleName() + "). Please try again; if it comes back, tell your administrator the time.");
        }
        if (isOfPages) schedule(CASE, caseId, job.getPriority() - 1);
        return new CompletionHandler.OnCompleteRemove<>();
    }

    @Configuration(proxyBeanMethods = false)
    static class Setup {

        @Bean
        CustomTask<Void> pagesTask(CaseJobs jobs) {
            return Tasks.custom(PAGES, Void.class).execute((job, _) -> jobs.run(job));
        }

        @Bean
        CustomTask<Void> caseTask(CaseJobs jobs) {
            return Tasks.custom(CASE, Void.class).execute((job, _) -> jobs.run(job));
        }
    }
}
