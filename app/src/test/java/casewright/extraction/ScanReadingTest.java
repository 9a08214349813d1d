package casewright.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import casewright.assets.Assets;
import casewright.extraction.recognition.RecognitionSettings;
import casewright.extraction.recognition.TextRecognition;
import casewright.intake.IntakeSettings;
import casewright.refusal.RefusedException;
import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Scans and photographs, made by the test from pages that it drew.
@Timeout(300)
class ScanReadingTest {

    private static final String CHINESE_STORY = "患者女性，因高血压服用阿莫西林胶囊后出现皮疹，2025年3月4日停药。";
    private static final String STORY = "A 54 year old woman took metoprolol 50 mg and developed a severe rash.";

    private final TextExtractor extractor = new TextExtractor(300);

    private static DrawnPdf letter() throws IOException {
        return new DrawnPdf().text(FontName.HELVETICA_BOLD, 14, 60, 80, "Report of a suspected reaction")
                .text(FontName.TIMES_ROMAN, 11, 60, 120, STORY)
                .text(FontName.TIMES_ROMAN, 11, 60, 134, "The drug was stopped on 12 March 2025 and the rash healed within one week.")
                .text(FontName.TIMES_ROMAN, 11, 60, 148, "She had taken no other drugs. Laboratory values were normal at all times.")
                .text(FontName.TIMES_ROMAN, 11, 60, 700, "Yours sincerely, Dr. Ines Calloway, Galway");
    }

    private static Page.WordBox box(Page page, String word) {
        int start = page.text().indexOf(word);
        assertThat(start).as(word + " in " + page.text()).isNotNegative();
        return page.words().stream().filter(box -> box.start() <= start && box.end() > start).findFirst().orElseThrow();
    }

    @Test
    void aScannedPageIsReadWithThePlaceAndConfidenceOfEachWord() throws IOException {
        byte[] scan = Scan.pdf(Scan.of(letter()));

        DocumentText text = extractor.extract(scan);

        Page page = text.pages().getFirst();
        assertThat(page.body()).contains(STORY).contains("12 March 2025");
        assertThat(page.hasRecognizedWords()).isTrue();
        assertThat(text.warnings()).containsExactly("Page 1 was read by text recognition (OCR): compare names, doses and numbers with the image.");
        Page.WordBox metoprolol = box(page, "metoprolol");
        Page.WordBox asDrawn = box(extractor.extract(letter().bytes()).pages().getFirst(), "metoprolol");
        assertThat(metoprolol.x()).isCloseTo(asDrawn.x(), within(2f));
        assertThat(metoprolol.y()).isCloseTo(asDrawn.y(), within(3f));
        assertThat(metoprolol.width()).isCloseTo(asDrawn.width(), within(3f));
        assertThat(metoprolol.confidence()).isBetween(60, 100);
        assertThat(asDrawn.confidence()).isNull();
    }

    @Test
    void imagesAreDecidedByContentAndEachPageOfATiffIsAPage() throws IOException {
        BufferedImage image = Scan.of(letter());
        List<String> progress = new ArrayList<>();

        assertThat(extractor.extract(Scan.file("png", image)).pages()).singleElement().satisfies(page -> assertThat(page.body()).contains(STORY));
        assertThat(extractor.extract(Scan.file("jpeg", image)).extractor()).endsWith("/jpeg");
        DocumentText two = extractor.extract(Scan.tiff(image, Scan.of(new DrawnPdf().text(60, 100, "The second page tells of a follow-up visit."))), progress::add);
        assertThat(two.pages()).extracting(Page::number).containsExactly(1, 2);
        assertThat(two.pages().getLast().body()).isEqualTo("The second page tells of a follow-up visit.");
        assertThat(two.pages().getFirst().widthPoints()).isCloseTo(595, within(2f));
        assertThat(progress).containsExactly("reading page 1 of 2 by text recognition", "reading page 2 of 2 by text recognition");
    }

