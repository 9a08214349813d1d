package casewright.access;

import casewright.audit.Action;
import casewright.audit.AuditTrail;
import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import java.time.Clock;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The act of signing: the password again, then the signature bound to the content and to the trail.
@Component
public class Signing {

    private static final int LONGEST_MEANING_CHARS = 200;

    private final People people;
    private final Signatures signatures;
    private final AuditTrail trail;
    private final Clock clock;
    private final ZoneId zone;

    /// @param zone whose clock is printed beside a signature; the machine's unless `casewright.zone` names another
    public Signing(People people, Signatures signatures, AuditTrail trail, Clock clock, @Value("${casewright.zone:}") String zone) {
        this.people = people;
        this.signatures = signatures;
        this.trail = trail;
        this.clock = clock;
        this.zone = zone.isBlank() ? ZoneId.systemDefault() : ZoneId.of(zone);
    }

    /// What is signed: one revision by its hash.
    public record Content(long caseId, int revision, String sha256) {
    }

    /// Call it outside of the transaction of the change: a refusal is recorded and must outlive it.
    ///
    /// @throws RefusedException (not allowed) when the password is not the person's
    public void confirm(Person person, String password, String meaning, long caseId) {
        if (meaning.isBlank() || meaning.length() > LONGEST_MEANING_CHARS) {
            throw new RefusedException(Reason.INVALID, "Please say what the signature means, in at most " + LONGEST_MEANING_CHARS + " characters. Nothing was signed.");
        }
        if (people.passwordMatches(person, password)) return;
        trail.record(Action.by(person.name(), person.id(), "signature refused").onCase(caseId).because("The password was not right."));
        throw new RefusedException(Reason.INVALID, "The password is not right. Nothing was signed.");
    }

    /// Keeps the signature in the caller's transaction, after the entry that tells of it was written: that entry's hash is printed with it.
    @Transactional
    public Signature sign(Content content, Person person, String meaning) {
        Signature signature = new Signature(content.caseId(), content.revision(), person.id(), person.name(), meaning.strip(), clock.instant().truncatedTo(ChronoUnit.MICROS),
                zone.getId(), content.sha256(), trail.newestHash());
        signatures.keep(signature);
        return signature;
    }
}
