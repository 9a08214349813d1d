package casewright.retrieval.evaluation;

import casewright.retrieval.KnowledgeDocument;
import casewright.retrieval.Section;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A test collection in the layout of BEIR (Thakur et al. 2021): `corpus.jsonl` (_id, title, text) and `queries.jsonl` (_id, text). Ids may be numbers, titles and
/// texts may be missing; of several lines with one id the first counts.
record BeirFiles(Path corpus, Path queries) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static BeirFiles in(Path folder) {
        return new BeirFiles(folder.resolve("corpus.jsonl"), folder.resolve("queries.jsonl"));
    }

    /// Each abstract is a document of one section. Read as a stream; the caller closes it.
    Stream<KnowledgeDocument> documents() throws IOException {
        Set<String> seen = new HashSet<>();
        return objects(corpus).map(BeirFiles::document).filter(document -> seen.add(document.id()));
    }

    /// Query id to its words, in the order of the file.
    Map<String, String> readQueries() throws IOException {
        Map<String, String> read = new LinkedHashMap<>();
        try (Stream<JsonNode> lines = objects(queries)) {
            lines.forEach(query -> read.putIfAbsent(id(query), text(query, "text")));
        }
        return read;
    }

    private static Stream<JsonNode> objects(Path file) throws IOException {
        // Not Files.newBufferedReader: a broken letter is no reason to stop.
        BufferedReader lines = new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8));
        AtomicInteger number = new AtomicInteger();
        return lines.lines().onClose(() -> close(lines)).map(line -> object(line, file, number.incrementAndGet())).filter(node -> !node.isMissingNode());
    }

    private static JsonNode object(String line, Path file, int number) {
        try {
            JsonNode read = line.isBlank() ? JSON.missingNode() : JSON.readTree(line);
            if (line.isBlank() || read.isObject() && !id(read).isBlank()) return read;
        } catch (JacksonException _) {
            // told below
        }
        throw new IllegalArgumentException(file.getFileName() + ", line " + number + ", is no JSON object with an _id. Nothing was written.");
    }

    private static KnowledgeDocument document(JsonNode line) {
        String title = text(line, "title");
        String text = text(line, "text");
        // What has no text is found by its title.
        return text.isBlank() ? document(id(line), "", title) : document(id(line), title, text);
    }

    private static KnowledgeDocument document(String id, String title, String text) {
        return new KnowledgeDocument(id, title, null, null, null, List.of(new Section("", text)));
    }

    private static String id(JsonNode line) {
        return text(line, "_id");
    }

    private static String text(JsonNode line, String name) {
        return line.hasNonNull(name) ? line.get(name).asString("") : "";
    }

    private static void close(BufferedReader lines) {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
