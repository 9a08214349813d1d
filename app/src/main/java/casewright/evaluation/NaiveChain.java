package casewright.evaluation;

import casewright.extraction.DocumentText;
import casewright.extraction.Page;
import casewright.extraction.TextExtractor;
import casewright.llm.LanguageModel;
import casewright.llm.ModelAnswer;
import casewright.llm.ModelQuestion;
import casewright.llm.ModelQuestion.Form.JsonAnswer;
import casewright.llm.UnusableAnswerException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The baseline that the service is measured against: one question about the whole document with one schema, believed as it comes. Nothing of it is
/// in the service.
record NaiveChain(TextExtractor extractor, LanguageModel model) implements Chain {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");
    private static final int MOST_ANSWER_TOKENS = 1_200;
    private static final String SYSTEM = "You are a drug-safety officer. You read a document and answer with facts that stand in it, nothing else.";
    private static final String QUESTION = """
            Does the document tell that a medicine or vaccine is suspected of having harmed a patient? Answer with JSON: {"suspected": true or false, "age": "as written or empty", \
            "sex": "male, female or unknown", "weight": "as written or empty", "medicalHistory": ["earlier diseases"], "suspectDrugs": [{"name": "", "dose": "", "route": "", "indication": "", \
            "start": "", "stop": "", "actionTaken": "", "dechallenge": "", "rechallenge": ""}], "concomitantDrugs": ["taken besides"], "treatmentDrugs": ["given against the harm"], \
            "reactions": [{"term": "", "onset": "", "outcome": "", "seriousness": [""]}], "keyTests": [{"name": "", "value": "", "when": ""}]}""";
    private static final String SCHEMA = """
            {"type": "object", "additionalProperties": false,
             "required": ["suspected", "age", "sex", "weight", "medicalHistory", "suspectDrugs", "concomitantDrugs", "treatmentDrugs", "reactions", "keyTests"],
             "properties": {
              "suspected": {"type": "boolean"}, "age": {"type": "string", "maxLength": 30}, "sex": {"enum": ["male", "female", "unknown"]}, "weight": {"type": "string", "maxLength": 20},
              "medicalHistory": {"type": "array", "maxItems": 8, "items": {"type": "string", "maxLength": 60}},
              "suspectDrugs": {"type": "array", "maxItems": 6, "items": {"type": "object", "additionalProperties": false,
                "required": ["name", "dose", "route", "indication", "start", "stop", "actionTaken", "dechallenge", "rechallenge"],
                "properties": {"name": {"type": "string", "maxLength": 60}, "dose": {"type": "string", "maxLength": 80}, "route": {"type": "string", "maxLength": 30},
                  "indication": {"type": "string", "maxLength": 60}, "start": {"type": "string", "maxLength": 40}, "stop": {"type": "string", "maxLength": 40},
                  "actionTaken": {"enum": ["withdrawn", "dose reduced", "dose increased", "not changed", "not applicable", "unknown"]},
                  "dechallenge": {"enum": ["positive", "negative", "not applicable", "unknown"]}, "rechallenge": {"enum": ["positive", "negative", "not done", "not applicable", "unknown"]}}}},
              "concomitantDrugs": {"type": "array", "maxItems": 8, "items": {"type": "string", "maxLength": 60}},
              "treatmentDrugs": {"type": "array", "maxItems": 8, "items": {"type": "string", "maxLength": 60}},
              "reactions": {"type": "array", "maxItems": 8, "items": {"type": "object", "additionalProperties": false, "required": ["term", "onset", "outcome", "seriousness"],
                "properties": {"term": {"type": "string", "maxLength": 60}, "onset": {"type": "string", "maxLength": 60},
                  "outcome": {"enum": ["recovered", "recovering", "not recovered", "recovered with sequelae", "fatal", "unknown"]},
                  "seriousness": {"type": "array", "maxItems": 4, "items": {"enum": ["death", "life-threatening", "hospitalisation", "disability", "congenital anomaly", "other medically important"]}}}}},
              "keyTests": {"type": "array", "maxItems": 6, "items": {"type": "object", "additionalProperties": false, "required": ["name", "value", "when"],
                "properties": {"name": {"type": "string", "maxLength": 60}, "value": {"type": "string", "maxLength": 60}, "when": {"type": "string", "maxLength": 40}}}}}}""";

