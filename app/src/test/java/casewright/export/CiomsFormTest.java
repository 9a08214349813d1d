package casewright.export;

import static org.assertj.core.api.Assertions.assertThat;

import casewright.extraction.Scan;
import casewright.extraction.TextExtractor;
import casewright.reading.NullFlavor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class CiomsFormTest {

    private static final String WATERMARK = "DRAFT-notapproved";

    private final CiomsForm form = new CiomsForm();

    private byte[] approved(ExampleCase example) {
        return form.pdf(ReportContent.of(example.approved(), List.of(), ExampleCase.TRAIL_HASH));
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void printsTheCaseIntoTheBoxes() throws IOException {
        byte[] pdf = approved(new ExampleCase());

        Files.write(Path.of("target/cioms-approved.pdf"), pdf);
        assertThat(text(pdf)).contains("SUSPECT ADVERSE REACTION REPORT", "A.B.", "Velorin (losartan), batch VL2207", "24-FEB-2025 / 11-MAR-2025", "#1 severe hyperkalaemia (onset 08-MAR-2025; outcome: recovered",
                "GB-MERIDIAN-CW-2026-000004", "19-NOV-2026", "24-NOV-2026", "#1 amlodipine 5 mg once daily", "Dr. S. Okafor, physician");
    }

    @Test
    void printsOtherDosesDatesOfConcomitantDrugsTheDeathAndTheWordsOfADayThatWasWorkedOut() throws IOException {
        byte[] pdf = approved(new ExampleCase().with("suspectDrugs[0].otherDoses", "50 mg once daily", null).with("concomitantDrugs[0].start", "May 2020", "2020-05").with("patient.deathDate", "14 March 2025", "2025-03-14")
                .with("patient.deathCause", "cardiac arrest", null).with("reactions[0].onset", "two weeks later", "2025-03-10"));

        assertThat(text(pdf).replaceAll("\\s+", " ")).contains("100 mg once daily; also told: 50 mg once daily", "#1 amlodipine 5 mg once daily, MAY-2020 / not stated", "Died: 14-MAR-2025; Cause of death: cardiac arrest",
                "onset 10-MAR-2025 (two weeks later)");
    }

    @Test
    void printsWhatIsNotKnownAsUnknown() throws IOException {
        byte[] pdf = approved(new ExampleCase().withNothingStated("suspectDrugs[0].indication", NullFlavor.UNK).withNothingStated("suspectDrugs[0].start", NullFlavor.ASKU).withNothingStated("suspectDrugs[0].route", NullFlavor.NASK)
                .withNothingStated("patient.autopsy", NullFlavor.UNK));

        assertThat(text(pdf)).contains("unknown / 11-MAR-2025", "not asked", "Autopsy: unknown");
    }

    @Test
    void printsTimesOfTheHistoryAndPastReactionsIntoItsBox() throws IOException {
        byte[] pdf = approved(new ExampleCase().with("patient.medicalHistory[0].start", "since March 2015", "2015-03").with("patient.medicalHistory[0].continuing", "yes", "true")
                .with("patient.medicalHistory[1].start", "at the age of 12", null).with("patient.pastReactions[0].name", "penicillin", null).with("patient.pastReactions[0].reaction", "rash", null).with("patient.pastReactions[0].start", "in 2012", "2012"));

        assertThat(text(pdf)).contains("(start MAR-2015, continuing)", "(start at the age of 12)", "Past reactions to drugs: penicillin (rash, 2012)");
    }

    @Test
    void printsTheCountryOfTheReactionTheAgeGroupTheStudyAndThePregnancysWeek() throws IOException {
        byte[] pdf = approved(new ExampleCase().without("patient.age").with("patient.ageGroup", "elderly", "6").with("reactions[0].country", "Portugal", "PT").with("reporter.studyName", "ORLA-2", null).with("reporter.studyType", "clinical trial", "1")
                .with("patient.pregnancy", "pregnant", null).with("patient.gestationPeriod", "24 weeks of gestation", "24 wk").with("patient.lastMenstruation", "3 March 2021", "2021-03-03"));

        assertThat(text(pdf)).contains("elderly", "Portugal", "Study: ORLA-2, clinical trial", "Pregnancy: pregnant, 24 weeks of gestation", "Last menstrual period: 03-MAR-2021");
    }

    @Test
    void namesCitedPublicKnowledgeInTheRemarksAndNoneOfTheCompanysOwn() throws IOException {
        byte[] pdf = form.pdf(ReportContent.of(new ExampleCase().approved(), List.of(ExampleCase.cited("labels", false), ExampleCase.cited("data-sheets", true)), ExampleCase.TRAIL_HASH));

        assertThat(text(pdf)).contains("Public knowledge cited: Velorin: label, Adverse reactions (labels, version 2026-").doesNotContain("data-sheets");
    }

    /// A partner sends such a form, or scans what it printed.
    @Test
    void isReadBackWithItsBoxesFromTheFileAndFromAScan() throws IOException {
        byte[] pdf = approved(new ExampleCase());
        TextExtractor extractor = new TextExtractor(300);

        for (byte[] came : List.of(pdf, Scan.pdf(Scan.of(pdf, 300)))) {
            assertThat(extractor.extract(came).pages().getFirst().body().lines()).contains("PATIENT DIED: no", "INVOLVED OR PROLONGED INPATIENT HOSPITALISATION: yes", "LIFE THREATENING: yes", "STUDY: no", "HEALTH PROFESSIONAL: yes", "INITIAL: yes");
        }
    }

    @Test
    void printsEachSignatureAndTheNewestHashOfTheTrail() throws IOException {
        assertThat(text(approved(new ExampleCase()))).contains("Dr Katharina Vogel", "I approve this report.", "24 Nov 2026, 15:01:02 +01:00 (Europe/Berlin)", ExampleCase.TRAIL_HASH, "1c".repeat(32));
    }

    @Test
    void marksEachPageOfADraftAndNoPageOfAnApprovedReport() throws IOException {
        ExampleCase example = new ExampleCase();
        for (int i = 0; i < 60; i++) example.telling("course", "On day " + i + " the potassium was measured again and the patient felt as weak as on the day before.");

        byte[] draft = form.pdf(ReportContent.of(example.draftOnly(), List.of(), ExampleCase.TRAIL_HASH));

        Files.write(Path.of("target/cioms-draft.pdf"), draft);
        try (PDDocument document = Loader.loadPDF(draft)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(1);
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                // Letters that stand aslant come out one by one.
                assertThat(stripper.getText(document).replaceAll("\\s+", "").split(WATERMARK, -1)).as("watermark and foot of page " + page).hasSize(3);
            }
        }
        assertThat(text(approved(example))).doesNotContain("DRAFT", "not approved");
    }

    @Test
    void losesNoWordOfATextThatItsBoxDoesNotHold() throws IOException {
        ExampleCase example = new ExampleCase();
        for (int i = 0; i < 120; i++) example.telling("course", "Observation number " + i + " was made.");

        String text = text(approved(example));

        assertThat(text).contains("(continued on the next page)", "DESCRIBE REACTION(S) (including relevant tests/lab data) (continued)");
        for (int i = 0; i < 120; i++) assertThat(text).contains("number " + i + " ");
    }

    @Test
    void givesTheSameBytesForTheSameContent() {
        byte[] once = approved(new ExampleCase());
        byte[] again = new CiomsForm().pdf(ReportContent.of(new ExampleCase().approved(), List.of(), ExampleCase.TRAIL_HASH));

        assertThat(again).isEqualTo(once);
    }

    @Test
    void printsMarkupInAValueAsText() throws IOException {
        byte[] pdf = approved(new ExampleCase().with("suspectDrugs[0].indication", "<b>pain</b> & <script>x</script> ${1+1} [[${2+2}]]", null));

        assertThat(text(pdf)).contains("<b>pain</b> & <script>x</script> ${1+1} [[${2+2}]]");
    }

    @Test
    void showsCharactersThatTheFontLacksByTheirNumbers() throws IOException {
        byte[] pdf = approved(new ExampleCase().with("reporter.name", "Prof. 药 Ångström, αβ", null));

        assertThat(text(pdf)).contains("Prof. [U+836F] Ångström, αβ");
    }
}
