package casewright.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casewright.refusal.RefusedException.Reason;
import casewright.refusal.RefusedException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Small PDFs that grow to hundreds of MB when they are unpacked. Each ends soon, and the next document is read as ever.
@Timeout(100)
class GrowingPdfTest {

    private static final String SENTENCE = "A severe rash appeared after the second dose of metoprolol.";
    /// Nothing at all, one number, arrays within arrays, one piece of text, numbers for no operator.
    private static final List<String> REPEATED = List.of(" ", "1", "[", "(", "1 ");

    private final TextExtractor extractor = new TextExtractor(300);

    @AfterEach
    void theNextDocumentIsReadAsEver() throws IOException {
        assertThat(extractor.extract(new DrawnPdf().text(72, 100, SENTENCE).bytes()).pages().getFirst().text()).isEqualTo(SENTENCE);
    }

    /// Runs of 128 times the same character (ISO 32000-1, 7.4.5), and these deflated; more than one character only deflated.
    private static void fill(COSStream stream, String repeated, int lengthBytes) throws IOException {
        boolean inRuns = repeated.length() == 1;
        byte[] once = inRuns ? new byte[] {(byte) 129, (byte) repeated.charAt(0)} : repeated.getBytes(StandardCharsets.US_ASCII);
        int times = lengthBytes / (inRuns ? 128 : once.length);
        try (OutputStream packed = new BufferedOutputStream(new DeflaterOutputStream(stream.createRawOutputStream()))) {
            for (int i = 0; i < times; i++) packed.write(once);
        }
        COSArray filters = new COSArray();
        filters.add(COSName.FLATE_DECODE);
        if (inRuns) filters.add(COSName.RUN_LENGTH_DECODE);
        stream.setItem(COSName.FILTER, filters);
    }

    /// Its page goes on with a stream of that length.
    private static byte[] pageOf(String repeated, int lengthBytes) throws IOException {
        DrawnPdf pdf = new DrawnPdf().text(72, 100, SENTENCE);
        COSDictionary page = pdf.document.getPage(0).getCOSObject();
        COSStream more = pdf.document.getDocument().createCOSStream();
        fill(more, repeated, lengthBytes);
        COSArray contents = new COSArray();
        contents.add(page.getItem(COSName.CONTENTS));
        contents.add(more);
        page.setItem(COSName.CONTENTS, contents);
        return pdf.bytes();
    }

    private void isRefusedForItsSize(byte[] pdf) {
        assertThat(pdf.length).isLessThan(400_000);
        assertThatThrownBy(() -> extractor.extract(pdf)).isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TOO_LARGE))
                .hasMessageContaining("Page 1 of the PDF holds more than 80 MB when it is unpacked").hasNoCause();
    }

    @Test
    void aPageThatGrowsBeyondMeasureIsRefused() throws IOException {
        for (String repeated : REPEATED) isRefusedForItsSize(pageOf(repeated, 300_000_000));
    }

    @Test
    void aFormOnAPageThatGrowsBeyondMeasureIsRefused() throws IOException {
        DrawnPdf pdf = new DrawnPdf().text(72, 100, SENTENCE);
        PDFormXObject form = new PDFormXObject(pdf.document);
        form.setBBox(new PDRectangle(100, 100));
        fill(form.getCOSObject(), "1", 300_000_000);
        try (PDPageContentStream content = new PDPageContentStream(pdf.document, pdf.document.getPage(0), PDPageContentStream.AppendMode.APPEND, false)) {
            content.drawForm(form);
        }

        isRefusedForItsSize(pdf.bytes());
    }

    @Test
    void aPageOfOneStreamManyTimesOverIsRefused() throws IOException {
        DrawnPdf pdf = new DrawnPdf();
        COSStream one = pdf.document.getDocument().createCOSStream();
        fill(one, " ", 10_000_000);
        COSArray contents = new COSArray();
        for (int i = 0; i < 1000; i++) contents.add(one);
        pdf.document.getPage(0).getCOSObject().setItem(COSName.CONTENTS, contents);

        isRefusedForItsSize(pdf.bytes());
    }

    @Test
    void aPageWithinTheMeasureEndsWithItsTextOrARefusal() throws IOException {
        for (String repeated : REPEATED) {
            try {
                assertThat(extractor.extract(pageOf(repeated, 70_000_000)).pages().getFirst().text()).isEqualTo(SENTENCE);
            } catch (RefusedException e) {
                assertThat(e.reason()).isIn(Reason.UNREADABLE, Reason.TOO_LARGE);
            }
        }
    }

    @Test
    void aLongDrawingThatPrintersMakeIsRead() throws IOException {
        DrawnPdf pdf = new DrawnPdf().text(72, 100, SENTENCE);
        for (int i = 0; i < 100_000; i++) pdf.rule(60 + i % 97, 300 + i % 211, 300 + i % 401);

        assertThat(extractor.extract(pdf.bytes()).pages().getFirst().text()).isEqualTo(SENTENCE);
    }
}
