package casewright.knowledge.forms;

import casewright.retrieval.KnowledgeDocument;

/// A document of a corpus with what it is.
///
/// @param kind in the words of its owner: "reference safety information", "label", "class effect"; empty when not told
public record ImportedDocument(KnowledgeDocument document, String kind) {
}
