package casewright;

import static casewright.knowledge.Library.file;
import static org.assertj.core.api.Assertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import casewright.audit.Action;
import casewright.cases.ReportCase;
import casewright.evidence.EvidenceFinder;
import casewright.evidence.EvidenceTrail;
import casewright.knowledge.ImportedVersion.Kind;
import casewright.knowledge.KnowledgeImport;
import casewright.retrieval.IndexingProgress;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// The search page in a real browser: passages while one types, why they are there, and Lucene's own sum.
@ServiceTest
class SearchInBrowserTest {

    private static final String LABEL = """
            Title: Zyrvelin (zyrvastan) tablets, repackaged by company %d
            Product: Zyrvelin (zyrvastan)
            Kind: label
            Date: 2025-03-0%d

            ## Adverse reactions
            In trials with zyrvastan the adverse reactions that were seen more often than under placebo were dizziness, hyperkalaemia and angioedema of the tongue.
            """;

    @LocalServerPort
    private int port;
    @Autowired
    private TestPeople people;
    @Autowired
    private KnowledgeImport imports;
    @Autowired
    private TestCases testCases;
    @Autowired
    private EvidenceFinder finder;
    @Autowired
    private EvidenceTrail evidenceTrail;

    @Test
    void passagesComeAsOneTypesAndSayWhyTheyAreThere() {
        imports.run(new KnowledgeImport.Wanted("zyr-labels", Kind.PUBLIC, null, "test"), IntStream.rangeClosed(1, 3).mapToObj(n -> file(n + ".txt", LABEL.formatted(n, n))).toList(),
                Action.byService("knowledge imported"), IndexingProgress.UNWATCHED);

        try (TestBrowser browser = TestBrowser.start()) {
            String address = "http://127.0.0.1:" + port;
            Page page = browser.signIn(address + "/", people.officer().signIn(), people.password(people.officer()));
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Search").setExact(true)).click();
            page.waitForResponse(answer -> answer.url().endsWith("/search") && String.valueOf(answer.request().postData()).contains("hyperkalemia"),
                    () -> page.locator("#q").pressSequentially("zyrvastan hyperkalemia"));

            assertThat(page.locator("[data-corpus=zyr-labels] .hit")).hasCount(1);
            assertThat(page.locator("[data-corpus=zyr-labels] mark").last()).hasText("hyperkalaemia");
            assertThat(page.locator("[data-corpus=zyr-labels] .alike summary")).hasText("2 other documents say the same");
            page.locator("[data-corpus=zyr-labels] .why summary").click();
            assertThat(page.locator("[data-corpus=zyr-labels] .why")).containsText("by words: BM25");
            page.locator("[data-corpus=zyr-labels] .why button").click();
            assertThat(page.locator("[data-corpus=zyr-labels] .lucene")).containsText("idf");
            TestBrowser.shoot(page, "20-search");
            page.locator("input[name=product]").fill("otherol");
            assertThat(page.locator("[data-corpus=zyr-labels]")).containsText("Nothing was found");
            page.locator("input[name=product]").fill("");
            page.locator("#q").fill("qqxzzy");
            assertThat(page.locator("[data-corpus=zyr-labels]")).containsText("None of your words is in these passages");
            page.locator("#q").fill("");
            assertThat(page.locator("#answer")).containsText("signs have no special meaning");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void anUpdateIsPutToTheNewestVersionAndTheEarlierOneCanStillBeSearched() {
        String first = imports.run(new KnowledgeImport.Wanted("upd-labels", Kind.PUBLIC, null, "test"), List.of(file("a.txt", "Title: A\n\nThe zyrvestan rash was mild.")),
                Action.byService("knowledge imported"), IndexingProgress.UNWATCHED).version().version();

        try (TestBrowser browser = TestBrowser.start()) {
            String address = "http://127.0.0.1:" + port;
            Page administrator = browser.signIn(address + "/", people.administrator().signIn(), people.password(people.administrator()));
            administrator.navigate(address + "/admin/corpora");
            Locator form = administrator.locator("form.card");
            form.locator("input[name=corpus]").fill("upd-labels");
            form.locator("input[value=PUBLIC]").check();
            form.locator("input[name=adds]").check();
            form.locator("input[name=file]").setInputFiles(new FilePayload("b.txt", "text/plain", "Title: B\n\nThe zyrvestan fever was high.".getBytes(StandardCharsets.UTF_8)));
            TestBrowser.shoot(administrator, "23-import-an-update");
            form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Import").setExact(true)).click();
            assertThat(administrator.locator("#runs .message").first()).containsText("2 documents, 2 passages");

            Page officer = browser.signIn(address + "/", people.officer().signIn(), people.password(people.officer()));
            officer.navigate(address + "/search");
            officer.locator("#q").fill("zyrvestan");
            assertThat(officer.locator("[data-corpus=upd-labels] .hit")).hasCount(2);
            officer.locator("select[name=corpus]").selectOption("upd-labels " + first);
            assertThat(officer.locator("[data-corpus=upd-labels] .hit")).hasCount(1);
            assertThat(officer.locator("[data-corpus=upd-labels] .hit")).containsText("rash was mild");
            assertThat(officer.locator("[data-corpus]")).hasCount(1);
            TestBrowser.shoot(officer, "24-search-earlier-version");
            assertThat(browser.complaints()).isEmpty();
        }
    }

    @Test
    void aPassageIsCitedBesideAFieldOfACaseAndTakenAwayAgain() {
        imports.run(new KnowledgeImport.Wanted("nev-labels", Kind.PUBLIC, null, "test"), List.of(file("nevrilan.txt", """
                Title: Nevrilan (nevrilamide): label
                Product: Nevrilan (nevrilamide)
                Kind: label

                ## Adverse reactions
                Exanthematous rash was seen in 3 of 100 patients treated with nevrilamide.

                ## Adverse reactions from the market
                Pruritus and rash were seen with Nevrilan.
                """)), Action.byService("knowledge imported"), IndexingProgress.UNWATCHED);
        ReportCase report = testCases.drafted(people.officer());
        evidenceTrail.keep(report.id(), finder.find(List.of(List.of("Nevrilan")), List.of(List.of("rash"))));

        try (TestBrowser browser = TestBrowser.start()) {
            String address = "http://127.0.0.1:" + port;
            Page page = browser.signIn(address + "/", people.officer().signIn(), people.password(people.officer()));
            page.navigate(address + "/search");
            page.locator("#q").fill("nevrilamide rash");
            page.locator("[data-corpus=nev-labels] .hit").filter(new Locator.FilterOptions().setHasText("Exanthematous")).locator(".cite button").click();
            page.locator("form.cite select[name=report]").selectOption(Long.toString(report.id()));
            page.locator("form.cite select[name=path]").selectOption("reactions[0].term");
            TestBrowser.shoot(page, "21-cite");
            page.locator("form.cite button[type=submit]").click();
            assertThat(page.locator("[data-corpus=nev-labels] div.cite")).containsText("Cited in " + report.number() + ", beside “");
            page.locator("[data-corpus=nev-labels] div.cite a").click();

            Locator beside = page.locator("#f-reactions-0-term .beside .by-person");
            assertThat(beside).containsText("Exanthematous rash was seen");
            assertThat(page.locator("#f-reactions-0-term .beside .by-service").filter(new Locator.FilterOptions().setHasText("nev-labels, version"))).containsText("Pruritus and rash were seen");
            assertThat(beside).containsText("cited by Olga Officer");
            beside.locator("summary").click();
            TestBrowser.shoot(page, "22-cited-beside-field");
            beside.locator("button").click();
            Locator done = beside.locator("div.cite");
            assertThat(done).containsText("Removed from " + report.number());
            done.getByText("Undo").click();
            assertThat(done).containsText("Cited again");
            page.reload();
            assertThat(page.locator("#f-reactions-0-term .beside .by-person")).containsText("Exanthematous rash was seen");
            assertThat(browser.complaints()).isEmpty();
        }
    }
}
