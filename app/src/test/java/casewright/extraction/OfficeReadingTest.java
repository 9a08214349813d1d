package casewright.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casewright.TestMail;
import casewright.TestOutlookMail;
import casewright.intake.Attachments;
import casewright.intake.FileKind;
import casewright.intake.IntakeSettings;
import casewright.refusal.RefusedException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Invented Word documents, e-mails, web pages and archives, told by their content.
@Timeout(60)
class OfficeReadingTest {

    private static final IntakeSettings LIMITS = new IntakeSettings(50_000_000, 300, 20);

    private final TextExtractor extractor = new TextExtractor(300);

    private DocumentText read(byte[] content) {
        DocumentText text = extractor.extract(content);
        String page = text.pages().getFirst().text();
        assertThat(text.tables()).allSatisfy(table -> assertThat(table.rows()).allSatisfy(row -> assertThat(row)
                .allSatisfy(cell -> assertThat(page.substring(cell.start(), cell.end())).isEqualTo(cell.text()))));
        assertThat(text.headings()).allSatisfy(heading -> assertThat(page.substring(heading.start())).startsWith(heading.text()));
        return text;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] word() throws IOException {
        try (XWPFDocument document = new XWPFDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText("A rash appeared on the third day of metoprolol.");
            XWPFTable table = document.createTable(2, 3);
            String[][] cells = {{"Test", "Value", "Unit"}, {"Platelets", "12", "10E9/L"}};
            for (int r = 0; r < 2; r++) {
                for (int c = 0; c < 3; c++) table.getRow(r).getCell(c).setText(cells[r][c]);
            }
            document.createParagraph().createRun().setText("She recovered.");
            document.write(out);
            return out.toByteArray();
        }
    }

