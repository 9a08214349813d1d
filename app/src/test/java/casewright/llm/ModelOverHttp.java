package casewright.llm;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// An OpenAI-compatible server on loopback whose manners change while it runs. When it behaves it blames every drug it knows for every effect it knows
/// in the sentence.
public final class ModelOverHttp implements AutoCloseable {

    public enum Manner { WELL, REFUSING, SILENT, CUT_OFF, NONSENSE }

    private static final List<String> DRUGS = List.of("metoprolol", "simvastatin");
    private static final List<String> EFFECTS = List.of("rash", "fever", "dizziness", "hyponatraemia");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final AtomicInteger questions = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Manner manner = Manner.WELL;
    private volatile Duration thinks = Duration.ZERO;
    private volatile boolean holdsProse;
    private final AtomicInteger heldProse = new AtomicInteger();

    private ModelOverHttp(HttpServer server) {
        this.server = server;
    }

    public static ModelOverHttp start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            ModelOverHttp model = new ModelOverHttp(server);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext("/v1/chat/completions", model::chat);
            server.createContext("/v1/models", exchange -> send(exchange, model.manner == Manner.REFUSING ? 503 : 200, "{\"data\": []}"));
            server.start();
            return model;
        } catch (IOException e) {
            throw new IllegalStateException("No free port", e);
        }
    }

    /// The real client of such a server, with little patience.
    public LanguageModel client() {
        ModelSettings settings = new ModelSettings(baseUrl(), "qwen-of-the-company", "", Duration.ofSeconds(2), 2, 1, 1, 8192, false, new ModelSettings.Embedded(0, Duration.ofSeconds(1), 64));
        return new QwenModel(settings, new CompanyServer(settings, Clock.systemUTC()));
    }

    public ModelOverHttp behaving(Manner next) {
        manner = next;
        return this;
    }

    public ModelOverHttp thinking(Duration each) {
        thinks = each;
        return this;
    }

    /// Whether questions for a sentence of the narrative, which only the drafting asks, are left without an answer.
    public ModelOverHttp holdingProse(boolean holds) {
        holdsProse = holds;
        return this;
    }

    /// How many such questions came and were left without an answer.
    public int heldProse() {
        return heldProse.get();
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    public int questions() {
        return questions.get();
    }

    private void chat(HttpExchange exchange) throws IOException {
        JsonNode asked = JSON.readTree(exchange.getRequestBody().readAllBytes());
        questions.incrementAndGet();
        boolean held = holdsProse && isForProse(asked);
        if (held) heldProse.incrementAndGet();
        await(held || manner == Manner.SILENT ? Duration.ofSeconds(60) : thinks);
        String text = asked.path("messages").path(asked.path("messages").size() - 1).path("content").toString();
        switch (manner) {
            case WELL, SILENT -> send(exchange, 200, answer(asked.path("logprobs").asBoolean(false) ? "blamed" : blame(text), "stop"));
            case REFUSING -> send(exchange, 503, "{\"error\": \"overloaded\"}");
            case CUT_OFF -> send(exchange, 200, answer(blame(text), "length"));
            case NONSENSE -> send(exchange, 200, answer("bananas [", "stop"));
        }
    }

    private static boolean isForProse(JsonNode asked) {
        return !asked.has("response_format") && !asked.path("logprobs").asBoolean(false);
    }

    private static String blame(String text) {
        String folded = text.toLowerCase(Locale.ROOT);
        ObjectNode answer = JSON.createObjectNode().put("adverse", EFFECTS.stream().anyMatch(folded::contains));
        var drugs = answer.putArray("drugs");
        DRUGS.stream().filter(folded::contains).forEach(drugs::add);
        var effects = answer.putArray("effects");
        EFFECTS.stream().filter(folded::contains).forEach(effects::add);
        return answer.toString();
    }

    private static String answer(String content, String finish) {
        ObjectNode whole = JSON.createObjectNode().put("id", "1").put("object", "chat.completion").put("created", 1).put("model", "m");
        ObjectNode choice = whole.putArray("choices").addObject().put("index", 0).put("finish_reason", finish);
        choice.putObject("message").put("role", "assistant").put("content", content);
        ObjectNode token = choice.putObject("logprobs").putArray("content").addObject().put("token", content).put("logprob", -0.1);
        token.putArray("top_logprobs").addObject().put("token", content).put("logprob", -0.1);
        whole.putObject("usage").put("prompt_tokens", 30).put("completion_tokens", 4).put("total_tokens", 34);
        return whole.toString();
    }

    private void await(Duration time) {
        try {
            if (closed.await(time.toMillis(), TimeUnit.MILLISECONDS)) throw new IllegalStateException("The server was closed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        try (exchange; var out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
