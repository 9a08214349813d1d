package casewright.extraction;

import casewright.assets.Assets;
import casewright.extraction.office.OfficeReader;
import casewright.extraction.pdf.BesidePages;
import casewright.extraction.pdf.ImageDocumentReader;
import casewright.extraction.pdf.PagesFound;
import casewright.extraction.pdf.PdfDocumentReader;
import casewright.extraction.pdf.PropertiesReader;
import casewright.extraction.recognition.ImageFile;
import casewright.extraction.recognition.RecognitionSettings;
import casewright.extraction.recognition.TextRecognition;
import casewright.intake.Attachments;
import casewright.intake.FileKind;
import casewright.intake.IntakeSettings;
import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Bytes into pages of text. The kind is decided by the content, never by the name.
@Component
public class TextExtractor {

    private static final String VERSION = "casewright-9";

    private static final int PDF_END_BYTES = 2048;

    private final IntakeSettings intake;
    private final int mostPages;
    private final ExtractionSettings limits;
    private final TextRecognition recognition;
    private final BoundedReading bounded;

    @Autowired
    public TextExtractor(IntakeSettings intake, ExtractionSettings limits, TextRecognition recognition) {
        this.intake = intake;
        this.mostPages = intake.mostPages();
        this.limits = limits;
        this.recognition = recognition;
        this.bounded = new BoundedReading(limits.longest());
    }

    /// Was this text read by the extractor as it is now?
    public static boolean isCurrent(DocumentText text) {
        return text.extractor().startsWith(VERSION + "/");
    }

    /// With the usual limits otherwise.
    public TextExtractor(int mostPages) {
        this(new IntakeSettings(50_000_000, mostPages, 20), ExtractionSettings.standard(), new TextRecognition(RecognitionSettings.standard(), Assets.ofThisMachine()));
    }

    /// @throws RefusedException (unreadable, too large) with what the user can do
    public DocumentText extract(byte[] content) {
        return extract(content, _ -> {
        });
    }

    /// A PDF or Word document that opens only with a password. It is used for this and kept nowhere.
    ///
    /// @throws RefusedException as [#extract] does; invalid where the password is wrong
    public DocumentText open(byte[] content, String password) {
        if (FileKind.of(content) == FileKind.LOCKED_OFFICE) return bounded.read(_ -> office(FileKind.LOCKED_OFFICE, content, password));
        return bounded.read(alive -> pdf(content, password, telling(alive, _ -> {
        })));
    }

    /// Is this a PDF or Office document that opens only with a password?
    public boolean needsPassword(byte[] content) {
        if (FileKind.of(content) == FileKind.LOCKED_OFFICE) return true;
        return bounded.read(_ -> {
            try (PDDocument _ = loaded(content, "")) {
                return false;
            } catch (InvalidPasswordException e) {
                return true;
            } catch (IOException | RuntimeException e) {
                // damaged, which no password changes
                return false;
            }
        });
    }

    private PDDocument loaded(byte[] content, String password) throws IOException {
        return Loader.loadPDF(new RandomAccessReadBuffer(content), password, null, null, MemoryUsageSetting.setupMixed(limits.memoryBytes()).streamCache);
    }

    /// @param progress is told what takes long, in plain words: "reading page 12 of 80 by text recognition"
    public DocumentText extract(byte[] content, Consumer<String> progress) {
        FileKind kind = FileKind.of(content);
        return switch (kind) {
            case PDF -> bounded.read(alive -> pdf(content, "", telling(alive, progress)));
            case PNG, JPEG, TIFF -> bounded.read(alive -> image(content, kind, telling(alive, progress)));
            case PLAIN_TEXT -> plainText(content);
            case HTML, WORD, LOCKED_OFFICE, RICH_TEXT, MAIL, OUTLOOK -> bounded.read(_ -> office(kind, content, ""));
            case ARCHIVE -> archive(content);
        };
    }

