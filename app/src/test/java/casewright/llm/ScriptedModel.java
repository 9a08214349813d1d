package casewright.llm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Says to every question what it was told to: one text for JSON and prose, and the first choice for a choice.
public final class ScriptedModel implements LanguageModel {

    private final String text;
    private final List<ModelQuestion> asked = new ArrayList<>();

    public ScriptedModel(String text) {
        this.text = text;
    }

    @Override
    public synchronized ModelAnswer ask(ModelQuestion question) {
        asked.add(question);
        if (question.form() instanceof ModelQuestion.Form.OneWord(List<String> choices)) {
            Map<String, Double> probabilities = new LinkedHashMap<>();
            choices.forEach(choice -> probabilities.put(choice, probabilities.isEmpty() ? 1.0 : 0.0));
            return answer(choices.getFirst(), probabilities);
        }
        return answer(text, Map.of());
    }

    private static ModelAnswer answer(String text, Map<String, Double> probabilities) {
        return new ModelAnswer(text, probabilities, "scripted", 1, 0, 1, Duration.ZERO);
    }

    public synchronized List<ModelQuestion> asked() {
        return List.copyOf(asked);
    }

    @Override
    public ModelIdentity identity() {
        return new ModelIdentity("scripted", "", "this test");
    }
}
