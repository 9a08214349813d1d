package casewright;

import static org.assertj.core.api.Assertions.assertThat;

import casewright.access.People;
import casewright.access.Person;
import casewright.access.Role;
import casewright.audit.Action;
import casewright.audit.AuditTrail;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/// Somebody who tries passwords.
@ServiceTest
@TestPropertySource(properties = "casewright.sign-in.most-failures=3")
class SignInTest {

    @LocalServerPort
    private int port;
    @Autowired
    private People people;
    @Autowired
    private TestPeople testPeople;
    @Autowired
    private AuditTrail trail;

    private List<String> heldBack(String signIn) {
        return trail.ofActions(List.of("sign-ins held back"), Long.MAX_VALUE, 100).stream().filter(entry -> signIn.equals(entry.details().get("signIn"))).map(entry -> entry.reason()).toList();
    }

    @Test
    void afterSoManyWrongPasswordsAlsoTheRightOneWaits() {
        String password = people.add("guessed", "Gisela Guessed", Role.AUDITOR, Action.byService("person added"));
        assertThat(new Visitor(port, "guessed", password).signIn().body()).contains("Sign out");

        for (int i = 0; i < 2; i++) assertThat(new Visitor(port, "Guessed", "wrong").signIn().address()).isEqualTo("/sign-in?failed");
        assertThat(new Visitor(port, "guessed", "wrong").getByApi("/api/cases").status()).isEqualTo(401);
        Visitor.Answer page = new Visitor(port, "guessed", password).signIn();
        Visitor.Answer api = new Visitor(port, "guessed", password).getByApi("/api/cases");
        new Visitor(port, "guessed", "wrong").signIn();

        assertThat(page.address()).isEqualTo("/sign-in?waiting");
        assertThat(page.body()).contains("too many tries with a wrong password").contains("wait up to 15 minutes").doesNotContain("Sign out");
        assertThat(api.status()).isEqualTo(429);
        assertThat(api.type()).startsWith("application/problem+json");
        assertThat(api.body()).contains("too many tries with a wrong password");
        assertThat(heldBack("guessed")).as("told once").containsExactly("3 wrong passwords in 15 minutes");
        assertThat(new Visitor(port, testPeople.officer().signIn(), testPeople.password(testPeople.officer())).signIn().body()).as("nobody else waits").contains("Sign out");
    }

    @Test
    void aNameThatNobodyBearsIsHeldBackLikeAnyOther() {
        for (int i = 0; i < 3; i++) assertThat(new Visitor(port, "nobody-here", "wrong").signIn().address()).isEqualTo("/sign-in?failed");

        assertThat(new Visitor(port, "nobody-here", "wrong").signIn().address()).isEqualTo("/sign-in?waiting");
        assertThat(heldBack("nobody-here")).hasSize(1);
    }

    @Test
    void anAdministratorsNewPasswordEndsTheWait() {
        people.add("forgetful", "Felix Forgetful", Role.REVIEWER, Action.byService("person added"));
        Person forgetful = people.all().stream().filter(person -> person.signIn().equals("forgetful")).findFirst().orElseThrow();
        for (int i = 0; i < 3; i++) new Visitor(port, "forgetful", "wrong").signIn();
        Visitor administrator = new Visitor(port, testPeople.administrator().signIn(), testPeople.password(testPeople.administrator()));
        administrator.signIn();

        String page = administrator.post("/admin/people/" + forgetful.id() + "/password").body();
        String password = page.replaceAll("(?s).*<code[^>]*>([A-Za-z0-9]{14})</code>.*", "$1");

        assertThat(password).hasSize(14);
        assertThat(new Visitor(port, "forgetful", password).signIn().body()).contains("Sign out");
    }
}
