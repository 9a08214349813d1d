package casewright.reading;

import casewright.llm.ModelQuestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Several sentences in one question, for a model that can do more than one: numbered, each answered by its number. The worked examples are those of the
/// question about one sentence, put together to one.
final class SeveralSentences {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String KIND = "sentences";
    private static final String MANNER = " The sentences are numbered; answer each by its number: {\"sentences\": [{\"n\": 1, \"adverse\": true, \"drugs\": [..], \"effects\": [..]}, ..]}";

    private SeveralSentences() {
    }

    /// @param one the question about one sentence
    static ModelQuestion question(ModelQuestion one, String schemaOfOne, List<String> sentences) {
        ObjectNode item = (ObjectNode) JSON.readTree(schemaOfOne);
        ((ObjectNode) item.get("properties")).putObject("n").put("type", "integer");
        ((ArrayNode) item.get("required")).insert(0, "n");
        ObjectNode schema = JSON.createObjectNode().put("type", "object").put("additionalProperties", false);
        ObjectNode list = schema.putObject("properties").putObject("sentences").put("type", "array").put("maxItems", sentences.size());
        list.set("items", item);
        schema.putArray("required").add("sentences");
        ModelQuestion.Example example = new ModelQuestion.Example(numbered(one.examples().stream().map(ModelQuestion.Example::user).toList()), answers(one.examples()));
        return new ModelQuestion(KIND, one.systemPrompt() + MANNER, List.of(example), numbered(sentences), new ModelQuestion.Form.JsonAnswer(KIND, schema.toString()), one.maxAnswerTokens() * sentences.size());
    }

    /// @return each sentence's answer by its place in the question, from 0; those that the model passed over are not in it
    static Map<Integer, JsonNode> byPlace(String answer) {
        Map<Integer, JsonNode> byPlace = new HashMap<>();
        for (JsonNode said : JSON.readTree(answer).path("sentences")) if (said.path("n").isInt()) byPlace.putIfAbsent(said.path("n").asInt() - 1, said);
        return byPlace;
    }

    private static String numbered(List<String> sentences) {
        List<String> lines = new ArrayList<>();
        for (String sentence : sentences) lines.add((lines.size() + 1) + ". " + sentence.replaceAll("\\s+", " "));
        return String.join("\n", lines);
    }

    private static String answers(List<ModelQuestion.Example> examples) {
        ObjectNode all = JSON.createObjectNode();
        ArrayNode list = all.putArray("sentences");
        for (ModelQuestion.Example example : examples) {
            ObjectNode said = JSON.createObjectNode().put("n", list.size() + 1);
            said.setAll((ObjectNode) JSON.readTree(example.assistant()));
            list.add(said);
        }
        return all.toString();
    }
}
