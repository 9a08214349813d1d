package casewright.intake;

import static org.assertj.core.api.Assertions.assertThat;

import casewright.Await;
import casewright.ServiceTest;
import casewright.TestCases;
import casewright.TestPeople;
import casewright.access.People;
import casewright.cases.Cases;
import casewright.cases.ReportCase;
import casewright.extraction.DocumentTexts;
import casewright.extraction.DrawnPdf;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/// What people upload that they should not.
@ServiceTest
class UploadTest {

    @Autowired
    private WebApplicationContext context;
    @Autowired
    private TestPeople people;
    @Autowired
    private TestCases testCases;
    @Autowired
    private People store;
    @Autowired
    private Uploads uploads;
    @Autowired
    private Cases cases;
    @Autowired
    private DocumentTexts texts;
    @Autowired
    private JdbcClient sql;

    private MockMvc mvc;

    @BeforeEach
    void setUp() {
        mvc = MockMvcBuilders.webAppContextSetup(context).apply(SecurityMockMvcConfigurers.springSecurity()).build();
    }

    private MockHttpServletResponse upload(String name, byte[] content, String... fields) throws Exception {
        MockMultipartHttpServletRequestBuilder request = MockMvcRequestBuilders.multipart("/upload").file(new MockMultipartFile("file", name, "application/pdf", content));
        request.param("receiptDate", "2025-05-06").param("receivedHow", "e-mail").param("reportType", "spontaneous");
        for (int i = 0; i < fields.length; i += 2) request.param(fields[i], fields[i + 1]);
        request.with(SecurityMockMvcRequestPostProcessors.user(store.loadUserByUsername(people.officer().signIn()))).with(SecurityMockMvcRequestPostProcessors.csrf()).header("HX-Request", "true");
        return mvc.perform(request).andReturn().getResponse();
    }

    private long documents() {
        return sql.sql("select count(*) from document").query(Long.class).single();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void refusesEmptyBlankAndWrongFilesAndKeepsNothing() throws Exception {
        long before = documents();

        assertThat(upload("empty.pdf", new byte[0]).getContentAsString()).contains("The file is empty");
        assertThat(upload("blank.txt", text("  \n \n")).getContentAsString()).contains("nothing but white space");
        assertThat(upload("letter.pdf", new byte[] {'P', 'K', 3, 4, 0, 0, 1, 2}).getContentAsString()).contains("The ZIP file is damaged");

        assertThat(documents()).isEqualTo(before);
    }

    @Test
    void aPasswordForAFileThatIsHereAlreadyIsSaidToBeUnused() throws Exception {
        byte[] letter = text("A patient had a rash. " + Math.random());
        assertThat(upload("letter.txt", letter, "password", "secret").getContentAsString()).contains("Kept.").doesNotContain("password");

        assertThat(upload("letter.txt", letter).getContentAsString()).contains("already here").doesNotContain("password");
        assertThat(upload("letter.txt", letter, "password", "secret").getContentAsString()).contains("already here").contains("The password was not used").doesNotContain("secret");
    }

    @Test
    void aProgramGivesThePasswordWithTheDocument() throws Exception {
        byte[] locked = new DrawnPdf().lines(60, 100, "Suspect drug: Metoprolol", "Adverse event description: A rash.", "Letter " + Math.random()).locked("let me in");
        MockMultipartHttpServletRequestBuilder request = MockMvcRequestBuilders.multipart("/api/documents").file(new MockMultipartFile("file", "report.pdf", "application/pdf", locked));
        request.param("password", "let me in").with(SecurityMockMvcRequestPostProcessors.user(store.loadUserByUsername(people.officer().signIn()))).with(SecurityMockMvcRequestPostProcessors.csrf());

        String answer = mvc.perform(request).andReturn().getResponse().getContentAsString();

        assertThat(answer).contains("\"outcome\":\"new\"").doesNotContain("let me in");
        long document = Long.parseLong(answer.replaceAll("(?s).*\"documentId\":(\\d+).*", "$1"));
        Await.until("the document is read", Duration.ofSeconds(60), () -> texts.find(document).isPresent());
        assertThat(texts.find(document).orElseThrow().pages().getFirst().text()).contains("Metoprolol");
    }

    @Test
    void aFileNameIsShownAsTextWithoutItsPath() throws Exception {
        String answer = upload("../../etc/<img src=x onerror=alert(1)>.txt", text("A patient had a rash. " + Math.random())).getContentAsString();

        assertThat(answer).contains("&lt;img src=x onerror=alert(1)&gt;.txt").doesNotContain("<img").doesNotContain("etc/");
    }

    @Test
    void theSameBytesLeadToTheCaseThatIsHere() throws Exception {
        byte[] letter = text("The same letter twice. " + Math.random());
        upload("one.txt", letter);

        assertThat(upload("two.txt", letter).getContentAsString()).contains("already here");
    }

    @Test
    void ofTwoUploadsAtTheSameMomentOneOpensTheCase() throws Exception {
        byte[] letter = text("Uploaded at the same moment. " + Math.random());
        var officer = people.officer();
        List<Callable<Intake.Accepted>> both = List.of(() -> uploads.keep("a.txt", letter, TestCases.arrival(), officer, java.util.Optional.empty()),
                () -> uploads.keep("b.txt", letter, TestCases.arrival(), officer, java.util.Optional.empty()));

        List<Intake.Accepted> outcomes;
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            outcomes = threads.invokeAll(both).stream().map(java.util.concurrent.Future::resultNow).toList();
        }

        assertThat(outcomes).extracting(Intake.Accepted::isNew).containsExactlyInAnyOrder(true, false);
        assertThat(outcomes).extracting(accepted -> accepted.report().id()).containsOnly(outcomes.getFirst().report().id());
    }

    @Test
    void refusesAnUnknownWayOfArrival() throws Exception {
        long before = documents();
        MockHttpServletResponse wrongWay = mvc.perform(MockMvcRequestBuilders.multipart("/upload").file(new MockMultipartFile("file", "a.txt", "text/plain", text("x")))
                .param("receiptDate", "2025-05-06").param("receivedHow", "pigeon").param("reportType", "spontaneous")
                .with(SecurityMockMvcRequestPostProcessors.user(store.loadUserByUsername(people.officer().signIn()))).with(SecurityMockMvcRequestPostProcessors.csrf())).andReturn().getResponse();

        assertThat(documents()).isEqualTo(before);
        assertThat(wrongWay.getStatus()).isEqualTo(422);
        assertThat(wrongWay.getContentAsString()).contains("How it came is one of").doesNotContain("Exception");
    }

    @Test
    void aDocumentForACaseOpensAFollowUpThatNamesIt() throws Exception {
        ReportCase earlier = testCases.drafted(people.officer());

        upload("more.txt", text("More on the patient. " + Math.random()), "follows", earlier.number());

        assertThat(sql.sql("select count(*) from report_case where follows_case_id = :id and flags like '%follow-up%'").param("id", earlier.id()).query(Long.class).single()).isEqualTo(1);
        assertThat(cases.documentIds(earlier.id())).hasSize(1);
        assertThat(upload("more.txt", text("Even more. " + Math.random()), "follows", "CW-1999-000001").getStatus()).isEqualTo(422);
    }
}
