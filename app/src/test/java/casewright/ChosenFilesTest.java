package casewright;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// In a real browser: what was chosen by mistake is taken out again before anything is sent.
@ServiceTest
class ChosenFilesTest {

    private static @Nullable TestBrowser browser;

    @LocalServerPort
    private int port;
    @Autowired
    private TestPeople people;

    @BeforeAll
    static void startBrowser() {
        browser = TestBrowser.start();
    }

    @AfterAll
    static void endBrowser() {
        if (browser != null) browser.close();
    }

    private static FilePayload file(String name) {
        return new FilePayload(name, "text/plain", ("A note of " + name).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void oneOfTheChosenFilesIsTakenOutAndTheOthersAreSent() {
        String address = "http://127.0.0.1:" + port + "/upload";
        Page officer = Objects.requireNonNull(browser).signIn(address, people.officer().signIn(), people.password(people.officer()));
        officer.navigate(address);
        officer.locator("#files").setInputFiles(new FilePayload[] {file("first.txt"), file("mistaken.txt"), file("third.txt")});

        TestBrowser.shoot(officer, "26-chosen-files");
        officer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Take out mistaken.txt")).click();

        assertThat(officer.locator("#chosen li span")).hasText(new String[] {"first.txt", "third.txt"});
        officer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Upload")).click();
        assertThat(officer.locator("#results .message")).hasCount(2);
        assertThat(officer.locator("#results")).not().containsText("mistaken.txt");
        assertThat(officer.locator("#chosen li")).hasCount(0);
        assertThat(browser.complaints()).isEmpty();
    }
}
