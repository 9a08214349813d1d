package casewright.extraction;

import casewright.extraction.pdf.PdfDocumentReader;
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

    private static final String VERSION = "casewright-2";

    private final int mostPages;
    private final ExtractionSettings limits;
    private final BoundedReading bounded;

    @Autowired
    public TextExtractor(IntakeSettings intake, ExtractionSettings limits) {
        this.mostPages = intake.mostPages();
        this.limits = limits;
        this.bounded = new BoundedReading(limits.longest());
    }

    /// With the usual limits otherwise.
    public TextExtractor(int mostPages) {
        this(new IntakeSettings(50_000_000, mostPages, 20), ExtractionSettings.standard());
    }

    /// @throws RefusedException (unreadable, too large) with what the user can do
    public DocumentText extract(byte[] content) {
        return startsLikePdf(content) ? bounded.read(() -> pdf(content)) : plainText(content);
    }

    private static boolean startsLikePdf(byte[] content) {
        String head = new String(content, 0, Math.min(1024, content.length), StandardCharsets.ISO_8859_1);
        return head.contains("%PDF-");
    }

    private DocumentText plainText(byte[] content) {
        String text = decode(content);
        if (text.length() > limits.mostChars()) throw tooMuchText();
        if (text.startsWith("\uFEFF")) text = text.substring(1);
        List<Page> pages = new ArrayList<>();
        // A form feed is how printed reports saved as text mark a page.
        for (String page : text.split("\f", -1)) pages.add(Page.ofPlainText(pages.size() + 1, page));
        if (pages.size() > mostPages) throw tooManyPages(pages.size());
        return new DocumentText(VERSION + "/text", pages, List.of());
    }

    private DocumentText pdf(byte[] content) {
        try (PDDocument document = Loader.loadPDF(new RandomAccessReadBuffer(content), "", null, null, MemoryUsageSetting.setupMixed(limits.memoryBytes()).streamCache)) {
            if (!document.getCurrentAccessPermission().canExtractContent()) {
                throw new RefusedException(Reason.UNREADABLE, "The PDF's owner has forbidden to take text out of it. Please ask the sender for a version without this restriction.");
            }
            if (document.getNumberOfPages() > mostPages) throw tooManyPages(document.getNumberOfPages());
            if (document.getNumberOfPages() == 0) throw new RefusedException(Reason.UNREADABLE, "The PDF has no pages. Please check it and upload it again.");
            PdfDocumentReader.Found found = PdfDocumentReader.read(document);
            List<Page> pages = found.pages();
            if (pages.stream().mapToLong(page -> page.text().length()).sum() > limits.mostChars()) throw tooMuchText();
            if (pages.stream().noneMatch(page -> page.body().codePoints().anyMatch(Character::isLetterOrDigit))) {
                throw new RefusedException(Reason.UNREADABLE,
                        "The PDF holds only images, no text. Please upload a version with text, or run it through text recognition (OCR) first.");
            }
            return new DocumentText(VERSION + "/pdf", pages, found.warnings(), found.tables(), found.headings());
        } catch (InvalidPasswordException e) {
            throw new RefusedException(Reason.UNREADABLE, "The PDF is encrypted and opens only with a password. Please upload a version without one.");
        } catch (RefusedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // Whatever a damaged file makes of the library; its message may repeat text of the document.
            throw new RefusedException(Reason.UNREADABLE, "The PDF is damaged or incomplete and cannot be read. Please ask the sender for it again.");
        }
    }

    private RefusedException tooManyPages(int pages) {
        return new RefusedException(Reason.TOO_LARGE, "The document has " + pages + " pages; the limit is " + mostPages + " (setting casewright.intake.most-pages). Please upload the part that matters.");
    }

    private RefusedException tooMuchText() {
        return new RefusedException(Reason.TOO_LARGE, "The document has more than " + limits.mostChars() + " characters of text (setting casewright.extraction.most-chars). Please upload the part that matters.");
    }

    /// UTF-8 or UTF-16 with a mark, strict UTF-8, then Windows-1252, which reads every byte.
    static String decode(byte[] content) {
        if (content.length >= 2 && (content[0] & 0xff) == 0xfe && (content[1] & 0xff) == 0xff) return new String(content, StandardCharsets.UTF_16BE).substring(1);
        if (content.length >= 2 && (content[0] & 0xff) == 0xff && (content[1] & 0xff) == 0xfe) return new String(content, StandardCharsets.UTF_16LE).substring(1);
        try {
            return StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException e) {
            return new String(content, Charset.forName("windows-1252"));
        }
    }
}
