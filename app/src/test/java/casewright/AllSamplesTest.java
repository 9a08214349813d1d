package casewright;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import casewright.access.Person;
import casewright.assets.Assets;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Every sample, and a real article where the folder of shared data lies beside the project, through the whole line with the real Qwen and a real browser.
@EnabledIfEnvironmentVariable(named = "CASEWRIGHT_ALL_SAMPLES", matches = "1", disabledReason = AllSamplesTest.WHY_SKIPPED)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"casewright.samples=false", "casewright.data=${java.io.tmpdir}/casewright-test-${random.uuid}"})
@Import({TestDatabase.class, RealModelTest.Setup.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AllSamplesTest {

    static final String WHY_SKIPPED = "takes 10 to 30 minutes: CASEWRIGHT_ALL_SAMPLES=1 ./casewright test -Dtest=AllSamplesTest -Dsurefire.failIfNoSpecifiedTests=false";

    private static final int LONGEST_DRAFTING_MILLIS = 600_000;
    private static final Path SAMPLES = Path.of("..", "samples");
    private static final String ARTICLE = "PMC4737013";

    private @Nullable TestBrowser browser;

    @LocalServerPort
    private int port;
    @Autowired
    private TestPeople people;

    @DynamicPropertySource
    static void assets(DynamicPropertyRegistry registry) {
        Assets.ofThisMachine().drugNames().ifPresent(path -> registry.add("casewright.assets.drug-names", path::toString));
    }

    @BeforeAll
    void importKnowledge() {
        Assets assets = Assets.ofThisMachine();
        Assumptions.assumeTrue(assets.model().isPresent() && assets.server().isPresent(), "The model is not here: ./casewright test fetches it");
        browser = TestBrowser.start();
        Page administrator = signIn(people.administrator());
        for (String kind : List.of("private", "public")) {
            administrator.navigate(url("/admin/corpora"));
            administrator.locator("input[name=corpus]").fill("samples-" + kind);
            administrator.locator("input[name=kind][value=" + kind.toUpperCase(Locale.ROOT) + "]").check();
            administrator.locator("input[type=file]").setInputFiles(filesIn(SAMPLES.resolve("knowledge").resolve(kind)));
            administrator.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Import")).click();
            assertThat(administrator.locator("tr").filter(new Locator.FilterOptions().setHasText("samples-" + kind))).containsText("in use",
                    new LocatorAssertions.ContainsTextOptions().setTimeout(120_000));
        }
        TestBrowser.shoot(administrator, "30-corpora");
    }

    @AfterAll
    void endBrowser() {
        if (browser != null) browser.close();
    }

    /// @param cases how many patients the document tells of
    @ParameterizedTest(name = "{0}")
    @CsvSource({"001-hospital-letter,source.txt,1", "002-email-report,source.txt,1", "003-literature-article,source.pdf,1", "004-consumer-report,source.txt,1", "006-case-series,source.txt,3"})
    void aSampleWithAReactionBecomesAnApprovedReport(String folder, String file, int cases) throws IOException {
        Page officer = upload(folder, SAMPLES.resolve(folder).resolve(file));

        assertThat(officer.locator("#case-head .status").first()).hasText("waiting for review", patiently());
        if (cases > 1) assertThat(officer.locator("#case-head")).containsText("patient 1 of " + cases);
        suspectLightsUp(officer, folder, expectedSuspects(folder));
        verdictIs(officer, "A suspected adverse reaction");
        approve(officer.url(), folder);
        noComplaints();
    }

    @Test
    void theSampleWithoutAReactionIsProposedAsNoCase() {
        Page officer = upload("005-no-reaction", SAMPLES.resolve("005-no-reaction").resolve("source.txt"));

        assertThat(officer.locator("#case-head .status").first()).hasText("no case proposed", patiently());
        verdictIs(officer, "No case");
        TestBrowser.shoot(officer, "31-005-no-reaction");
        noComplaints();
    }

    @Test
    void theSampleOfAnExposureInPregnancyIsASpecialSituation() {
        Page officer = upload("007-pregnancy-exposure", SAMPLES.resolve("007-pregnancy-exposure").resolve("source.txt"));

        assertThat(officer.locator("#case-head .status").first()).hasText("special situation", patiently());
        verdictIs(officer, "A special situation without a reaction");
        TestBrowser.shoot(officer, "31-007-pregnancy-exposure");
        noComplaints();
    }

    @Test
    void aRealArticleIsDraftedAndItsSuspectLightsUpInThePages() {
        Path article = Path.of(Optional.ofNullable(System.getenv("CASEWRIGHT_SHARED")).orElse("../../shared")).resolve("data/documents/articles").resolve(ARTICLE).resolve("fulltext.pdf");
        Assumptions.assumeTrue(Files.exists(article), "There is no folder of shared data (CASEWRIGHT_SHARED)");

        Page officer = upload(ARTICLE, article);

        assertThat(officer.locator("#case-head .status").first()).hasText("waiting for review", patiently());
        suspectLightsUp(officer, ARTICLE, List.of("ipilimumab"));
        verdictIs(officer, "A suspected adverse reaction");
        noComplaints();
    }

    private Page upload(String name, Path file) {
        Page officer = signIn(people.officer());
        officer.navigate(url("/upload"));
        boolean pdf = file.toString().endsWith(".pdf");
        officer.locator("#files").setInputFiles(new FilePayload(name + (pdf ? ".pdf" : ".txt"), pdf ? "application/pdf" : "text/plain", bytes(file)));
        officer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Upload")).click();
        officer.locator("#results a").click();
        assertThat(officer.locator("#case-head")).isVisible();
        return officer;
    }

    private static void suspectLightsUp(Page page, String name, List<String> suspects) {
        Locator row = page.locator("#f-suspectDrugs-0-name");
        assertThat(row.locator(".stated")).isVisible();
        assertThat(suspects).contains(row.locator(".stated").innerText().toLowerCase(Locale.ROOT));
        // the keys and clicks of a page work once it is loaded
        page.waitForLoadState();
        row.click();
        assertThat(page.locator(".piece.lit, .pdf-page .box.lit").first()).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(30_000));
        assertThat(row.locator(".basis .quote").first()).isVisible();
        TestBrowser.shoot(page, "31-" + name + "-fields");
        for (String tab : List.of("narrative", "assessments", "evidence", "trail")) {
            page.locator("#panel > .tabs a[data-tab=" + tab + "]").click();
            assertThat(page.locator("#panel")).hasAttribute("data-tab", tab);
            TestBrowser.shoot(page, "32-" + name + "-" + tab);
        }
    }

    private static void verdictIs(Page page, String verdict) {
        page.locator("#panel > .tabs a[data-tab=reading]").click();
        assertThat(page.locator(".row.finding strong").first()).hasText(verdict);
    }

    private void approve(String address, String name) throws IOException {
        Page reviewer = signIn(people.reviewer());
        reviewer.navigate(address);
        reviewer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Take")).click();
        assertThat(reviewer.locator("#case-head")).containsText("You have it");
        reviewer.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign…")).click();
        reviewer.locator("input[name=password]").fill(people.password(people.reviewer()));
        reviewer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign").setExact(true)).click();
        assertThat(reviewer.locator("#case-head .status").first()).hasText("signed");
        Page second = signIn(people.secondReviewer());
        second.navigate(reviewer.url());
        second.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Approve…")).click();
        second.locator("input[name=password]").fill(people.password(people.secondReviewer()));
        second.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Approve")).click();
        assertThat(second.locator("#case-head .status").first()).hasText("approved");
        TestBrowser.shoot(second, "33-" + name + "-approved");
        second.locator(".menu summary").click();
        Download file = second.waitForDownload(() -> second.getByText("CIOMS I (PDF)", new Page.GetByTextOptions().setExact(true)).click());
        assertThat(new String(Files.readAllBytes(file.path()), 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
    }

    /// Name and synonyms of the suspects of all expected cases, in small letters.
    private static List<String> expectedSuspects(String folder) {
        JsonNode expected = JsonMapper.builder().build().readTree(bytes(SAMPLES.resolve(folder).resolve("expected.json")));
        return expected.get("cases").valueStream().flatMap(one -> one.get("suspectDrugs").valueStream())
                .flatMap(drug -> Stream.concat(Stream.of(drug.get("name")), drug.path("synonyms").valueStream())).map(name -> name.asString().toLowerCase(Locale.ROOT)).distinct().toList();
    }

    private void noComplaints() {
        assertThat(Objects.requireNonNull(browser).complaints()).isEmpty();
    }

    private static Path[] filesIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toArray(Path[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Page signIn(Person person) {
        return Objects.requireNonNull(browser).signIn(url("/"), person.signIn(), people.password(person));
    }

    private static LocatorAssertions.HasTextOptions patiently() {
        return new LocatorAssertions.HasTextOptions().setTimeout(LONGEST_DRAFTING_MILLIS);
    }

    private String url(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
