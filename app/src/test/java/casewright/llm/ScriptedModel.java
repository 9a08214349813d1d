package casewright.llm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Says to every question what it was told to: one text for JSON and prose, and the first choice, or the one it was given, for a choice.
public final class ScriptedModel implements LanguageModel {

    private final String text;
    private final @Nullable String choice;
    private final List<ModelQuestion> asked = new ArrayList<>();

    public ScriptedModel(String text) {
        this(text, null);
    }

    public ScriptedModel(String text, @Nullable String choice) {
        this.text = text;
        this.choice = choice;
    }

    @Override
    public synchronized ModelAnswer ask(ModelQuestion question) {
        asked.add(question);
        if (question.form() instanceof ModelQuestion.Form.OneWord(List<String> choices)) {
            Map<String, Double> probabilities = new LinkedHashMap<>();
            String chosen = choice == null ? choices.getFirst() : choice;
            choices.forEach(each -> probabilities.put(each, each.equals(chosen) ? 1.0 : 0.0));
            return answer(chosen, probabilities);
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
