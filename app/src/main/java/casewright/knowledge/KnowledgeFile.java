package casewright.knowledge;

import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// A file of knowledge, wherever it lies.
///
/// @param name with `/` between folders, below the place that is imported: `labels/velorin.txt`
public record KnowledgeFile(String name, Content content) {

    /// Opened anew for each reading.
    public interface Content {
        InputStream open() throws IOException;
    }

    /// The file itself, or all files below a folder but hidden ones, in the order of their names.
    ///
    /// @throws RefusedException (not found) when nothing is there
    public static List<KnowledgeFile> below(Path path) {
        if (Files.isRegularFile(path)) return List.of(new KnowledgeFile(String.valueOf(path.getFileName()), () -> Files.newInputStream(path)));
        if (!Files.isDirectory(path)) throw new RefusedException(Reason.NOT_FOUND, "There is no file and no folder " + path + "; nothing was imported.");
        try (Stream<Path> files = Files.walk(path)) {
            return files.filter(Files::isRegularFile).filter(file -> !String.valueOf(file.getFileName()).startsWith(".")).sorted()
                    .map(file -> new KnowledgeFile(path.relativize(file).toString().replace('\\', '/'), () -> Files.newInputStream(file))).toList();
        } catch (IOException e) {
            throw new RefusedException(Reason.UNREADABLE, "The folder " + path + " cannot be read; nothing was imported.");
        }
    }
}
