package casewright.extraction.office;

import casewright.extraction.Heading;
import casewright.extraction.Table;
import casewright.intake.FileKind;
import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.tika.detect.EncodingDetector;
import org.apache.tika.exception.EncryptedDocumentException;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Message;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.AutoDetectParser;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.PasswordProvider;
import org.apache.tika.parser.html.JSoupParser;
import org.apache.tika.parser.mail.RFC822Parser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.apache.tika.parser.microsoft.ooxml.OOXMLParser;
import org.apache.tika.parser.microsoft.rtf.RTFParser;
import org.apache.tika.parser.txt.TXTParser;
import org.jspecify.annotations.Nullable;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;

/// One document through the parser of its kind.
public final class OfficeReader {

    /// What was read.
    public record Found(String text, List<Table> tables, List<Heading> headings) {
    }

    private static final int HEAD_BYTES = 8192;
    private static final Pattern HTML_PART = Pattern.compile("(?im)^Content-Type: *text/html");
    /// The streams of a body in HTML or compressed RTF ([MS-OXMSG] 2.1.1, [MS-OXPROPS] PidTagHtml, PidTagRtfCompressed).
    private static final List<String> MARKUP_OF_OUTLOOK = Stream.of("__substg1.0_1013", "__substg1.0_1009").map(name -> new String(name.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1)).toList();
    private static final Pattern DATE = Pattern.compile("(?im)^Date: ?(\\S.*)$");

    private OfficeReader() {
    }

    /// @param password of a locked one; empty where none is known
    /// @throws RefusedException (unreadable, too large, locked; invalid where the password is wrong)
    public static Found read(FileKind kind, byte[] content, String password, int mostChars) {
        Metadata metadata = new Metadata();
        MarkupWriter body = new MarkupWriter(mostChars, isPlainMail(kind, new String(content, StandardCharsets.ISO_8859_1)));
        try (TikaInputStream stream = TikaInputStream.get(content)) {
            ParseContext context = withoutFiles(password);
            if (kind == FileKind.HTML) context.set(EncodingDetector.class, new WebPageEncoding(content));
            parser(kind).parse(stream, body, metadata, context);
        } catch (EncryptedDocumentException e) {
            if (!password.isEmpty()) throw new RefusedException(Reason.INVALID, "This password does not open the document. Please try again.");
            throw new RefusedException(Reason.LOCKED, "The Office document opens only with a password. Please give it on the page of the case, or upload a version without one.");
        } catch (MarkupWriter.TooMuch e) {
            throw new RefusedException(Reason.TOO_LARGE, "The document has more than " + mostChars + " characters of text (setting casewright.extraction.most-chars). Please upload the part that matters.");
        } catch (IOException | SAXException | TikaException | RuntimeException e) {
            // whatever a damaged file makes of the library; its message may repeat text of the document
            throw new RefusedException(Reason.UNREADABLE, "The document is damaged or incomplete and cannot be read. Please ask the sender for it again.");
        }
        if (kind == FileKind.LOCKED_OFFICE && !String.valueOf(metadata.get(Metadata.CONTENT_TYPE)).contains("word")) {
            throw new RefusedException(Reason.UNREADABLE, "The password opens it, but it is no Word document. Please upload what matters as a PDF or a Word document.");
        }
        boolean mail = kind == FileKind.MAIL || kind == FileKind.OUTLOOK;
        String head = mail ? head(metadata, content) : "";
        return new Found(head + body.text(), moved(body.tables(), head.length()), body.headings().stream().map(one -> new Heading(one.text(), one.level(), 1, one.start() + head.length())).toList());
    }

    /// A mail without markup, in which a line feed ends a line.
    private static boolean isPlainMail(FileKind kind, String content) {
        if (kind == FileKind.OUTLOOK) return MARKUP_OF_OUTLOOK.stream().noneMatch(content::contains);
        return kind == FileKind.MAIL && !HTML_PART.matcher(content).find();
    }

    private static Parser parser(FileKind kind) {
        return switch (kind) {
            case HTML -> new JSoupParser();
            case WORD -> new OOXMLParser();
            case RICH_TEXT -> new RTFParser();
            case MAIL -> new RFC822Parser();
            case OUTLOOK, LOCKED_OFFICE -> new OfficeParser();
            case PDF, PLAIN_TEXT, ARCHIVE, PNG, JPEG, TIFF -> throw new IllegalStateException(kind + " is read elsewhere");
        };
    }

    /// Files within the file are documents of their own: see [casewright.intake.Attachments].
    private static ParseContext withoutFiles(String password) {
        ParseContext context = new ParseContext();
        if (!password.isEmpty()) context.set(PasswordProvider.class, _ -> password);
        // what an e-mail's own text may be
        context.set(Parser.class, new AutoDetectParser(new TXTParser(), new JSoupParser()));
        context.set(EmbeddedDocumentExtractor.class, new EmbeddedDocumentExtractor() {
            @Override
            public boolean shouldParseEmbedded(Metadata metadata) {
                return false;
            }

            @Override
            public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) {
                // never asked for
            }
        });
        return context;
    }

    private static String head(Metadata metadata, byte[] content) {
        StringBuilder head = new StringBuilder();
        line(head, "From", metadata.get(Message.MESSAGE_FROM));
        line(head, "To", metadata.get(Message.MESSAGE_TO));
        // as the sender's clock said it: in universal time the day may be another
        Matcher date = DATE.matcher(new String(content, 0, Math.min(HEAD_BYTES, content.length), StandardCharsets.ISO_8859_1));
        line(head, "Date", date.find() ? date.group(1) : metadata.get(TikaCoreProperties.CREATED));
        line(head, "Subject", metadata.get(TikaCoreProperties.SUBJECT) != null ? metadata.get(TikaCoreProperties.SUBJECT) : metadata.get(TikaCoreProperties.TITLE));
        return head.isEmpty() ? "" : head.append('\n').toString();
    }

    private static void line(StringBuilder head, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) head.append(name).append(": ").append(value.replaceAll("\\s+", " ").strip()).append('\n');
    }

    private static List<Table> moved(List<Table> tables, int by) {
        return tables.stream().map(table -> new Table(1, table.headerRows(),
                table.rows().stream().map(row -> row.stream().map(cell -> new Table.Cell(cell.text(), cell.start() + by, cell.end() + by)).toList()).toList())).toList();
    }
}
