package casewright;

import casewright.access.People;
import casewright.access.Person;
import casewright.access.Role;
import casewright.audit.Action;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// People of a test, made when first asked for; each with the password that the service made up.
public final class TestPeople {

    private final People people;
    private final Map<String, String> passwords = new HashMap<>();

    TestPeople(People people) {
        this.people = people;
    }

    public Person officer() {
        return person("olga", "Olga Officer", Role.OFFICER);
    }

    public Person otherOfficer() {
        return person("otto", "Otto Officer", Role.OFFICER);
    }

    public Person reviewer() {
        return person("rita", "Rita Reviewer", Role.REVIEWER);
    }

    public Person secondReviewer() {
        return person("rolf", "Rolf Reviewer", Role.REVIEWER);
    }

    public Person auditor() {
        return person("anna", "Anna Auditor", Role.AUDITOR);
    }

    public Person administrator() {
        return person("adam", "Adam Administrator", Role.ADMINISTRATOR);
    }

    public Person of(Role role) {
        return switch (role) {
            case OFFICER -> officer();
            case REVIEWER -> reviewer();
            case AUDITOR -> auditor();
            case ADMINISTRATOR -> administrator();
        };
    }

    public String password(Person person) {
        return Objects.requireNonNull(passwords.get(person.signIn()));
    }

    private synchronized Person person(String signIn, String name, Role role) {
        if (!passwords.containsKey(signIn)) passwords.put(signIn, people.add(signIn, name, role, Action.byService("person added")));
        return people.all().stream().filter(person -> person.signIn().equals(signIn)).findFirst().orElseThrow();
    }
}
