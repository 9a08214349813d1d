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
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The narrow questions of the reading: what a sentence blames (JSON), which role a drug has in it (one word with its probability), and, where no sentence
/// blames, what harm a short text tells and how it went on (JSON). Each goes
/// behind its fixed worked examples, which the server keeps in its cache. What comes back is looked up in the sentence; what does not stand there is
/// dropped, so an answer can never bring in words of its own.
@Component
class ModelReader {

    private static final int LONGEST_SENTENCE_CHARS = 700;
    static final int LONGEST_TEXT_CHARS = 1_800;
    private static final String TEMPLATE = "/templates/icsr/v1/questions.json";

    private final LanguageModel model;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Asked sentence;
    private final String sentenceSchema;
    private final Asked alone;
    private final Asked harm;
    private final Asked course;
    private final String courseQuestion;
    private final Asked role;
    private final String roleQuestion;

    private record Asked(String kind, String system, List<ModelQuestion.Example> examples, ModelQuestion.Form form, int maxTokens) {

        ModelQuestion question(String text) {
            return new ModelQuestion(kind, system, examples, text, form, maxTokens);
        }
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
        this.sentenceSchema = file.get("sentence").get("schema").toString();
        this.alone = blameQuestion("alone", file);
        this.harm = blameQuestion("harm", file);
        JsonNode three = file.get("course");
        this.courseQuestion = three.get("question").asString();
        List<ModelQuestion.Example> courses = new ArrayList<>();
        three.get("examples").forEach(example -> courses.add(new ModelQuestion.Example(courseQuestion.formatted((Object[]) example.get(0).asString().split("\\|")), example.get(1).asString())));
        this.course = new Asked("course", three.get("system").asString(), courses, new ModelQuestion.Form.JsonAnswer("course", three.get("schema").toString()), three.get("maxTokens").asInt());
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

    /// As [#blame], of each of several sentences: as many in one question and as many questions at once as the model can do.
    ///
    /// @param progress is told how many are answered
    /// @return by place in the list
    List<Blame> blameEach(List<String> texts, List<ModelCall> calls, IntConsumer progress) {
        int atOnce = model.ability().sentencesAtOnce();
        List<List<String>> questions = new ArrayList<>();
        for (int i = 0; i < texts.size(); i += atOnce) questions.add(texts.subList(i, Math.min(texts.size(), i + atOnce)));
        List<Blame> blames = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(model.ability().parallel(), Thread.ofVirtual().factory())) {
            List<Future<Several>> waited = questions.stream().map(asked -> threads.submit(() -> blameTogether(asked))).toList();
            for (Future<Several> each : waited) {
                progress.accept(Math.min(texts.size(), blames.size() + atOnce));
                Several several = answered(each, threads);
                calls.addAll(several.calls());
                blames.addAll(several.blames());
            }
        }
        return blames;
    }

    private record Several(List<Blame> blames, List<ModelCall> calls) {
    }

    private static Several answered(Future<Several> waited, ExecutorService threads) {
        try {
            return waited.get();
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
            throw new UnavailableException("The reading was stopped.", e);
        } catch (ExecutionException e) {
            threads.shutdownNow();
            if (e.getCause() instanceof RuntimeException cause) throw cause;
            throw new IllegalStateException(e.getCause());
        }
    }

