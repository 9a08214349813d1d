package casewright.drafting;

import casewright.llm.LanguageModel;
import casewright.llm.ModelAnswer;
import casewright.llm.ModelCall;
import casewright.llm.ModelQuestion;
import casewright.llm.UnusableAnswerException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Asks the model to retell a source sentence, after fixed worked examples. Whether its words are taken is for [NarrativeCheck] to say.
@Component
public class ModelProse {

    private static final int LONGEST_SENTENCE_CHARS = 400;

    private final LanguageModel model;
    private final Clock clock;
    private final int mostSentences;
    private final String system;
    private final int maxTokens;
    private final List<ModelQuestion.Example> examples = new ArrayList<>();

    /// @param mostSentences of one narrative; 0 leaves the narrative to the template
    public ModelProse(LanguageModel model, Clock clock, @Value("${casewright.drafting.model-sentences:3}") int mostSentences) {
        this.model = model;
        this.clock = clock;
        this.mostSentences = mostSentences;
        JsonNode retell = JsonMapper.builder().build().readTree(ReportTemplate.read("/templates/icsr/v1/questions.json")).get("retell");
        this.system = retell.get("system").asString();
        this.maxTokens = retell.get("maxTokens").asInt();
        retell.get("examples").forEach(example -> examples.add(new ModelQuestion.Example(example.get(0).asString(), example.get(1).asString())));
    }

    int mostSentences() {
        return mostSentences;
    }

    /// What the model answered.
    ///
    /// @param fault why it cannot be used as a sentence; empty where it can
    record Told(String text, Optional<String> fault) {
    }

    /// @throws casewright.refusal.UnavailableException when the model is away: the case waits
    Told retell(String source, List<ModelCall> calls) {
        if (source.length() > LONGEST_SENTENCE_CHARS) return new Told("", Optional.of("the source's sentence is too long to be retold, so the model was not asked"));
        ModelQuestion question = new ModelQuestion("retell", system, examples, source.replaceAll("\\s+", " "), new ModelQuestion.Form.FreeText(), maxTokens);
        try {
            ModelAnswer answer = model.ask(question);
            calls.add(ModelCall.of(clock.instant(), question, answer, model.identity()));
            String told = answer.text().strip();
            boolean one = !told.contains("\n") && told.length() <= 2 * source.length() && told.matches("(?s).*[.!?\"\u201d)]$");
            return new Told(told, one ? Optional.empty() : Optional.of("the model's answer is not one whole sentence"));
        } catch (UnusableAnswerException e) {
            return new Told("", Optional.of("the model's answer was cut off or empty"));
        }
    }
}
