package casewright.llm;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Every question and answer of each case.
@Component
public class ModelCalls {

    private final JdbcClient sql;

    public ModelCalls(JdbcClient sql) {
        this.sql = sql;
    }

    @Transactional
    public void keep(long caseId, List<ModelCall> calls) {
        for (ModelCall call : calls) {
            sql.sql("""
                    insert into model_call (case_id, at, kind, model, digest, settings, prompt, answer, prompt_tokens, answer_tokens, took_ms)
                    values (:case, :at, :kind, :model, :digest, :settings, :prompt, :answer, :promptTokens, :answerTokens, :took)""")
                    .param("case", caseId).param("at", Timestamp.from(call.at())).param("kind", call.kind()).param("model", call.model()).param("digest", call.digest())
                    .param("settings", call.settings()).param("prompt", call.prompt()).param("answer", call.answer()).param("promptTokens", call.promptTokens())
                    .param("answerTokens", call.answerTokens()).param("took", call.tookMillis()).update();
        }
    }

    public List<ModelCall> ofCase(long caseId) {
        return page(caseId, 0, Integer.MAX_VALUE);
    }

    public long count(long caseId) {
        return sql.sql("select count(*) from model_call where case_id = :id").param("id", caseId).query(Long.class).single();
    }

    /// In the order they were asked.
    ///
    /// @param from calls to leave out at the beginning
    public List<ModelCall> page(long caseId, int from, int limit) {
        return sql.sql("select * from model_call where case_id = :id order by id limit :limit offset :from").param("id", caseId).param("limit", limit).param("from", from)
                .query((row, n) -> new ModelCall(row.getTimestamp("at").toInstant(), row.getString("kind"), row.getString("model"), row.getString("digest"), row.getString("settings"),
                        row.getString("prompt"), row.getString("answer"), row.getInt("prompt_tokens"), row.getInt("answer_tokens"), row.getLong("took_ms"))).list();
    }

    /// Over kinds, prompts and answers in their order: written into the trail, so that a changed call is noticed.
    public String sha256(long caseId) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (ModelCall call : ofCase(caseId)) {
                for (String part : List.of(call.kind(), call.digest(), call.prompt(), call.answer())) {
                    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                    digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                    digest.update(bytes);
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
