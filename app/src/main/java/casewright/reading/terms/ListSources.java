package casewright.reading.terms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// What the lists are made from: the lists that ship, the fetched dictionary, the operator's tables.
///
/// @param dictionary the fetched names of drugs, null when they were not fetched
/// @param drugs      the operator's tables `drugs.tsv`
/// @param reactions  the operator's tables `reactions.tsv`
record ListSources(@Nullable Path dictionary, List<Path> drugs, List<Path> reactions) {

    ListSources {
        drugs = List.copyOf(drugs);
        reactions = List.copyOf(reactions);
    }

    /// @param folder the operator's tables lie in it or one folder deeper
    static ListSources of(@Nullable Path dictionary, Path folder) {
        return new ListSources(dictionary, tables(folder, "drugs.tsv"), tables(folder, "reactions.tsv"));
    }

    private static List<Path> tables(Path folder, String name) {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(file -> file.getFileName().toString().equals(name)).sorted().toList();
        } catch (IOException e) {
            throw new IllegalStateException("The loaded vocabularies in " + folder + " cannot be listed", e);
        }
    }

    /// Another one for each other content of the files, and for each change of the program that makes the lists: its own classes are counted among the sources.
    String fingerprint() {
        CRC32 program = new CRC32();
        List<String> parts = new ArrayList<>();
        try {
            PathMatchingResourcePatternResolver resolver = new PathMatchingResourcePatternResolver();
            for (String place : List.of("classpath*:casewright/reading/terms/*.class", "classpath*:terms/*")) {
                Resource[] resources = resolver.getResources(place);
                Arrays.sort(resources, (one, other) -> Objects.requireNonNullElse(one.getFilename(), "").compareTo(Objects.requireNonNullElse(other.getFilename(), "")));
                for (Resource resource : resources) {
                    try (InputStream in = resource.getInputStream()) {
                        program.update(in.readAllBytes());
                    }
                }
            }
            parts.add("program " + program.getValue() + " " + WordNet.version());
            for (Path file : Stream.of(dictionary == null ? Stream.<Path>of() : Stream.of(dictionary), drugs.stream(), reactions.stream()).flatMap(files -> files).toList()) {
                CRC32 sum = new CRC32();
                sum.update(Files.readAllBytes(file));
                parts.add(file.getFileName() + " " + Files.size(file) + " " + sum.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The lists of words cannot be read", e);
        }
        return String.join("\n", parts);
    }
}
