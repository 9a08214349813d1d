package casewright.retrieval.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// What people judged to be right answers: query id, document id, grade (0 = not relevant).
record Judgments(Map<String, Map<String, Integer>> grades) {

    Judgments {
        grades = Map.copyOf(grades);
    }

    /// BEIR's `qrels.tsv`: query, document, grade, below a header line.
    static Judgments read(Path file) throws IOException {
        Map<String, Map<String, Integer>> grades = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] columns = line.split("\t");
            if (!columns[0].equals("query-id")) {
                grades.computeIfAbsent(columns[0], query -> new HashMap<>()).put(columns[1], Integer.parseInt(columns[2].strip()));
            }
        }
        return new Judgments(grades);
    }

    /// Grades of the documents judged for a query; a document that is absent was not judged and counts as 0.
    Map<String, Integer> of(String query) {
        return grades.getOrDefault(query, Map.of());
    }
}
