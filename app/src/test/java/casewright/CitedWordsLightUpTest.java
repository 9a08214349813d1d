package casewright;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import casewright.access.Person;
import casewright.extraction.DrawnPdf;
import casewright.extraction.Scan;
import casewright.extraction.TextExtractor;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// In a real browser: what a field rests on lights up where it stands, whatever the document came as.
@ServiceTest
class CitedWordsLightUpTest {

    private static final LocatorAssertions.HasTextOptions READ = new LocatorAssertions.HasTextOptions().setTimeout(60_000);
    private static final LocatorAssertions.IsVisibleOptions PAINTED = new LocatorAssertions.IsVisibleOptions().setTimeout(20_000);

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
    private JdbcClient jdbc;

    @BeforeAll
    static void startBrowser() {
        browser = TestBrowser.start();
    }

    @AfterAll
    static void endBrowser() {
        if (browser != null) browser.close();
    }

    /// A report form is read without asking the model; the line of the age stands 60 points right of the left and 124 below the upper edge.
    private static DrawnPdf form(String initials) throws IOException {
        String[][] lines = {{"Patient initials:", initials}, {"Patient age:", "54 years"}, {"Sex:", "Female"}, {"Suspect drug:", "Metoprolol"}, {"Dose:", "50 pg twice daily"},
                {"Adverse event description:", "She developed a severe rash."}, {"Outcome:", "Recovered"}, {"Reporter:", "Ines Calloway"}, {"Country:", "IE"}};
        DrawnPdf pdf = new DrawnPdf();
        for (int i = 0; i < lines.length; i++) pdf.text(60, 100 + 24 * i, lines[i][0] + " " + lines[i][1]);
        return pdf;
    }

