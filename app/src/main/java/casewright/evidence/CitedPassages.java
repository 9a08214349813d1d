package casewright.evidence;

import casewright.knowledge.DraftsRelyingOn;
import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import casewright.retrieval.Passage;
import casewright.retrieval.PassageId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Passages that people attached to cases, with the words as they were then.
@Component
public class CitedPassages implements DraftsRelyingOn {

    private static final String ALL = "select p.*, (select c.kind = 'PRIVATE' from corpus c where c.name = p.corpus) as of_private from cited_passage p ";

    private final JdbcClient sql;
    private final Clock clock;

    public CitedPassages(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /// @param path      of the field beside which it is shown; empty: the case as a whole
    /// @param passage   the first one
    /// @param adjoining how many passages of the document, in reading order, are cited as one
    /// @param isPrivate of the company's own knowledge
    /// @param isRemoved taken away again; it can be put back
    public record Cited(long id, long caseId, String path, PassageId passage, int adjoining, boolean isPrivate, String title, String section, String text, String by, Instant at,
            boolean isRemoved) {
    }

    /// @param passages that adjoin, in reading order; at least one
    public Cited add(long caseId, String path, List<Passage> passages, String by) {
        Passage first = passages.getFirst();
        PassageId id = first.id();
        String text = passages.stream().map(Passage::text).collect(Collectors.joining("\n"));
        long key = sql.sql("""
                insert into cited_passage (case_id, path, corpus, corpus_version, passage, adjoining, title, section, text, cited_by, cited_at)
                values (:case, :path, :corpus, :version, :passage, :adjoining, :title, :section, :text, :by, :at) returning id""")
                .param("case", caseId).param("path", path).param("corpus", id.corpus()).param("version", id.version()).param("passage", id.toString())
                .param("adjoining", passages.size()).param("title", first.title()).param("section", first.section()).param("text", text).param("by", by).param("at", Timestamp.from(clock.instant())).query(Long.class).single();
        return get(caseId, key);
    }

    /// @throws RefusedException (not found) when the case has none of that number
    public Cited get(long caseId, long id) {
        return sql.sql(ALL + "where id = :id and case_id = :case").param("id", id).param("case", caseId).query(this::cited).optional()
                .orElseThrow(() -> new RefusedException(Reason.NOT_FOUND, "The case has no such passage. Please reload the page."));
    }

    /// One that is not removed.
    public Optional<Cited> find(long caseId, String path, PassageId passage, int adjoining) {
        return ofCase(caseId).stream().filter(one -> one.path().equals(path) && one.passage().equals(passage) && one.adjoining() == adjoining).findFirst();
    }

    /// Without the removed ones, in the order in which they were attached.
    public List<Cited> ofCase(long caseId) {
        return sql.sql(ALL + "where case_id = :case and removed_at is null order by id").param("case", caseId).query(this::cited).list();
    }

    public void setRemoved(long id, boolean isRemoved) {
        sql.sql("update cited_passage set removed_at = :at where id = :id").param("id", id).param("at", isRemoved ? Timestamp.from(clock.instant()) : null).update();
    }

    /// An item of the draft is gone and those behind it moved up: what was cited beside them moves, too, and what was cited beside the item stays with the case as a whole.
    ///
    /// @param item 0-based
    public void followRemoval(long caseId, String section, int item) {
        sql.sql("""
                update cited_passage set path = case when moved.number = :item then '' else :section || '[' || moved.number - 1 || ']' || substr(path, strpos(path, ']') + 1) end
                from (select id as key, cast(substring(path from '\\[([0-9]+)\\]') as int) as number from cited_passage where case_id = :case and starts_with(path, :section || '[')) moved
                where id = moved.key and moved.number >= :item""").param("case", caseId).param("section", section).param("item", item).update();
    }

    @Override
    public List<String> casesRelyingOn(String corpus, String version) {
        return sql.sql("select distinct c.number from cited_passage p join report_case c on c.id = p.case_id where p.corpus = :corpus and p.corpus_version = :version and p.removed_at is null order by 1")
                .param("corpus", corpus).param("version", version).query(String.class).list();
    }

    private Cited cited(ResultSet row, int number) throws SQLException {
        return new Cited(row.getLong("id"), row.getLong("case_id"), row.getString("path"), PassageId.parse(row.getString("passage")), row.getInt("adjoining"), row.getBoolean("of_private"), row.getString("title"),
                row.getString("section"), row.getString("text"), row.getString("cited_by"), row.getTimestamp("cited_at").toInstant(), row.getTimestamp("removed_at") != null);
    }
}
