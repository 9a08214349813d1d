package casewright;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/// An e-mail as Outlook saves it ([MS-OXMSG], 2.2): a stream for each property of text, a folder for each attachment.
public final class TestOutlookMail {

    /// As compressed RTF says that it is not compressed ([MS-OXRTFCP], 2.1.3.1.1).
    private static final int UNCOMPRESSED = 0x414C454D;

    private final Map<String, byte[]> streams = new LinkedHashMap<>();
    private final Map<String, byte[]> attachments = new LinkedHashMap<>();

    public TestOutlookMail(String subject) {
        text("001A", "IPM.Note");
        text("0037", subject);
        text("0C1A", "Ines Calloway");
    }

    private void text(String property, String value) {
        streams.put("__substg1.0_" + property + "001F", value.getBytes(StandardCharsets.UTF_16LE));
    }

    /// Lines end with CR and LF.
    public TestOutlookMail plain(String body) {
        text("1000", body.replace("\n", "\r\n"));
        return this;
    }

    /// Each line a paragraph, as the HTML of Word has it.
    public TestOutlookMail html(String body) {
        String paragraphs = body.lines().map(line -> "<p class=MsoNormal>" + (line.isBlank() ? "&nbsp;" : line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")) + "<o:p></o:p></p>\r\n").collect(Collectors.joining());
        return html("<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=utf-8\"><style>p.MsoNormal {margin:0cm}</style></head><body><div class=WordSection1>", paragraphs, "</div></body></html>");
    }

    /// The markup itself.
    public TestOutlookMail html(String before, String markup, String behind) {
        streams.put("__substg1.0_10130102", (before + markup + behind).getBytes(StandardCharsets.UTF_8));
        return this;
    }

    public TestOutlookMail richText(String body) {
        String lines = body.lines().map(line -> line.chars().mapToObj(c -> c < 128 ? Character.toString(c) : "\\u" + c + "?").collect(Collectors.joining())).collect(Collectors.joining("\\par\r\n"));
        byte[] text = ("{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Calibri;}}\\f0\\fs22 " + lines + "\\par}").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer compressed = ByteBuffer.allocate(16 + text.length).order(ByteOrder.LITTLE_ENDIAN);
        compressed.putInt(text.length + 12).putInt(text.length).putInt(UNCOMPRESSED).putInt(0).put(text);
        streams.put("__substg1.0_10090102", compressed.array());
        return this;
    }

    public TestOutlookMail attach(String name, byte[] content) {
        attachments.put(name, content);
        return this;
    }

    public byte[] saved() throws IOException {
        try (POIFSFileSystem file = new POIFSFileSystem(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            DirectoryEntry root = file.getRoot();
            stream(root, "__properties_version1.0", new byte[32]);
            root.createDirectory("__nameid_version1.0");
            for (Map.Entry<String, byte[]> stream : streams.entrySet()) stream(root, stream.getKey(), stream.getValue());
            int number = 0;
            for (Map.Entry<String, byte[]> attachment : attachments.entrySet()) {
                DirectoryEntry attached = root.createDirectory("__attach_version1.0_#%08X".formatted(number++));
                stream(attached, "__properties_version1.0", new byte[8]);
                stream(attached, "__substg1.0_3707001F", attachment.getKey().getBytes(StandardCharsets.UTF_16LE));
                stream(attached, "__substg1.0_37010102", attachment.getValue());
            }
            file.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    private static void stream(DirectoryEntry folder, String name, byte[] content) throws IOException {
        folder.createDocument(name, new ByteArrayInputStream(content));
    }
}
