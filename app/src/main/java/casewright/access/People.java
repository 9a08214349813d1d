package casewright.access;

import casewright.audit.Action;
import casewright.audit.AuditTrail;
import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The people who may sign in. Nobody is ever deleted: the trail names them.
@Component
public class People implements UserDetailsService {

    private static final Pattern SIGN_IN = Pattern.compile("[a-z0-9][a-z0-9._-]{1,39}");
    /// Without characters that are easily taken for one another.
    private static final String PASSWORD_LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private static final int PASSWORD_LENGTH_CHARS = 14;

    private final JdbcClient sql;
    private final PasswordEncoder encoder;
    private final AuditTrail trail;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public People(JdbcClient sql, PasswordEncoder encoder, AuditTrail trail, Clock clock) {
        this.sql = sql;
        this.encoder = encoder;
        this.trail = trail;
        this.clock = clock;
    }

    @Override
    public SignedIn loadUserByUsername(String signIn) {
        return sql.sql("select * from person where sign_in = :signIn").param("signIn", signIn.strip().toLowerCase(java.util.Locale.ROOT))
                .query((row, n) -> new SignedIn(person(row, n), row.getString("password_hash"))).optional()
                .orElseThrow(() -> new UsernameNotFoundException("No such sign-in"));
    }

    public List<Person> all() {
        return sql.sql("select * from person order by role, name").query(this::person).list();
    }

    public Optional<Person> find(long id) {
        return sql.sql("select * from person where id = :id").param("id", id).query(this::person).optional();
    }

    Optional<SignedIn> findSignedIn(long id) {
        return sql.sql("select * from person where id = :id and enabled").param("id", id).query((row, n) -> new SignedIn(person(row, n), row.getString("password_hash"))).optional();
    }

    public boolean none() {
        return sql.sql("select count(*) from person").query(Long.class).single() == 0;
    }

    public boolean passwordMatches(Person person, String password) {
        String hash = sql.sql("select password_hash from person where id = :id and enabled").param("id", person.id()).query(String.class).optional().orElse("");
        return !hash.isEmpty() && encoder.matches(password, hash);
    }

    /// @return the freshly generated password: shown once, stored only as a hash
    @Transactional
    public String add(String signIn, String name, Role role, Action action) {
        String wanted = signIn.strip().toLowerCase(java.util.Locale.ROOT);
        if (!SIGN_IN.matcher(wanted).matches()) {
            throw new RefusedException(Reason.INVALID, "A sign-in has 2 to 40 small letters, digits, dots, dashes or underscores. Please choose another one.");
        }
        if (name.isBlank() || name.length() > 100) throw new RefusedException(Reason.INVALID, "The printed name is needed, with at most 100 characters.");
        String password = newPassword();
        try {
            sql.sql("insert into person (sign_in, name, role, password_hash, created_at) values (:signIn, :name, :role, :hash, :at)")
                    .param("signIn", wanted).param("name", name.strip()).param("role", role.name()).param("hash", encoder.encode(password))
                    .param("at", Timestamp.from(clock.instant())).update();
        } catch (DuplicateKeyException e) {
            throw new RefusedException(Reason.CONFLICT, "The sign-in " + wanted + " is taken. Please choose another one.");
        }
        trail.record(action.with("signIn", wanted).with("role", role.name()));
        return password;
    }

    @Transactional
    public void setEnabled(long id, boolean enabled, Person by) {
        if (id == by.id() && !enabled) throw new RefusedException(Reason.INVALID, "You cannot disable yourself: ask another administrator.");
        Person person = get(id);
        sql.sql("update person set enabled = :enabled where id = :id").param("enabled", enabled).param("id", id).update();
        trail.record(Action.by(by.name(), by.id(), enabled ? "person enabled" : "person disabled").with("signIn", person.signIn()));
    }

    /// @return the new password: shown once
    @Transactional
    public String resetPassword(long id, Person by) {
        Person person = get(id);
        String password = newPassword();
        sql.sql("update person set password_hash = :hash where id = :id").param("hash", encoder.encode(password)).param("id", id).update();
        trail.record(Action.by(by.name(), by.id(), "password reset").with("signIn", person.signIn()));
        return password;
    }

    @Transactional
    public void changeOwnPassword(Person person, String old, String wanted) {
        if (!passwordMatches(person, old)) throw new RefusedException(Reason.INVALID, "The present password is not right; nothing was changed.");
        if (wanted.length() < 12 || wanted.length() > 72) throw new RefusedException(Reason.INVALID, "A password has 12 to 72 characters; nothing was changed.");
        sql.sql("update person set password_hash = :hash where id = :id").param("hash", encoder.encode(wanted)).param("id", person.id()).update();
        trail.record(Action.by(person.name(), person.id(), "own password changed"));
    }

    private Person get(long id) {
        return find(id).orElseThrow(() -> new RefusedException(Reason.NOT_FOUND, "There is no person " + id + "."));
    }

    private String newPassword() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < PASSWORD_LENGTH_CHARS; i++) password.append(PASSWORD_LETTERS.charAt(random.nextInt(PASSWORD_LETTERS.length())));
        return password.toString();
    }

    private Person person(ResultSet row, int number) throws SQLException {
        return new Person(row.getLong("id"), row.getString("sign_in"), row.getString("name"), Role.valueOf(row.getString("role")), row.getBoolean("enabled"));
    }
}