    /// What the model does not answer among several is asked by itself.
    private Several blameTogether(List<String> texts) {
        List<ModelCall> calls = new ArrayList<>();
        Map<Integer, JsonNode> answers = texts.size() == 1 ? Map.of() : answersTogether(texts, calls);
        List<Blame> blames = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            JsonNode said = answers.get(i);
            Blame blame = said == null ? blame(texts.get(i), calls) : blameOf(said, texts.get(i));
            blames.add(blame.adverse() ? blame : Blame.nothing());
        }
        return new Several(blames, calls);
    }

    private Map<Integer, JsonNode> answersTogether(List<String> texts, List<ModelCall> calls) {
        List<String> asked = texts.stream().map(ModelReader::shortened).toList();
        try {
            return SeveralSentences.byPlace(ask(SeveralSentences.question(sentence.question(asked.getFirst()), sentenceSchema, asked), calls).text());
        } catch (JacksonException | UnusableAnswerException e) {
            return Map.of();
        }
    }

    /// A single sentence that somebody chose because it names a medicine and an effect: most of the examples blame. What the answer lists although it
    /// denies an adverse event is kept for a second look.
    Blame blameAlone(String text) {
        return blame(alone, text, new ArrayList<>());
    }

    private Blame blame(Asked question, String text, List<ModelCall> calls) {
        try {
            return blameOf(json.readTree(ask(question.question(shortened(text)), calls).text()), text);
        } catch (JacksonException | UnusableAnswerException e) {
            // nonsense, or cut off: the model says nothing about this sentence, and what code found has to do
            return Blame.nothing();
        }
    }

    private static Blame blameOf(JsonNode said, String text) {
        return new Blame(said.path("adverse").asBoolean(false), spans(said.path("drugs"), text), spans(said.path("effects"), text));
    }

    /// What the model holds to be the harm in a text of some sentences, and by which medicines. It finds harm in nearly every text: what it says are candidates.
    ///
    /// @param suspected words of the text
    /// @param harm      words of the text
    record Harm(List<String> suspected, List<String> harm) {
    }

    /// @param text at most [#LONGEST_TEXT_CHARS] are read
    Harm harm(String text, List<ModelCall> calls) {
        String read = text.length() <= LONGEST_TEXT_CHARS ? text : text.substring(0, LONGEST_TEXT_CHARS);
        try {
            JsonNode said = json.readTree(ask(harm.question(read), calls).text());
            return new Harm(wordsOf(said.path("suspected"), read), wordsOf(said.path("harm"), read));
        } catch (JacksonException | UnusableAnswerException e) {
            return new Harm(List.of(), List.of());
        }
    }

    /// How the model holds the harm to have gone on, in words of the text; empty where it does not say, or says what does not stand there.
    ///
    /// @param outcome one of the schema's words, "unknown" where it does not say
    record CourseOfHarm(String began, String action, String ended, String outcome) {

        static CourseOfHarm unknown() {
            return new CourseOfHarm("", "", "", "unknown");
        }
    }

    /// @param text at most [#LONGEST_TEXT_CHARS] are read
    CourseOfHarm course(String text, String drug, String harmful, List<ModelCall> calls) {
        String read = text.length() <= LONGEST_TEXT_CHARS ? text : text.substring(0, LONGEST_TEXT_CHARS);
        try {
            JsonNode said = json.readTree(ask(course.question(courseQuestion.formatted(read, drug, harmful)), calls).text());
            return new CourseOfHarm(standing(said.path("began").asString(""), read), standing(said.path("action").asString(""), read), standing(said.path("ended").asString(""), read), said.path("outcome").asString("unknown"));
        } catch (JacksonException | UnusableAnswerException e) {
            return CourseOfHarm.unknown();
        }
    }

    /// "hit his little sister", where the model said "hitting his little sister".
    private static String withWordBefore(String part, String text) {
        int at = text.indexOf(part);
        int before = at < 2 ? 0 : text.lastIndexOf(' ', at - 2) + 1;
        return text.substring(before, at + part.length());
    }

    private static String standing(String words, String text) {
        String wanted = words.strip();
        int at = wanted.length() < 2 ? -1 : text.toLowerCase(Locale.ROOT).indexOf(wanted.toLowerCase(Locale.ROOT));
        return at < 0 || at + wanted.length() > text.length() ? "" : text.substring(at, at + wanted.length());
    }

    private static List<String> wordsOf(JsonNode words, String text) {
        List<String> found = new ArrayList<>();
        words.forEach(word -> nearlyStanding(word.asString(""), text).ifPresent(found::add));
        return found;
    }

    /// "waking screaming from vivid dreams" where the text has "woke screaming": as many of the words as stand there, but for a few at the borders.
    private static Optional<String> nearlyStanding(String said, String text) {
        String[] words = said.strip().split(" ");
        for (int left = words.length; left >= Math.max(Math.min(2, words.length), words.length - 2); left--) {
            for (int from = 0; from + left <= words.length; from++) {
                String part = standing(String.join(" ", Arrays.copyOfRange(words, from, from + left)), text);
                if (!part.isEmpty()) return Optional.of(from == 0 ? part : withWordBefore(part, text));
            }
        }
        return Optional.empty();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_SENTENCE_CHARS ? text : text.substring(0, LONGEST_SENTENCE_CHARS);
    }

    /// @return how likely each role is, summing to 1; empty when the model named none of them
    Map<String, Double> roleOf(String drug, String text, List<ModelCall> calls) {
        try {
            return ask(role.question(roleQuestion.formatted(shortened(text), drug)), calls).probabilities();
        } catch (UnusableAnswerException e) {
            return Map.of();
        }
    }

    private ModelAnswer ask(ModelQuestion question, List<ModelCall> calls) {
        ModelAnswer answer = model.ask(question);
        String said = answer.probabilities().isEmpty() ? answer.text() : answer.probabilities().toString();
        calls.add(new ModelCall(clock.instant(), question.kind(), answer.modelName(), model.identity().digest(), question.settings(), question.userText(), said,
                answer.promptTokens(), answer.answerTokens(), answer.took().toMillis()));
        return answer;
    }

    private static List<int[]> spans(JsonNode words, String text) {
        List<int[]> spans = new ArrayList<>();
        words.forEach(word -> {
            String wanted = word.asString().strip();
            int at = wanted.length() < 2 ? -1 : text.toLowerCase(Locale.ROOT).indexOf(wanted.toLowerCase(Locale.ROOT));
            if (at >= 0 && at + wanted.length() <= text.length()) spans.add(new int[] {at, at + wanted.length()});
        });
        return spans;
    }
}
