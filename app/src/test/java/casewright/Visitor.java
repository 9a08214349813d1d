package casewright;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One person at the real server: with a session as a browser has it, and with HTTP Basic as a program does it.
final class Visitor {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(90);
    private static final String EDGE = "an-edge-that-is-in-no-letter";

    private final HttpClient browser = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).cookieHandler(new CookieManager()).followRedirects(HttpClient.Redirect.NORMAL).build();
    private final HttpClient program = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;
    private final String name;
    private final String password;
    private String token = "";

    Visitor(int port, String name, String password) {
        this.port = port;
        this.name = name;
        this.password = password;
    }

    record Answer(int status, String type, String body, String address) {
    }

    Answer signIn() {
        token = tokenOf(get("/sign-in"));
        String form = "username=" + encoded(name) + "&password=" + encoded(password) + "&_csrf=" + encoded(token);
        Answer answer = send(browser, page("/sign-in").header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(form)));
        Matcher next = TOKEN.matcher(answer.body());
        if (next.find()) token = next.group(1);
        return answer;
    }

    private static String tokenOf(Answer page) {
        Matcher found = TOKEN.matcher(page.body());
        if (!found.find()) throw new AssertionError("No form in the page, which answered " + page.status());
        return found.group(1);
    }

    Answer get(String path) {
        return send(browser, page(path).GET());
    }

    /// A form without fields.
    Answer post(String path) {
        return send(browser, page(path).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString("_csrf=" + encoded(token))));
    }

    Answer getByApi(String path) {
        return send(program, request(path).header("Authorization", basic()).GET());
    }

    /// As the upload page does it, one file after the other in one request.
    Answer upload(String path, byte[]... files) {
        return send(browser, page(path).header("Content-Type", "multipart/form-data; boundary=" + EDGE).header("X-CSRF-TOKEN", token).header("HX-Request", "true")
                .POST(BodyPublishers.ofByteArray(form(files))));
    }

    Answer uploadByApi(byte[]... files) {
        return send(program, request("/api/documents").header("Content-Type", "multipart/form-data; boundary=" + EDGE).header("Authorization", basic())
                .POST(BodyPublishers.ofByteArray(form(files))));
    }

    private static byte[] form(byte[]... files) {
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        for (String[] field : new String[][] {{"receiptDate", "2025-03-04"}, {"receivedHow", "post"}, {"reportType", "spontaneous"}}) {
            form.writeBytes(("--" + EDGE + "\r\nContent-Disposition: form-data; name=\"" + field[0] + "\"\r\n\r\n" + field[1] + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
        for (int i = 0; i < files.length; i++) {
            form.writeBytes(("--" + EDGE + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"letter-" + i + ".txt\"\r\nContent-Type: text/plain\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            form.writeBytes(files[i]);
            form.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        form.writeBytes(("--" + EDGE + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return form.toByteArray();
    }

    private String basic() {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder page(String path) {
        return request(path).header("Accept", "text/html");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(LONGEST_ANSWER);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static Answer send(HttpClient http, HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers().firstValue("Content-Type").orElse(""), response.body(), response.uri().getPath() + "?" + response.uri().getQuery());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The test was interrupted", e);
        }
    }
}
