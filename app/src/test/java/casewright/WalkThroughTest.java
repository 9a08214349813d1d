package casewright;

import static org.assertj.core.api.Assertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import casewright.access.Person;
import casewright.extraction.TextExtractor;
import casewright.llm.ModelCall;
import casewright.llm.ModelCalls;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The whole line in a real browser: one uploads, another corrects and signs, a third approves, an auditor looks. Screenshots go to target/screenshots.
@ServiceTest
class WalkThroughTest {

    /// A report form is read without asking the model.
    private static final String FORM = """
            Patient initials: C.D.
            Patient age: 54 years
            Sex: Female
            Suspect drug: Metoprolol
            Dose: 50 mg twice daily
            Route: Unknown
            Adverse event description: She developed a severe rash.
            Outcome: Recovered
            Reporter: Ines Calloway
            Country: IE
            """;

    private static @Nullable TestBrowser browser;

    @LocalServerPort
    private int port;
    @Autowired
    private TestPeople people;
    @Autowired
    private TestCases testCases;
    @Autowired
    private TextExtractor extractor;
    @Autowired
    private ModelCalls modelCalls;

    @BeforeAll
    static void startBrowser() {
        browser = TestBrowser.start();
    }

    @AfterAll
    static void endBrowser() {
        if (browser != null) browser.close();
    }

