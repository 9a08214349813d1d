package casewright;

import static org.assertj.core.api.Assertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import casewright.access.Person;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The whole line in a real browser: one uploads, another corrects and signs, a third approves, an auditor looks. Screenshots go to target/screenshots.
@ServiceTest
class WalkThroughTest {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static Playwright playwright;
    private static Browser browser;

    @LocalServerPort
    private int port;
    @Autowired
    private TestPeople people;
    @Autowired
    private TestCases testCases;

    private final List<String> consoleErrors = new ArrayList<>();

    @BeforeAll
    static void startBrowser() throws Exception {
        Path chromium = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome").map(Path::of).filter(Files::isExecutable).findFirst().orElse(null);
        Assumptions.assumeTrue(chromium != null, "There is no Chromium on this machine: apt-get install chromium");
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(chromium).setChromiumSandbox(false).setArgs(List.of("--disable-gpu", "--disable-quic",
                "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync")));
        Files.createDirectories(SCREENSHOTS);
    }

    @AfterAll
    static void endBrowser() {
        if (playwright != null) playwright.close();
    }

    @Test
    void aLetterBecomesAnApprovedReport() {
        Page officer = signIn(people.officer());
        shoot(officer, "01-empty-work-list");
        officer.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Upload").setExact(true)).click();
        officer.locator("#files").setInputFiles(new Path[] {Path.of("../samples/002-email-report/source.txt"), Path.of("../samples/003-literature-article/source.pdf"),
                Path.of("../samples/005-no-reaction/source.txt")});
        officer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Upload")).click();
        assertThat(officer.locator("#results .message")).hasCount(3);
        shoot(officer, "02-upload");
        officer.locator("#results .message").filter(new Locator.FilterOptions().setHasText("source.pdf")).locator("a").click();
        assertThat(officer.locator("#case-head .status").first()).hasText("waiting for review", patient());
        shoot(officer, "03-workbench-officer");
        officer.navigate(url("/"));
        shoot(officer, "04-work-list");

        String number = testCases.drafted(people.officer()).number();
        Page reviewer = signIn(people.reviewer());
        reviewer.locator("tr[data-row]").filter(new Locator.FilterOptions().setHasText(number)).locator("a").click();
        reviewer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Take")).click();
        reviewer.locator("#f-patient-age").click();
        assertThat(reviewer.locator(".piece.lit").first()).isVisible();
        shoot(reviewer, "05-workbench-lit");
        reviewer.keyboard().press("e");
        reviewer.locator(".edit-form input[name=value]").fill("25 parsecs");
        reviewer.locator(".edit-form input[name=reason]").fill("Checked with the pharmacy");
        shoot(reviewer, "06-edit");
        reviewer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save")).click();
        assertThat(reviewer.locator(".edit-form .message.bad")).containsText("The age is a number and a unit");
        assertThat(reviewer.locator(".edit-form input[name=value]")).hasValue("25 parsecs");
        shoot(reviewer, "07-refused");
        reviewer.locator(".edit-form input[name=value]").fill("25 years");
        reviewer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save")).click();
        assertThat(reviewer.locator("#f-patient-age .taken")).containsText("Rita Reviewer");
        assertThat(reviewer.locator("#case-head")).containsText("revision 2 by Rita Reviewer");
        for (String tab : List.of("Narrative", "Assessments", "Evidence", "Trail", "Reading")) {
            reviewer.locator("#panel > .tabs").getByText(tab).click();
            assertThat(reviewer.locator("#panel > .tabs a[aria-current]")).hasText(tab);
            shoot(reviewer, "08-tab-" + tab.toLowerCase(java.util.Locale.ROOT));
        }
        reviewer.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign…")).click();
        reviewer.locator("input[name=password]").fill(people.password(people.reviewer()));
        shoot(reviewer, "09-sign");
        reviewer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign").setExact(true)).click();
        assertThat(reviewer.locator("#case-head .status").first()).hasText("signed");
        String address = reviewer.url();

        Page second = signIn(people.secondReviewer());
        second.navigate(address);
        second.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Approve…")).click();
        second.locator("input[name=password]").fill(people.password(people.secondReviewer()));
        shoot(second, "10-approve");
        second.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Approve")).click();
        assertThat(second.locator("#case-head .status").first()).hasText("approved");
        shoot(second, "11-approved");

        Page auditor = signIn(people.auditor());
        auditor.navigate(url("/trail"));
        auditor.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Verify the chain")).click();
        assertThat(auditor.locator(".message.good")).containsText("The trail is unbroken");
        shoot(auditor, "12-trail");
        assertThat(consoleErrors).isEmpty();
    }

    @Test
    void aPdfIsPaintedAndItsCitedWordsLightUp() {
        Page officer = signIn(people.otherOfficer());
        officer.navigate(url("/upload"));
        officer.locator("#files").setInputFiles(Path.of("../samples/003-literature-article/source.pdf"));
        officer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Upload")).click();
        officer.locator("#results a").first().click();
        assertThat(officer.locator("#case-head .status").first()).hasText("waiting for review", patient());
        officer.locator(".row.stated").first().click();
        assertThat(officer.locator(".pdf-page .box.lit").first()).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(20_000));
        shoot(officer, "13-pdf");
        officer.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("as text")).click();
        assertThat(officer.locator(".piece.cited").first()).isVisible();
        assertThat(consoleErrors).isEmpty();
    }

    @Test
    void whatWasTypedComesBack() {
        long id = testCases.drafted(people.officer()).id();
        Page officer = signIn(people.officer());
        officer.navigate(url("/cases/" + id));
        officer.locator("#f-suspectDrugs-0-dose .edit").dispatchEvent("click");
        officer.locator(".edit-form input[name=value]").fill("50 mg daily");
        officer.onDialog(dialog -> dialog.accept());
        officer.navigate(url("/cases/" + id));

        assertThat(officer.locator(".edit-form input[name=value]")).hasValue("50 mg daily");
        assertThat(officer.locator(".edit-form .restored")).isVisible();
    }

    @Test
    void theAdministratorAddsAPerson() {
        Page administrator = signIn(people.administrator());
        administrator.locator("input[name=name]").fill("Nora New");
        administrator.locator("input[name=signIn]").fill("nora");
        administrator.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add and show")).click();
        assertThat(administrator.locator(".secret")).isVisible();
        shoot(administrator, "14-people");
        administrator.navigate(url("/admin/company"));
        shoot(administrator, "15-company");
        administrator.navigate(url("/admin/model"));
        assertThat(administrator.locator("h1")).hasText("Model");
    }

    private Page signIn(Person person) {
        people.password(person);
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(1280, 800));
        Page page = context.newPage();
        page.onConsoleMessage(message -> {
            // A refused correction answers 422 on purpose.
            if (message.type().equals("error") && !message.text().contains("422")) consoleErrors.add(message.text());
        });
        page.navigate(url("/"));
        shoot(page, "00-sign-in");
        page.locator("input[name=username]").fill(person.signIn());
        page.locator("input[name=password]").fill(people.password(person));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in")).click();
        assertThat(page.locator(".who")).containsText(person.name());
        return page;
    }

    private static LocatorAssertions.HasTextOptions patient() {
        return new LocatorAssertions.HasTextOptions().setTimeout(45_000);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    private static void shoot(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")).setCaret(com.microsoft.playwright.options.ScreenshotCaret.INITIAL));
    }
}
