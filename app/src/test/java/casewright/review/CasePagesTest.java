package casewright.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import casewright.ServiceTest;
import casewright.TestCases;
import casewright.TestPeople;
import casewright.access.People;
import casewright.cases.CaseStatus;
import casewright.cases.Cases;
import casewright.drafting.Assurance;
import casewright.drafting.Citation;
import casewright.drafting.Draft;
import casewright.drafting.DraftField;
import casewright.drafting.Drafts;
import casewright.drafting.FieldValue;
import casewright.drafting.ReportDrafter;
import casewright.drafting.ReportTemplate;
import casewright.extraction.DocumentText;
import casewright.extraction.DocumentTexts;
import casewright.extraction.Page;
import casewright.intake.Documents;
import casewright.reading.Quote;
import casewright.reading.Reading;
import casewright.reading.Readings;
import casewright.reading.Triage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@ServiceTest
class CasePagesTest {

    @Autowired
    private WebApplicationContext context;
    @Autowired
    private Documents documents;
    @Autowired
    private DocumentTexts texts;
    @Autowired
    private Cases cases;
    @Autowired
    private Readings readings;
    @Autowired
    private Drafts drafts;
    @Autowired
    private ReportDrafter drafter;
    @Autowired
    private TestPeople people;
    @Autowired
    private People store;
    @Autowired
    private TestCases testCases;

    private long kept(String name, String mediaType, DocumentText text) {
        long id = documents.keep(name, mediaType, (name + Math.random()).getBytes(StandardCharsets.UTF_8), people.officer()).document().id();
        texts.keep(id, text);
        return id;
    }

    private static DocumentText text(String words) {
        return new DocumentText("test", List.of(Page.ofPlainText(1, words)), List.of());
    }

    private long opened(Long... documents) {
        return cases.open(TestCases.arrival(), List.of(documents), new Cases.Origin("Olga Officer", people.officer().id(), CaseStatus.RECEIVED, 1, 1, null)).id();
    }

    private String page(String address) throws Exception {
        return MockMvcBuilders.webAppContextSetup(context).apply(SecurityMockMvcConfigurers.springSecurity()).build().perform(get(address).with(user(store.loadUserByUsername(people.officer().signIn()))))
                .andReturn().getResponse().getContentAsString();
    }

    @Test
    void aPackedCaseOpensOnTheFirstDocumentThatWasRead() throws Exception {
        long zip = kept("all.zip", "application/zip", text("photo.gif\nletter.txt"));
        long photo = kept("photo.gif", "application/octet-stream", new DocumentText("none", List.of(), List.of("Files of this kind are not read.")));
        long letter = kept("letter.txt", "text/plain", text("She developed a rash."));
        long id = opened(zip, photo, letter);

        assertThat(page("/cases/" + id)).contains("data-document=\"" + letter + "\"").contains("She developed a rash.");
        assertThat(page("/cases/" + id + "?document=" + zip)).as("its list is a click away").contains("data-document=\"" + zip + "\"");
    }

    @Test
    void whatIsNoCaseRestsOnNothingAndHasNoPatients() throws Exception {
        String words = "Aspirin was taken by 55 % of the responders.";
        long id = opened(kept("survey.txt", "text/plain", text(words)));
        Reading none = new Reading(new Triage(Triage.Verdict.NEITHER, "Medicines are named, but the text blames none of them.", List.of(new Quote(0, 1, 0, words.length(), words))), List.of(), List.of());
        readings.keep(id, none);

        assertThat(page("/cases/" + id + "?tab=reading")).contains("Names a medicine").contains("55 % of the responders").doesNotContain("Rests on").doesNotContain("Patients found");
    }

    @Test
    void whatFieldsAndNarrativeTellDifferentlyIsListedBothWaysWithTheWayThere() throws Exception {
        long id = testCases.draftedWithMismatches(people.officer()).id();

        String assessments = page("/cases/" + id + "?tab=assessments");

        assertThat(assessments).contains("2 fields differ from the narrative", "Suspect drug 1, dose", "The field says &quot;25 mg daily&quot;; the narrative does not tell it.", "The narrative names metoprolol; no field holds it.");
        assertThat(assessments).contains("href=\"/cases/" + id + "?tab=fields#f-suspectDrugs-0-dose\"", "href=\"/cases/" + id + "?tab=narrative#s-1\"");
        assertThat(page("/cases/" + id + "?tab=fields")).contains("id=\"f-suspectDrugs-0-dose\"");
        assertThat(page("/cases/" + id + "?tab=narrative")).contains("id=\"s-1\"").contains("2 fields differ from it");
    }

    @Test
    void whatTheSourceContradictsIsListedWithTheWayToItsField() throws Exception {
        long id = testCases.draftedWithMismatches(people.officer()).id();

        assertThat(page("/cases/" + id + "?tab=assessments")).contains("1 contradiction in the source", "Suspect drug 1, indication", "The source says &quot;epilepsy&quot; / &quot;rash&quot;.",
                "href=\"/cases/" + id + "?tab=fields#f-suspectDrugs-0-indication\"");
    }

    @Test
    void howSureTheModelWasIsSaidInTheFieldsOfTheWorkbench() throws Exception {
        String words = "She took metoprolol and developed a rash.";
        long letter = kept("letter.txt", "text/plain", text(words));
        long id = opened(letter);
        ReportTemplate template = drafter.template();
        Citation named = new Citation.Source(letter, 1, words.indexOf("metoprolol"), words.indexOf("metoprolol") + 10, "metoprolol");
        drafts.keep(new Draft(id, 1, template.id(), template.sha256(), List.of(new DraftField("suspectDrugs[0].name", new FieldValue.Stated("metoprolol", null, List.of(named), new Assurance(List.of("model"), 0.874, false)))),
                List.of(), List.of()), "service", "drafted");

        assertThat(page("/cases/" + id)).contains("The model gave its answer a probability of 87 %");
    }
}
