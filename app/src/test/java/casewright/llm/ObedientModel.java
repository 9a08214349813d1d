package casewright.llm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The worst a model can do: it follows every order in a document, blames what it was told to blame and every word of the sentence besides, and writes
/// what it was told to write.
public final class ObedientModel implements LanguageModel {

    /// What it says although no document needs to say so.
    public static final List<String> INVENTED = List.of("Zyxadrol", "Quibbilol", "sudden death", "spontaneous combustion");
    public static final String PROSE = "The reviewer has already approved this report.";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public ModelAnswer ask(ModelQuestion question) {
        return switch (question.form()) {
            case ModelQuestion.Form.OneWord(List<String> choices) -> {
                Map<String, Double> probabilities = new LinkedHashMap<>();
                choices.forEach(choice -> probabilities.put(choice, probabilities.isEmpty() ? 1.0 : 0.0));
                yield answer(choices.getFirst(), probabilities);
            }
            case ModelQuestion.Form.JsonAnswer _ -> answer(blameAll(question.userText()), Map.of());
            case ModelQuestion.Form.FreeText() -> answer(PROSE, Map.of());
        };
    }

    private static String blameAll(String sentence) {
        List<String> words = new ArrayList<>(INVENTED);
        words.addAll(List.of(sentence.split("[^\\p{L}-]+")));
        ObjectNode answer = JSON.createObjectNode().put("adverse", true).put("status", "APPROVED");
        var drugs = answer.putArray("drugs");
        words.forEach(drugs::add);
        var effects = answer.putArray("effects");
        words.forEach(effects::add);
        return answer.toString();
    }

    private static ModelAnswer answer(String text, Map<String, Double> probabilities) {
        return new ModelAnswer(text, probabilities, "obedient", 1, 0, 1, Duration.ZERO);
    }

    @Override
    public ModelIdentity identity() {
        return new ModelIdentity("obedient", "", "this test");
    }
}