    static byte[] mail(String attachmentName, byte[] attachment) {
        return bytes("""
                Return-Path: <pharmacist@example.org>
                MIME-Version: 1.0
                From: Ines Calloway <pharmacist@example.org>
                To: safety@example.org
                Subject: A rash under metoprolol
                Date: Tue, 6 May 2025 16:42:10 +0100
                Content-Type: multipart/mixed; boundary="part"

                --part
                Content-Type: text/plain; charset=utf-8

                Dear colleagues,
                the patient had a rash. The letter is attached.
                --part
                Content-Type: application/octet-stream; name="%1$s"
                Content-Disposition: attachment; filename="%1$s"
                Content-Transfer-Encoding: base64

                %2$s
                --part--
                """.formatted(attachmentName, Base64.getMimeEncoder().encodeToString(attachment)).replace("\n", "\r\n"));
    }

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        }
        return out.toByteArray();
    }

    @Test
    void readsAWordDocumentWithItsTable() throws IOException {
        DocumentText text = read(word());

        assertThat(text.pages().getFirst().text()).isEqualTo("A rash appeared on the third day of metoprolol.\nTest Value Unit\nPlatelets 12 10E9/L\nShe recovered.");
        assertThat(text.tables()).singleElement().satisfies(table -> assertThat(table.rows().get(1)).extracting(Table.Cell::text).containsExactly("Platelets", "12", "10E9/L"));
    }

    private static byte[] wordWith(String text, int... widths) throws IOException, InvalidFormatException {
        try (XWPFDocument document = new XWPFDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText(text);
            for (int width : widths) {
                ByteArrayOutputStream picture = new ByteArrayOutputStream();
                ImageIO.write(new BufferedImage(width, 600, BufferedImage.TYPE_BYTE_BINARY), "png", picture);
                document.createParagraph().createRun().addPicture(new ByteArrayInputStream(picture.toByteArray()), PictureType.PNG, "picture.png", 100_000, 100_000);
            }
            document.write(out);
            return out.toByteArray();
        }
    }

    @Test
    void aScannedPageInAWordDocumentIsADocumentBesideItAndALogoIsNot() throws IOException, InvalidFormatException {
        byte[] letter = wordWith("The laboratory's findings are below.", 120, 800);

        assertThat(Attachments.in(FileKind.WORD, letter, LIMITS)).singleElement().satisfies(picture -> assertThat(ImageIO.read(new ByteArrayInputStream(picture.content())).getWidth()).isEqualTo(800));
        assertThat(read(letter).warnings()).singleElement().asString().contains("a picture that may show text");
        assertThat(read(wordWith("", 800)).pages()).hasSize(1);
    }

    @Test
    void refusesAWordDocumentWithoutTextAndSaysWhatToDo() {
        assertThatThrownBy(() -> read(wordWith("", 120))).isInstanceOf(RefusedException.class).hasMessageContaining("save it as a PDF");
    }

    @Test
    void readsAnEmailWithItsHeadAndNamesWhatItCannotRead() {
        DocumentText text = read(mail("rash.gif", "GIF89a\u0001\u0000\u0001\u0000\u0000\u0000\u0000;".getBytes(StandardCharsets.ISO_8859_1)));

        assertThat(text.pages().getFirst().text()).startsWith("From: Ines Calloway <pharmacist@example.org>\nTo: safety@example.org\nDate: Tue, 6 May 2025 16:42:10 +0100\n")
                .contains("Subject: A rash under metoprolol\n", "Dear colleagues,\nthe patient had a rash.");
        assertThat(text.warnings()).singleElement().asString().contains("rash.gif was not read", "an image");
    }

    @Test
    void readsAnEmailOfOutlookAndItsAttachment() throws IOException {
        byte[] mail = new TestOutlookMail("A rash under metoprolol").plain("Dear colleagues,\nthe patient had a rash. 患者出现皮疹。").attach("letter.docx", word()).saved();

        DocumentText text = read(mail);

        assertThat(text.extractor()).endsWith("/outlook");
        assertThat(text.pages().getFirst().text()).contains("From: Ines Calloway", "Subject: A rash under metoprolol", "Dear colleagues,\nthe patient had a rash. 患者出现皮疹。");
        assertThat(Attachments.in(FileKind.of(mail), mail, new IntakeSettings(50_000_000, 300, 20))).singleElement().satisfies(letter -> {
            assertThat(letter.name()).isEqualTo("letter.docx");
            assertThat(extractor.extract(letter.content()).pages().getFirst().text()).contains("A rash appeared on the third day");
        });
    }

    @Test
    void opensALockedWordDocumentWithItsPassword() throws IOException, GeneralSecurityException {
        byte[] locked = locked(word(), "secret");

        assertThat(extractor.needsPassword(locked)).isTrue();
        assertThatThrownBy(() -> extractor.extract(locked)).isInstanceOfSatisfying(RefusedException.class, e -> assertThat(e.reason()).isEqualTo(RefusedException.Reason.LOCKED))
                .hasMessageContaining("opens only with a password. Please give it on the page of the case");
        assertThatThrownBy(() -> extractor.open(locked, "guessed")).hasMessageContaining("does not open the document");
        assertThat(extractor.open(locked, "secret").pages()).isEqualTo(read(word()).pages());
        assertThat(extractor.open(locked, "secret").tables()).isEqualTo(read(word()).tables());
    }

    @Test
    void aLockedSpreadsheetIsNoWordDocument() throws IOException, GeneralSecurityException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (XSSFWorkbook book = new XSSFWorkbook()) {
            book.createSheet().createRow(0).createCell(0).setCellValue("A rash.");
            book.write(out);
        }

        assertThatThrownBy(() -> extractor.open(locked(out.toByteArray(), "secret"), "secret")).hasMessageContaining("it is no Word document");
    }

    /// As Word does it since 2010 (MS-OFFCRYPTO, agile encryption).
    public static byte[] locked(byte[] document, String password) throws IOException, GeneralSecurityException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (POIFSFileSystem file = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword(password);
            try (OutputStream locked = encryptor.getDataStream(file)) {
                locked.write(document);
            }
            file.writeFilesystem(out);
        }
        return out.toByteArray();
    }

    @Test
    void readsAWebPageWithoutItsScripts() {
        DocumentText text = read(bytes("<!DOCTYPE html><html><head><title>x</title><script>alert('no')</script></head><body><h1>Case report</h1><p>A rash\n appeared.</p><ul><li>itching</li></ul>"
                + "<table><tr><th>Test</th><th>Value</th></tr><tr><td>ALT</td><td>412 <b>U/L</b></td></tr></table><img src='http://127.0.0.1:1/x.png'></body></html>"));

        assertThat(text.pages().getFirst().text()).isEqualTo("Case report\nA rash appeared.\nitching\nTest Value\nALT 412 U/L");
        assertThat(text.headings()).extracting(Heading::text).containsExactly("Case report");
        assertThat(text.tables().getFirst().headerRows()).isEqualTo(1);
    }

    @Test
    void readsRichText() {
        assertThat(read(bytes("{\\rtf1\\ansi\\pard A rash appeared on both arms.\\par She recovered.\\par}")).pages().getFirst().text())
                .isEqualTo("A rash appeared on both arms.\nShe recovered.");
    }

    @Test
    void readsSeparatedValuesAsATable() {
        DocumentText text = read(bytes("Test;Value;Unit\nALT;412;U/L\n\"Protein; total\";71;g/L\n"));

        assertThat(text.tables()).singleElement().satisfies(table -> assertThat(table.rows().getLast()).extracting(Table.Cell::text).containsExactly("Protein; total", "71", "g/L"));
        assertThat(read(bytes("A letter, with commas.\nAnd one more line, but no table, at all.")).tables()).isEmpty();
    }

    @Test
    void readsChineseTextInTheEncodingOfChineseWindows() {
        String told = "患者因高血压服用阿莫西林胶囊后出现皮疹，2025年3月4日停药。";

        assertThat(read(told.getBytes(Charset.forName("GB18030"))).pages().getFirst().text()).isEqualTo(told);
        assertThat(read(bytes(told)).language()).isEqualTo("zh");
    }

    @Test
    void saysWhatIsInAnArchiveAndOpensNoneWithinAnother() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("letters/../../one.txt", bytes("A rash appeared."));
        files.put("inner.zip", zip(Map.of("deep.txt", bytes("deep"))));

        DocumentText text = read(zip(files));

        assertThat(text.pages().getFirst().text()).isEqualTo("one.txt\ninner.zip");
        assertThat(text.warnings()).singleElement().asString().contains("inner.zip was not taken out. It is a ZIP within another ZIP.");
    }

    @Test
    void saysNothingOfAnAttachedZipThatWasOpened() throws IOException {
        assertThat(read(TestMail.of("As attached.", "letters.zip", zip(Map.of("one.txt", bytes("A rash appeared."))))).warnings()).isEmpty();
    }

    @Test
    void saysOfAForwardedEmailWhoseFilesDoNotFitAnyMoreThatTheyWereLeftInIt() throws IOException {
        byte[] forwarded = TestMail.of("As attached.", "one.txt", bytes("A rash appeared."), "two.txt", bytes("It faded."));

        DocumentText text = read(TestMail.of("Please see below.", notesAnd("forwarded.eml", forwarded, 18)));

        assertThat(text.warnings()).singleElement().asString().contains("forwarded.eml was not taken out", "upload it by itself");
    }

    private static Object[] notesAnd(String name, byte[] content, int notes) {
        List<Object> attached = new ArrayList<>();
        for (int i = 0; i < notes; i++) attached.addAll(List.of("note" + i + ".txt", bytes("Note " + i)));
        attached.addAll(List.of(name, content));
        return attached.toArray();
    }

    @Test
    void refusesAnArchiveThatGrowsBeyondMeasure() throws IOException {
        byte[] bomb = zip(Map.of("zeros.txt", new byte[150_000_000]));

        assertThatThrownBy(() -> extractor.extract(bomb)).isInstanceOf(RefusedException.class).hasMessageContaining("more than 100 MB together");
    }

    @Test
    void takesNoEntityFromAnotherFile() throws IOException {
        byte[] word = word();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(word)); ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                String part = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                if (entry.getName().equals("word/document.xml")) {
                    part = part.replaceFirst("<w:document", "<!DOCTYPE x [<!ENTITY secret SYSTEM \"file:///etc/hostname\">]><w:document").replace("She recovered.", "She &secret; recovered.");
                }
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(part.getBytes(StandardCharsets.UTF_8));
            }
        }
        String host = java.nio.file.Files.readString(java.nio.file.Path.of("/etc/hostname")).strip();

        try {
            assertThat(extractor.extract(out.toByteArray()).pages().getFirst().text()).doesNotContain(host);
        } catch (RefusedException e) {
            assertThat(e.reason()).isEqualTo(RefusedException.Reason.UNREADABLE);
        }
    }

    @Test
    void refusesBrokenDocumentsWithAPlainReason() throws IOException {
        byte[] word = word();

        for (byte[] broken : List.of(java.util.Arrays.copyOf(word, word.length / 2), bytes("{\\rtf1\\ansi{{{{"), java.util.Arrays.copyOf(mail("a.docx", word), 300))) {
            try {
                assertThat(extractor.extract(broken).pages()).isNotEmpty();
            } catch (RefusedException e) {
                assertThat(e.text()).isNotBlank();
            }
        }
    }

    @Test
    void tellsTheKindByTheContent() throws IOException {
        assertThat(FileKind.of(word())).isEqualTo(FileKind.WORD);
        assertThat(FileKind.of(mail("a.docx", word()))).isEqualTo(FileKind.MAIL);
        assertThat(FileKind.of(zip(Map.of("a.txt", bytes("a"))))).isEqualTo(FileKind.ARCHIVE);
        assertThat(FileKind.of(bytes("From: A\nTo: B\n\nDear B, a rash."))).as("no mail program saved this").isEqualTo(FileKind.PLAIN_TEXT);
    }
}