    private DocumentText office(FileKind kind, byte[] content, String password) {
        OfficeReader.Found found = OfficeReader.read(kind, content, password, limits.mostChars());
        List<Attachments.Attachment> files = Attachments.in(kind, content, intake);
        List<String> warnings = unreadable(files);
        if (kind == FileKind.WORD && !files.isEmpty()) warnings.add(pictures(files.size()));
        if (found.text().isBlank() && files.isEmpty()) {
            throw new RefusedException(Reason.UNREADABLE, "The document holds no text. If it shows pictures with text, please save it as a PDF and upload that: they are read by text recognition then.");
        }
        return new DocumentText(VERSION + "/" + kind.name().toLowerCase(Locale.ROOT), List.of(Page.ofPlainText(1, HardWrapped.unwrapped(found.text()))), warnings, found.tables(), found.headings());
    }

    private String pictures(int count) {
        String held = count == 1 ? "It holds a picture that may show text: it is a document" : "It holds " + count + " pictures that may show text: each is a document";
        return held + " of the case beside this one." + (count < intake.mostFilesAtOnce() ? "" : " More of them were not taken out: please upload those that matter.");
    }

    /// An archive says what is in it; each file is a document of its own.
    private DocumentText archive(byte[] content) {
        List<Attachments.Attachment> files = Attachments.in(FileKind.ARCHIVE, content, intake);
        if (files.isEmpty()) throw new RefusedException(Reason.UNREADABLE, "The ZIP file is empty.");
        String names = files.stream().map(Attachments.Attachment::name).collect(Collectors.joining("\n"));
        return new DocumentText(VERSION + "/archive", List.of(Page.ofPlainText(1, names)), unreadable(files));
    }

    private static List<String> unreadable(List<Attachments.Attachment> files) {
        List<String> warnings = new ArrayList<>();
        for (Attachments.Attachment file : files) {
            if (!file.leftInIt().isEmpty()) warnings.add("What is in the attachment " + file.name() + " was not taken out. " + file.leftInIt());
            try {
                FileKind.of(file.content());
            } catch (RefusedException e) {
                warnings.add("The attachment " + file.name() + " was not read. " + e.text());
            }
        }
        return warnings;
    }

    private DocumentText plainText(byte[] content) {
        String text = decode(content);
        if (text.length() > limits.mostChars()) throw tooMuchText();
        if (text.startsWith("\uFEFF")) text = text.substring(1);
        List<Page> pages = new ArrayList<>();
        // A form feed is how printed reports saved as text mark a page.
        for (String page : text.replace("\r\n", "\n").split("\f", -1)) {
            boolean values = !SeparatedValues.in(page, 1).isEmpty();
            pages.add(Page.ofPlainText(pages.size() + 1, values ? page : HardWrapped.unwrapped(page)));
        }
        if (pages.size() > mostPages) throw tooManyPages(pages.size());
        List<Table> tables = pages.stream().flatMap(page -> SeparatedValues.in(page.text(), page.number()).stream()).toList();
        return new DocumentText(VERSION + "/text", pages, List.of(), tables, List.of());
    }

    private interface Reading {

        void page(int page, int of);
    }

    private static Reading telling(Runnable alive, Consumer<String> progress) {
        return (page, of) -> {
            alive.run();
            progress.accept("reading page " + page + " of " + of + " by text recognition");
        };
    }

    private DocumentText image(byte[] content, FileKind kind, Reading reading) {
        try (ImageFile file = ImageFile.open(content)) {
            if (file.pageCount() > mostPages) throw tooManyPages(file.pageCount());
            PagesFound found = ImageDocumentReader.read(file, recognition, page -> reading.page(page, file.pageCount()));
            return document(kind, found, "No text could be read from the image. If it shows text, please scan it again: flat, sharp, 300 dpi.");
        }
    }

