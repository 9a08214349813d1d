package casewright.reading.terms;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The lists that ship with the program, one entry a line, `#` before a remark.
public final class TermFiles {

    private TermFiles() {
    }

    public static List<String> lines(String name) {
        try (InputStream in = TermFiles.class.getResourceAsStream("/terms/" + name)) {
            if (in == null) throw new IllegalStateException("The list /terms/" + name + " is missing from the program");
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines().map(String::strip).filter(line -> !line.isEmpty() && !line.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
