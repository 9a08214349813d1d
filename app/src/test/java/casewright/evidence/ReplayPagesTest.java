package casewright.evidence;

import static casewright.knowledge.Library.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import casewright.ServiceTest;
import casewright.TestCases;
import casewright.TestPeople;
import casewright.access.People;
import casewright.access.Person;
import casewright.audit.Action;
import casewright.cases.ReportCase;
import casewright.knowledge.ImportedVersion;
import casewright.knowledge.ImportedVersion.Kind;
import casewright.knowledge.KnowledgeImport;
import casewright.retrieval.IndexingProgress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@ServiceTest
class ReplayPagesTest {

    @Autowired
    private WebApplicationContext context;
    @Autowired
    private KnowledgeImport imports;
    @Autowired
    private EvidenceFinder finder;
    @Autowired
    private EvidenceTrail trail;
    @Autowired
    private TestCases testCases;
    @Autowired
    private TestPeople people;
    @Autowired
    private People store;

    @Test
    void theAuditorRepeatsASearchOfACase() throws Exception {
        KnowledgeImport.Wanted wanted = new KnowledgeImport.Wanted("replayed", Kind.PRIVATE, null, "test");
        ImportedVersion version = imports.run(wanted, List.of(file("sheet.txt", "Title: Quillor\nProduct: Quillor\nKind: core data sheet\n\n## 4.8 Undesirable effects\nRare: lizard skin.")),
                Action.byService("knowledge imported"), IndexingProgress.UNWATCHED).version();
        ReportCase report = testCases.drafted(people.officer());
        trail.keep(report.id(), finder.find(List.of(List.of("Quillor")), List.of(List.of("lizard skin"))).stream().filter(one -> one.corpus().name().equals("replayed")).toList());
        long id = trail.ofCase(report.id()).getFirst().id();

        assertThat(page("/trail/searches", people.auditor()).getContentAsString()).contains(report.number()).contains("Is lizard skin among the undesirable effects of Quillor").contains("/trail/searches/" + id);
        assertThat(page("/trail/searches/" + id, people.auditor()).getContentAsString()).contains("The same passages come back in the same order").contains("as recorded").contains(report.number());
        assertThat(page("/cases/" + report.id() + "?tab=evidence", people.auditor()).getContentAsString()).contains("Repeat this search").contains("listed in Quillor");
        assertThat(page("/cases/" + report.id() + "?tab=evidence", people.officer()).getContentAsString()).contains("listed in Quillor").doesNotContain("Repeat this search");
        assertThat(page("/trail/searches/" + id, people.officer()).getStatus()).isEqualTo(403);
        assertThat(page("/trail/searches/999999", people.auditor()).getStatus()).isEqualTo(404);
        assertThat(trail.casesRelyingOn("replayed", version.version())).containsExactly(report.number());
    }

    private MockHttpServletResponse page(String address, Person person) throws Exception {
        return MockMvcBuilders.webAppContextSetup(context).apply(SecurityMockMvcConfigurers.springSecurity()).build().perform(get(address).with(user(store.loadUserByUsername(person.signIn()))))
                .andReturn().getResponse();
    }
}
