package casewright.retrieval.ranking;

import java.util.List;

/// Leaves the ranking to words alone: quick, for tests and for machines where the native runtime of the model does not start.
public final class NoEmbedder implements Embedder {

    @Override
    public String name() {
        return "none";
    }

    @Override
    public int dimensions() {
        return 0;
    }

    @Override
    public List<float[]> embedPassages(List<String> passages) {
        throw new IllegalStateException("There is no embedder, but vectors of passages were asked for.");
    }

    @Override
    public float[] embedQuery(String query) {
        throw new IllegalStateException("There is no embedder, but the vector of a query was asked for.");
    }
}