    @Test
    void aLetterBecomesAnApprovedReport() {
        Page officer = signIn(people.officer());
        TestBrowser.shoot(officer, "01-empty-work-list");
        officer.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Upload").setExact(true)).click();
        officer.locator("#files").setInputFiles(new FilePayload[] {new FilePayload("form.txt", "text/plain", FORM.getBytes(StandardCharsets.UTF_8)),
                new FilePayload("invoice.txt", "text/plain", "Invoice for ten chairs and one table. Please pay within two weeks.".getBytes(StandardCharsets.UTF_8)),
                new FilePayload("empty.pdf", "application/pdf", new byte[0])});
        officer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Upload")).click();
        assertThat(officer.locator("#results .message")).hasCount(3);
        assertThat(officer.locator("#results .message.bad")).containsText("The file is empty");
        Locator form = officer.locator("#results .message").filter(new Locator.FilterOptions().setHasText("form.txt"));
        assertThat(form.locator(".status")).hasText("waiting for review", patient());
        assertThat(officer.locator("#results .message").filter(new Locator.FilterOptions().setHasText("invoice.txt"))).containsText("No medicine is named", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
        TestBrowser.shoot(officer, "02-upload");
        form.locator("a").click();
        assertThat(officer.locator("#case-head .status").first()).hasText("waiting for review", patient());
        TestBrowser.shoot(officer, "03-workbench-officer");
        assertThat(officer.locator("#f-suspectDrugs-0-route .not-stated")).hasText("not stated: the source says that it is not known (UNK)");
        officer.locator("#f-suspectDrugs-0-route").click();
        assertThat(officer.locator(".piece.lit").first()).containsText("Route");
        TestBrowser.shoot(officer, "03-not-known");
        officer.navigate(url("/"));
        TestBrowser.shoot(officer, "04-work-list");

        String number = testCases.drafted(people.officer()).number();
        Page reviewer = signIn(people.reviewer());
        reviewer.locator("tr[data-row]").filter(new Locator.FilterOptions().setHasText(number)).locator("a").click();
        reviewer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Take")).click();
        assertThat(reviewer.locator("#case-head")).containsText("You have it");
        reviewer.locator("#f-patient-age").click();
        assertThat(reviewer.locator(".piece.lit").first()).isVisible();
        TestBrowser.shoot(reviewer, "05-workbench-lit");
        List<String> opened = new ArrayList<>();
        reviewer.onRequest(request -> {
            if (request.url().contains("/edit?")) opened.add(request.url());
        });
        reviewer.keyboard().press("e");
        reviewer.locator(".edit-form input[name=value]").fill("25 parsecs");
        reviewer.locator(".edit-form input[name=reason]").fill("Checked with the pharmacy");
        TestBrowser.shoot(reviewer, "06-edit");
        reviewer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save")).click();
        assertThat(reviewer.locator(".edit-form .message.bad")).containsText("The age is a number and a unit");
        assertThat(reviewer.locator(".edit-form input[name=value]")).hasValue("25 parsecs");
        TestBrowser.shoot(reviewer, "07-refused");
        reviewer.locator(".edit-form input[name=value]").fill("25 years");
        reviewer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save")).click();
        assertThat(reviewer.locator("#f-patient-age .taken")).containsText("Rita Reviewer");
        assertThat(reviewer.locator("#case-head")).containsText("revision 2 by Rita Reviewer");
        assertThat(reviewer.locator(".edit-form")).hasCount(0);
        assertThat(opened).as("a form that was saved is not opened again").hasSize(1);
        for (String tab : List.of("Narrative", "Assessments", "Evidence", "Trail", "Reading")) {
            reviewer.locator("#panel > .tabs").getByText(tab).click();
            assertThat(reviewer.locator("#panel > .tabs a[aria-current]")).containsText(tab);
            TestBrowser.shoot(reviewer, "08-tab-" + tab.toLowerCase(java.util.Locale.ROOT));
        }
        reviewer.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign…")).click();
        reviewer.locator("input[name=password]").fill(people.password(people.reviewer()));
        TestBrowser.shoot(reviewer, "09-sign");
        reviewer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign").setExact(true)).click();
        assertThat(reviewer.locator("#case-head .status").first()).hasText("signed");
        assertThat(reviewer.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Approve…"))).hasCount(0);
        String address = reviewer.url();

        Page second = signIn(people.secondReviewer());
        second.navigate(address);
        second.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Approve…")).click();
        second.locator("input[name=password]").fill(people.password(people.secondReviewer()));
        assertThat(second.locator("form .message.warn")).containsText("to check");
        TestBrowser.shoot(second, "10-approve");
        second.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Approve")).click();
        assertThat(second.locator("#case-head .status").first()).hasText("approved");
        TestBrowser.shoot(second, "11-approved");
        second.locator(".menu summary").click();
        Download file = second.waitForDownload(() -> second.getByText("CIOMS I (PDF)", new Page.GetByTextOptions().setExact(true)).click());
        assertThat(file.suggestedFilename()).contains("cioms").doesNotContain("draft");

        Page auditor = signIn(people.auditor());
        auditor.navigate(url("/trail"));
        auditor.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Verify the chain")).click();
        assertThat(auditor.locator(".message.good")).containsText("The trail is unbroken");
        TestBrowser.shoot(auditor, "12-trail");
        assertThat(browser().complaints()).isEmpty();
    }

    @Test
    void aPdfIsPaintedAndItsCitedWordsLightUp() throws IOException {
        byte[] pdf = Files.readAllBytes(Path.of("../samples/003-literature-article/source.pdf"));
        long id = testCases.draftedFromPdf(people.otherOfficer(), pdf, extractor, "37-year-old", "aseptic meningitis").id();
        Page officer = signIn(people.otherOfficer());
        officer.navigate(url("/cases/" + id));
        officer.locator(".row.stated").first().click();
        assertThat(officer.locator(".pdf-page .box.lit").first()).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(20_000));
        TestBrowser.shoot(officer, "13-pdf");
        officer.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("as text")).click();
        assertThat(officer.locator(".piece.cited").first()).isVisible();
        assertThat(browser().complaints()).isEmpty();
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
    void theKeyboardLeadsThroughWhatHasToBeChecked() {
        long id = testCases.drafted(people.officer()).id();
        Page officer = signIn(people.officer());
        officer.navigate(url("/cases/" + id));

        officer.keyboard().press("n");
        assertThat(officer.locator(".row.current")).hasId("f-suspectDrugs-0-indication");
        assertThat(officer.locator(".row.current .basis")).containsText("page 1");
        officer.keyboard().press("s");
        officer.keyboard().press("s");
        assertThat(officer.locator(".piece.lit")).hasText("rash");
        officer.locator("#f-patient-age").click();
        officer.keyboard().press("e");
        officer.locator(".edit-form input[name=value]").fill("57 years");
        officer.getByText("Misread by the service").click();
        officer.keyboard().press("Control+s");
        assertThat(officer.locator("#f-patient-age .stated")).hasText("57 years");
        assertThat(officer.locator(".row.current")).hasId("f-patient-age");
        officer.keyboard().press("e");
        officer.locator("[data-fill]").click();
        officer.getByText("Confirmed against the source").click();
        officer.keyboard().press("Control+Enter");
        assertThat(officer.locator("#f-patient-age .stated")).hasText("54 years");
        assertThat(officer.locator("#f-patient-age .basis")).containsText("54 year old");
        TestBrowser.shoot(officer, "16-keyboard");
    }

    @Test
    void contradictionsAndRefusedSentencesAreOnTheTabs() {
        long id = testCases.draftedWithRefusedSentence(people.officer()).id();
        Page auditor = signIn(people.auditor());
        auditor.navigate(url("/cases/" + id + "?tab=narrative"));

        assertThat(auditor.locator(".refused")).containsText("the number 40 is not in its citations");
        assertThat(auditor.locator(".refused q")).hasText("The rash healed after 40 days.");
        assertThat(auditor.locator("#panel > .tabs a[data-tab=narrative] .count")).hasText("1");
        auditor.keyboard().press("3");
        assertThat(auditor.locator(".row.finding").first()).containsText("The source says \"epilepsy\" / \"rash\".");
        TestBrowser.shoot(auditor, "17-contradiction");
    }

    @Test
    void aMismatchLeadsToItsFieldAndAnEmptyFieldTakesAReason() {
        long id = testCases.draftedWithMismatches(people.officer()).id();
        Page officer = signIn(people.officer());
        officer.navigate(url("/cases/" + id + "?tab=assessments"));
        TestBrowser.shoot(officer, "17-mismatches");

        officer.locator(".row.finding").filter(new Locator.FilterOptions().setHasText("25 mg daily")).locator("a.where").click();
        assertThat(officer.locator(".row.current")).hasId("f-suspectDrugs-0-dose");
        assertThat(officer.locator(".piece.lit").first()).isVisible();
        officer.locator("#f-suspectDrugs-0-route").click();
        officer.keyboard().press("e");
        officer.locator(".edit-form select[name=nullFlavor]").selectOption("ASKU");
        officer.getByText("Told by the reporter on the telephone").click();
        TestBrowser.shoot(officer, "17-reason");
        officer.getByText("The source does not say it", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(officer.locator("#f-suspectDrugs-0-route .not-stated")).hasText("not stated: it was asked and could not be said (ASKU)");
        TestBrowser.shoot(officer, "17-reason-given");
    }

    @Test
    void everyQuestionToTheModelIsReachableInThePagesOfTheTrail() {
        long id = testCases.drafted(people.officer()).id();
        modelCalls.keep(id, IntStream.rangeClosed(1, 260).mapToObj(n -> new ModelCall(Instant.EPOCH, "sentence", "qwen", "", "temperature 0", "prompt " + n, "answer " + n, 10, 1, 5)).toList());
        Page auditor = signIn(people.auditor());
        auditor.navigate(url("/cases/" + id + "?tab=trail"));

        assertThat(auditor.locator("#calls h2 .count")).hasText("260");
        for (int page = 1; page <= 10; page++) {
            auditor.locator("#calls nav button").getByText("Later").click();
            assertThat(auditor.locator("#calls nav")).containsText(page * 25 + 1 + " to");
        }
        auditor.locator("#calls summary").last().click();
        assertThat(auditor.locator("#calls details[open] pre").first()).hasText("prompt 260");
        assertThat(auditor.locator("#calls nav button").getByText("Later")).isDisabled();
        TestBrowser.shoot(auditor, "18-model-calls");
    }

    @Test
    void anAddressThatIsNobodysIsAnsweredWithAPage() {
        Page officer = signIn(people.otherOfficer());

        officer.navigate(url("/trail"));

        assertThat(officer.locator("h1")).hasText("Not allowed");
        officer.navigate(url("/nothing-here"));
        assertThat(officer.locator("h1")).hasText("Not found");
        assertThat(officer.locator("main")).containsText("There is nothing at this address.");
        officer.navigate(url("/cases/abc"));
        assertThat(officer.locator("main")).containsText("There is no such case.");
        TestBrowser.shoot(officer, "19-not-found");
        // The browser complains of the answer's status, as it should; the other tests want to hear of no other.
        assertThat(browser().complaints().removeIf(complaint -> complaint.contains("403") || complaint.contains("404"))).isTrue();
    }

    @Test
    void theAdministratorAddsAPerson() {
        Page administrator = signIn(people.administrator());
        administrator.locator("input[name=name]").fill("Nora New");
        administrator.locator("input[name=signIn]").fill("nora");
        administrator.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Add and show")).click();
        assertThat(administrator.locator(".secret")).isVisible();
        TestBrowser.shoot(administrator, "14-people");
        administrator.navigate(url("/admin/company"));
        TestBrowser.shoot(administrator, "15-company");
        administrator.navigate(url("/admin/model"));
        assertThat(administrator.locator("h1")).hasText("Model");
    }

    private static TestBrowser browser() {
        return Objects.requireNonNull(browser);
    }

    private Page signIn(Person person) {
        return browser().signIn(url("/"), person.signIn(), people.password(person));
    }

    private static LocatorAssertions.HasTextOptions patient() {
        return new LocatorAssertions.HasTextOptions().setTimeout(45_000);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
