package casewright.retrieval.ranking;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Keeps the vectors of the last questions: one question goes to several corpora, and a replay asks what was asked before.
public final class RememberedQuestions implements Embedder {

    private static final int MOST = 200;

    private final Embedder embedder;
    private final Map<String, float[]> known = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
            return size() > MOST;
        }
    };

    public RememberedQuestions(Embedder embedder) {
        this.embedder = embedder;
    }

    @Override
    public String name() {
        return embedder.name();
    }

    @Override
    public int dimensions() {
        return embedder.dimensions();
    }

    @Override
    public List<float[]> embedPassages(List<String> passages) {
        return embedder.embedPassages(passages);
    }

    @Override
    public float[] embedQuery(String query) {
        synchronized (known) {
            float[] vector = known.get(query);
            if (vector != null) {
                return vector.clone();
            }
        }
        float[] vector = embedder.embedQuery(query);
        synchronized (known) {
            known.put(query, vector);
        }
        return vector.clone();
    }
}
