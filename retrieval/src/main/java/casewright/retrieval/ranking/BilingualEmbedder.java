package casewright.retrieval.ranking;

import java.util.List;

/// One embedder for English and, as it is, for what else is not Chinese, and one for Chinese.
public final class BilingualEmbedder implements Embedder {

    private final String name;
    private final Embedder english;
    private final Embedder chinese;

    public BilingualEmbedder(Embedder english, Embedder chinese) {
        this(english.name() + " and " + chinese.name(), english, chinese);
    }

    /// @param name that of the embedder for which these stand in
    public BilingualEmbedder(String name, Embedder english, Embedder chinese) {
        this.name = name;
        this.english = english;
        this.chinese = chinese;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int dimensions() {
        return english.dimensions();
    }

    @Override
    public List<float[]> embedPassages(List<String> passages) {
        return english.embedPassages(passages);
    }

    @Override
    public float[] embedQuery(String query) {
        return english.embedQuery(query);
    }

    @Override
    public Embedder forChinese() {
        return chinese;
    }
}
