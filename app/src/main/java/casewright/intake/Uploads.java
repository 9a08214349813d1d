package casewright.intake;

import casewright.access.Person;
import casewright.cases.Arrival;
import casewright.cases.CaseJobs;
import casewright.cases.ReportCase;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// A file kept and its reading ordered in one transaction: a case is never left without its job.
@Component
public class Uploads {

    private final Intake intake;
    private final CaseJobs jobs;

    Uploads(Intake intake, CaseJobs jobs) {
        this.intake = intake;
        this.jobs = jobs;
    }

    /// @throws casewright.refusal.RefusedException as [Intake#accept] does
    @Transactional
    public Intake.Accepted keep(String fileName, byte[] content, Arrival arrival, Person by, Optional<ReportCase> follows) {
        Intake.Accepted accepted = intake.accept(fileName, content, arrival, by, follows);
        if (accepted.isNew()) jobs.goOn(accepted.report().id());
        return accepted;
    }
}
