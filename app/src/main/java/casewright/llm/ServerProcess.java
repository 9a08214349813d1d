package casewright.llm;

import casewright.refusal.UnavailableException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// One run of the embedded server: a Python process that serves llama.cpp on loopback and ends when its standard input closes, which the operating system
/// does when this JVM ends, however it ends.
final class ServerProcess implements AutoCloseable {

    /// The child gets these and its own settings, so no password of the service.
    private static final Set<String> INHERITED = Set.of("PATH", "HOME", "LANG", "TMPDIR", "LD_LIBRARY_PATH", "PYENV_ROOT", "PYENV_VERSION");
    private static final Duration LONGEST_END = Duration.ofSeconds(10);

    private final Process process;
    private final ModelEndpoint endpoint;

    /// @param package_ folder for PYTHONPATH
    /// @param folder   for the script and the log
    record Plan(Path weights, Path package_, Path folder, ModelSettings settings) {

        Path log() {
            return folder.resolve("model-server.log");
        }
    }

    private ServerProcess(Process process, ModelEndpoint endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    /// Returns when the model is loaded.
    static ServerProcess start(Plan plan) {
        String key = freshKey();
        Process process = launch(plan, key);
        CompletableFuture<String> address = CompletableFuture.supplyAsync(() -> firstLine(process), Thread::startVirtualThread);
        try {
            String line = address.get(plan.settings().embedded().startLimit().toMillis(), TimeUnit.MILLISECONDS);
            if (!line.startsWith("http://127.0.0.1:")) throw new UnavailableException("The model server ended while it was starting; its log is " + plan.log() + ".");
            return new ServerProcess(process, new ModelEndpoint(line + "/v1", key));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ended(process, "The service is stopping.");
        } catch (TimeoutException e) {
            throw ended(process, "The model was not loaded within " + plan.settings().embedded().startLimit().toSeconds() + " s; the log is " + plan.log() + ".");
        } catch (ExecutionException e) {
            throw ended(process, "The model server gave no address; its log is " + plan.log() + ".");
        }
    }

    private static UnavailableException ended(Process process, String reason) {
        process.destroyForcibly();
        return new UnavailableException(reason);
    }

    private static Process launch(Plan plan, String key) {
        Path script = plan.folder().resolve("serve.py");
        try (InputStream source = ServerProcess.class.getResourceAsStream("/llm/serve.py")) {
            if (source == null) throw new IllegalStateException("llm/serve.py is not in the jar");
            Files.createDirectories(plan.folder());
            Files.copy(source, script, StandardCopyOption.REPLACE_EXISTING);
            ProcessBuilder builder = new ProcessBuilder("python3", "-B", "-u", script.toString());
            builder.environment().keySet().retainAll(INHERITED);
            builder.environment().putAll(environment(plan, key));
            return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        } catch (IOException e) {
            throw new UnavailableException("The model server cannot be started: is python3 there, and may " + plan.folder() + " be written?", e);
        }
    }

    private static Map<String, String> environment(Plan plan, String key) {
        ModelSettings settings = plan.settings();
        int threads = settings.embedded().threads() > 0 ? settings.embedded().threads() : Runtime.getRuntime().availableProcessors();
        return Map.of(
                "PYTHONPATH", plan.package_().toString(),
                "CASEWRIGHT_SERVER_LOG", plan.log().toString(),
                "CASEWRIGHT_SERVER_MODEL", plan.weights().toString(),
                "CASEWRIGHT_SERVER_NAME", settings.name(),
                "CASEWRIGHT_SERVER_KEY", key,
                "CASEWRIGHT_SERVER_CONTEXT_TOKENS", Integer.toString(settings.contextTokens() * settings.parallel()),
                "CASEWRIGHT_SERVER_PARALLEL", Integer.toString(settings.parallel()),
                "CASEWRIGHT_SERVER_THREADS", Integer.toString(threads),
                "CASEWRIGHT_SERVER_CACHE_MIB", Integer.toString(settings.embedded().cacheMib()));
    }

    private static String freshKey() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static String firstLine(Process process) {
        try {
            BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
            String line = output.readLine();
            return line == null ? "" : line.strip();
        } catch (IOException e) {
            return "";
        }
    }

    ModelEndpoint endpoint() {
        return endpoint;
    }

    long pid() {
        return process.pid();
    }

    /// @return true when it ended within this time
    boolean endsWithin(Duration wait) throws InterruptedException {
        return process.waitFor(wait.toMillis(), TimeUnit.MILLISECONDS);
    }

    int exitCode() {
        return process.exitValue();
    }

    /// Closes its standard input, which is the ordinary way to end it; forces it when that does not help.
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (process.waitFor(LONGEST_END.toMillis(), TimeUnit.MILLISECONDS)) return;
        } catch (IOException e) {
            // The pipe is gone: so is the child, or it soon will be.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
