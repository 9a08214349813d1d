package casewright.retrieval;

/// A passage that an index found.
///
/// @param rank        from 1
/// @param score       what the list is ordered by; comparable within one answer only (see [Explanation])
public record RankedPassage(Passage passage, int rank, double score, Explanation explanation) {}