    @Override
    public Map<String, @Nullable Object> draft(String id, List<byte[]> documents) {
        List<String> pages = documents.stream().map(extractor::extract).map(DocumentText::pages).flatMap(List::stream).map(Page::text).toList();
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("id", id);
        result.put("text", pages);
        try {
            ModelAnswer answer = model.ask(new ModelQuestion("naive", SYSTEM, List.of(), "DOCUMENT\n" + String.join("\n", pages) + "\nEND OF DOCUMENT\n\n" + QUESTION, new JsonAnswer("report", SCHEMA), MOST_ANSWER_TOKENS));
            JsonNode told = JSON.readTree(answer.text());
            boolean suspected = told.path("suspected").asBoolean();
            result.put("hasAdverseReactionCase", suspected);
            result.put("triage", suspected ? "CASE: the model says so" : "NEITHER: the model says so");
            result.put("modelSeconds", Math.round(answer.took().toMillis() / 100.0) / 10.0);
            result.put("cases", suspected ? List.of(report(told)) : List.of());
        } catch (UnusableAnswerException | JacksonException e) {
            result.put("hasAdverseReactionCase", false);
            result.put("triage", "NEITHER: the model gave no answer of use");
            result.put("cases", List.of());
        }
        return result;
    }

    private static Map<String, @Nullable Object> report(JsonNode told) {
        Map<String, @Nullable Object> patient = new LinkedHashMap<>();
        Matcher age = NUMBER.matcher(told.path("age").asString(""));
        String ageText = told.path("age").asString("").toLowerCase(Locale.ROOT);
        patient.put("age", age.find() ? Map.of("value", Double.valueOf(age.group()), "unit", ageText.contains("month") ? "mo" : ageText.contains("day") ? "d" : "a") : null);
        patient.put("sex", told.path("sex").asString("unknown"));
        Matcher weight = NUMBER.matcher(told.path("weight").asString(""));
        patient.put("weightKg", weight.find() ? Double.valueOf(weight.group()) : null);
        patient.put("medicalHistory", strings(told.path("medicalHistory")));
        Map<String, @Nullable Object> report = new LinkedHashMap<>();
        report.put("patient", patient);
        report.put("suspectDrugs", items(told.path("suspectDrugs")));
        report.put("concomitantDrugs", strings(told.path("concomitantDrugs")));
        report.put("treatmentDrugs", strings(told.path("treatmentDrugs")));
        List<Map<String, @Nullable Object>> reactions = items(told.path("reactions"));
        report.put("reactions", reactions);
        report.put("serious", reactions.stream().anyMatch(reaction -> reaction.get("seriousness") instanceof List<?> criteria && !criteria.isEmpty()));
        report.put("keyTests", items(told.path("keyTests")));
        return report;
    }

    /// Each object with its empty words as null.
    private static List<Map<String, @Nullable Object>> items(JsonNode array) {
        List<Map<String, @Nullable Object>> items = new ArrayList<>();
        for (JsonNode node : array) {
            Map<String, @Nullable Object> item = new LinkedHashMap<>();
            node.properties().forEach(entry -> item.put(entry.getKey(), entry.getValue().isArray() ? strings(entry.getValue()) : entry.getValue().asString("").isBlank() ? null : entry.getValue().asString()));
            items.add(item);
        }
        return items;
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(node -> strings.add(node.asString()));
        return strings.stream().filter(string -> !string.isBlank()).toList();
    }
}