    @Test
    void aPageThatLiesAskewIsReadAndItsWordsAreShownWhereTheyLie() throws IOException {
        byte[] scan = Scan.pdf(Scan.askew(Scan.of(letter()), 3));

        Page page = extractor.extract(scan).pages().getFirst();

        assertThat(page.body()).contains(STORY);
        Page.WordBox drawn = box(extractor.extract(letter().bytes()).pages().getFirst(), "Calloway");
        double x = drawn.x() + drawn.width() / 2 - 297.6;
        double y = drawn.y() + drawn.height() / 2 - 421;
        Page.WordBox found = box(page, "Calloway");
        assertThat(found.x() + found.width() / 2.0).isCloseTo(297.6 + x * Math.cos(Math.toRadians(3)) - y * Math.sin(Math.toRadians(3)), within(4.0));
        assertThat(found.y() + found.height() / 2.0).isCloseTo(421 + x * Math.sin(Math.toRadians(3)) + y * Math.cos(Math.toRadians(3)), within(4.0));
    }

    @Test
    void aPageOnItsSideOrUpsideDownIsTurned() throws IOException {
        BufferedImage upright = Scan.of(letter());

        for (int quarters = 1; quarters <= 3; quarters++) {
            Page page = extractor.extract(Scan.pdf(Scan.turned(upright, quarters))).pages().getFirst();
            assertThat(page.body()).as(quarters + " quarters").contains(STORY);
            Page.WordBox word = box(page, "metoprolol");
            boolean upwards = quarters % 2 == 1;
            assertThat(upwards ? word.height() > 2 * word.width() : word.width() > 2 * word.height()).as("its box lies as the word does").isTrue();
        }
    }

    @Test
    void dustDoesNoHarm() throws IOException {
        Page page = extractor.extract(Scan.file("png", Scan.noisy(Scan.of(letter())))).pages().getFirst();

        assertThat(page.body()).contains("metoprolol 50 mg").contains("severe rash");
    }

    @Test
    void twoScannedColumnsAreReadOneAfterTheOther() throws IOException {
        DrawnPdf pdf = new DrawnPdf();
        for (int i = 0; i < 20; i++) {
            pdf.text(FontName.TIMES_ROMAN, 10, 60, 100 + 12 * i, "left column words of line number " + (i + 1) + " here");
            pdf.text(FontName.TIMES_ROMAN, 10, 320, 100 + 12 * i, "right column words of line number " + (i + 1) + " there");
        }

        String body = extractor.extract(Scan.pdf(Scan.of(pdf))).pages().getFirst().body();

        assertThat(body.lastIndexOf("left column")).isLessThan(body.indexOf("right column"));
    }

