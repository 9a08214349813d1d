package casewright.extraction;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The text of each document in versions: one more each time it is read anew by a newer extractor. Citations name pages and spans of one of them.
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

    /// As [DocumentText#language] told it of the newest version; empty where the document was not read yet.
    public Optional<String> findLanguage(long documentId) {
        return sql.sql("select language from document_text where document_id = :id and language is not null order by version desc limit 1").param("id", documentId).query(String.class).optional();
    }

    /// The version that the case was read from, so that its citations stay where they are when the document is read anew; the newest where none is noted.
    public Optional<DocumentText> ofCase(long caseId, long documentId) {
        return sql.sql("""
                select t.content from document_text t left join case_document c on c.document_id = t.document_id and c.case_id = :case
                where t.document_id = :id and (c.text_version is null or c.text_version = t.version) order by t.version desc limit 1""")
                .param("case", caseId).param("id", documentId).query(String.class).optional().map(DocumentTexts::read);
    }

    /// Notes that the case was read from the newest versions.
    @Transactional
    public void usedBy(long caseId) {
        sql.sql("update case_document c set text_version = (select max(t.version) from document_text t where t.document_id = c.document_id) where c.case_id = :case").param("case", caseId).update();
    }

    static DocumentText read(String kept) {
        return JSON.readValue(kept, DocumentText.class);
    }

    @Transactional
    public void keep(long documentId, DocumentText text) {
        sql.sql("""
                insert into document_text (document_id, version, extractor, content, language)
                values (:id, (select coalesce(max(version), 0) + 1 from document_text where document_id = :id), :extractor, :content, :language)""")
                .param("language", text.language())
                .param("id", documentId).param("extractor", text.extractor()).param("content", JSON.writeValueAsString(text).replace("\\u0000", "")).update();
    }
}
