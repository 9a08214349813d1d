package casewright.llm;

import casewright.llm.ModelQuestion.Form.FreeText;
import casewright.llm.ModelQuestion.Form.JsonAnswer;
import casewright.llm.ModelQuestion.Form.OneWord;
import casewright.llm.UnusableAnswerException.Reason;
import casewright.refusal.UnavailableException;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.http.client.jdk.JdkHttpClient;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ResponseFormat;
import dev.langchain4j.model.chat.request.ResponseFormatType;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.langchain4j.model.chat.request.json.JsonSchema;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.LogProb;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import dev.langchain4j.model.openai.OpenAiChatResponseMetadata;
import dev.langchain4j.model.openai.OpenAiTokenUsage;
import dev.langchain4j.model.output.FinishReason;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Any OpenAI-compatible chat server, in practice a Qwen, through LangChain4j. The only class that knows that library.
final class QwenModel implements LanguageModel {

    private static final int TOP_TOKENS = 10;
    /// English medical text has 3 to 4 bytes a token, Chinese 3 to 5 (Qwen2.5 tokenizer): three is the careful side.
    private static final int BYTES_PER_TOKEN = 3;
    private static final Duration PAUSE_BETWEEN_ATTEMPTS = Duration.ofSeconds(1);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ModelSettings settings;
    private final ModelHost host;
    private final Semaphore places;
    private volatile @Nullable Connection connection;

    private record Connection(ModelEndpoint endpoint, OpenAiChatModel chat) {
    }

    QwenModel(ModelSettings settings, ModelHost host) {
        this.settings = settings;
        this.host = host;
        this.places = new Semaphore(settings.parallel(), true);
    }

    @Override
    public ModelIdentity identity() {
        return host.identity();
    }

    @Override
    public Ability ability() {
        return new Ability(settings.parallel(), settings.sentencesAtOnce());
    }

    @Override
    public ModelAnswer ask(ModelQuestion question) {
        if (promptBytes(question) / BYTES_PER_TOKEN + question.maxAnswerTokens() > settings.contextTokens()) {
            throw new UnusableAnswerException(question.kind(), Reason.QUESTION_TOO_LONG);
        }
        takePlace();
        try {
            return askWithRetries(question);
        } finally {
            places.release();
        }
    }

    private void takePlace() {
        try {
            // In front of this question may stand one of every other case in work: so many timeouts, not for ever.
            if (!places.tryAcquire(settings.timeout().toMillis() * 10, TimeUnit.MILLISECONDS)) {
                throw new UnavailableException("The model has been busy with other questions for too long.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("The service is stopping; the model was not asked.");
        }
    }

    private ModelAnswer askWithRetries(ModelQuestion question) {
        for (int attempt = 1; ; attempt++) {
            ModelEndpoint endpoint = host.endpoint();
            long began = System.nanoTime();
            ChatResponse response;
            try {
                response = chatAt(endpoint).chat(request(question));
            } catch (AuthenticationException | ModelNotFoundException | InvalidRequestException e) {
                throw new UnavailableException(whatWentWrong(endpoint, e));
            } catch (RuntimeException e) { // the library throws it bare for a broken connection and for what is no chat answer
                if (isInterruption(e)) Thread.currentThread().interrupt(); // the library takes the mark away
                if (attempt >= settings.attempts() || Thread.currentThread().isInterrupted()) throw new UnavailableException(whatWentWrong(endpoint, e));
                pause(attempt);
                continue;
            }
            return answer(question, response, Duration.ofNanos(System.nanoTime() - began));
        }
    }

    /// Never the library's own message or the exception itself: a server's error may repeat the prompt.
    private static String whatWentWrong(ModelEndpoint endpoint, RuntimeException failure) {
        String what = switch (failure) {
            case AuthenticationException _ -> "refused the key (casewright.model.key)";
            case ModelNotFoundException _ -> "does not know the model (casewright.model.name)";
            case TimeoutException _ -> "did not answer in time (casewright.model.timeout)";
            case RuntimeException e when status(e) != 0 -> "answered with the error " + status(e);
            case RuntimeException e when isBrokenConnection(e.getCause()) -> "cannot be reached";
            default -> "gave what is no chat answer";
        };
        return "The model server at " + endpoint + " " + what + ".";
    }

    private static boolean isInterruption(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InterruptedException) return true;
        }
        return false;
    }

    private static boolean isBrokenConnection(@Nullable Throwable cause) {
        // Jackson's exceptions are IOExceptions, too.
        return cause instanceof IOException && !cause.getClass().getName().contains("jackson");
    }

