package casewright.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDAppearanceContentStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDCheckBox;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.junit.jupiter.api.Test;

/// Values that were typed into the fields of a PDF, and boxes that were ticked.
class PdfFormTest {

    private static PDAcroForm form(PDDocument document) {
        PDAcroForm form = new PDAcroForm(document);
        PDResources resources = new PDResources();
        resources.put(COSName.getPDFName("Helv"), new PDType1Font(FontName.HELVETICA));
        form.setDefaultResources(resources);
        form.setDefaultAppearance("/Helv 10 Tf 0 g");
        document.getDocumentCatalog().setAcroForm(form);
        return form;
    }

    private static void field(PDAcroForm form, PDPage page, float y, String name, String value) throws IOException {
        PDTextField field = new PDTextField(form);
        field.setPartialName(name);
        PDAnnotationWidget widget = field.getWidgets().getFirst();
        widget.setRectangle(new PDRectangle(160, y - 4, 200, 14));
        widget.setPage(page);
        page.getAnnotations().add(widget);
        form.getFields().add(field);
        field.setValue(value);
    }

    @Test
    void readsTheValuesOfFieldsBehindTheirLabels() throws IOException {
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            document.addPage(page);
            PDAcroForm form = form(document);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.setFont(new PDType1Font(FontName.HELVETICA), 10);
                for (int i = 0; i < 2; i++) {
                    content.beginText();
                    content.newLineAtOffset(60, 700 - 30 * i);
                    content.showText(i == 0 ? "Patient initials:" : "Suspected drug:");
                    content.endText();
                }
            }
            field(form, page, 700, "initials", "A. B.");
            field(form, page, 670, "drug", "Metoprolol 50 mg");
            document.save(out);

            DocumentText text = new TextExtractor(300).extract(out.toByteArray());

            assertThat(text.pages().getFirst().text()).isEqualTo("Patient initials: A. B.\nSuspected drug: Metoprolol 50 mg");
        }
    }

    @Test
    void theRowsOfAFormAreNoTextThatFlows() throws IOException {
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            document.addPage(page);
            PDAcroForm form = form(document);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.setFont(new PDType1Font(FontName.HELVETICA), 10);
                for (int i = 0; i < 3; i++) {
                    content.beginText();
                    content.newLineAtOffset(60, 700 - 30 * i);
                    content.showText((i + 1) + ".");
                    content.endText();
                }
            }
            for (int i = 0; i < 3; i++) field(form, page, 700 - 30 * i, "drug" + i, List.of("metoprolol", "lisinopril", "aspirin").get(i));
            document.save(out);

            assertThat(new TextExtractor(300).extract(out.toByteArray()).pages().getFirst().text().lines()).containsSubsequence("metoprolol", "lisinopril", "aspirin");
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
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            document.addPage(page);
            PDAcroForm form = form(document);
            List<String> labels = List.of("Patient died", "Life threatening", "Hospitalisation");
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.setFont(new PDType1Font(FontName.HELVETICA), 10);
                for (int i = 0; i < labels.size(); i++) {
                    content.beginText();
                    content.newLineAtOffset(80, 700 - 20 * i);
                    content.showText(labels.get(i));
                    content.endText();
                }
            }
            for (int i = 0; i < labels.size(); i++) checkBox(document, form, page, 60, 698 - 20 * i, "box" + i, i == 2);
            document.save(out);

            DocumentText text = new TextExtractor(300).extract(out.toByteArray());

            assertThat(text.pages().getFirst().text()).isEqualTo("Patient died: no\nLife threatening: no\nHospitalisation: yes");
        }
    }

    private static void checkBox(PDDocument document, PDAcroForm form, PDPage page, float x, float y, String name, boolean ticked) throws IOException {
        PDCheckBox box = new PDCheckBox(form);
        box.setPartialName(name);
        PDAnnotationWidget widget = box.getWidgets().getFirst();
        widget.setRectangle(new PDRectangle(x, y, 10, 10));
        PDAppearanceDictionary looks = new PDAppearanceDictionary();
        COSDictionary states = new COSDictionary();
        for (String state : List.of("Yes", "Off")) {
            PDAppearanceStream look = new PDAppearanceStream(document);
            look.setBBox(new PDRectangle(10, 10));
            states.setItem(COSName.getPDFName(state), look);
        }
        looks.getCOSObject().setItem(COSName.N, states);
        widget.setAppearance(looks);
        widget.setAppearanceState(ticked ? "Yes" : "Off");
        page.getAnnotations().add(widget);
        form.getFields().add(box);
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
