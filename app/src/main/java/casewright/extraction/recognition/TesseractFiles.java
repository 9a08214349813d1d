package casewright.extraction.recognition;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/// Tesseract's program, its libraries and the data of its languages, taken out of the libraries that bring them into a folder that only this process' user
/// may open and that is removed at its end.
final class TesseractFiles {

    private static final String PROGRAM = "org/bytedeco/tesseract/linux-x86_64/tesseract";
    private static final List<String> FILES = List.of(PROGRAM, "org/bytedeco/tesseract/linux-x86_64/libtesseract.so.5.5", "org/bytedeco/leptonica/linux-x86_64/libleptonica.so.6",
            "tessdata/eng.traineddata", "tessdata/osd.traineddata");
    private static final String CHINESE = "chi_sim";

    private final Path folder;
    private final boolean hasChinese;

    private TesseractFiles(Path folder, boolean hasChinese) {
        this.folder = folder;
        this.hasChinese = hasChinese;
    }

    /// @param chinese the data of simplified Chinese, which no library brings
    static TesseractFiles unpacked(Optional<Path> chinese) {
        try {
            Path folder = Files.createTempDirectory("casewright-tesseract-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> FileSystemUtils.deleteRecursively(folder.toFile())));
            for (String file : FILES) unpack(file, folder);
            if (!folder.resolve(name(PROGRAM)).toFile().setExecutable(true)) throw new IOException("no right to make it executable");
            if (chinese.isPresent()) Files.createSymbolicLink(folder.resolve(CHINESE + ".traineddata"), chinese.get().toAbsolutePath());
            return new TesseractFiles(folder, chinese.isPresent());
        } catch (IOException e) {
            throw new UncheckedIOException("Tesseract could not be unpacked into the folder for temporary files", e);
        }
    }

    private static void unpack(String file, Path folder) throws IOException {
        try (InputStream in = TesseractFiles.class.getClassLoader().getResourceAsStream(file)) {
            if (in == null) throw new IllegalStateException("The program lacks " + file);
            Files.copy(in, folder.resolve(name(file)));
        }
    }

    private static String name(String file) {
        return file.substring(file.lastIndexOf('/') + 1);
    }

    Path folder() {
        return folder;
    }

    Path program() {
        return folder.resolve(name(PROGRAM));
    }

    boolean hasChinese() {
        return hasChinese;
    }
}
