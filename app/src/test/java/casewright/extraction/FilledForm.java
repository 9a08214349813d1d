package casewright.extraction;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDCheckBox;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;

/// A PDF with fields that were filled in a viewer. Places are in points from the lower left corner, as the file has them.
final class FilledForm implements AutoCloseable {

    private final PDDocument document = new PDDocument();
    private final PDPage page = new PDPage();
    private final PDAcroForm form = new PDAcroForm(document);

    FilledForm() {
        document.addPage(page);
        PDResources resources = new PDResources();
        resources.put(COSName.getPDFName("Helv"), new PDType1Font(FontName.HELVETICA));
        form.setDefaultResources(resources);
        form.setDefaultAppearance("/Helv 10 Tf 0 g");
        document.getDocumentCatalog().setAcroForm(form);
    }

    FilledForm label(float x, float y, String text) throws IOException {
        try (PDPageContentStream content = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, false)) {
            content.beginText();
            content.setFont(new PDType1Font(FontName.HELVETICA), 10);
            content.newLineAtOffset(x, y);
            content.showText(text);
            content.endText();
        }
        return this;
    }

    FilledForm field(float x, float y, String name, String value) throws IOException {
        PDTextField field = new PDTextField(form);
        place(field, name, new PDRectangle(x, y - 4, 120, 14));
        field.setValue(value);
        return this;
    }

    FilledForm box(float x, float y, String name, boolean ticked) {
        PDCheckBox box = new PDCheckBox(form);
        PDAnnotationWidget widget = place(box, name, new PDRectangle(x, y, 10, 10));
        COSDictionary states = new COSDictionary();
        for (String state : List.of("Yes", "Off")) {
            PDAppearanceStream look = new PDAppearanceStream(document);
            look.setBBox(new PDRectangle(10, 10));
            states.setItem(COSName.getPDFName(state), look);
        }
        PDAppearanceDictionary looks = new PDAppearanceDictionary();
        looks.getCOSObject().setItem(COSName.N, states);
        widget.setAppearance(looks);
        widget.setAppearanceState(ticked ? "Yes" : "Off");
        return this;
    }

    private PDAnnotationWidget place(PDField field, String name, PDRectangle place) {
        field.setPartialName(name);
        PDAnnotationWidget widget = field.getWidgets().getFirst();
        widget.setRectangle(place);
        widget.setPage(page);
        try {
            page.getAnnotations().add(widget);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        form.getFields().add(field);
        return widget;
    }

    /// The text of its page.
    String read() throws IOException {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.save(out);
            return new TextExtractor(300).extract(out.toByteArray()).pages().getFirst().text();
        }
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
