package casewright.database;

import casewright.refusal.RefusedException;
import casewright.refusal.UnavailableException;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/// Real PostgreSQL binaries in the data folder, with durable settings.
///
/// A `kill -9` of the service leaves the postmaster running; the next start finds its pid file and ends it first, so that its data are recovered
/// and no second server touches them. A server that a running service uses is joined instead (for `verify-trail`), never ended.
final class EmbeddedDatabase implements JdbcConnectionDetails, DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final Duration LONGEST_END = Duration.ofSeconds(30);

    private final @Nullable EmbeddedPostgres server;
    private final int port;

    private EmbeddedDatabase(@Nullable EmbeddedPostgres server, int port) {
        this.server = server;
        this.port = port;
    }

    /// @param mayJoin whether the server of a running service may be used: a command may, a second service may not
    static EmbeddedDatabase start(DataFolder data, boolean mayJoin) {
        Path cluster = data.root().resolve("postgres");
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!data.tryHold()) {
            if (!mayJoin) {
                throw new RefusedException(RefusedException.Reason.CONFLICT,
                        "Another Casewright runs on the data folder " + data.root() + ". Use that one, stop it first, or name another folder with --data.");
            }
            return new EmbeddedDatabase(null, portOfRunningServer(pidFile, data.root()));
        }
        endLeftover(pidFile);
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(cluster)
                    .setOverrideWorkingDirectory(data.folder("postgres-binaries").toFile())
                    .setCleanDataDirectory(false)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "60")
                    // Spring closes it last; its own hook would take the database away from steps that are just ending.
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .start();
            log.info("PostgreSQL runs on port {} with its data in {}", server.getPort(), cluster);
            return new EmbeddedDatabase(server, server.getPort());
        } catch (IOException | IllegalStateException e) {
            throw new UnavailableException("The embedded PostgreSQL did not start in " + cluster + ". Is the disk full, or does the folder belong to somebody else?", e);
        }
    }

    private static int portOfRunningServer(Path pidFile, Path root) {
        try {
            List<String> lines = Files.readAllLines(pidFile);
            return Integer.parseInt(lines.get(3).strip());
        } catch (IOException | RuntimeException e) {
            throw new RefusedException(RefusedException.Reason.CONFLICT,
                    "Another Casewright is starting or stopping on the data folder " + root + ". Wait a moment, or name another folder with --data.");
        }
    }

    private static void endLeftover(Path pidFile) {
        try {
            if (!Files.exists(pidFile)) return;
            long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
            ProcessHandle.of(pid)
                    .filter(process -> process.info().command().map(command -> command.endsWith("/postgres")).orElse(false))
                    .ifPresent(EmbeddedDatabase::end);
            Files.deleteIfExists(pidFile);
        } catch (IOException | NumberFormatException e) {
            throw new UnavailableException("The file " + pidFile + " of an earlier run cannot be read or removed.", e);
        }
    }

    private static void end(ProcessHandle leftover) {
        log.info("Ending the PostgreSQL that an earlier run left behind (process {})", leftover.pid());
        leftover.destroy();
        try {
            leftover.onExit().get(LONGEST_END.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            leftover.destroyForcibly();
        }
    }

    @Override
    public String getUsername() {
        return "postgres";
    }

    @Override
    public String getPassword() {
        return "postgres";
    }

    @Override
    public String getJdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    @Override
    public void destroy() throws IOException {
        if (server != null) server.close();
    }
}
