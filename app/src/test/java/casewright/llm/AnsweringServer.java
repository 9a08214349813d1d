package casewright.llm;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// A small server on loopback that answers each question the same way.
final class AnsweringServer implements AutoCloseable {

    private final HttpServer server;
    private final AtomicInteger questions = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile String lastQuestion = "";

    private AnsweringServer(int status, String body, Duration delay) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException("No free port", e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/chat/completions", exchange -> {
            questions.incrementAndGet();
            lastQuestion = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            wait(delay);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, bytes.length);
            try (exchange; var out = exchange.getResponseBody()) {
                out.write(bytes);
            }
        });
        server.createContext("/v1/models", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
    }

    private void wait(Duration delay) {
        try {
            if (closed.await(delay.toMillis(), TimeUnit.MILLISECONDS)) throw new IllegalStateException("The server was closed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static AnsweringServer with(int status, String body) {
        return new AnsweringServer(status, body, Duration.ZERO);
    }

    static AnsweringServer slow(Duration delay) {
        return new AnsweringServer(200, message("too late", "stop", "null"), delay);
    }

    static AnsweringServer saying(String content, String finishReason) {
        return with(200, message(content, finishReason, "null"));
    }

    /// @param topTokens JSON objects with token and logprob, separated by commas
    static AnsweringServer choosing(String topTokens) {
        return with(200, message("x", "length", "{\"content\": [{\"token\": \"x\", \"logprob\": -1, \"top_logprobs\": [" + topTokens + "]}]}"));
    }

    private static String message(String content, String finishReason, String logprobs) {
        String quoted = "\"" + content.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
        return """
                {"id": "1", "object": "chat.completion", "created": 1, "model": "m",
                 "choices": [{"index": 0, "finish_reason": "%s", "message": {"role": "assistant", "content": %s}, "logprobs": %s}],
                 "usage": {"prompt_tokens": 30, "completion_tokens": 4, "total_tokens": 34, "prompt_tokens_details": {"cached_tokens": 20}}}"""
                .formatted(finishReason, quoted, logprobs);
    }

    String baseUrl() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }

    int questions() {
        return questions.get();
    }

    String lastQuestion() {
        return lastQuestion;
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
