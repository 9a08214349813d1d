package casewright.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Real PostgreSQL for tests without Spring: one server a JVM, a fresh and migrated database each time.
public record TestDatabase(JdbcClient sql, TransactionTemplate transaction) {

    private static int databases;

    private static final class Server {
        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public static synchronized TestDatabase fresh() {
        String name = "test" + ++databases;
        JdbcClient.create(Server.RUNNING.getPostgresDatabase()).sql("create database " + name).update();
        DataSource source = Server.RUNNING.getDatabase("postgres", name);
        Flyway.configure().dataSource(source).load().migrate();
        return new TestDatabase(JdbcClient.create(source), new TransactionTemplate(new DataSourceTransactionManager(source)));
    }
}