    /// @param nothing why it is refused when no page has text
    private DocumentText document(FileKind kind, PagesFound found, String nothing) {
        if (found.pages().stream().mapToLong(page -> page.text().length()).sum() > limits.mostChars()) throw tooMuchText();
        if (found.pages().stream().noneMatch(page -> page.body().codePoints().anyMatch(Character::isLetterOrDigit))) {
            throw new RefusedException(Reason.UNREADABLE, found.warnings().isEmpty() ? nothing : "No text could be read from the document. " + String.join(" ", found.warnings()));
        }
        return new DocumentText(VERSION + "/" + kind.name().toLowerCase(Locale.ROOT), found.pages(), found.warnings(), found.tables(), found.headings());
    }

    private DocumentText pdf(byte[] content, String password, Reading reading) {
        try (PDDocument document = loaded(content, password)) {
            if (!document.getCurrentAccessPermission().canExtractContent() && !limits.readRestricted()) {
                throw new RefusedException(Reason.UNREADABLE, "The PDF's owner has forbidden to take text out of it. Please ask the sender for a version without this restriction, "
                        + "or your administrator whether such files may be read (setting casewright.extraction.read-restricted).");
            }
            if (document.getNumberOfPages() > mostPages) throw tooManyPages(document.getNumberOfPages());
            if (document.getNumberOfPages() == 0) throw new RefusedException(Reason.UNREADABLE, "The PDF has no pages. Please check it and upload it again.");
            PagesFound found = PdfDocumentReader.read(document, recognition, page -> reading.page(page, document.getNumberOfPages()));
            List<String> ofDocument = BesidePages.warnings(document);
            if (isCutOff(content)) ofDocument.addFirst("The file's end is missing, and with it perhaps pages or parts of them: it is incomplete. Please ask the sender for it again.");
            found = found.warned(ofDocument);
            return document(FileKind.PDF, found, "The PDF holds no text: none is written in it, and none could be read from its images. If it shows text, please scan it again: flat, sharp, 300 dpi.").with(PropertiesReader.of(document));
        } catch (InvalidPasswordException e) {
            if (!password.isEmpty()) throw new RefusedException(Reason.INVALID, "This password does not open the PDF. Please try again.");
            throw new RefusedException(Reason.LOCKED, "The PDF opens only with a password. Please give it on the page of the case, or upload a version without one.");
        } catch (RefusedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Whatever a damaged file makes of the library; its message may repeat text of the document.
            throw new RefusedException(Reason.UNREADABLE, "The PDF is damaged or incomplete and cannot be read. Please ask the sender for it again.");
        }
    }

    /// A whole PDF ends with its mark, perhaps with some bytes behind it (ISO 32000-1, 7.5.5).
    private static boolean isCutOff(byte[] content) {
        int end = content.length;
        while (end > 0 && content[end - 1] <= ' ' && content[end - 1] >= 0) end--;
        int from = Math.max(0, end - PDF_END_BYTES);
        return !new String(content, from, end - from, StandardCharsets.ISO_8859_1).contains("%%EOF");
    }

    private RefusedException tooManyPages(int pages) {
        return new RefusedException(Reason.TOO_LARGE, "The document has " + pages + " pages; the limit is " + mostPages + " (setting casewright.intake.most-pages). Please upload the part that matters.");
    }

    private RefusedException tooMuchText() {
        return new RefusedException(Reason.TOO_LARGE, "The document has more than " + limits.mostChars() + " characters of text (setting casewright.extraction.most-chars). Please upload the part that matters.");
    }

    /// UTF-8 or UTF-16 with a mark, strict UTF-8, then GB18030 where that makes mostly Chinese characters, then Windows-1252, which reads every byte.
    static String decode(byte[] content) {
        if (content.length >= 2 && (content[0] & 0xff) == 0xfe && (content[1] & 0xff) == 0xff) return new String(content, StandardCharsets.UTF_16BE).substring(1);
        if (content.length >= 2 && (content[0] & 0xff) == 0xff && (content[1] & 0xff) == 0xfe) return new String(content, StandardCharsets.UTF_16LE).substring(1);
        try {
            return StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException e) {
            return new String(content, ChineseEncoding.isIn(content) ? ChineseEncoding.GB18030 : Charset.forName("windows-1252"));
        }
    }
}
