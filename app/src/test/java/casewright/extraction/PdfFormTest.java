package casewright.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDAppearanceContentStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.junit.jupiter.api.Test;

/// Values that were typed into the fields of a PDF, and boxes that were ticked.
class PdfFormTest {

    @Test
    void readsTheValuesOfFieldsBehindTheirLabels() throws IOException {
        try (FilledForm form = new FilledForm()) {
            form.label(60, 700, "Patient initials:").label(60, 670, "Suspected drug:").field(160, 700, "initials", "A. B.").field(160, 670, "drug", "Metoprolol 50 mg");

            assertThat(form.read()).isEqualTo("Patient initials: A. B.\nSuspected drug: Metoprolol 50 mg");
        }
    }

    /// As in MedWatch: some labels stand above their fields, few have a colon.
    @Test
    void aLabelNeedsNoColonAndMayStandAboveItsField() throws IOException {
        try (FilledForm form = new FilledForm()) {
            form.label(60, 700, "1. Patient identifier").label(60, 670, "2. Age at time of event").label(330, 670, "3. Sex").label(60, 640, "Describe event").label(60, 580, "Lot #");
            form.field(200, 700, "a1", "A. B.").field(200, 670, "a2", "54 years").field(400, 670, "a3", "Female").field(60, 622, "b5", "She had a rash.").field(60, 562, "c6", "");

            assertThat(form.read().lines()).containsExactly("1. Patient identifier: A. B.", "2. Age at time of event: 54 years", "3. Sex: Female", "Describe event: She had a rash.", "Lot #");
        }
    }

    @Test
    void theRowsOfAFormAreNoTextThatFlows() throws IOException {
        try (FilledForm form = new FilledForm()) {
            for (int i = 0; i < 3; i++) form.label(60, 700 - 30 * i, (i + 1) + ".").field(160, 700 - 30 * i, "drug" + i, List.of("metoprolol", "lisinopril", "aspirin").get(i));

            assertThat(form.read().lines()).containsSubsequence("metoprolol", "lisinopril", "aspirin");
        }
    }

