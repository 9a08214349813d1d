package casewright.extraction;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The text of each document, once per extractor version. Citations name pages and spans of it.
@Component
public class DocumentTexts {

    /// Texts that an earlier extractor stored lack what it did not know: numbers are 0 then.
    private static final JsonMapper JSON = JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultPropertyInclusion(use -> use.withValueInclusion(JsonInclude.Include.NON_NULL)).build();

    private final JdbcClient sql;

    public DocumentTexts(JdbcClient sql) {
        this.sql = sql;
    }

    /// The newest version.
    public Optional<DocumentText> find(long documentId) {
        return sql.sql("select content from document_text where document_id = :id order by version desc limit 1").param("id", documentId).query(String.class).optional()
                .map(DocumentTexts::read);
    }

    static DocumentText read(String kept) {
        return JSON.readValue(kept, DocumentText.class);
    }

    @Transactional
    public void keep(long documentId, DocumentText text) {
        sql.sql("""
                insert into document_text values (:id, (select coalesce(max(version), 0) + 1 from document_text where document_id = :id), :extractor, :content)""")
                .param("id", documentId).param("extractor", text.extractor()).param("content", JSON.writeValueAsString(text).replace("\\u0000", "")).update();
    }
}
