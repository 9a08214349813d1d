package casewright.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import casewright.Await;
import casewright.ServiceTest;
import casewright.TestPeople;
import casewright.access.People;
import casewright.access.Role;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@ServiceTest
class CorpusPagesTest {

    @Autowired
    private WebApplicationContext context;
    @Autowired
    private TestPeople people;
    @Autowired
    private People store;
    @Autowired
    private Corpora corpora;
    @Autowired
    private ImportRuns runs;
    @Autowired
    private CorpusRights rights;

    private MockMvc mvc;

    @BeforeEach
    void open() {
        mvc = MockMvcBuilders.webAppContextSetup(context).apply(SecurityMockMvcConfigurers.springSecurity()).build();
    }

    private String call(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        var answer = mvc.perform(request.with(user(store.loadUserByUsername(people.administrator().signIn()))).with(csrf())).andReturn().getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString();
    }

    private String importText(String corpus, String name, String text) throws Exception {
        String answer = call(multipart("/admin/corpora").file(new MockMultipartFile("file", name, "text/plain", text.getBytes(StandardCharsets.UTF_8))).param("corpus", corpus).param("kind", "PRIVATE")
                .param("validFrom", "2025-01-01").param("validTo", ""));
        Await.until("imports end", Duration.ofSeconds(60), () -> runs.unfinished().isEmpty());
        return answer;
    }

    @Test
    void showsImportsVersionsAndTheirHashes() throws Exception {
        assertThat(importText("pages-own", "sheet.txt", "Title: Quorvelin\nProduct: Quorvelin\n\nTongue.")).contains("The import has begun");

        ImportedVersion version = corpora.all().stream().filter(one -> one.corpus().equals("pages-own")).findFirst().orElseThrow();
        assertThat(call(get("/admin/corpora/runs"))).contains("pages-own").contains("done").contains("1 document, 1 passages");
        assertThat(call(get("/admin/corpora"))).contains("pages-own").contains(version.contentSha256()).contains("valid from 2025-01-01").contains("Undo this import").contains("uploaded by Adam Administrator");
    }

    @Test
    void showsWhyAnImportWasRefused() throws Exception {
        importText("pages-bad", "sheet.xls", "x");

        assertThat(call(get("/admin/corpora/runs"))).contains("pages-bad").contains("refused").contains("unknown form");
        assertThat(call(multipart("/admin/corpora").param("corpus", "Own Texts").param("kind", "PRIVATE"))).contains("small letters");
        assertThat(call(multipart("/admin/corpora").param("corpus", "pages-bad").param("kind", "PRIVATE").param("path", "../../etc"))).contains("There is no file or folder");
    }

    @Test
    void undoesAnImport() throws Exception {
        importText("pages-undo", "sheet.txt", "Title: Quorvelin\n\nTongue.");
        long id = corpora.all().stream().filter(one -> one.corpus().equals("pages-undo")).findFirst().orElseThrow().id();

        assertThat(call(post("/admin/corpora/" + id + "/retire"))).contains("The version is out of use");

        assertThat(corpora.newestReady()).noneMatch(one -> one.corpus().equals("pages-undo"));
    }

    @Test
    void changesWhoMaySearch() throws Exception {
        importText("pages-rights", "sheet.txt", "Title: Quorvelin\n\nTongue.");

        assertThat(call(post("/admin/corpora/access").param("corpus", "pages-rights").param("role", "REVIEWER").param("products", "quorvelin, otherol"))).contains("Who may search pages-rights was changed");

        assertThat(rights.rules("pages-rights")).doesNotContainKey(Role.OFFICER).containsEntry(Role.REVIEWER, List.of("quorvelin", "otherol"));
        assertThat(rights.to(Role.OFFICER)).noneMatch(one -> one.version().corpus().equals("pages-rights"));
        assertThat(rights.to(Role.AUDITOR)).anyMatch(one -> one.version().corpus().equals("pages-rights"));
        call(post("/admin/corpora/access").param("corpus", "pages-rights").param("role", "REVIEWER", "OFFICER"));
        assertThat(rights.rules("pages-rights")).isEmpty();
    }
}
