package casewright.intake;

import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.apache.tika.exception.TikaException;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.apache.tika.parser.ParseContext;
import org.apache.tika.parser.Parser;
import org.apache.tika.parser.mail.RFC822Parser;
import org.apache.tika.parser.microsoft.OfficeParser;
import org.xml.sax.ContentHandler;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/// The files in an e-mail or an archive, and those in an e-mail or archive among them; the pictures in a Word document that may be scanned pages.
/// A ZIP within a ZIP is not opened: there is no end to that.
public final class Attachments {

    private static final int COPY_BYTES = 64 * 1024;
    /// An e-mail that was forwarded twice.
    private static final int DEEPEST = 3;
    private static final String UNKNOWN = "application/octet-stream";

    /// One of them.
    ///
    /// @param name     as the sender named it, without path parts
    /// @param leftInIt why the files in it were not taken out; empty where they were, and where it holds none
    public record Attachment(String name, byte[] content, String leftInIt) {

        boolean isKnown() {
            return kindOf(content).isPresent();
        }

        String mediaType() {
            return kindOf(content).map(FileKind::mediaType).orElse(UNKNOWN);
        }
    }

    private final FileKind container;
    private final int depth;
    /// How much is taken out of one file.
    private final int mostFiles;
    private final long mostBytes;
    private final List<Attachment> found = new ArrayList<>();
    private long bytes;

    private Attachments(FileKind container, int depth, int mostFiles, long mostBytes) {
        this.container = container;
        this.depth = depth;
        this.mostFiles = mostFiles;
        this.mostBytes = mostBytes;
    }

    /// @return all of them, readable or not, in order, each before those that are in it; none of what holds no files
    /// @throws RefusedException (too large, unreadable) when there are too many, they are too large together, or the file is damaged
    public static List<Attachment> in(FileKind kind, byte[] content, IntakeSettings limits) {
        Attachments attachments = new Attachments(kind, 1, limits.mostFilesAtOnce(), 2 * limits.largestFileBytes());
        attachments.take(content);
        return attachments.found;
    }

    private void take(byte[] content) {
        try {
            switch (container) {
                case ARCHIVE -> unzip(content);
                case MAIL -> parse(new RFC822Parser(), content);
                case OUTLOOK -> parse(new OfficeParser(), content);
                case WORD -> takePictures(content);
                case PDF, PLAIN_TEXT, HTML, LOCKED_OFFICE, RICH_TEXT, PNG, JPEG, TIFF -> {
                    // hold no documents
                }
            }
        } catch (IOException | SAXException | TikaException | IllegalArgumentException e) {
            throw unopened(e, content);
        }
    }

    private RefusedException unopened(Exception failure, byte[] content) {
        boolean isArchive = container == FileKind.ARCHIVE;
        if (container == FileKind.WORD) return new RefusedException(Reason.UNREADABLE, "The document is damaged or incomplete and cannot be read. Please ask the sender for it again.");
        // general purpose flag, bit 0, of the first entry: APPNOTE.TXT of PKWARE, 4.4.4; Java's reader says it of a later one
        boolean locked = content.length > 30 && (content[6] & 1) == 1 && content[5] == 0 || String.valueOf(failure.getMessage()).contains("encrypted");
        if (isArchive && locked) {
            return new RefusedException(Reason.UNREADABLE, "The ZIP file is locked with a password. Please unpack it and upload the files in it.");
        }
        return new RefusedException(Reason.UNREADABLE, "The " + (isArchive ? "ZIP file" : "e-mail") + " is damaged and cannot be opened. Please ask the sender for it again.");
    }

