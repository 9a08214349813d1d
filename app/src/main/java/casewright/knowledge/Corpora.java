package casewright.knowledge;

import casewright.knowledge.ImportedVersion.Kind;
import casewright.knowledge.ImportedVersion.State;
import casewright.knowledge.forms.ImportedDocument;
import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import casewright.retrieval.KnowledgeDocument;
import casewright.retrieval.Section;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The corpora, their versions and the texts of their documents.
@Component
public class Corpora {

    private static final String VERSIONS = "select v.*, c.name, c.kind from corpus_version v join corpus c on c.id = v.corpus_id ";
    private static final TypeReference<List<Section>> SECTIONS = new TypeReference<>() {};

    private final JdbcClient sql;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.builder().build();

    public Corpora(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// All versions of all corpora, newest import first.
    public List<ImportedVersion> all() {
        return sql.sql(VERSIONS + "order by v.id desc").query(this::version).list();
    }

    /// Of each corpus the newest version that can be searched, in the order of their names.
    public List<ImportedVersion> newestReady() {
        return sql.sql(VERSIONS + "where v.id in (select max(id) from corpus_version where state = 'READY' group by corpus_id) order by c.name").query(this::version).list();
    }

    /// All versions that can be searched, oldest import first.
    public List<ImportedVersion> ready() {
        return sql.sql(VERSIONS + "where v.state = 'READY' order by v.id").query(this::version).list();
    }

    public Optional<ImportedVersion> find(String corpus, String version) {
        return sql.sql(VERSIONS + "where c.name = :name and v.version = :version").param("name", corpus).param("version", version).query(this::version).optional();
    }

    Optional<ImportedVersion> findByContent(String corpus, String contentSha256) {
        return sql.sql(VERSIONS + "where c.name = :name and v.content_sha256 = :sha").param("name", corpus).param("sha", contentSha256).query(this::version).optional();
    }

    /// @throws RefusedException (not found) when there is none
    ImportedVersion get(long id) {
        return sql.sql(VERSIONS + "where v.id = :id").param("id", id).query(this::version).optional()
                .orElseThrow(() -> new RefusedException(Reason.NOT_FOUND, "There is no version of a corpus with the number " + id + "."));
    }

    /// The corpus of that name, made when it is new.
    ///
    /// @throws RefusedException (conflict) when it exists with the other kind
    long corpus(String name, Kind kind) {
        sql.sql("insert into corpus (name, kind, created_at) values (:name, :kind, :at) on conflict (name) do nothing").param("name", name).param("kind", kind.name())
                .param("at", Timestamp.from(clock.instant())).update();
        Kind known = Kind.valueOf(sql.sql("select kind from corpus where name = :name for update").param("name", name).query(String.class).single());
        if (known != kind) {
            throw new RefusedException(Reason.CONFLICT, "The corpus " + name + " is " + known.label() + " and stays so. Import with --kind " + known.label() + ", or under another name.");
        }
        return sql.sql("select id from corpus where name = :name").param("name", name).query(Long.class).single();
    }

    /// Opens a version in state "building". The caller holds the row of the corpus, so two imports cannot take one version.
    ImportedVersion open(long corpusId, KnowledgeImport.Wanted wanted, KnowledgeImport.Content content, String by) {
        String day = clock.instant().toString().substring(0, 10);
        int today = sql.sql("select count(*) from corpus_version where corpus_id = :id and (version = :day or version like :day || '.%')").param("id", corpusId).param("day", day)
                .query(Integer.class).single();
        long id = sql.sql("""
                insert into corpus_version (corpus_id, version, imported_at, imported_by, source, product, content_sha256, documents, state, valid_from, valid_to, country)
                values (:corpus, :version, :at, :by, :source, :product, :sha, :documents, 'BUILDING', :from, :to, :country) returning id""")
                .param("corpus", corpusId).param("version", today == 0 ? day : day + "." + (today + 1)).param("at", Timestamp.from(clock.instant())).param("by", by)
                .param("source", wanted.source()).param("product", wanted.product()).param("sha", content.sha256()).param("documents", content.documents())
                .param("from", sqlDate(wanted.validity().from())).param("to", sqlDate(wanted.validity().to())).param("country", wanted.validity().country()).query(Long.class).single();
        return get(id);
    }

    void add(long versionId, int position, ImportedDocument imported) {
        KnowledgeDocument document = imported.document();
        sql.sql("insert into knowledge_document values (:version, :position, :id, :title, :product, :kind, :source, :date, :sections)").param("version", versionId)
                .param("position", position).param("id", document.id()).param("title", document.title()).param("product", document.product()).param("kind", imported.kind())
                .param("source", document.source()).param("date", sqlDate(document.date()))
                .param("sections", json.writeValueAsString(document.sections())).update();
    }

    void setState(long versionId, State state, int passages, String reason) {
        sql.sql("update corpus_version set state = :state, passages = :passages, reason = :reason where id = :id").param("state", state.name()).param("passages", passages)
                .param("reason", reason).param("id", versionId).update();
    }

    /// The documents from a position on, in their order; empty after the last.
    List<ImportedDocument> documents(long versionId, int from, int limit) {
        return sql.sql("select * from knowledge_document where version_id = :id and position >= :from order by position limit :limit").param("id", versionId).param("from", from)
                .param("limit", limit).query(this::document).list();
    }

    /// What a document is: its kind and names, without its text.
    ///
    /// @param product as in [KnowledgeDocument#product]
    public record Head(String documentId, String title, @Nullable String product, String kind) {
    }

    /// The heads of the documents that are about some product; at most `limit`.
    List<Head> heads(long versionId, int limit) {
        return sql.sql("select document_id, title, product, kind from knowledge_document where version_id = :id and product is not null order by position limit :limit")
                .param("id", versionId).param("limit", limit).query(this::head).list();
    }

    public Optional<Head> findHead(ImportedVersion version, String documentId) {
        return sql.sql("select document_id, title, product, kind from knowledge_document where version_id = :id and document_id = :document").param("id", version.id())
                .param("document", documentId).query(this::head).optional();
    }

    private Head head(ResultSet row, int number) throws SQLException {
        return new Head(row.getString("document_id"), row.getString("title"), row.getString("product"), row.getString("kind"));
    }

    private ImportedDocument document(ResultSet row, int number) throws SQLException {
        Date date = row.getDate("date");
        KnowledgeDocument document = new KnowledgeDocument(row.getString("document_id"), row.getString("title"), row.getString("product"), row.getString("source"),
                date == null ? null : date.toLocalDate(), json.readValue(row.getString("sections"), SECTIONS));
        return new ImportedDocument(document, row.getString("kind"));
    }

    private ImportedVersion version(ResultSet row, int number) throws SQLException {
        return new ImportedVersion(row.getLong("id"), row.getString("name"), Kind.valueOf(row.getString("kind")), row.getString("version"),
                row.getTimestamp("imported_at").toInstant(), row.getString("imported_by"), row.getString("source"), row.getString("product"), row.getString("content_sha256"),
                row.getInt("documents"), row.getInt("passages"), State.valueOf(row.getString("state")), row.getString("reason"), validity(row));
    }

    static Validity validity(ResultSet row) throws SQLException {
        Date from = row.getDate("valid_from");
        Date to = row.getDate("valid_to");
        return new Validity(from == null ? null : from.toLocalDate(), to == null ? null : to.toLocalDate(), row.getString("country"));
    }

    static @Nullable Date sqlDate(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }
}
