package casewright;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import casewright.access.People;
import casewright.access.Person;
import casewright.assets.Assets;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// A short letter from upload to approved export with the real Qwen and a real browser. Skipped where the launcher has not fetched the model.
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"casewright.samples=false", "casewright.data=${java.io.tmpdir}/casewright-test-${random.uuid}"})
@Import({TestDatabase.class, RealModelTest.Setup.class})
class RealModelTest {

    private static final int LONGEST_DRAFTING_MILLIS = 480_000;
    private static final String LETTER = """
            Mrs. A.B., a 54-year-old woman, received metoprolol 50 mg twice daily for hypertension.
            Two weeks after metoprolol was started she developed a severe rash, which was attributed to metoprolol.
            After metoprolol was stopped the rash disappeared within five days.
            Dr. Ines Calloway, physician, Galway
            """;

    @TestConfiguration(proxyBeanMethods = false)
    static class Setup {

        @Bean
        TestPeople testPeople(People people) {
            return new TestPeople(people);
        }
    }

    @DynamicPropertySource
    static void assets(DynamicPropertyRegistry registry) {
        Assets.ofThisMachine().drugNames().ifPresent(path -> registry.add("casewright.assets.drug-names", path::toString));
    }

    @LocalServerPort
    private int port;
    @Autowired
    private TestPeople people;

    @Test
    void aShortLetterBecomesAnApprovedExport() throws Exception {
        Assets assets = Assets.ofThisMachine();
        Assumptions.assumeTrue(assets.model().isPresent() && assets.server().isPresent(), "The model is not here: ./casewright test fetches it");
        try (TestBrowser browser = TestBrowser.start()) {
            Page officer = signIn(browser, people.officer());
            officer.navigate(url("/upload"));
            officer.locator("#files").setInputFiles(new FilePayload("letter.txt", "text/plain", LETTER.getBytes(StandardCharsets.UTF_8)));
            officer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Upload")).click();
            officer.locator("#results a").click();
            assertThat(officer.locator("#case-head .status").first()).hasText("waiting for review", new LocatorAssertions.HasTextOptions().setTimeout(LONGEST_DRAFTING_MILLIS));
            String address = officer.url();

            Page reviewer = signIn(browser, people.reviewer());
            reviewer.navigate(address);
            reviewer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Take")).click();
            assertThat(reviewer.locator("#case-head")).containsText("You have it");
            // the page is loaded anew: before its script runs, a click is lost
            reviewer.waitForLoadState();
            reviewer.locator(".row.stated").first().click();
            assertThat(reviewer.locator(".piece.lit").first()).isVisible();
            TestBrowser.shoot(reviewer, "20-real-fields");
            reviewer.locator("#f-reporter-name .edit").dispatchEvent("click");
            reviewer.locator(".edit-form input[name=value]").fill("Dr. Ines Calloway");
            reviewer.locator(".edit-form input[name=reason]").fill("As signed under the letter");
            reviewer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save")).click();
            assertThat(reviewer.locator("#f-reporter-name .taken")).isVisible();
            reviewer.locator("#panel > .tabs").getByText("Narrative").click();
            assertThat(reviewer.locator(".row.sentence").first()).isVisible();
            TestBrowser.shoot(reviewer, "21-real-narrative");
            reviewer.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign…")).click();
            reviewer.locator("input[name=password]").fill(people.password(people.reviewer()));
            reviewer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign").setExact(true)).click();

            Page second = signIn(browser, people.secondReviewer());
            second.navigate(address);
            second.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Approve…")).click();
            second.locator("input[name=password]").fill(people.password(people.secondReviewer()));
            second.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Approve")).click();
            assertThat(second.locator("#case-head .status").first()).hasText("approved");
            second.locator(".menu summary").click();
            Download file = second.waitForDownload(() -> second.getByText("CIOMS I (PDF)", new Page.GetByTextOptions().setExact(true)).click());
            assertThat(new String(Files.readAllBytes(file.path()), 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
            assertThat(file.suggestedFilename()).contains("cioms").doesNotContain("draft");
        }
    }

    private Page signIn(TestBrowser browser, Person person) {
        return browser.signIn(url("/"), person.signIn(), people.password(person));
    }

    private String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
