package casewright;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.testcontainers.service.connection.ServiceConnection;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/// Real PostgreSQL for tests: in a container where Docker answers, else one embedded server a JVM with a fresh database for each context.
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

    @TestConfiguration(proxyBeanMethods = false)
    @Conditional(DockerAnswers.class)
    static class InContainer {

        @Bean
        @ServiceConnection
        PostgreSQLContainer postgres() {
            return new PostgreSQLContainer("postgres:18");
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    @Conditional(NoDocker.class)
    static class Embedded {

        private static @Nullable EmbeddedPostgres server;
        private static final AtomicInteger databases = new AtomicInteger();

        @Bean
        JdbcConnectionDetails freshDatabase() throws SQLException {
            EmbeddedPostgres running = server();
            String name = "test_" + databases.incrementAndGet();
            try (Connection connection = running.getPostgresDatabase().getConnection(); Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            }
            return new Details(running.getJdbcUrl("postgres", name));
        }

        private static synchronized EmbeddedPostgres server() {
            if (server != null) return server;
            try {
                EmbeddedPostgres started = EmbeddedPostgres.builder().setServerConfig("max_connections", "300").start();
                server = started;
                return started;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private record Details(String url) implements JdbcConnectionDetails {

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
            return url;
        }
    }

    static class DockerAnswers implements Condition {

        private static @Nullable Boolean answers;

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return dockerAnswers();
        }

        static synchronized boolean dockerAnswers() {
            if (answers == null) answers = !Boolean.getBoolean("test.db.embedded") && DockerClientFactory.instance().isDockerAvailable();
            return answers;
        }
    }

    static class NoDocker implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !DockerAnswers.dockerAnswers();
        }
    }
}