    private void unzip(byte[] content) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content), namesOf(content))) {
            ZipEntry first = zip.getNextEntry();
            if (first == null && !isEmptyArchive(content)) throw new ZipException("It begins like a ZIP file and is none.");
            for (ZipEntry entry = first; entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory() && !entry.getName().startsWith("__MACOSX/")) keep(entry.getName(), zip);
            }
        }
    }

    /// One without files begins with the end of its list of files: APPNOTE.TXT of PKWARE, 4.3.16.
    private static boolean isEmptyArchive(byte[] content) {
        return content.length > 3 && content[2] == 5 && content[3] == 6;
    }

    /// What a scanner's program puts into a letter, or a person from the clipboard: [MS-OI29500], part name word/media. A picture too many is left out, the letter counts.
    private void takePictures(byte[] content) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null && found.size() < mostFiles; entry = zip.getNextEntry()) {
                if (!entry.getName().startsWith("word/media/")) continue;
                keep(entry.getName(), zip);
                if (!PageSizedPicture.is(found.getLast().content())) found.removeLast();
            }
        }
    }

    /// Chinese Windows writes names in GBK.
    private static Charset namesOf(byte[] content) {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content), StandardCharsets.UTF_8)) {
            zip.getNextEntry();
            return StandardCharsets.UTF_8;
        } catch (IOException | IllegalArgumentException e) {
            return Charset.forName("GB18030");
        }
    }

    private void parse(Parser parser, byte[] content) throws IOException, SAXException, TikaException {
        ParseContext context = new ParseContext();
        context.set(EmbeddedDocumentExtractor.class, new EmbeddedDocumentExtractor() {
            @Override
            public boolean shouldParseEmbedded(Metadata metadata) {
                return true;
            }

            @Override
            public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml) throws IOException {
                String name = metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY);
                if (name != null && !name.isBlank()) keep(name, stream);
            }
        });
        try (TikaInputStream stream = TikaInputStream.get(content)) {
            parser.parse(stream, new DefaultHandler(), new Metadata(), context);
        }
    }

    private void keep(String name, InputStream stream) throws IOException {
        if (found.size() >= mostFiles) {
            throw new RefusedException(Reason.TOO_LARGE, "More than " + mostFiles + " files are in it (setting casewright.intake.most-files-at-once). Please upload those that matter.");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[COPY_BYTES];
        for (int read = stream.read(buffer); read >= 0; read = stream.read(buffer)) {
            bytes += read;
            if (bytes > mostBytes) throw new RefusedException(Reason.TOO_LARGE, "The files in it have more than " + IntakeSettings.megabytes(mostBytes) + " together. Please upload those that matter.");
            out.write(buffer, 0, read);
        }
        byte[] content = out.toByteArray();
        Optional<FileKind> holder = kindOf(content).filter(FileKind::hasAttachments);
        if (holder.isEmpty()) found.add(new Attachment(Intake.plainName(name), content, ""));
        else keepWithItsFiles(Intake.plainName(name), content, holder.get());
    }

    /// One that cannot be opened stays as it came.
    private void keepWithItsFiles(String name, byte[] content, FileKind kind) {
        Attachments inner = new Attachments(kind, depth + 1, mostFiles - found.size() - 1, mostBytes - bytes);
        String leftInIt = "";
        if (kind == FileKind.ARCHIVE && container == FileKind.ARCHIVE) {
            leftInIt = "It is a ZIP within another ZIP. Please unpack it and upload those that matter.";
        } else if (depth == DEEPEST && kind != FileKind.WORD) {
            leftInIt = "It was packed or forwarded too often. If files are in it that matter, please upload it by itself.";
        } else {
            try {
                inner.take(content);
            } catch (RefusedException e) {
                leftInIt = e.reason() == Reason.TOO_LARGE ? "Together with the other files there are too many in it, or they are too large. Please upload it by itself." : e.text();
            }
        }
        found.add(new Attachment(name, content, leftInIt));
        if (!leftInIt.isEmpty()) return;
        found.addAll(inner.found);
        bytes += inner.bytes;
    }

    /// Empty where nobody can read it.
    private static Optional<FileKind> kindOf(byte[] content) {
        try {
            return Optional.of(FileKind.of(content));
        } catch (RefusedException e) {
            return Optional.empty();
        }
    }
}
