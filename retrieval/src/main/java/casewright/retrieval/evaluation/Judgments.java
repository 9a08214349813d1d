package casewright.retrieval.evaluation;

import java.util.Map;

/// What people judged to be right answers: query id, document id, grade (0 = not relevant).
record Judgments(Map<String, Map<String, Integer>> grades) {

    Judgments {
        grades = Map.copyOf(grades);
    }

    /// Grades of the documents judged for a query; a document that is absent was not judged and counts as 0.
    Map<String, Integer> of(String query) {
        return grades.getOrDefault(query, Map.of());
    }
}
