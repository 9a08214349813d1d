package casewright.knowledge;

import casewright.refusal.RefusedException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Limits of an import, and what ranks by meaning.
///
/// @param embedder             `bge` (in this process) or `none` (words alone)
/// @param largestDocumentChars of one text with all its sections
@ConfigurationProperties("casewright.knowledge")
public record KnowledgeSettings(@DefaultValue("bge") String embedder, @DefaultValue("200000") int mostDocuments, @DefaultValue("5000000") int largestDocumentChars) {

    public KnowledgeSettings {
        if (!embedder.equals("bge") && !embedder.equals("none")) {
            throw new RefusedException(RefusedException.Reason.INVALID, "The setting casewright.knowledge.embedder is bge or none, not " + embedder + ".");
        }
    }
}