    private static int status(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof HttpException http) return http.statusCode();
        }
        return 0;
    }

    private static void pause(int attempt) {
        try {
            // Nothing tells when a server on another machine is well again, so there is nothing to wait on but time; the end of the service interrupts it.
            Thread.sleep(PAUSE_BETWEEN_ATTEMPTS.multipliedBy(attempt));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("The service is stopping; the model was not asked again.");
        }
    }

    private OpenAiChatModel chatAt(ModelEndpoint endpoint) {
        Connection known = connection;
        if (known != null && known.endpoint().equals(endpoint)) return known.chat();
        OpenAiChatModel chat = OpenAiChatModel.builder()
                .baseUrl(endpoint.baseUrl())
                .apiKey(endpoint.key().isEmpty() ? "none" : endpoint.key())
                .modelName(settings.name())
                .temperature(0.0)
                .strictJsonSchema(true)
                .timeout(settings.timeout())
                .maxRetries(0)
                // HTTP/1.1: some servers answer the offer of HTTP/2 on a plain connection with an error.
                .httpClientBuilder(JdkHttpClient.builder().httpClientBuilder(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)))
                .build();
        connection = new Connection(endpoint, chat);
        return chat;
    }

    private static ChatRequest request(ModelQuestion question) {
        List<ChatMessage> messages = new ArrayList<>();
        if (!question.systemPrompt().isBlank()) messages.add(SystemMessage.from(question.systemPrompt()));
        for (ModelQuestion.Example example : question.examples()) {
            messages.add(UserMessage.from(example.user()));
            messages.add(AiMessage.from(example.assistant()));
        }
        messages.add(UserMessage.from(question.userText()));
        OpenAiChatRequestParameters.Builder parameters = OpenAiChatRequestParameters.builder();
        switch (question.form()) {
            case FreeText() -> parameters.maxOutputTokens(question.maxAnswerTokens());
            case JsonAnswer(String name, String schema) -> parameters.maxOutputTokens(question.maxAnswerTokens())
                    .responseFormat(ResponseFormat.builder().type(ResponseFormatType.JSON)
                            .jsonSchema(JsonSchema.builder().name(name).rootElement(JsonRawSchema.from(schema)).build()).build());
            case OneWord _ -> parameters.logprobs(true).topLogprobs(TOP_TOKENS).maxOutputTokens(1);
        }
        return ChatRequest.builder().messages(messages).parameters(parameters.build()).build();
    }

    private ModelAnswer answer(ModelQuestion question, ChatResponse response, Duration took) {
        OpenAiChatResponseMetadata facts = (OpenAiChatResponseMetadata) response.metadata();
        String words = response.aiMessage().text() == null ? "" : response.aiMessage().text().strip();
        Map<String, Double> probabilities = Map.of();
        String text = switch (question.form()) {
            case FreeText() -> whole(question, facts, words);
            case JsonAnswer _ -> json(question, whole(question, facts, words));
            case OneWord(List<String> choices) -> {
                probabilities = Choices.probabilities(choices, firstTokens(facts));
                yield probabilities.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey)
                        .orElseThrow(() -> new UnusableAnswerException(question.kind(), Reason.NO_CHOICE));
            }
        };
        OpenAiTokenUsage usage = facts.tokenUsage();
        return new ModelAnswer(text, probabilities, settings.name(), count(usage == null ? null : usage.inputTokenCount()), cachedTokens(usage),
                count(usage == null ? null : usage.outputTokenCount()), took);
    }

    private static String whole(ModelQuestion question, OpenAiChatResponseMetadata facts, String words) {
        if (facts.finishReason() != FinishReason.STOP) throw new UnusableAnswerException(question.kind(), Reason.CUT_OFF);
        if (words.isEmpty()) throw new UnusableAnswerException(question.kind(), Reason.EMPTY);
        return words;
    }

    /// The grammar of llama.cpp lets a Markdown fence around the object through.
    private static String json(ModelQuestion question, String words) {
        String object = words.startsWith("```") && words.endsWith("```") && words.length() > 6
                ? words.substring(words.indexOf('\n') + 1, words.length() - 3).strip() : words;
        try {
            if (JSON.readTree(object).isObject()) return object;
        } catch (JacksonException e) {
            throw new UnusableAnswerException(question.kind(), Reason.NOT_JSON);
        }
        throw new UnusableAnswerException(question.kind(), Reason.NOT_JSON);
    }

    private static List<Map.Entry<String, Double>> firstTokens(OpenAiChatResponseMetadata facts) {
        List<LogProb> tokens = facts.logProbs();
        if (tokens == null || tokens.isEmpty() || tokens.getFirst().topLogprobs() == null) return List.of();
        return tokens.getFirst().topLogprobs().stream().map(token -> Map.entry(token.token(), token.logprob())).toList();
    }

    private static int cachedTokens(@Nullable OpenAiTokenUsage usage) {
        return usage == null || usage.inputTokensDetails() == null ? 0 : count(usage.inputTokensDetails().cachedTokens());
    }

    private static int count(@Nullable Integer tokens) {
        return tokens == null ? 0 : tokens;
    }

    private static long promptBytes(ModelQuestion question) {
        return question.examples().stream().mapToLong(example -> bytes(example.user()) + bytes(example.assistant())).sum() + bytes(question.systemPrompt()) + bytes(question.userText());
    }

    private static long bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
