package casewright.evidence.search;

import static casewright.knowledge.Library.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import casewright.ServiceTest;
import casewright.TestPeople;
import casewright.access.People;
import casewright.access.Person;
import casewright.access.Role;
import casewright.audit.Action;
import casewright.knowledge.ImportedVersion;
import casewright.knowledge.ImportedVersion.Kind;
import casewright.knowledge.KnowledgeImport;
import casewright.knowledge.CorpusRights;
import casewright.retrieval.IndexingProgress;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@ServiceTest
class SearchPagesTest {

    private static final String SHEET = """
            Title: Quorvelin (quorvastan): core data sheet
            Product: Quorvelin (quorvastan)
            Kind: company core data sheet

            ## 4.8 Undesirable effects
            Rare: quincunx oedema of the tongue <script>alert(1)</script>.
            """;

    @Autowired
    private WebApplicationContext context;
    @Autowired
    private KnowledgeImport imports;
    @Autowired
    private CorpusRights visible;
    @Autowired
    private TestPeople people;
    @Autowired
    private People store;

    private MockMvc mvc;
    private ImportedVersion sheet;

    @BeforeEach
    void open() {
        mvc = MockMvcBuilders.webAppContextSetup(context).apply(SecurityMockMvcConfigurers.springSecurity()).build();
        sheet = add("search-own", Kind.PRIVATE, SHEET);
        add("search-labels", Kind.PUBLIC, "Title: Tongues\n\nA quincunx oedema was seen with simvastatin in two patients.");
        visible.allow("search-own", Set.of(Role.OFFICER, Role.REVIEWER), List.of(), Action.byService("corpus access changed"));
    }

    private ImportedVersion add(String corpus, Kind kind, String text) {
        return imports.run(new KnowledgeImport.Wanted(corpus, kind, null, "test"), List.of(file("one.txt", text)), Action.byService("knowledge imported"), IndexingProgress.UNWATCHED).version();
    }

    private MockHttpServletResponse call(MockHttpServletRequestBuilder request, Person person) throws Exception {
        return mvc.perform(request.with(user(store.loadUserByUsername(person.signIn()))).with(csrf())).andReturn().getResponse();
    }

