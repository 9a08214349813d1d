package casewright.retrieval.ranking;

import java.util.List;

/// Turns texts into vectors whose cosine says how near they are in meaning. Safe for several threads.
public interface Embedder {

    /// Stored with an index: vectors of different embedders cannot be compared. Names the one for Chinese, too.
    String name();

    /// Length of a vector; 0 when there are no vectors at all ([NoEmbedder]).
    int dimensions();

    /// One vector of length 1 per passage, in the same order. Called only when [#dimensions] is not 0.
    List<float[]> embedPassages(List<String> passages);

    /// A vector of length 1. Called only when [#dimensions] is not 0.
    float[] embedQuery(String query);

    /// The embedder for Chinese texts; one without dimensions where they are ranked by words alone. What the two say cannot be compared.
    default Embedder forChinese() {
        return new NoEmbedder();
    }
}
