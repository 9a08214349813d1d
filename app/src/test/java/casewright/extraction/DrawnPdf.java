package casewright.extraction;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.util.Matrix;

/// Invented PDFs, drawn word by word and line by line. Places are in points from the upper left corner of an A4 page.
public final class DrawnPdf implements AutoCloseable {

    private static final float HEIGHT = PDRectangle.A4.getHeight();

    final PDDocument document = new PDDocument();
    private PDPage page;
    private PDPageContentStream content;

    public DrawnPdf() {
        page = new PDPage(PDRectangle.A4);
        content = begun(page);
    }

    private PDPageContentStream begun(PDPage next) {
        try {
            document.addPage(next);
            return new PDPageContentStream(document, next);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public DrawnPdf newPage() throws IOException {
        content.close();
        page = new PDPage(PDRectangle.A4);
        content = begun(page);
        return this;
    }

    /// In the document information, not on a page.
    public DrawnPdf titled(String title) {
        document.getDocumentInformation().setTitle(title);
        return this;
    }

    public DrawnPdf turned(int degrees) {
        page.setRotation(degrees);
        return this;
    }

    public DrawnPdf text(float x, float y, String text) throws IOException {
        return text(FontName.HELVETICA, 10, x, y, text);
    }

    public DrawnPdf text(FontName font, float size, float x, float y, String text) throws IOException {
        content.beginText();
        content.setFont(new PDType1Font(font), size);
        content.newLineAtOffset(x, HEIGHT - y);
        content.showText(text);
        content.endText();
        return this;
    }

    /// Lines below each other, 12 points apart.
    public DrawnPdf lines(float x, float y, String... lines) throws IOException {
        for (int i = 0; i < lines.length; i++) text(x, y + 12 * i, lines[i]);
        return this;
    }

    /// Text that runs upwards, as on a page that is printed broadside.
    public DrawnPdf upwards(float x, float y, String text) throws IOException {
        content.beginText();
        content.setFont(new PDType1Font(FontName.HELVETICA), 10);
        content.setTextMatrix(Matrix.getRotateInstance(Math.PI / 2, x, HEIGHT - y));
        content.showText(text);
        content.endText();
        return this;
    }

    public DrawnPdf white(float x, float y, String text) throws IOException {
        content.setNonStrokingColor(1f);
        text(x, y, text);
        content.setNonStrokingColor(0f);
        return this;
    }

    public DrawnPdf filled(float x, float y, float width, float height) throws IOException {
        content.addRect(x, HEIGHT - y - height, width, height);
        content.fill();
        return this;
    }

    public DrawnPdf rule(float x0, float x1, float y) throws IOException {
        content.moveTo(x0, HEIGHT - y);
        content.lineTo(x1, HEIGHT - y);
        content.stroke();
        return this;
    }

    /// A box to tick.
    public DrawnPdf square(float x, float y, float side) throws IOException {
        content.addRect(x, HEIGHT - y - side, side, side);
        content.stroke();
        return this;
    }

    /// A cross in a box.
    public DrawnPdf slant(float x, float y, float side) throws IOException {
        for (int up = 0; up < 2; up++) {
            content.moveTo(x, HEIGHT - y - up * side);
            content.lineTo(x + side, HEIGHT - y - (1 - up) * side);
            content.stroke();
        }
        return this;
    }

    public DrawnPdf upright(float x, float y0, float y1) throws IOException {
        content.moveTo(x, HEIGHT - y0);
        content.lineTo(x, HEIGHT - y1);
        content.stroke();
        return this;
    }

    public byte[] bytes() throws IOException {
        content.close();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.save(out);
            return out.toByteArray();
        }
    }

    /// The same, locked with a password; without one it opens, but nobody may take text out of it.
    public byte[] locked(String password) throws IOException {
        try (PDDocument copy = Loader.loadPDF(bytes()); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            AccessPermission rights = new AccessPermission();
            rights.setCanExtractContent(!password.isEmpty());
            copy.protect(new StandardProtectionPolicy("owner's", password, rights));
            copy.save(out);
            return out.toByteArray();
        }
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
