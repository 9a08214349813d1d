package casewright;

import static org.assertj.core.api.Assertions.assertThat;

import casewright.access.Person;
import casewright.access.Role;
import casewright.audit.Action;
import casewright.audit.AuditTrail;
import casewright.cases.Arrival;
import casewright.cases.CaseJobs;
import casewright.cases.CaseStatus;
import casewright.cases.Cases;
import casewright.cases.ReportCase;
import casewright.company.Company;
import casewright.database.TestDatabase;
import casewright.drafting.Citation;
import casewright.drafting.Draft;
import casewright.drafting.Drafts;
import casewright.drafting.FieldValue;
import casewright.drafting.ReportDrafter;
import casewright.evidence.EvidenceTrail;
import casewright.extraction.CaseTexts;
import casewright.extraction.DocumentText;
import casewright.extraction.DocumentTexts;
import casewright.extraction.DrawnPdf;
import casewright.extraction.Page;
import casewright.extraction.TextExtractor;
import casewright.intake.Documents;
import casewright.intake.GivenPasswords;
import casewright.intake.Intake;
import casewright.intake.IntakeSettings;
import casewright.llm.LanguageModel;
import casewright.llm.ModelCalls;
import casewright.llm.ModelOverHttp;
import casewright.llm.ModelOverHttp.Manner;
import casewright.reading.CaseReader;
import casewright.reading.Readings;
import casewright.refusal.UnavailableException;
import casewright.reading.terms.Vocabulary;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The automatic steps with real PostgreSQL, the real reader and the real client of a model that does not behave.
class ReportFlowTest {

    private static final Vocabulary VOCABULARY = new Vocabulary("", Path.of("target/no-vocabulary"));
    private static final Person OFFICER = new Person(1, "olga", "Olga Officer", Role.OFFICER, true);

    private final ModelOverHttp model = ModelOverHttp.start();
    private ReportFlow.Stores stores;
    private ReportFlow.Steps steps;
    private TransactionTemplate transaction;
    private final GivenPasswords passwords = new GivenPasswords();
    private CaseJobs jobs;
    private Intake intake;
    private ReportFlow flow;
    private ReportCase report;

    @BeforeEach
    void open() {
        TestDatabase database = TestDatabase.fresh();
        JdbcClient sql = database.sql();
        Clock clock = Clock.systemUTC();
        AuditTrail trail = new AuditTrail(sql, clock);
        stores = new ReportFlow.Stores(new Cases(sql, trail, clock), new Documents(sql, trail, clock), new DocumentTexts(sql), new Readings(sql, clock), new Drafts(sql, clock),
                new EvidenceTrail(sql, clock), new ModelCalls(sql), new Company(sql, trail, clock), trail);
        LanguageModel client = model.client();
        steps = new ReportFlow.Steps(new CaseTexts(new TextExtractor(300), new CaseTexts.Stores(stores.cases(), stores.documents(), stores.texts()), passwords), CaseReader.asking(client, VOCABULARY, clock), (_, _, _) -> List.of(),
                ReportDrafter.asking(client, VOCABULARY, clock));
        jobs = new CaseJobs(new StaticListableBeanFactory().getBeanProvider(SchedulerClient.class), clock);
        transaction = database.transaction();
        flow = new ReportFlow(steps, stores, transaction, jobs);
        intake = new Intake(stores.documents(), stores.cases(), new IntakeSettings(50_000_000, 300, 20));
        report = intake.accept("letter.txt", InventedLetter.TEXT.getBytes(StandardCharsets.UTF_8), new Arrival(LocalDate.of(2025, 3, 4), "post", "spontaneous", "", "DE"), OFFICER).report();
    }

    @AfterEach
    void close() {
        model.close();
    }

    private ReportCase now() {
        return stores.cases().get(report.id());
    }

    @Test
    void takesALetterToADraft() {
        boolean again = flow.goOn(report.id());

        assertThat(again).isFalse();
        assertThat(now().status()).isEqualTo(CaseStatus.WAITING_FOR_REVIEW);
        assertThat(stores.drafts().getNewest(report.id()).draft().shown("suspectDrugs[0].name")).isEqualToIgnoringCase("metoprolol");
        assertThat(model.questions()).isPositive();
        assertThat(stores.trail().verify().firstFault()).isEmpty();
    }

