package casewright.evidence.listedness;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The lists of this package, from the program's own resources.
final class WordFiles {

    private WordFiles() {
    }

    /// Without empty lines and lines that begin with "#".
    static List<String> lines(String name) {
        try (InputStream in = WordFiles.class.getResourceAsStream("/listedness/" + name)) {
            if (in == null) throw new IllegalStateException("The list " + name + " is missing from the program");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
