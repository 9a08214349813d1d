package casewright.retrieval.evaluation;

import casewright.retrieval.KnowledgeDocument;
import casewright.retrieval.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A test collection in the layout of BEIR (Thakur et al. 2021): `corpus.jsonl`, `queries.jsonl`, `qrels.tsv`.
record BeirFolder(Path folder) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /// Each abstract is a document of one section.
    List<KnowledgeDocument> documents() throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("corpus.jsonl"))) {
            return lines.map(JSON::readTree).map(BeirFolder::document).toList();
        }
    }

    /// Query id to its words, in the order of the file.
    Map<String, String> queries() throws IOException {
        Map<String, String> queries = new LinkedHashMap<>();
        for (String line : Files.readAllLines(folder.resolve("queries.jsonl"))) {
            JsonNode query = JSON.readTree(line);
            queries.put(query.path("_id").asString(), query.path("text").asString());
        }
        return queries;
    }

    Judgments judgments() throws IOException {
        Map<String, Map<String, Integer>> grades = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("qrels.tsv"))) {
            String[] columns = line.split("\t");
            if (!columns[0].equals("query-id")) {
                grades.computeIfAbsent(columns[0], query -> new HashMap<>()).put(columns[1], Integer.parseInt(columns[2].strip()));
            }
        }
        return new Judgments(grades);
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
