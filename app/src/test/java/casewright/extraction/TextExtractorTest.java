package casewright.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casewright.extraction.recognition.RecognitionSettings;
import casewright.extraction.recognition.TextRecognition;
import casewright.intake.IntakeSettings;
import casewright.refusal.RefusedException.Reason;
import casewright.refusal.RefusedException;
import casewright.refusal.UnavailableException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDXFAResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// PDFs as they come: broken, locked, empty, too big. Each ends soon and harmlessly, with a sentence that says what to do.
@Timeout(60)
class TextExtractorTest {

    private static final String SENTENCE = "A severe rash appeared after the second dose of metoprolol.";

    private final TextExtractor extractor = new TextExtractor(300);

    private static PDDocument document(int pages) throws IOException {
        PDDocument document = new PDDocument();
        for (int i = 0; i < pages; i++) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(72, 700);
                content.showText(SENTENCE);
                content.endText();
            }
        }
        return document;
    }

    private static byte[] saved(PDDocument document) throws IOException {
        try (document; ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.save(out);
            return out.toByteArray();
        }
    }

    private void isRefused(byte[] content, Reason reason, String words) {
        assertThatThrownBy(() -> extractor.extract(content)).isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageContaining(words).hasMessageNotContaining("metoprolol").hasNoCause();
    }

    @Test
    void readsTextWithTheBoxOfEachWord() throws IOException {
        DocumentText text = extractor.extract(saved(document(2)));

        assertThat(text.pages()).hasSize(2).allSatisfy(page -> {
            assertThat(page.text()).isEqualTo(SENTENCE);
            assertThat(page.words()).isNotEmpty().allSatisfy(word -> {
                assertThat(word.start()).isGreaterThanOrEqualTo(0).isLessThan(word.end());
                assertThat(word.end()).isLessThanOrEqualTo(page.text().length());
                assertThat(word.width()).isPositive();
            });
        });
    }

    @Test
    void refusesAnEncryptedPdf() throws IOException {
        PDDocument document = document(1);
        document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));

        isRefused(saved(document), Reason.LOCKED, "opens only with a password");
    }

    @Test
    void refusesAPdfWhoseOwnerForbidsToTakeTextOutUnlessTheAdministratorAllowsIt() throws IOException {
        AccessPermission permission = new AccessPermission();
        permission.setCanExtractContent(false);
        PDDocument document = document(1);
        document.protect(new StandardProtectionPolicy("owner", "", permission));

        byte[] restricted = saved(document);
        isRefused(restricted, Reason.UNREADABLE, "owner has forbidden");
        ExtractionSettings allowing = new ExtractionSettings(Duration.ofSeconds(60), 1_000_000, 100_000_000, true);
        TextExtractor allowed = new TextExtractor(new IntakeSettings(50_000_000, 300, 20), allowing, new TextRecognition(RecognitionSettings.standard(), Optional.empty()));
        assertThat(allowed.extract(restricted).pages().getFirst().body()).isEqualTo(SENTENCE);
    }

    @Test
    void refusesATruncatedPdfOrReadsWhatIsLeft() throws IOException {
        byte[] whole = saved(document(3));

        for (int percent = 1; percent < 100; percent += 7) {
            byte[] part = Arrays.copyOf(whole, whole.length * percent / 100);
            try {
                assertThat(extractor.extract(part).warnings()).as(percent + " %").anyMatch(warning -> warning.contains("it is incomplete"));
            } catch (RefusedException e) {
                assertThat(e.reason()).isEqualTo(Reason.UNREADABLE);
            }
        }
        isRefused("%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII), Reason.UNREADABLE, "damaged or incomplete");
    }

    @Test
    void refusesImagesThatHoldNoText() throws IOException {
        PDDocument document = new PDDocument();
        PDPage page = new PDPage();
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.drawImage(LosslessFactory.createFromImage(document, new java.awt.image.BufferedImage(40, 40, java.awt.image.BufferedImage.TYPE_INT_RGB)), 10, 10);
        }

        isRefused(saved(document), Reason.UNREADABLE, "none could be read from its images");
    }

    @Test
    void warnsOfSinglePagesWithoutText() throws IOException {
        PDDocument document = document(2);
        document.addPage(new PDPage());

        assertThat(extractor.extract(saved(document)).warnings()).containsExactly("Page 3 has no text that can be read.");
    }

    @Test
    void namesRunsOfPages() throws IOException {
        PDDocument document = document(2);
        for (int page : new int[] {3, 4, 5}) document.addPage(new PDPage());
        document.getPages().insertBefore(new PDPage(), document.getPage(0));

        assertThat(extractor.extract(saved(document)).warnings()).containsExactly("Pages 1, 4-6 have no text that can be read.");
    }

    @Test
    void aTreeOfFilesThatHoldsItselfEndsSoon() throws IOException {
        PDDocument document = document(1);
        COSDictionary tree = new COSDictionary();
        COSArray kids = new COSArray();
        for (int i = 0; i < 200; i++) kids.add(tree);
        tree.setItem(COSName.KIDS, kids);
        COSDictionary names = new COSDictionary();
        names.setItem(COSName.EMBEDDED_FILES, tree);
        document.getDocumentCatalog().getCOSObject().setItem(COSName.NAMES, names);

        assertThat(extractor.extract(saved(document)).pages()).hasSize(1);
    }

    @Test
    void tellsOfFilesWithinThePdfAndOfFormsWhoseValuesAreOnNoPage() throws IOException {
        PDDocument document = document(1);
        PDComplexFileSpecification attached = new PDComplexFileSpecification();
        attached.setFile("report.pdf");
        attached.setEmbeddedFile(new PDEmbeddedFile(document, new ByteArrayInputStream(new byte[] {1, 2, 3})));
        PDEmbeddedFilesNameTreeNode files = new PDEmbeddedFilesNameTreeNode();
        files.setNames(Map.of("report.pdf", attached));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(files);
        document.getDocumentCatalog().setNames(names);
        PDAcroForm form = new PDAcroForm(document);
        form.setXFA(new PDXFAResource(new COSStream()));
        document.getDocumentCatalog().setAcroForm(form);

        assertThat(extractor.extract(saved(document)).warnings()).satisfiesExactly(xfa -> assertThat(xfa).contains("values are not on its pages (XFA)"),
                file -> assertThat(file).isEqualTo("The PDF carries a file within it, which was not opened. Please save it, and upload it if it matters."));
    }

    @Test
    void namesTheLimitOfPages() throws IOException {
        isRefused(saved(document(301)), Reason.TOO_LARGE, "301 pages; the limit is 300");
        assertThat(extractor.extract(saved(document(300))).pages()).hasSize(300);
        isRefused("a page\f".repeat(301).getBytes(StandardCharsets.US_ASCII), Reason.TOO_LARGE, "the limit is 300");
    }

    @Test
    void namesTheLimitOfText() {
        isRefused("word ".repeat(700_000).getBytes(StandardCharsets.US_ASCII), Reason.TOO_LARGE, "casewright.extraction.most-chars");
    }

    @Test
    void refusesAPdfWithoutPages() throws IOException {
        isRefused(saved(new PDDocument()), Reason.UNREADABLE, "no pages");
    }

    @Test
    void pagesWithoutAnySizeHarmNoOthers() throws IOException {
        PDDocument document = document(1);
        document.addPage(new PDPage(new org.apache.pdfbox.pdmodel.common.PDRectangle(0, 0)));

        DocumentText text = extractor.extract(saved(document));

        assertThat(text.pages()).extracting(Page::number).containsExactly(1, 2);
        assertThat(text.pages().getFirst().text()).isEqualTo(SENTENCE);
    }

    /// Twice itself, fifty levels deep: 2^50 drawings, if nobody counted.
    @Test
    void endsWithAFormThatDrawsItself() throws IOException {
        PDDocument document = document(1);
        PDFormXObject form = new PDFormXObject(document);
        PDResources own = new PDResources();
        own.put(COSName.getPDFName("Again"), form);
        form.setResources(own);
        form.setBBox(new org.apache.pdfbox.pdmodel.common.PDRectangle(100, 100));
        try (var content = form.getContentStream().createOutputStream()) {
            content.write("/Again Do /Again Do".getBytes(StandardCharsets.US_ASCII));
        }
        PDPage page = document.getPage(0);
        page.getResources().put(COSName.getPDFName("Again"), form);
        try (PDPageContentStream content = new PDPageContentStream(document, page, PDPageContentStream.AppendMode.APPEND, false)) {
            content.drawForm(form);
        }

        isRefused(saved(document), Reason.UNREADABLE, "too many steps");
    }

    @Test
    void endsWithAPageTreeThatContainsItself() throws IOException {
        PDDocument document = document(1);
        COSDictionary tree = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.PAGES);
        tree.getCOSArray(COSName.KIDS).add(tree);
        tree.setInt(COSName.COUNT, 2);

        endsWithPagesOrRefusal(saved(document));
    }

    @Test
    void endsWithArraysNestedAHundredThousandDeep() {
        String nested = "[".repeat(100_000) + "]".repeat(100_000);
        String pdf = "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R /Deep " + nested + " >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
                + "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 100 100] /Deep " + nested + " >>\nendobj\ntrailer\n<< /Root 1 0 R /Size 4 >>\n%%EOF\n";

        endsWithPagesOrRefusal(pdf.getBytes(StandardCharsets.US_ASCII));
    }

    private void endsWithPagesOrRefusal(byte[] content) {
        try {
            assertThat(extractor.extract(content).pages()).isNotEmpty();
        } catch (RefusedException e) {
            assertThat(e.reason()).isIn(Reason.UNREADABLE, Reason.TOO_LARGE);
        }
    }

    @Test
    void waitsOnlySoLong() throws InterruptedException {
        BoundedReading bounded = new BoundedReading(Duration.ofMillis(200));
        CountDownLatch never = new CountDownLatch(1);

        assertThatThrownBy(() -> bounded.read(_ -> waitFor(never))).isInstanceOf(RefusedException.class).hasMessageContaining("casewright.extraction.longest");
        assertThatThrownBy(() -> bounded.read(_ -> waitFor(never))).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> bounded.read(_ -> "third")).as("two hang already").isInstanceOf(UnavailableException.class);

        never.countDown();
        assertThat(bounded.<String>read(_ -> "free again")).isEqualTo("free again");
    }

    /// As a library does that hears no interruption.
    private static String waitFor(CountDownLatch event) {
        while (event.getCount() > 0) Thread.onSpinWait();
        return "done";
    }

    @Test
    void makesARefusalOfTooMuchMemory() {
        BoundedReading bounded = new BoundedReading(Duration.ofSeconds(5));

        assertThatThrownBy(() -> bounded.read(_ -> {
            throw new OutOfMemoryError("for the test");
        })).isInstanceOf(RefusedException.class).hasMessageContaining("more memory");
    }

    @Test
    void readsTextsInTheEncodingsTheyComeIn() {
        assertThat(TextExtractor.decode("Fièvre à 39 °C".getBytes(StandardCharsets.UTF_8))).isEqualTo("Fièvre à 39 °C");
        assertThat(TextExtractor.decode("Fièvre à 39 °C".getBytes(java.nio.charset.Charset.forName("windows-1252")))).isEqualTo("Fièvre à 39 °C");
        assertThat(TextExtractor.decode("\uFEFFFièvre".getBytes(StandardCharsets.UTF_16BE))).isEqualTo("Fièvre");
        assertThat(new TextExtractor(1).extract("\uFEFFFièvre".getBytes(StandardCharsets.UTF_8)).pages().getFirst().text())
                .isEqualTo("Fièvre");
    }
}
