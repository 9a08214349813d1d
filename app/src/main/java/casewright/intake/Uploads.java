package casewright.intake;

import casewright.access.Person;
import casewright.cases.Arrival;
import casewright.cases.CaseJobs;
import casewright.cases.ReportCase;
import casewright.database.DatabaseFailure;
import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import casewright.refusal.UnavailableException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.multipart.MultipartFile;

/// Files kept and their reading ordered, each file in a transaction of its own: a case is never left without its job, and a bad file harms no other.
@Component
public class Uploads {

    /// Said of a file that was here already.
    public static final String PASSWORD_UNUSED = "The password was not used. If the case waits for one, please give it on the page of the case.";

    private final Intake intake;
    private final CaseJobs jobs;
    private final TransactionTemplate transaction;
    private final GivenPasswords passwords;
    private final IntakeSettings settings;

    Uploads(Intake intake, CaseJobs jobs, TransactionTemplate transaction, GivenPasswords passwords, IntakeSettings settings) {
        this.passwords = passwords;
        this.intake = intake;
        this.jobs = jobs;
        this.transaction = transaction;
        this.settings = settings;
    }

    /// What became of one file of several.
    public sealed interface Outcome {

        String fileName();

        /// @param passwordUnused a password was given for a file that was here already
        record Kept(String fileName, Intake.Accepted accepted, boolean passwordUnused) implements Outcome {
        }

        record Refused(String fileName, Reason reason, String text) implements Outcome {
        }
    }

    /// Each file with its outcome, in order.
    ///
    /// @param password of those among them and in them that are locked; empty where none was given
    /// @throws RefusedException when there are too many files
    /// @throws RuntimeException when the database or the disk fails before anything was kept
    public List<Outcome> keepAll(List<MultipartFile> files, Arrival arrival, Person by, Optional<ReportCase> follows, String password) {
        if (files.size() > settings.mostFilesAtOnce()) {
            throw new RefusedException(Reason.TOO_LARGE, "At most " + settings.mostFilesAtOnce() + " files go at once (setting casewright.intake.most-files-at-once). Nothing was uploaded.");
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (MultipartFile file : files) {
            String name = Intake.plainName(String.valueOf(file.getOriginalFilename()));
            try {
                intake.checkLength(file.getSize());
                Intake.Accepted accepted = keep(name, bytesOf(file), arrival, by, follows, password);
                outcomes.add(new Outcome.Kept(name, accepted, !accepted.isNew() && !password.isEmpty()));
            } catch (RefusedException e) {
                outcomes.add(new Outcome.Refused(name, e.reason(), e.text()));
            } catch (RuntimeException e) {
                String told = e instanceof UnavailableException unavailable ? unavailable.text() : DatabaseFailure.toldOf(e).orElseThrow(() -> e);
                if (outcomes.stream().noneMatch(Outcome.Kept.class::isInstance)) throw e;
                // what is away stays away for the rest of them: nobody waits for each anew
                for (MultipartFile rest : files.subList(files.indexOf(file), files.size())) outcomes.add(new Outcome.Refused(Intake.plainName(String.valueOf(rest.getOriginalFilename())), Reason.CONFLICT, told));
                break;
            }
        }
        return outcomes;
    }

    private static byte[] bytesOf(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UnavailableException("The file could not be taken over from where uploads wait: is the disk of the service full? Nothing was kept. Please try again.", e);
        }
    }

    /// @throws RefusedException as [Intake#accept] does
    public Intake.Accepted keep(String fileName, byte[] content, Arrival arrival, Person by, Optional<ReportCase> follows) {
        return keep(fileName, content, arrival, by, follows, "");
    }

    private Intake.Accepted keep(String fileName, byte[] content, Arrival arrival, Person by, Optional<ReportCase> follows, String password) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            Intake.Accepted accepted = intake.accept(fileName, content, arrival, by, follows);
            if (accepted.isNew()) {
                passwords.give(accepted.report().id(), password);
                jobs.goOn(accepted.report().id());
            }
            return accepted;
        }));
    }
}
