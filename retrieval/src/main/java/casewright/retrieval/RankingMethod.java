package casewright.retrieval;

/// What passages are ranked by. The service asks for `FUSED`; the others exist to measure what each part contributes.
public enum RankingMethod {
    /// Words in common (BM25).
    WORDS,
    /// Nearness in meaning (cosine of embeddings) to the question as it is.
    MEANING,
    /// Both, fused by score; the same as `WORDS` in an index without vectors.
    FUSED
}
