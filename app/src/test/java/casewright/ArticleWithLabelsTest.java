package casewright;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import casewright.assets.Assets;
import casewright.knowledge.ImportCommand;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// A real case report in which sildenafil is suspected, and real labels of the FDA, where the folder of shared data lies beside the project.
@ServiceTest
class ArticleWithLabelsTest {

    private static final Path SHARED = Path.of(Optional.ofNullable(System.getenv("CASEWRIGHT_SHARED")).orElse("../../shared")).resolve("data");
    private static final Path ARTICLE = SHARED.resolve("documents/gold/texts/maccrobat-26670309.txt");
    private static final Path LABELS = SHARED.resolve("knowledge/spl");

    @LocalServerPort
    private int port;
    @Autowired
    private TestPeople people;
    @Autowired
    private ImportCommand imports;

    @DynamicPropertySource
    static void assets(DynamicPropertyRegistry registry) {
        Assets.ofThisMachine().drugNames().ifPresent(path -> registry.add("casewright.assets.drug-names", path::toString));
    }

    @BeforeEach
    void importLabels() {
        Assumptions.assumeTrue(Files.exists(ARTICLE), "There is no folder of shared data (CASEWRIGHT_SHARED)");
        PrintStream out = new PrintStream(new ByteArrayOutputStream());
        assertThat(imports.run(List.of("spl", LABELS.toString()), Map.of("corpus", "fda-labels"), out)).isZero();
        assertThat(imports.run(List.of("corpus", "own-labels", LABELS.resolve("viagra.xml").toString()), Map.of("kind", "private"), out)).isZero();
    }

    @Test
    void aDraftShowsWhatTheLabelsSayBesideTheReaction() {
        try (TestBrowser browser = TestBrowser.start()) {
            Page officer = browser.signIn("http://127.0.0.1:" + port + "/", people.officer().signIn(), people.password(people.officer()));
            officer.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Upload").setExact(true)).click();
            officer.locator("#files").setInputFiles(ARTICLE);
            officer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Upload")).click();
            officer.locator("#results a").click();
            assertThat(officer.locator("#case-head .status").first()).hasText("waiting for review", new LocatorAssertions.HasTextOptions().setTimeout(120_000));

            Locator beside = officer.locator("#f-reactions-0-term .beside");
            assertThat(beside.locator("li")).hasCount(2);
            assertThat(beside.locator("summary")).containsText(new String[] {"postural hypotension", "postural hypotension"});
            TestBrowser.shoot(officer, "40-article-fields");
            beside.scrollIntoViewIfNeeded();
            TestBrowser.shoot(officer, "41-article-labels-beside");
            for (Locator one : beside.locator("summary").all()) one.click();
            assertThat(beside.locator("mark")).containsText(new String[] {"postural hypotension", "postural hypotension"});
            assertThat(beside).containsText("fda-labels, version ");
            TestBrowser.shoot(officer, "42-article-labels-opened");
            for (String tab : List.of("assessments", "evidence")) {
                officer.locator("#panel > .tabs a[data-tab=" + tab + "]").click();
                assertThat(officer.locator("#panel")).hasAttribute("data-tab", tab);
                TestBrowser.shoot(officer, "43-article-" + tab);
            }
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
