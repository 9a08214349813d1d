package casewright.knowledge;

import casewright.knowledge.ImportRun.Asked;
import casewright.knowledge.ImportRun.State;
import casewright.knowledge.ImportedVersion.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The imports that were asked for on the page.
@Component
class ImportRuns {

    private static final int MOST_NAMED = 200;

    private final JdbcClient sql;
    private final Clock clock;

    ImportRuns(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    long add(KnowledgeImport.Wanted wanted, String form, @Nullable String serverPath, String by, long byId) {
        Validity validity = wanted.validity();
        return sql.sql("""
                insert into import_run (corpus, kind, form, product, valid_from, valid_to, country, document_kind, adds, source, server_path, asked_by, asked_by_id, asked_at, state)
                values (:corpus, :kind, :form, :product, :from, :to, :country, :documentKind, :adds, :source, :path, :by, :byId, :at, 'WAITING') returning id""")
                .param("corpus", wanted.corpus()).param("kind", wanted.kind().name()).param("form", form).param("product", wanted.product()).param("from", Corpora.sqlDate(validity.from()))
                .param("to", Corpora.sqlDate(validity.to())).param("country", validity.country()).param("documentKind", wanted.documentKind()).param("adds", wanted.adds()).param("source", wanted.source()).param("path", serverPath).param("by", by)
                .param("byId", byId).param("at", Timestamp.from(clock.instant())).query(Long.class).single();
    }

    void reading(long id) {
        reached(id, State.READING, 0, 0, "");
    }

    void indexing(long id, ImportProgress reached) {
        reached(id, State.INDEXING, reached.documents(), reached.passages(), reached.inWords());
    }

    void indexed(long id, ImportedVersion version) {
        reached(id, State.INDEXING, version.documents(), version.passages(), "");
    }

    private void reached(long id, State state, int documents, int passages, String message) {
        sql.sql("update import_run set state = :state, documents = :documents, passages = :passages, message = :message where id = :id").param("state", state.name())
                .param("documents", documents).param("passages", passages).param("message", message).param("id", id).update();
    }

    void end(long id, State state, String message, @Nullable Long versionId, List<String> leftOut) {
        sql.sql("update import_run set state = :state, message = :message, version_id = :version, left_out = :left where id = :id").param("state", state.name()).param("message", message)
                .param("version", versionId).param("left", String.join("\n", leftOut.stream().limit(MOST_NAMED).map(line -> line.replace('\n', ' ')).toList())).param("id", id).update();
    }

    Optional<ImportRun> find(long id) {
        return sql.sql("select * from import_run where id = :id").param("id", id).query(this::run).optional();
    }

    /// In the order in which they were asked for.
    List<ImportRun> unfinished() {
        return sql.sql("select * from import_run where state in ('WAITING', 'READING', 'INDEXING') order by id").query(this::run).list();
    }

    /// Newest first.
    List<ImportRun> newest(int limit) {
        return sql.sql("select * from import_run order by id desc limit :limit").param("limit", limit).query(this::run).list();
    }

    private ImportRun run(ResultSet row, int number) throws SQLException {
        Validity validity = Corpora.validity(row);
        KnowledgeImport.Wanted wanted = new KnowledgeImport.Wanted(row.getString("corpus"), Kind.valueOf(row.getString("kind")), row.getString("product"), row.getString("source"), validity,
                row.getString("document_kind"), row.getBoolean("adds"));
        long version = row.getLong("version_id");
        Optional<Long> versionId = row.wasNull() ? Optional.empty() : Optional.of(version);
        return new ImportRun(row.getLong("id"), wanted, row.getString("form"), row.getString("server_path"),
                new Asked(row.getString("asked_by"), row.getLong("asked_by_id"), row.getTimestamp("asked_at").toInstant()), State.valueOf(row.getString("state")), row.getInt("documents"),
                row.getInt("passages"), versionId, row.getString("message"), row.getString("left_out").lines().toList());
    }
}