    @Test
    void aPageMayMixTextAndScan() throws IOException {
        byte[] mixed;
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            BufferedImage image = Scan.of(letter());
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(LosslessFactory.createFromImage(document, image.getSubimage(0, 200, image.getWidth(), image.getHeight() - 200)), 0, 0, 595, 842 - 48);
                content.beginText();
                content.setFont(new PDType1Font(FontName.HELVETICA), 10);
                content.newLineAtOffset(60, 820);
                content.showText("Received by the safety desk on 14 March 2025, number 4711");
                content.endText();
            }
            document.save(out);
            mixed = out.toByteArray();
        }

        DocumentText text = extractor.extract(mixed);

        Page page = text.pages().getFirst();
        assertThat(page.body()).containsOnlyOnce("Received by the safety desk on 14 March 2025, number 4711").contains(STORY);
        assertThat(box(page, "safety").confidence()).isNull();
        assertThat(box(page, "metoprolol").confidence()).isNotNull();
        assertThat(text.warnings()).containsExactly("Page 1 is an image in part; what the image says was read by text recognition (OCR).");
    }

    @Test
    void lettersThatTheFileDoesNotNameAreReadFromTheImage() throws IOException {
        byte[] unnamed;
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDType0Font font = PDType0Font.load(document, PDType0Font.class.getResourceAsStream("/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"), true);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(font, 11);
                content.newLineAtOffset(60, 700);
                content.showText(STORY);
                content.endText();
            }
            document.save(out);
            try (PDDocument saved = Loader.loadPDF(out.toByteArray())) {
                // as some programs leave it: glyphs by number, and no map from them to letters
                saved.getPage(0).getResources().getFont(saved.getPage(0).getResources().getFontNames().iterator().next()).getCOSObject().removeItem(COSName.TO_UNICODE);
                out.reset();
                saved.save(out);
            }
            unnamed = out.toByteArray();
        }

        DocumentText text = extractor.extract(unnamed);

        assertThat(text.pages().getFirst().body()).isEqualTo(STORY);
        assertThat(text.warnings()).containsExactly("Page 1 is set in letters that the file does not name, so its image was read by text recognition (OCR): compare names, doses and numbers.");
    }

    @Test
    void aFigureBesideALongTextIsNotRead() throws IOException {
        DrawnPdf pdf = new DrawnPdf();
        for (int i = 0; i < 30; i++) pdf.text(60, 80 + 12 * i, "This is line " + i + " of the text of an article that goes on and on above its figure.");
        BufferedImage figure = Scan.of(new DrawnPdf().text(FontName.HELVETICA, 40, 60, 100, "Axis of a figure"));
        try (PDPageContentStream content = new PDPageContentStream(pdf.document, pdf.document.getPage(0), PDPageContentStream.AppendMode.APPEND, false)) {
            content.drawImage(LosslessFactory.createFromImage(pdf.document, figure), 0, 0, 595, 350);
        }

        DocumentText text = extractor.extract(pdf.bytes());

        assertThat(text.pages().getFirst().hasRecognizedWords()).isFalse();
        assertThat(text.warnings()).isEmpty();
    }

    @Test
    void aPageWhoseRecognitionFailsIsNamedAndTheOthersAreRead() throws IOException {
        TextRecognition without = new TextRecognition(new RecognitionSettings(Duration.ofSeconds(10), 20_000_000), Optional.empty());
        TextExtractor starved = new TextExtractor(new IntakeSettings(50_000_000, 300, 20), ExtractionSettings.standard(), without);
        DrawnPdf pdf = letter().newPage();
        try (PDPageContentStream content = new PDPageContentStream(pdf.document, pdf.document.getPage(1), PDPageContentStream.AppendMode.APPEND, false)) {
            content.drawImage(LosslessFactory.createFromImage(pdf.document, Scan.of(letter().bytes(), 100)), 0, 0, 595, 842);
        }

        DocumentText text = starved.extract(pdf.bytes());

        assertThat(text.pages().getFirst().body()).contains(STORY);
        assertThat(text.warnings()).containsExactly("Page 2 is an image, and text recognition (OCR) took too long or failed: it was not read.");
    }

    /// As in CIOMS I, at 300 dpi.
    @Test
    void boxesInAScanAreNamesWithValuesToBeCompared() throws IOException {
        DrawnPdf pdf = new DrawnPdf().text(60, 60, "CHECK ALL APPROPRIATE TO ADVERSE REACTION");
        List<String> labels = List.of("PATIENT DIED", "LIFE THREATENING", "INVOLVED OR PROLONGED INPATIENT HOSPITALISATION", "RESULTED IN DISABILITY");
        for (int i = 0; i < labels.size(); i++) pdf.square(60, 80 + 20 * i, 9).text(75, 88 + 20 * i, labels.get(i));
        pdf.text(61.5f, 108, "X").slant(60, 120, 9).filled(64, 144, 1.2f, 1.2f);
        pdf.text(60, 200, "SEX:").square(100, 192, 9).text(115, 200, "Male").square(160, 192, 9).text(175, 200, "Female").text(161.5f, 200, "X");
        for (int i = 0; i < 8; i++) pdf.square(140 + 12 * i, 240, 12).text(143 + 12 * i, 250, "12032025".substring(i, i + 1));
        pdf.text(60, 250, "Date of onset:").text(60, 300, "DOB and ODD are letters that look like boxes, EDO and BOLD too.");

        DocumentText text = extractor.extract(Scan.pdf(Scan.of(pdf)));

        Page page = text.pages().getFirst();
        assertThat(page.body().lines()).contains("PATIENT DIED: no", "LIFE THREATENING: yes", "INVOLVED OR PROLONGED INPATIENT HOSPITALISATION: yes", "RESULTED IN DISABILITY: unclear", "SEX: Female",
                "DOB and ODD are letters that look like boxes, EDO and BOLD too.");
        assertThat(text.warnings()).anyMatch(warning -> warning.startsWith("Page 1 shows boxes to tick"));
        assertThat(Mark.in(page)).extracting(mark -> page.text().substring(mark.start(), mark.end())).as("never silently sure").contains("no", "yes", "unclear", "Female");
    }

    @Test
    void aPhotographIsTurnedAsTheCameraWasHeld() throws IOException {
        byte[] photograph = Scan.photograph(Scan.turned(Scan.of(letter()), 3), 6);

        Page page = extractor.extract(photograph).pages().getFirst();

        assertThat(page.body()).contains(STORY);
        assertThat(page.heightPoints()).isGreaterThan(page.widthPoints());
        assertThat(box(page, "metoprolol").y()).isCloseTo(box(extractor.extract(letter().bytes()).pages().getFirst(), "metoprolol").y(), within(3f));
    }

    /// "\u00b5g" is read as pg or ug, a thousandfold of the dose.
    @Test
    void microgramsOfAScanAreMarked() throws IOException {
        Page page = extractor.extract(Scan.file("png", Scan.of(new DrawnPdf().text(60, 100, "She took levothyroxine 75 \u00b5g daily and 500 mg of paracetamol when needed.")))).pages().getFirst();

        assertThat(Mark.in(page)).filteredOn(mark -> mark.kind() == Mark.Kind.UNIT).singleElement()
                .satisfies(mark -> assertThat(page.text().substring(0, mark.start())).endsWith("levothyroxine 75 "));
    }

    @Test
    void aScannedPageInChineseIsRead() throws IOException {
        assumeTrue(Assets.ofThisMachine().chineseText().isPresent(), "Tesseract's data of Chinese is not on this machine: ./casewright run fetches it");
        Optional<String> font = Arrays.stream(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts()).filter(one -> one.canDisplayUpTo(CHINESE_STORY) < 0).map(Font::getName).findFirst();
        assumeTrue(font.isPresent(), "No font on this machine has Chinese letters: apt-get install fonts-arphic-gbsn00lp");

        DocumentText text = extractor.extract(Scan.file("png", Scan.typeset(font.get(), CHINESE_STORY.split("(?<=[。，])"))));

        String body = text.pages().getFirst().body().replace("\n", "");
        assertThat(text.language()).isEqualTo("zh");
        long right = CHINESE_STORY.codePoints().filter(c -> body.indexOf(c) >= 0).count();
        assertThat(right).as(body).isGreaterThan(CHINESE_STORY.length() * 9L / 10);
        assertThat(body).contains("患者").contains("2025").contains("皮疹");
        assertThat(body).as("no blanks between characters").doesNotContain("患 者");
    }

    @Test
    void anImageWithoutTextIsRefusedWithWhatToDo() {
        assertThatThrownBy(() -> extractor.extract(Scan.file("png", new BufferedImage(800, 800, BufferedImage.TYPE_INT_RGB)))).isInstanceOf(RefusedException.class)
                .hasMessageContaining("No text could be read from the image");
        assertThatThrownBy(() -> {
            byte[] cut = Scan.file("png", Scan.of(letter()));
            extractor.extract(Arrays.copyOf(cut, 300));
        }).isInstanceOf(RefusedException.class).hasMessageContaining("image is damaged");
    }
}