    @Test
    void ofAScan() throws IOException {
        byte[] scan = Scan.file("png", Scan.of(form("S.C.").bytes(), 300));
        Page officer = uploaded("scan.png", "image/png", scan);

        officer.locator("#f-patient-age").click();

        assertThat(officer.locator(".pdf-page .box.lit").first()).isVisible(PAINTED);
        assertThat(officer.locator(".message.warn").first()).containsText("read by text recognition");
        isLit(officer, 60, 160, 120);
        assertThat(officer.locator(".pdf-page img").evaluate("image => image.decode().then(() => image.naturalWidth)")).as("the scan itself is shown").isEqualTo(2480);
        assertThat(officer.locator(".marks summary")).containsText("1 unit that is easily misread");
        assertThat(officer.locator(".pdf-page .box.unit")).hasCount(1);
        officer.locator(".marks summary").click();
        officer.locator(".marks .quote").first().click();
        assertThat(officer.locator(".pdf-page .box.lit")).hasCount(1);
        TestBrowser.shoot(officer, "20-scan");
        officer.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("as text")).click();
        assertThat(officer.locator(".piece.noted.unit")).hasText("pg");
        TestBrowser.shoot(officer, "21-scan-as-text");
        assertThat(browser().complaints()).isEmpty();
    }

    @Test
    void whatOnlyTheFilesPropertiesSayStandsAboveTheDocument() throws IOException {
        Page officer = uploaded("article.pdf", "application/pdf", form("P.P.").titled("Rash after metoprolol in a patient of middle age").bytes());

        assertThat(officer.locator("#document .message.plain")).hasText("Only the file's own properties say, not its text, and they may be wrong: title \u201cRash after metoprolol in a patient of middle age\u201d.");
        assertThat(officer.locator(".pdf-page .box").first()).isVisible(PAINTED);
        TestBrowser.shoot(officer, "22-properties");
    }

    @Test
    void ofAnAttachmentOfAnEmail() throws IOException {
        Page officer = uploaded("report.eml", "message/rfc822", TestMail.of("The report is attached.", "report.pdf", form("E.M.").bytes()));

        officer.locator("#f-patient-age").click();

        assertThat(officer.locator(".pane-head [aria-current]")).hasText("report.pdf");
        assertThat(officer.locator(".pdf-page .box.lit").first()).isVisible(PAINTED);
        isLit(officer, 60, 160, 120);
        assertThat(browser().complaints()).isEmpty();
    }

    @Test
    void ofAPdfWithAPassword() throws IOException {
        Page officer = uploaded("locked.pdf", "application/pdf", form("P.W.").locked("let me in"), "needs attention");
        officer.locator(".document input[name=password]").fill("guessed");
        officer.getByText("Open and read").click();
        assertThat(officer.locator(".document .message.bad")).containsText("This password does not open the PDF");
        officer.locator(".document input[name=password]").fill("let me in");
        officer.getByText("Open and read").click();
        assertThat(officer.locator("#case-head .status").first()).hasText("waiting for review", READ);
        officer.locator("#pdf input[type=password]").fill("let me in");
        officer.getByText("Show", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(officer.locator(".pdf-page canvas").first()).isVisible(PAINTED);

        officer.locator("#f-patient-age").click();

        assertThat(officer.locator(".pdf-page .box.lit").first()).isVisible(PAINTED);
        isLit(officer, 60, 160, 120);
        assertThat(jdbc.sql("select count(*) from audit_entry where details like '%let me in%'").query(Long.class).single()).as("the password is nowhere").isZero();
        assertThat(browser().complaints()).isEmpty();
    }

    @Test
    void ofALockedAttachment() throws IOException {
        Page officer = uploaded("locked.eml", "message/rfc822", TestMail.of("The report is attached.", "report.pdf", form("L.A.").locked("open sesame")), "needs attention");
        assertThat(officer.locator(".pane-head [aria-current]")).hasText("report.pdf");
        assertThat(officer.locator("#case-head .message.bad")).containsText("An attachment opens only with a password");
        TestBrowser.shoot(officer, "23-locked-attachment");
        officer.locator(".document input[name=password]").fill("open sesame");
        officer.getByText("Open and read").click();
        assertThat(officer.locator("#case-head .status").first()).hasText("waiting for review", READ);

        officer.locator("#f-patient-age").click();

        officer.locator("#pdf input[type=password]").fill("open sesame");
        officer.getByText("Show", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(officer.locator(".pdf-page .box.lit").first()).isVisible(PAINTED);
        isLit(officer, 60, 160, 120);
        assertThat(browser().complaints()).isEmpty();
    }

    @Test
    void aLockedAttachmentCanBeLeftOut() throws IOException {
        String[] lines = {"Patient initials: L.O.", "Patient age: 54 years", "Suspect drug: Metoprolol", "Adverse event description: She developed a severe rash.", "Reporter: Ines Calloway", "Country: IE"};
        Page officer = uploaded("left-out.eml", "message/rfc822", TestMail.of(String.join("\n", lines), "more.pdf", form("X.X.").locked("nobody knows")), "needs attention");

        officer.getByText("Read the case without it").click();

        assertThat(officer.locator("#case-head .status").first()).hasText("waiting for review", READ);
        officer.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("more.pdf")).click();
        assertThat(officer.locator("#document .message.bad")).containsText("the case was read without it");
        TestBrowser.shoot(officer, "24-left-out");
        assertThat(browser().complaints()).isEmpty();
    }

    @Test
    void thePasswordCanBeGivenWithTheUpload() throws IOException {
        Page officer = browser().signIn(url("/upload"), people.officer().signIn(), people.password(people.officer()));
        officer.navigate(url("/upload"));
        officer.locator("#files").setInputFiles(new FilePayload("early.pdf", "application/pdf", form("E.P.").locked("given early")));
        officer.locator("#upload input[name=password]").fill("given early");
        TestBrowser.shoot(officer, "25-upload");
        officer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Upload")).click();
        officer.locator("#results .message").filter(new Locator.FilterOptions().setHasText("early.pdf")).locator("a").click();

        assertThat(officer.locator("#case-head .status").first()).hasText("waiting for review", READ);
        for (String table : List.of("audit_entry", "scheduled_tasks", "report_case", "document_text")) {
            assertThat(jdbc.sql("select count(*) from " + table + " t where t::text like '%given early%'").query(Long.class).single()).as("the password is nowhere in " + table).isZero();
        }
        assertThat(browser().complaints()).isEmpty();
    }

    @Test
    void ofACellOfATable() throws IOException {
        DrawnPdf pdf = new DrawnPdf().text(60, 80, "Laboratory values of a 54-year-old woman, taken on the day of admission to the ward.");
        for (int row = 0; row < 3; row++) {
            pdf.text(65, 114 + 20 * row, List.of("Test", "ALT", "Lactate").get(row)).text(205, 114 + 20 * row, List.of("Value", "312 U/L", "4.1 mmol/L").get(row));
        }
        for (int line = 0; line <= 3; line++) pdf.rule(60, 340, 100 + 20 * line);
        for (int x : List.of(60, 200, 340)) pdf.upright(x, 100, 160);
        long id = testCases.draftedFromPdf(people.otherOfficer(), pdf.bytes(), extractor, "54-year-old", "4.1 mmol/L").id();

        Page officer = opened(id);
        officer.locator("#f-reactions-0-term").click();

        assertThat(officer.locator(".pdf-page .box.lit")).hasCount(2, new LocatorAssertions.HasCountOptions().setTimeout(20_000));
        isLit(officer, 205, 260, 150);
        assertThat(officer.locator("#language")).hasText("English");
        assertThat(browser().complaints()).isEmpty();
    }

    @Test
    void ofAChineseSentence() throws IOException {
        byte[] pdf = ChinesePdf.of("患者女性，54岁，服用美托洛尔后出现严重皮疹。");
        long id = testCases.draftedFromPdf(people.otherOfficer(), pdf, extractor, "54岁", "严重皮疹").id();

        Page officer = opened(id);
        officer.locator("#f-reactions-0-term").click();

        assertThat(officer.locator(".pdf-page .box.lit").first()).isVisible(PAINTED);
        assertThat(officer.locator(".pdf-page .box.lit")).hasCount(4);
        // 18 characters of 20 points stand before it, the digits half as wide
        isLit(officer, 50 + 17 * 20, 50 + 21 * 20, 92);
        assertThat(officer.locator("#language")).hasText("Chinese");
        TestBrowser.shoot(officer, "22-chinese");
        assertThat(browser().complaints()).isEmpty();
    }

    private Page uploaded(String name, String type, byte[] content) {
        return uploaded(name, type, content, "waiting for review");
    }

    private Page uploaded(String name, String type, byte[] content, String status) {
        Page officer = browser().signIn(url("/upload"), people.officer().signIn(), people.password(people.officer()));
        officer.navigate(url("/upload"));
        officer.locator("#files").setInputFiles(new FilePayload(name, type, content));
        officer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Upload")).click();
        officer.locator("#results .message").filter(new Locator.FilterOptions().setHasText(name)).locator("a").click();
        assertThat(officer.locator("#case-head .status").first()).hasText(status, READ);
        return officer;
    }

    private Page opened(long id) {
        Person person = people.otherOfficer();
        Page officer = browser().signIn(url("/"), person.signIn(), people.password(person));
        officer.navigate(url("/cases/" + id));
        return officer;
    }

    /// What is lit lies between two places from the left edge and about one from the upper edge, in points of the page.
    private static void isLit(Page page, double left, double right, double middle) {
        List<?> lit = (List<?>) page.evaluate("() => { const paper = document.querySelector('.pdf-page').getBoundingClientRect();"
                + " return [...document.querySelectorAll('.pdf-page .box.lit')].map(box => box.getBoundingClientRect())"
                + ".map(box => [box.left - paper.left, box.right - paper.left, (box.top + box.bottom) / 2 - paper.top].map(place => place * 595.3 / paper.width)); }");
        assertThat(lit).isNotEmpty().allSatisfy(box -> {
            List<Double> places = ((List<?>) box).stream().map(place -> ((Number) place).doubleValue()).toList();
            assertThat(places.get(0)).isGreaterThan(left - 6);
            assertThat(places.get(1)).isLessThan(right + 12);
            assertThat(places.get(2)).isCloseTo(middle, within(6.0));
        });
    }

    private static TestBrowser browser() {
        return Objects.requireNonNull(browser);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