    private String ask(Person person, String... fields) throws Exception {
        MockHttpServletRequestBuilder request = post("/search").header("HX-Request", "true");
        for (int i = 0; i < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
        MockHttpServletResponse answer = call(request, person);
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString();
    }

    @Test
    void showsPassagesWithTheirWordsMarkedAndSaysWhy() throws Exception {
        String answer = ask(people.officer(), "q", "quincunx edema");

        assertThat(answer).contains("search-own").contains("search-labels").contains("<mark>quincunx</mark>").contains("<mark>oedema</mark>").contains("Words that it shares with the question: quincunx, oedema")
                .contains("rank 1 by words").contains("by meaning: nearness").contains("0.35 × 1.00 for words");
        assertThat(answer).contains("&lt;script&gt;").doesNotContain("<script>");
    }

    @Test
    void leavesOutWhatTheFiltersExclude() throws Exception {
        assertThat(ask(people.officer(), "q", "quincunx", "corpus", "search-labels")).contains("data-corpus=\"search-labels\"").doesNotContain("data-corpus=\"search-own\"");
        assertThat(ask(people.officer(), "q", "quincunx", "product", "quorvastan")).contains("core data sheet").doesNotContain("two patients");
        assertThat(ask(people.officer(), "q", "quincunx", "section", "undesirable effects", "corpus", "search-labels")).contains("Nothing was found");
    }

    @Test
    void hidesACorpusThatTheRoleMayNotSee() throws Exception {
        visible.allow("search-own", Set.of(Role.REVIEWER), List.of(), Action.byService("corpus access changed"));

        assertThat(ask(people.officer(), "q", "quincunx", "corpus", "search-own")).doesNotContain("search-own").doesNotContain("core data sheet");
        assertThat(call(get("/search"), people.officer()).getContentAsString()).doesNotContain("search-own");
        assertThat(explanation(people.officer()).getStatus()).isEqualTo(404);
        assertThat(ask(people.reviewer(), "q", "quincunx")).contains("core data sheet");
        assertThat(ask(people.auditor(), "q", "quincunx")).contains("core data sheet");
    }

    @Test
    void holdsARoleToItsProducts() throws Exception {
        visible.allow("search-own", Set.of(Role.OFFICER, Role.REVIEWER), List.of("otherol"), Action.byService("corpus access changed"));

        assertThat(ask(people.officer(), "q", "quincunx", "corpus", "search-own")).contains("Nothing was found").doesNotContain("core data sheet");
        assertThat(explanation(people.officer()).getStatus()).isEqualTo(404);
        visible.allow("search-own", Set.of(Role.OFFICER, Role.REVIEWER), List.of("quorvastan"), Action.byService("corpus access changed"));
        assertThat(ask(people.officer(), "q", "quincunx", "corpus", "search-own")).contains("core data sheet");
        assertThat(explanation(people.officer()).getContentAsString()).as("no counts of what is not seen").contains("An auditor may see it").doesNotContain("idf");
        assertThat(explanation(people.auditor()).getContentAsString()).contains("idf");
    }

    @Test
    void searchesAnEarlierVersionUntilItIsTakenOutOfUse() throws Exception {
        ImportedVersion first = add("search-versions", Kind.PUBLIC, "Title: A\n\nHiccups of the quincunx.");
        ImportedVersion second = add("search-versions", Kind.PUBLIC, "Title: A\n\nYawning of the quincunx.");
        String earlier = "search-versions " + first.version();

        assertThat(ask(people.officer(), "q", "quincunx", "corpus", "search-versions")).contains("Yawning").contains("version " + second.version()).doesNotContain("Hiccups");
        assertThat(ask(people.officer(), "q", "quincunx", "corpus", earlier)).contains("Hiccups").contains("version " + first.version()).doesNotContain("Yawning");
        assertThat(call(get("/search"), people.officer()).getContentAsString()).contains("value=\"" + earlier + "\"");

        visible.allow("search-versions", Set.of(Role.REVIEWER), List.of(), Action.byService("corpus access changed"));
        assertThat(ask(people.officer(), "q", "quincunx", "corpus", earlier)).contains("There is no corpus to search").doesNotContain("search-versions");
        assertThat(call(get("/search"), people.officer()).getContentAsString()).doesNotContain("search-versions");
        assertThat(ask(people.reviewer(), "q", "quincunx", "corpus", earlier)).contains("Hiccups");

        call(post("/admin/corpora/" + first.id() + "/retire"), people.administrator());
        assertThat(ask(people.reviewer(), "q", "quincunx", "corpus", earlier)).contains("There is no corpus to search");
    }

    private MockHttpServletResponse explanation(Person person) throws Exception {
        return call(post("/search/explanation").header("HX-Request", "true").param("q", "quincunx").param("of", "search-own").param("version", sheet.version()).param("document", "one")
                .param("number", "1"), person);
    }

    @Test
    void showsLucenesOwnSumOneClickDeeper() throws Exception {
        assertThat(explanation(people.officer()).getContentAsString()).contains("class=\"lucene\"").contains("idf").contains("words:quincunx");
    }

    @Test
    void takesOddQuestionsForText() throws Exception {
        assertThat(ask(people.officer(), "q", "")).contains("signs have no special meaning");
        assertThat(ask(people.officer(), "q", "  \t ")).contains("signs have no special meaning");
        for (String odd : List.of("quincunx AND (", "title:quincunx^9 \"", "*:* /x/ ~", "\u0000 quincunx")) assertThat(ask(people.officer(), "q", odd)).contains("data-corpus");
        StringBuilder different = new StringBuilder("quincunx");
        for (int i = 0; different.length() < 100_000; i++) different.append(" w").append(i);
        assertThat(ask(people.officer(), "q", different.toString())).contains("its first 256 different words were searched").contains("core data sheet");
    }

    @Test
    void refusesDaysTheWrongWayRoundInPlainWords() throws Exception {
        MockHttpServletResponse answer = call(post("/search").header("HX-Request", "true").param("q", "rash").param("from", "2025-02-01").param("to", "2025-01-01"), people.officer());

        assertThat(answer.getStatus()).isIn(400, 422);
        assertThat(answer.getContentAsString()).contains("The first day lies after the last one");
    }
}
