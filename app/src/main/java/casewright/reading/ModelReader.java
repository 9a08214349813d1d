package casewright.reading;

import casewright.llm.LanguageModel;
import casewright.llm.ModelAnswer;
import casewright.llm.ModelCall;
import casewright.llm.ModelQuestion;
import casewright.llm.UnusableAnswerException;
import casewright.refusal.UnavailableException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The two narrow questions of the reading: what a sentence blames (JSON), and which role a drug has in it (one word with its probability). Each goes
/// behind its fixed worked examples, which the server keeps in its cache. What comes back is looked up in the sentence; what does not stand there is
/// dropped, so an answer can never bring in words of its own.
@Component
class ModelReader {

    private static final int LONGEST_SENTENCE_CHARS = 700;
    private static final String TEMPLATE = "/templates/icsr/v1/questions.json";

    private final LanguageModel model;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Asked sentence;
    private final Asked alone;
    private final Asked role;
    private final String roleQuestion;

    private record Asked(String kind, String system, List<ModelQuestion.Example> examples, ModelQuestion.Form form, int maxTokens) {
    }

    /// What the model finds in a sentence: spans within it.
    record Blame(boolean adverse, List<int[]> drugs, List<int[]> effects) {

        static Blame nothing() {
            return new Blame(false, List.of(), List.of());
        }
    }

    ModelReader(LanguageModel model, Clock clock) {
        this.model = model;
        this.clock = clock;
        JsonNode file = read();
        this.sentence = blameQuestion("sentence", file);
        this.alone = blameQuestion("alone", file);
        JsonNode two = file.get("role");
        this.roleQuestion = two.get("question").asString();
        List<String> choices = new ArrayList<>();
        two.get("choices").forEach(choice -> choices.add(choice.asString()));
        List<ModelQuestion.Example> roles = new ArrayList<>();
        two.get("examples").forEach(example -> {
            String[] parts = example.get(0).asString().split("\\|");
            roles.add(new ModelQuestion.Example(roleQuestion.formatted(parts[0], parts[1]), example.get(1).asString()));
        });
        this.role = new Asked("role", two.get("system").asString(), roles, new ModelQuestion.Form.OneWord(choices), 2);
    }

    private static Asked blameQuestion(String kind, JsonNode file) {
        JsonNode asked = file.get(kind);
        return new Asked(kind, asked.get("system").asString(), examples(asked), new ModelQuestion.Form.JsonAnswer(kind, asked.get("schema").toString()), asked.get("maxTokens").asInt());
    }

    private JsonNode read() {
        try (InputStream in = ModelReader.class.getResourceAsStream(TEMPLATE)) {
            if (in == null) throw new IllegalStateException("The questions " + TEMPLATE + " are missing from the program");
            return json.readTree(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ModelQuestion.Example> examples(JsonNode asked) {
        List<ModelQuestion.Example> examples = new ArrayList<>();
        asked.get("examples").forEach(example -> examples.add(new ModelQuestion.Example(example.get(0).asString(), example.get(1).asString())));
        return examples;
    }

    /// A sentence of a document, most of whose sentences blame nothing: half of the examples are negative.
    ///
    /// @throws UnavailableException when the model is away
    Blame blame(String text, List<ModelCall> calls) {
        Blame said = blame(sentence, text, calls);
        return said.adverse() ? said : Blame.nothing();
    }

    /// A single sentence that somebody chose because it names a medicine and an effect: most of the examples blame. What the answer lists although it
    /// denies an adverse event is kept for a second look.
    Blame blameAlone(String text) {
        return blame(alone, text, new ArrayList<>());
    }

    private Blame blame(Asked question, String text, List<ModelCall> calls) {
        String asked = text.length() <= LONGEST_SENTENCE_CHARS ? text : text.substring(0, LONGEST_SENTENCE_CHARS);
        try {
            ModelAnswer answer = ask(question, asked, calls);
            JsonNode node = json.readTree(answer.text());
            return new Blame(node.path("adverse").asBoolean(false), spans(node.path("drugs"), text), spans(node.path("effects"), text));
        } catch (JacksonException | UnusableAnswerException e) {
            // nonsense, or cut off: the model says nothing about this sentence, and what code found has to do
            return Blame.nothing();
        }
    }

    /// @return how likely each role is, summing to 1; empty when the model named none of them
    Map<String, Double> roleOf(String drug, String text, List<ModelCall> calls) {
        String asked = text.length() <= LONGEST_SENTENCE_CHARS ? text : text.substring(0, LONGEST_SENTENCE_CHARS);
        try {
            return ask(role, roleQuestion.formatted(asked, drug), calls).probabilities();
        } catch (UnusableAnswerException e) {
            return Map.of();
        }
    }

    private ModelAnswer ask(Asked asked, String text, List<ModelCall> calls) {
        ModelQuestion question = new ModelQuestion(asked.kind(), asked.system(), asked.examples(), text, asked.form(), asked.maxTokens());
        ModelAnswer answer = model.ask(question);
        String said = answer.probabilities().isEmpty() ? answer.text() : answer.probabilities().toString();
        calls.add(new ModelCall(clock.instant(), asked.kind(), answer.modelName(), model.identity().digest(), question.settings(), text, said,
                answer.promptTokens(), answer.answerTokens(), answer.took().toMillis()));
        return answer;
    }

    private static List<int[]> spans(JsonNode words, String text) {
        List<int[]> spans = new ArrayList<>();
        words.forEach(word -> {
            String wanted = word.asString().strip();
            int at = wanted.length() < 2 ? -1 : text.toLowerCase(java.util.Locale.ROOT).indexOf(wanted.toLowerCase(java.util.Locale.ROOT));
            if (at >= 0 && at + wanted.length() <= text.length()) spans.add(new int[] {at, at + wanted.length()});
        });
        return spans;
    }
}
