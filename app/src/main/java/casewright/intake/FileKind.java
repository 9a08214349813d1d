package casewright.intake;

import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;

/// What a file is, by its content, never by its name.
public enum FileKind {
    PDF("application/pdf"),
    PLAIN_TEXT("text/plain"),
    HTML("text/html", "application/xhtml+xml"),
    WORD("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "application/vnd.ms-word.document.macroenabled.12"),
    /// A Word document, spreadsheet or presentation that opens only with a password; which of them shows once it is open.
    LOCKED_OFFICE("application/x-tika-ooxml-protected"),
    RICH_TEXT("application/rtf"),
    MAIL("message/rfc822"),
    OUTLOOK("application/vnd.ms-outlook"),
    ARCHIVE("application/zip"),
    PNG("image/png"),
    JPEG("image/jpeg"),
    TIFF("image/tiff");

    private static final int HEAD_BYTES = 1024;
    private static final int MAIL_HEAD_BYTES = 8192;
    private static final int LOOKED_AT_BYTES = 20_000;
    private static final Pattern HEADER = Pattern.compile("[\\w-]+:.*");
    /// A letter that begins with "From:" and "To:" is none yet; what a mail program saved says one of these.
    private static final Pattern MAIL_HEADER = Pattern.compile("(?:MIME-Version|Message-ID|Received|Return-Path):.*", Pattern.CASE_INSENSITIVE);
    private static final DefaultDetector DETECTOR = new DefaultDetector();

    private final String[] mediaTypes;

    FileKind(String... mediaTypes) {
        this.mediaTypes = mediaTypes;
    }

    public String mediaType() {
        return mediaTypes[0];
    }

    /// Holds other files that become documents of the same case.
    public boolean hasAttachments() {
        return this == MAIL || this == OUTLOOK || this == ARCHIVE || this == WORD;
    }

    /// @throws RefusedException (unreadable) for an empty file and for anything that is none of these
    public static FileKind of(byte[] content) {
        if (content.length == 0) throw new RefusedException(Reason.UNREADABLE, "The file is empty (0 bytes). Please check it and upload it again.");
        String head = new String(content, 0, Math.min(HEAD_BYTES, content.length), StandardCharsets.ISO_8859_1);
        if (head.contains("%PDF-")) return PDF;
        String detected = detect(content);
        Optional<FileKind> known = Arrays.stream(values()).filter(kind -> Arrays.asList(kind.mediaTypes).contains(detected)).findFirst();
        if (known.isPresent() && known.get() != PLAIN_TEXT && known.get() != MAIL) return known.get();
        String mailHead = new String(content, 0, Math.min(MAIL_HEAD_BYTES, content.length), StandardCharsets.ISO_8859_1);
        if (hasMailHeader(mailHead)) return MAIL;
        checkText(content, head, detected);
        return PLAIN_TEXT;
    }

    /// Looks at the lines "Name: value" with which the text begins, and the lines that go on behind a blank.
    private static boolean hasMailHeader(String head) {
        for (String line : head.lines().toList()) {
            if (MAIL_HEADER.matcher(line).matches()) return true;
            if (!line.startsWith(" ") && !line.startsWith("\t") && !HEADER.matcher(line).matches()) return false;
        }
        return false;
    }

    private static String detect(byte[] content) {
        try (TikaInputStream stream = TikaInputStream.get(content)) {
            return DETECTOR.detect(stream, new Metadata()).getBaseType().toString();
        } catch (IOException | RuntimeException e) {
            // a broken container; what it looks like as a text decides
            return "application/octet-stream";
        }
    }

    private static void checkText(byte[] content, String head, String detected) {
        boolean marked16 = head.startsWith("\u00fe\u00ff") || head.startsWith("\u00ff\u00fe");
        boolean blank = true;
        for (int i = 0; i < Math.min(LOOKED_AT_BYTES, content.length); i++) {
            int b = content[i] & 0xff;
            boolean space = b == '\n' || b == '\r' || b == '\t' || b == '\f' || b == ' ';
            if (b < 32 && !space && !marked16) throw unknown(detected);
            blank &= space;
        }
        if (blank && content.length <= LOOKED_AT_BYTES) {
            throw new RefusedException(Reason.UNREADABLE, "The file holds nothing but white space. Please check it and upload it again.");
        }
    }

    private static RefusedException unknown(String detected) {
        if (detected.endsWith("-protected")) {
            return new RefusedException(Reason.UNREADABLE, "The file is an Office document with a password. Please save it without one and upload it again.");
        }
        String what = detected.startsWith("image/") ? "an image of a kind that cannot be read" : detected.contains("sheet") || detected.contains("excel") ? "a spreadsheet" : detected.contains("ole") || detected.contains("msword")
                ? "an old Office file" : "of a kind that cannot be read";
        return new RefusedException(Reason.UNREADABLE, "The file is " + what + ", whatever its name says. Please upload a PDF, a scan or photograph (PNG, JPEG, TIFF), a Word document (.docx), "
                + "an e-mail (.eml, .msg), a web page, a plain text, or a ZIP of such files.");
    }
}
