package casewright;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// An e-mail with attachments as a mail program saves it.
public final class TestMail {

    private TestMail() {
    }

    /// @param namesAndContents of the attachments in turn; one whose name ends in .eml is attached as a message
    public static byte[] of(String body, Object... namesAndContents) {
        String boundary = "part-" + Integer.toHexString(body.hashCode());
        StringBuilder mail = new StringBuilder("""
                From: desk@example.org
                To: safety@example.org
                Subject: a report
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=%1$s

                --%1$s
                Content-Type: text/plain; charset=utf-8

                %2$s
                """.formatted(boundary, body));
        for (int i = 0; i < namesAndContents.length; i += 2) {
            String name = (String) namesAndContents[i];
            byte[] content = (byte[]) namesAndContents[i + 1];
            boolean isMail = name.endsWith(".eml");
            mail.append("""
                    --%1$s
                    Content-Type: %2$s; name="%3$s"
                    Content-Transfer-Encoding: %4$s
                    Content-Disposition: attachment; filename="%3$s"

                    %5$s
                    """.formatted(boundary, isMail ? "message/rfc822" : "application/octet-stream", name, isMail ? "8bit" : "base64",
                            isMail ? new String(content, StandardCharsets.UTF_8) : Base64.getMimeEncoder().encodeToString(content)));
        }
        return mail.append("--").append(boundary).append("--\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
