package casewright.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.junit.jupiter.api.Test;

/// Values that were typed into the fields of a PDF.
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
}
