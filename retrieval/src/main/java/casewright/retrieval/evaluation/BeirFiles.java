package casewright.retrieval.evaluation;

import casewright.retrieval.KnowledgeDocument;
import casewright.retrieval.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A test collection in the layout of BEIR (Thakur et al. 2021): `corpus.jsonl` (_id, title, text) and `queries.jsonl` (_id, text).
record BeirFiles(Path corpus, Path queries) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static BeirFiles in(Path folder) {
        return new BeirFiles(folder.resolve("corpus.jsonl"), folder.resolve("queries.jsonl"));
    }

    /// Each abstract is a document of one section. Read as a stream; the caller closes it.
    Stream<KnowledgeDocument> documents() throws IOException {
        return Files.lines(corpus).filter(line -> !line.isBlank()).map(JSON::readTree).map(BeirFiles::document);
    }

    /// Query id to its words, in the order of the file.
    Map<String, String> readQueries() throws IOException {
        Map<String, String> read = new LinkedHashMap<>();
        for (String line : Files.readAllLines(queries)) {
            if (line.isBlank()) {
                continue;
            }
            JsonNode query = JSON.readTree(line);
            read.put(query.path("_id").asString(), query.path("text").asString());
        }
        return read;
    }

    private static KnowledgeDocument document(JsonNode line) {
        return new KnowledgeDocument(
                line.path("_id").asString(),
                line.path("title").asString(""),
                null,
                null,
                null,
                List.of(new Section("", line.path("text").asString(""))));
    }
}
