package casewright.llm;

import casewright.assets.Assets;
import casewright.refusal.UnavailableException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The embedded server, supervised: started at the first question or at once, looked at while it runs, started again with growing pauses when it ends or
/// hangs, stopped with the service. One thread of its own does all of that.
final class ModelServer implements ModelHost, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(ModelServer.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(15);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(10);
    private static final int LOOKS_IN_VAIN = 3;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    private final ModelSettings settings;
    private final Assets assets;
    private final Path folder;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(LONGEST_LOOK).build();

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private ModelState state = ModelState.away("The model is started with the first question.");
    private @Nullable ServerProcess process;
    private @Nullable Thread supervisor;
    private boolean closed;

    /// @param folder where the server's log goes
    ModelServer(ModelSettings settings, Assets assets, Path folder) {
        this.settings = settings;
        this.assets = assets;
        this.folder = folder;
    }

    /// Starts it unless it is started already; returns at once.
    void start() {
        lock.lock();
        try {
            if (closed || supervisor != null) return;
            if (assets.model().isEmpty() || assets.server().isEmpty()) {
                become(ModelState.away("The model's files are not on this machine: ./casewright run fetches them, or casewright.model.base-url names another server."), null);
                return;
            }
            become(ModelState.starting(), null);
            ServerProcess.Plan plan = new ServerProcess.Plan(assets.model().get(), assets.server().get(), folder, settings);
            supervisor = Thread.ofPlatform().daemon().name("model-server").start(() -> supervise(plan));
        } finally {
            lock.unlock();
        }
    }

    private void supervise(ServerProcess.Plan plan) {
        Duration pause = FIRST_PAUSE;
        while (!Thread.currentThread().isInterrupted()) {
            try (ServerProcess running = ServerProcess.start(plan)) {
                log.info("The model {} is ready (process {})", settings.name(), running.pid());
                become(ModelState.ready(), running);
                pause = FIRST_PAUSE;
                String end = watch(running);
                become(ModelState.away(end), null);
            } catch (UnavailableException e) {
                become(ModelState.away(e.text()), null);
            } catch (InterruptedException e) {
                return;
            }
            log.warn("{} It is started again in {} s.", state().reason(), pause.toSeconds());
            if (isClosedWithin(pause)) return;
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
            become(ModelState.starting(), null);
        }
    }

    private boolean isClosedWithin(Duration pause) {
        long left = pause.toNanos();
        lock.lock();
        try {
            while (!closed && left > 0) left = changed.awaitNanos(left);
            return closed;
        } catch (InterruptedException e) {
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// Returns when it ended or hangs, with what happened.
    private String watch(ServerProcess running) throws InterruptedException {
        int inVain = 0;
        while (inVain < LOOKS_IN_VAIN) {
            if (running.endsWithin(BETWEEN_LOOKS)) return "The model server ended with code " + running.exitCode() + ".";
            inVain = answersHealth(running.endpoint()) ? 0 : inVain + 1;
        }
        return "The model server did not answer " + LOOKS_IN_VAIN + " looks and was ended.";
    }

    private boolean answersHealth(ModelEndpoint endpoint) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(endpoint.baseUrl()).resolve("/health")).timeout(LONGEST_LOOK).build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private void become(ModelState next, @Nullable ServerProcess running) {
        lock.lock();
        try {
            state = next;
            process = running;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public ModelEndpoint endpoint() {
        start();
        long left = settings.embedded().startLimit().toNanos();
        lock.lock();
        try {
            while (state.kind() == ModelState.Kind.STARTING && left > 0) {
                left = changed.awaitNanos(left);
            }
            ServerProcess running = process;
            if (running == null) throw new UnavailableException(state.reason());
            return running.endpoint();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnavailableException("The service is stopping; the model was not asked.");
        } finally {
            lock.unlock();
        }
    }

    @Override
    public ModelState state() {
        lock.lock();
        try {
            return state;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public ModelIdentity identity() {
        return new ModelIdentity(settings.name(), assets.model().map(ModelServer::verifiedDigest).orElse(""), "this machine");
    }

    /// What the launcher verified and wrote beside the file; a gigabyte is not hashed again at each start.
    private static String verifiedDigest(Path weights) {
        Path stated = weights.resolveSibling(weights.getFileName() + ".sha256");
        try {
            return Files.exists(stated) ? Files.readString(stated).strip().split("\\s+", 2)[0] : "";
        } catch (IOException e) {
            throw new UnavailableException("The file " + stated + " cannot be read.", e);
        }
    }

    @Override
    public void close() {
        Thread running;
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
            running = supervisor;
        } finally {
            lock.unlock();
        }
        if (running == null) return;
        running.interrupt();
        try {
            running.join(TimeUnit.SECONDS.toMillis(15));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        become(ModelState.away("The service is stopping."), null);
    }
}
