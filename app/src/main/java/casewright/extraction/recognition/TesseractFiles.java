package casewright.extraction.recognition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/// Tesseract's program, its libraries, [Jpeg2000Program] and the data of its languages, taken out of the libraries that bring them into a folder that only this process' user
/// may open and that is removed at its end, or where it was killed, when the next one reads its first image.
final class TesseractFiles {

    private static final String PROGRAM = "org/bytedeco/tesseract/linux-x86_64/tesseract";
    private static final String LEPTONICA = "org/bytedeco/leptonica/linux-x86_64/libleptonica.so.6";
    private static final String JPEG_2000 = Jpeg2000Program.class.getName().replace('.', '/') + ".class";
    private static final List<String> FILES = List.of(PROGRAM, "org/bytedeco/tesseract/linux-x86_64/libtesseract.so.5.5", LEPTONICA,
            "tessdata/eng.traineddata", "tessdata/osd.traineddata");
    private static final String PREFIX = "casewright-tesseract-";
    private static final String HELD = "held";
    private static final String CHINESE = "chi_sim";

    private final Path folder;
    private final boolean hasChinese;
    /// Locked while this is in use: a channel that nothing refers to is closed, and its lock given up.
    private final FileChannel held;

    private TesseractFiles(Path folder, boolean hasChinese, FileChannel held) {
        this.folder = folder;
        this.hasChinese = hasChinese;
        this.held = held;
    }

    /// @param chinese the data of simplified Chinese, which no library brings
    static TesseractFiles unpacked(Optional<Path> chinese) {
        try {
            removeLeftBehind();
            Path folder = Files.createTempDirectory(ownPrefix());
            FileChannel held = held(folder);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(folder.toFile())));
            for (String file : FILES) unpack(file, folder.resolve(name(file)));
            Files.createDirectories(folder.resolve(JPEG_2000).getParent());
            unpack(JPEG_2000, folder.resolve(JPEG_2000));
            if (!folder.resolve(name(PROGRAM)).toFile().setExecutable(true)) throw new IOException("no right to make it executable");
            if (chinese.isPresent()) Files.createSymbolicLink(folder.resolve(CHINESE + ".traineddata"), chinese.get().toAbsolutePath());
            return new TesseractFiles(folder, chinese.isPresent(), held);
        } catch (IOException e) {
            throw new UncheckedIOException("Tesseract could not be unpacked into the folder for temporary files", e);
        }
    }

    private static String ownPrefix() {
        return PREFIX + ProcessHandle.current().pid() + "-";
    }

    /// A file whose lock ends with this process, however it ends.
    private static FileChannel held(Path folder) throws IOException {
        FileChannel channel = FileChannel.open(folder.resolve(HELD), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) throw new IOException("the new folder is held already");
        return channel;
    }

    /// Folders of processes that were killed.
    private static void removeLeftBehind() throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(Path.of(System.getProperty("java.io.tmpdir")), PREFIX + "*")) {
            for (Path folder : folders) {
                // to open and close an own file would give up its lock
                boolean isOwn = name(folder.toString()).startsWith(ownPrefix());
                if (!isOwn && isLeftBehind(folder)) FileSystemUtils.deleteRecursively(folder.toFile());
            }
        }
    }

    /// One without a lock was made by another process just now; one that may not be opened is another user's.
    private static boolean isLeftBehind(Path folder) {
        try (FileChannel channel = FileChannel.open(folder.resolve(HELD), StandardOpenOption.WRITE)) {
            return channel.tryLock() != null;
        } catch (IOException | OverlappingFileLockException e) {
            return false;
        }
    }

    private static void unpack(String file, Path to) throws IOException {
        try (InputStream in = TesseractFiles.class.getClassLoader().getResourceAsStream(file)) {
            if (in == null) throw new IllegalStateException("The program lacks " + file);
            Files.copy(in, to);
        }
    }

    private static String name(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    Path folder() {
        if (!held.isOpen()) throw new IllegalStateException("The folder of Tesseract is no longer held");
        return folder;
    }

    Path program() {
        return folder.resolve(name(PROGRAM));
    }

    Path leptonica() {
        return folder.resolve(name(LEPTONICA));
    }

    boolean hasChinese() {
        return hasChinese;
    }
}
