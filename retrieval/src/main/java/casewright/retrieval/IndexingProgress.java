package casewright.retrieval;

/// Is told how far the making of an index has come; called on the thread that makes it.
@FunctionalInterface
public interface IndexingProgress {

    IndexingProgress UNWATCHED = (documents, passages, kept) -> {};

    /// @param documents that there are in all; told before the first is read, where it is known
    default void begins(int documents) {}

    /// @param documents read so far
    /// @param passages  written so far
    /// @param kept      of these: not embedded again, as an attempt that broke off had done so
    void reached(int documents, int passages, int kept);
}
