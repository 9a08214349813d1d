package casewright.llm;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The company's own OpenAI-compatible server (vLLM, Ollama, Model Studio): nothing to start, only to look at.
final class CompanyServer implements ModelHost {

    private static final Duration LONGEST_LOOK = Duration.ofSeconds(5);
    private static final Duration LOOK_IS_FRESH = Duration.ofSeconds(10);

    private final ModelSettings settings;
    private final ModelEndpoint endpoint;
    private final InstantSource clock;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(LONGEST_LOOK).build();
    private Instant lookedAt = Instant.EPOCH;
    private ModelState seen = ModelState.starting();

    CompanyServer(ModelSettings settings, InstantSource clock) {
        this.settings = settings;
        this.endpoint = new ModelEndpoint(settings.baseUrl(), settings.key());
        this.clock = clock;
    }

    @Override
    public ModelEndpoint endpoint() {
        return endpoint;
    }

    @Override
    public ModelIdentity identity() {
        return new ModelIdentity(settings.name(), "", endpoint.baseUrl());
    }

    /// Asks for the list of models at most every ten seconds, however often the health page is read.
    @Override
    public synchronized ModelState state() {
        Instant now = clock.instant();
        if (now.isAfter(lookedAt.plus(LOOK_IS_FRESH))) {
            seen = look();
            lookedAt = now;
        }
        return seen;
    }

    private ModelState look() {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(endpoint.baseUrl() + "/models")).timeout(LONGEST_LOOK);
            if (!endpoint.key().isEmpty()) request.header("Authorization", "Bearer " + endpoint.key());
            int status = http.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode();
            return status == 200 ? ModelState.ready() : ModelState.away("The model server at " + endpoint + " answers with the status " + status + ".");
        } catch (IOException | IllegalArgumentException e) {
            return ModelState.away("The model server at " + endpoint + " cannot be reached.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ModelState.away("The service is stopping.");
        }
    }
}