    @Test
    void draftsFromTheLetterInAnArchiveBesideAFileThatCannotBeRead() throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            zip.putNextEntry(new ZipEntry("letter.txt"));
            zip.write((InventedLetter.TEXT + "\nSent once more.").getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("scan.pdf"));
            zip.write("%PDF-1.7\n".getBytes(StandardCharsets.UTF_8));
        }
        ReportCase packed = intake.accept("letters.zip", archive.toByteArray(), report.arrival(), OFFICER).report();

        flow.goOn(packed.id());

        List<Long> documents = stores.cases().documentIds(packed.id());
        assertThat(stores.cases().get(packed.id()).status()).isEqualTo(CaseStatus.WAITING_FOR_REVIEW);
        assertThat(stores.drafts().getNewest(packed.id()).draft().fields()).filteredOn(field -> field.path().equals("suspectDrugs[0].name")).singleElement()
                .satisfies(field -> assertThat(((FieldValue.Stated) field.value()).citations()).anySatisfy(citation ->
                        assertThat(((Citation.Source) citation).documentId()).isEqualTo(documents.get(1))));
        assertThat(stores.texts().find(documents.get(2)).orElseThrow().warnings()).singleElement().asString().contains("damaged or incomplete");
    }

    private static DrawnPdf attachedReport() throws IOException {
        return new DrawnPdf().lines(60, 100, InventedLetter.TEXT.lines().toArray(String[]::new));
    }

    private ReportCase received(byte[] mail) {
        return intake.accept("mail.eml", mail, report.arrival(), OFFICER).report();
    }

    @Test
    void readsATemplateFilledInAsTheTextOfAnEmail() throws IOException {
        ReportCase mailed = received(TestMail.of("""
                Dear team,

                > - *Patient:* 45 F
                > - *Product:* Zyntra 10 mg once daily
                >   since 3 May 2024 for hypertension
                > - *Event:* rash | *Outcome:* recovered

                Kind regards,
                Anna Sample, RN"""));

        flow.goOn(mailed.id());

        Draft draft = stores.drafts().getNewest(mailed.id()).draft();
        assertThat(List.of(draft.shown("patient.age"), draft.shown("patient.sex"), draft.shown("suspectDrugs[0].name"), draft.shown("reactions[0].term"), draft.shown("reactions[0].outcome"))).containsExactly("45 years", "female", "Zyntra", "rash", "recovered");
        assertThat(draft.code("suspectDrugs[0].dose")).isEqualTo("10 mg, every 1 d");
        assertThat(draft.code("suspectDrugs[0].start")).isEqualTo("2024-05-03");
        long document = stores.cases().documentIds(mailed.id()).getFirst();
        String text = stores.texts().find(document).orElseThrow().pages().getFirst().text();
        assertThat(draft.fields()).filteredOn(field -> field.value() instanceof FieldValue.Stated).flatExtracting(field -> ((FieldValue.Stated) field.value()).citations())
                .filteredOn(citation -> citation instanceof Citation.Source).isNotEmpty().map(Citation.Source.class::cast)
                .allSatisfy(citation -> assertThat(text.substring(citation.start(), citation.end())).isEqualTo(citation.quote()));
        assertThat(draft.narrative()).allSatisfy(sentence -> assertThat(sentence.sentence()).doesNotContain(">"));
    }

    @Test
    void aLockedAttachmentWaitsForItsPassword() throws IOException {
        ReportCase mailed = received(TestMail.of("The report is attached.", "report.pdf", attachedReport().locked("let me in"), "second.pdf", new DrawnPdf().text(60, 100, "More on it.").locked("the other")));

        flow.goOn(mailed.id());
        assertThat(stores.cases().get(mailed.id()).status()).isEqualTo(CaseStatus.NEEDS_ATTENTION);
        assertThat(stores.cases().get(mailed.id()).statusReason()).isEqualTo("2 attachments open only with a password. Please give it below, or let the case be read without them.");
        passwords.give(mailed.id(), "the other");
        passwords.give(mailed.id(), "let me in");
        stores.cases().move(mailed.id(), CaseStatus.RECEIVED, Action.by("Olga Officer", 1, "tried again"));
        flow.goOn(mailed.id());

        assertThat(stores.cases().get(mailed.id()).status()).isEqualTo(CaseStatus.WAITING_FOR_REVIEW);
        assertThat(stores.drafts().getNewest(mailed.id()).draft().shown("suspectDrugs[0].name")).isEqualToIgnoringCase("metoprolol");
        assertThat(passwords.of(mailed.id())).as("forgotten once the case was read").isEmpty();
    }

    @Test
    void aCaseIsReadWithoutALockedAttachmentOnceAPersonSaysSo() throws IOException {
        ReportCase mailed = received(TestMail.of(InventedLetter.TEXT, "more.pdf", attachedReport().locked("nobody knows")));
        flow.goOn(mailed.id());
        long attachment = stores.cases().documentIds(mailed.id()).getLast();

        stores.cases().leaveOut(mailed.id(), attachment);
        stores.cases().move(mailed.id(), CaseStatus.RECEIVED, Action.by("Olga Officer", 1, "tried again"));
        flow.goOn(mailed.id());

        assertThat(stores.cases().get(mailed.id()).status()).isEqualTo(CaseStatus.WAITING_FOR_REVIEW);
        assertThat(stores.texts().ofCase(mailed.id(), attachment).orElseThrow().warnings()).singleElement().asString().contains("the case was read without it");
        ReportCase again = received(TestMail.of(InventedLetter.TEXT + "Sent again.", "more.pdf", stores.documents().content(attachment)));
        flow.goOn(again.id());
        assertThat(stores.cases().get(again.id()).status()).as("another case has its own answer").isEqualTo(CaseStatus.NEEDS_ATTENTION);
    }

    @Test
    void attachmentsThatNobodyCanReadAreDocumentsThatSayWhy() throws IOException {
        byte[] mail = TestMail.of(InventedLetter.TEXT, "restricted.pdf", attachedReport().locked(""), "cut.pdf", "%PDF-1.7\n1 0 obj".getBytes(StandardCharsets.UTF_8), "empty.docx", new byte[0], "rash.gif",
                "GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000;".getBytes(StandardCharsets.ISO_8859_1));

        ReportCase mailed = received(mail);
        flow.goOn(mailed.id());

        List<Long> documents = stores.cases().documentIds(mailed.id());
        assertThat(stores.cases().get(mailed.id()).status()).isEqualTo(CaseStatus.WAITING_FOR_REVIEW);
        assertThat(documents.subList(1, 5)).extracting(id -> stores.texts().find(id).orElseThrow()).allMatch(text -> !text.wasRead()).extracting(text -> text.warnings().getFirst())
                .satisfiesExactly(why -> assertThat(why).contains("owner has forbidden"), why -> assertThat(why).contains("damaged or incomplete"),
                        why -> assertThat(why).contains("empty (0 bytes)"), why -> assertThat(why).contains("an image of a kind that cannot be read"));
    }

    @Test
    void readsADocumentAnewWithANewerExtractorAndLeavesEarlierCasesTheirText() {
        long document = stores.cases().documentIds(report.id()).getFirst();
        stores.texts().keep(document, new DocumentText("casewright-1/text", List.of(Page.ofPlainText(1, "As it was read then.")), List.of()));
        stores.texts().usedBy(report.id());
        ReportCase later = stores.cases().open(report.arrival(), List.of(document), new Cases.Origin(OFFICER.name(), OFFICER.id(), CaseStatus.RECEIVED, 1, 1, report.id()));

        flow.goOn(later.id());

        assertThat(stores.texts().ofCase(report.id(), document).orElseThrow().pages().getFirst().text()).isEqualTo("As it was read then.");
        assertThat(stores.texts().ofCase(later.id(), document)).hasValueSatisfying(text -> {
            assertThat(TextExtractor.isCurrent(text)).isTrue();
            assertThat(text.pages().getFirst().text()).isEqualTo(InventedLetter.TEXT);
        });
    }

    @ParameterizedTest
    @EnumSource(value = Manner.class, names = {"REFUSING", "SILENT"})
    void waitsVisiblyForAModelThatIsAwayAndThenAsksForAttention(Manner manner) {
        model.behaving(manner);

        boolean again = flow.goOn(report.id());

        assertThat(again).isTrue();
        assertThat(now().status()).isEqualTo(CaseStatus.READING);
        assertThat(now().statusReason()).contains("model server").contains("tried again by itself");

        assertThat(flow.goOn(report.id())).isTrue();
        assertThat(flow.goOn(report.id())).as("three tries are enough").isFalse();
        assertThat(now().status()).isEqualTo(CaseStatus.NEEDS_ATTENTION);
        assertThat(now().statusReason()).contains("model server").contains("tried 3 times").doesNotContain("metoprolol");
        assertThat(stores.drafts().findNewest(report.id())).isEmpty();
    }

    @Test
    void draftsWhenItIsTriedAgainAndTheModelIsBack() {
        model.behaving(Manner.REFUSING);
        for (int i = 0; i < 3; i++) flow.goOn(report.id());
        model.behaving(Manner.WELL);

        stores.cases().move(report.id(), CaseStatus.RECEIVED, Action.by("Olga Officer", 1, "tried again"));
        flow.goOn(report.id());

        assertThat(now().status()).isEqualTo(CaseStatus.WAITING_FOR_REVIEW);
        assertThat(now().attempts()).isZero();
        assertThat(stores.trail().verify().firstFault()).isEmpty();
    }

    @Test
    void aDraftThatFailsForNowIsTriedAgainThoughItsReadingWasDone() {
        ReportFlow failing = new ReportFlow(new ReportFlow.Steps(steps.texts(), steps.reader(), (_, _, _) -> {
            throw new UnavailableException("The search is away.");
        }, steps.drafter()), stores, transaction, jobs);

        boolean again = failing.goOn(report.id());

        assertThat(again).isTrue();
        assertThat(now().status()).isEqualTo(CaseStatus.DRAFTING);
        assertThat(now().statusReason()).contains("The search is away").contains("tried again by itself");
    }

    @ParameterizedTest
    @EnumSource(value = Manner.class, names = {"CUT_OFF", "NONSENSE"})
    void goesOnWithoutAModelWhoseAnswersCannotBeUsed(Manner manner) {
        model.behaving(manner);

        boolean again = flow.goOn(report.id());

        assertThat(again).isFalse();
        assertThat(now().status()).isEqualTo(CaseStatus.WAITING_FOR_REVIEW);
        assertThat(stores.drafts().getNewest(report.id()).draft().shown("suspectDrugs[0].name")).isEqualToIgnoringCase("metoprolol");
    }

    @Test
    void countsNoAttemptThatTheEndOfTheServiceBrokeOff() throws InterruptedException {
        model.behaving(Manner.SILENT);
        Thread worker = Thread.ofPlatform().start(() -> flow.goOn(report.id()));
        Await.until("the model is asked", Duration.ofSeconds(30), () -> model.questions() > 0);

        worker.interrupt();
        worker.join(Duration.ofSeconds(30));

        assertThat(worker.isAlive()).isFalse();
        assertThat(now().status()).isEqualTo(CaseStatus.READING);
        assertThat(now().attempts()).isZero();
    }

    @Test
    void countsNoAttemptWhenTheModelIsStoppedBeforeTheStep() {
        model.behaving(Manner.REFUSING);
        jobs.stop();

        boolean again = flow.goOn(report.id());

        assertThat(again).isTrue();
        assertThat(now().attempts()).isZero();
    }

    @Test
    void aDocumentOverTheLimitOfPagesAsksForAttentionAndNamesTheLimit() {
        String pages = "A page of a letter.\f".repeat(300) + "The last page.";
        intake = new Intake(stores.documents(), stores.cases(), new IntakeSettings(50_000_000, 300, 20));
        ReportCase tooLong = intake.accept("long.txt", pages.getBytes(StandardCharsets.UTF_8), report.arrival(), OFFICER).report();

        flow.goOn(tooLong.id());

        ReportCase after = stores.cases().get(tooLong.id());
        assertThat(after.status()).isEqualTo(CaseStatus.NEEDS_ATTENTION);
        assertThat(after.statusReason()).contains("301 pages; the limit is 300 (setting casewright.intake.most-pages)");
        assertThat(model.questions()).isZero();
    }

    @Test
    void repeatsAStepThatWasBrokenOffWithoutDoingAnythingTwice() {
        stores.cases().move(report.id(), CaseStatus.READING, Action.byService("reading began"));

        flow.goOn(report.id());
        flow.goOn(report.id());

        assertThat(now().status()).isEqualTo(CaseStatus.WAITING_FOR_REVIEW);
        assertThat(stores.drafts().getNewest(report.id()).draft().revision()).isEqualTo(1);
    }
}
