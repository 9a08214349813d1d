package casewright.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casewright.refusal.RefusedException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Scans in PDFs in the ways in which scanners pack their images.
@Timeout(120)
class ImageKindsTest {

    private static final String STORY = "A 54 year old woman took metoprolol 50 mg and developed a severe rash.";

    private final TextExtractor extractor = new TextExtractor(300);

    private static BufferedImage scan() throws IOException {
        BufferedImage page = Scan.of(new DrawnPdf().text(60, 120, STORY));
        BufferedImage bitonal = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        bitonal.createGraphics().drawImage(page, 0, 0, null);
        return bitonal;
    }

    private static byte[] pdf(COSName filter, byte[] encoded, int width, int height) throws IOException {
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDImageXObject image = new PDImageXObject(document, new ByteArrayInputStream(encoded), filter, width, height, 1, PDDeviceGray.INSTANCE);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(image, 0, 0, page.getMediaBox().getWidth(), page.getMediaBox().getHeight());
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    /// One generic region of the whole page in the coding of fax machines (ITU-T T.88, 6.2.6 and 7.2, 7.4.6, 7.4.8).
    private static byte[] jbig2(BufferedImage image) throws IOException {
        byte[] fax;
        try (PDDocument document = new PDDocument()) {
            fax = CCITTFactory.createFromImage(document, image).getCOSObject().createRawInputStream().readAllBytes();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            segment(out, 0, 48, 19);
            out.writeInt(image.getWidth());
            out.writeInt(image.getHeight());
            out.write(new byte[8 + 1 + 2]);
            segment(out, 1, 38, 18 + fax.length);
            out.writeInt(image.getWidth());
            out.writeInt(image.getHeight());
            out.write(new byte[8 + 1]);
            out.write(1);
            out.write(fax);
        }
        return bytes.toByteArray();
    }

    private static void segment(DataOutputStream out, int number, int type, int length) throws IOException {
        out.writeInt(number);
        out.write(type);
        out.write(0);
        out.write(1);
        out.writeInt(length);
    }

    @Test
    void aScanInJbig2IsRead() throws IOException {
        BufferedImage scan = scan();

        DocumentText text = extractor.extract(pdf(COSName.JBIG2_DECODE, jbig2(scan), scan.getWidth(), scan.getHeight()));

        assertThat(text.pages().getFirst().body()).isEqualTo(STORY);
    }

    @Test
    void aScanInTheCodingOfFaxMachinesIsRead() throws IOException {
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(CCITTFactory.createFromImage(document, scan()), 0, 0, page.getMediaBox().getWidth(), page.getMediaBox().getHeight());
            }
            document.save(out);

            assertThat(extractor.extract(out.toByteArray()).pages().getFirst().body()).isEqualTo(STORY);
        }
    }

    @Test
    void aPhotographThatIsCutOffSaysSo() throws IOException {
        byte[] photograph = Scan.file("jpeg", Scan.of(new DrawnPdf().text(60, 120, STORY)));

        DocumentText text = extractor.extract(Arrays.copyOf(photograph, photograph.length * 2 / 3));

        assertThat(text.pages().getFirst().body()).isEqualTo(STORY);
        assertThat(text.warnings()).contains("Page 1 is damaged: only a part of it could be read.");
        assertThat(extractor.extract(photograph).warnings()).noneMatch(warning -> warning.contains("damaged"));
    }

    /// A color profile that is no profile: the decoder warns of it, passes over it, and has every pixel.
    @Test
    void aPhotographWithOddButHarmlessPartsIsNotCalledDamaged() throws IOException {
        byte[] jpeg = Scan.file("jpeg", Scan.of(new DrawnPdf().text(60, 120, STORY)));
        byte[] profile = "ICC_PROFILE\0\u0001\u0001no profile".getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream photograph = new ByteArrayOutputStream();
        photograph.write(jpeg, 0, 2);
        photograph.write(new byte[] {(byte) 0xff, (byte) 0xe2, 0, (byte) (profile.length + 2)});
        photograph.write(profile);
        photograph.write(jpeg, 2, jpeg.length - 2);

        DocumentText text = extractor.extract(photograph.toByteArray());

        assertThat(text.pages().getFirst().body()).isEqualTo(STORY);
        assertThat(text.warnings()).noneMatch(warning -> warning.contains("damaged"));
    }

    @Test
    void aScanInJpeg2000IsRead(@TempDir Path folder) throws Throwable {
        BufferedImage scan = Scan.of(new DrawnPdf().text(60, 120, STORY));
        byte[] file = Jpeg2000.of(scan, folder);

        assertThat(extractor.extract(pdf(COSName.JPX_DECODE, file, scan.getWidth(), scan.getHeight())).pages().getFirst().body()).isEqualTo(STORY);
        assertThatThrownBy(() -> extractor.extract(pdf(COSName.JPX_DECODE, Arrays.copyOf(file, 200), scan.getWidth(), scan.getHeight()))).isInstanceOf(RefusedException.class)
                .hasMessageContaining("an image in JPEG 2000 that cannot be opened");
    }

    @Test
    void aDamagedScanInJpeg2000SaysWhyItIsNotRead() throws IOException {
        byte[] file = {0, 0, 0, 12, 'j', 'P', ' ', ' ', '\r', '\n', (byte) 0x87, '\n'};

        assertThatThrownBy(() -> extractor.extract(pdf(COSName.JPX_DECODE, file, 2480, 3508))).isInstanceOf(RefusedException.class)
                .hasMessage("No text could be read from the document. Page 1 shows an image in JPEG 2000 that cannot be opened: it was not read. Please print the document into a new PDF and upload that.");
    }
}