    @Test
    void aStampOnAnArticleLeavesItsColumns() throws IOException {
        String[] left = {"A woman of 54 years took a tablet of", "metoprolol on each day of the week that", "passed before she came to the clinic with", "a rash that had begun on her left arm."};
        String[] right = {"The rash faded when the tablets had been", "left out for three days, and it was back on", "the day after she had taken another one,", "which she did without having asked us."};
        try (DrawnPdf pdf = new DrawnPdf(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (int i = 0; i < left.length; i++) pdf.text(60, 100 + 12 * i, left[i]).text(320, 100 + 12 * i, right[i]);
            stamp(pdf.document, new PDRectangle(400, 780, 150, 20), "RECEIVED 5 MAY");
            pdf.bytes();
            pdf.document.save(out);

            String text = new TextExtractor(300).extract(out.toByteArray()).pages().getFirst().text();

            assertThat(text).contains(String.join(" ", left)).contains(String.join(" ", right)).contains("RECEIVED 5 MAY");
        }
    }

    private static void stamp(PDDocument document, PDRectangle place, String words) throws IOException {
        PDAppearanceStream look = new PDAppearanceStream(document);
        look.setBBox(new PDRectangle(place.getWidth(), place.getHeight()));
        look.setResources(new PDResources());
        try (PDAppearanceContentStream content = new PDAppearanceContentStream(look)) {
            content.beginText();
            content.setFont(new PDType1Font(FontName.HELVETICA), 10);
            content.newLineAtOffset(5, 5);
            content.showText(words);
            content.endText();
        }
        PDAppearanceDictionary looks = new PDAppearanceDictionary();
        looks.setNormalAppearance(look);
        PDAnnotationRubberStamp stamp = new PDAnnotationRubberStamp();
        stamp.setRectangle(place);
        stamp.setAppearance(looks);
        document.getPage(0).getAnnotations().add(stamp);
    }

    @Test
    void aValueStandsBehindItsLabelWhateverTheirLetters() throws IOException {
        try (DrawnPdf pdf = new DrawnPdf()) {
            pdf.text(FontName.HELVETICA_BOLD, 10, 60, 100, "Patient initials:").text(FontName.COURIER, 12, 200, 100, "A. B.");
            pdf.text(FontName.HELVETICA_BOLD, 10, 60, 130, "Suspected drug:").text(FontName.COURIER, 12, 200, 130, "Metoprolol 50 mg");

            assertThat(new TextExtractor(300).extract(pdf.bytes()).pages().getFirst().text()).isEqualTo("Patient initials: A. B.\nSuspected drug: Metoprolol 50 mg");
        }
    }

    @Test
    void aFormThatWasPrintedIsReadLineByLine() throws IOException {
        try (DrawnPdf pdf = new DrawnPdf()) {
            pdf.lines(60, 100, "Patient initials:", "Date of birth:", "Suspected drug:").lines(330, 100, "Sex:", "Weight:", "Batch:");
            pdf.lines(180, 100, "A. B.", "1 May 1951", "Metoprolol").lines(400, 100, "female", "68 kg", "X123");

            assertThat(new TextExtractor(300).extract(pdf.bytes()).pages().getFirst().text())
                    .isEqualTo("Patient initials: A. B.\nSex: female\nDate of birth: 1 May 1951\nWeight: 68 kg\nSuspected drug: Metoprolol\nBatch: X123");
        }
    }

    @Test
    void tickedBoxesOfAFormAreNamesWithValues() throws IOException {
        List<String> labels = List.of("Patient died", "Life threatening", "Hospitalisation");
        try (FilledForm form = new FilledForm()) {
            for (int i = 0; i < labels.size(); i++) form.label(80, 700 - 20 * i, labels.get(i)).box(60, 698 - 20 * i, "box" + i, i == 2);

            assertThat(form.read()).isEqualTo("Patient died: no\nLife threatening: no\nHospitalisation: yes");
        }
    }

    /// As in CIOMS I: squares drawn of lines, ticked with a letter or with two strokes.
    @Test
    void boxesThatAreDrawnAreNamesWithValues() throws IOException {
        DrawnPdf pdf = new DrawnPdf().text(60, 60, "CHECK ALL APPROPRIATE TO ADVERSE REACTION");
        List<String> labels = List.of("PATIENT DIED", "LIFE THREATENING", "INVOLVED OR PROLONGED INPATIENT HOSPITALISATION");
        for (int i = 0; i < labels.size(); i++) pdf.square(60, 80 + 20 * i, 9).text(75, 88 + 20 * i, labels.get(i));
        pdf.text(61.5f, 108, "X").slant(60, 120, 9);
        pdf.text(60, 200, "SEX:").square(100, 192, 9).square(100, 192, 9).text(115, 200, "Male").square(160, 192, 9).text(175, 200, "Female").text(161.5f, 200, "X");
        pdf.text(60, 230, "Reaction abated after stopping drug?").square(240, 222, 9).text(255, 230, "Yes").square(290, 222, 9).text(305, 230, "No").text(241.5f, 230, "X");

        String body = new TextExtractor(300).extract(pdf.bytes()).pages().getFirst().body();

        assertThat(body.lines()).containsExactly("CHECK ALL APPROPRIATE TO ADVERSE REACTION", "PATIENT DIED: no", "LIFE THREATENING: yes", "INVOLVED OR PROLONGED INPATIENT HOSPITALISATION: yes",
                "SEX: Female", "Reaction abated after stopping drug: Yes");
    }

    @Test
    void aLabelMayGoOnBelow() throws IOException {
        DrawnPdf pdf = new DrawnPdf().square(60, 80, 9).text(75, 88, "INVOLVED OR").text(75, 99, "PROLONGED INPATIENT").text(75, 110, "HOSPITALISATION").text(61.5f, 88, "X");
        pdf.square(60, 116, 9).text(75, 124, "LIFE THREATENING").text(60, 150, "The patient recovered.");

        assertThat(new TextExtractor(300).extract(pdf.bytes()).pages().getFirst().body().lines()).containsExactly("INVOLVED OR PROLONGED INPATIENT HOSPITALISATION: yes", "LIFE THREATENING: no",
                "The patient recovered.");
    }

    @Test
    void theCellsOfADateAreNoBoxes() throws IOException {
        DrawnPdf pdf = new DrawnPdf().text(60, 100, "Date of onset:");
        for (int i = 0; i < 8; i++) pdf.square(140 + 12 * i, 90, 12).text(143 + 12 * i, 100, "12032025".substring(i, i + 1));

        assertThat(new TextExtractor(300).extract(pdf.bytes()).pages().getFirst().body().replace(" ", "")).contains("12032025");
    }
}
