package casewright.retrieval;

/// Is told how far the making of an index has come; called on the thread that makes it.
@FunctionalInterface
public interface IndexingProgress {

    IndexingProgress UNWATCHED = (documents, passages) -> {};

    /// @param documents read so far
    /// @param passages  written so far
    void reached(int documents, int passages);
}
