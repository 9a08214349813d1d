package casewright.intake;

import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import java.nio.charset.StandardCharsets;

/// What a file is, by its content, never by its name.
public final class FileKind {

    static final String PDF = "application/pdf";
    static final String PLAIN_TEXT = "text/plain";
    private static final int HEAD_BYTES = 1024;
    private static final int LOOKED_AT_BYTES = 20_000;

    private FileKind() {
    }

    /// @throws RefusedException (unreadable) for an empty file and for anything that is neither a PDF nor a text
    public static String of(byte[] content) {
        if (content.length == 0) throw new RefusedException(Reason.UNREADABLE, "The file is empty (0 bytes). Please check it and upload it again.");
        String head = new String(content, 0, Math.min(HEAD_BYTES, content.length), StandardCharsets.ISO_8859_1);
        if (head.contains("%PDF-")) return PDF;
        boolean marked16 = head.startsWith("\u00fe\u00ff") || head.startsWith("\u00ff\u00fe");
        boolean blank = true;
        for (int i = 0; i < Math.min(LOOKED_AT_BYTES, content.length); i++) {
            int b = content[i] & 0xff;
            boolean space = b == '\n' || b == '\r' || b == '\t' || b == '\f' || b == ' ';
            if (b < 32 && !space && !marked16) {
                throw new RefusedException(Reason.UNREADABLE, "The file is neither a PDF nor a plain text, whatever its name says. Please upload a PDF or a text file.");
            }
            blank &= space;
        }
        if (blank && content.length <= LOOKED_AT_BYTES) {
            throw new RefusedException(Reason.UNREADABLE, "The file holds nothing but white space. Please check it and upload it again.");
        }
        return PLAIN_TEXT;
    }
}
