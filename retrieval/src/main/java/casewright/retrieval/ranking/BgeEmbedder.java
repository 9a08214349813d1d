package casewright.retrieval.ranking;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.util.List;

/// bge-small-en-v1.5, quantized, in this process (ONNX Runtime); the weights lie in its jar, nothing is downloaded.
///
/// Source: Xiao et al. (2023), "C-Pack: Packed resources for general Chinese embeddings", arXiv 2309.07597.
public final class BgeEmbedder implements Embedder {

    /// Model card of BAAI/bge-small-en-v1.5: short queries for long passages carry this instruction, passages carry none.
    private static final String QUERY_INSTRUCTION = "Represent this sentence for searching relevant passages: ";

    private final EmbeddingModel model = new BgeSmallEnV15QuantizedEmbeddingModel();

    @Override
    public String name() {
        return "bge-small-en-v1.5-q";
    }

    @Override
    public int dimensions() {
        return 384;
    }

    @Override
    public List<float[]> embedPassages(List<String> passages) {
        List<TextSegment> segments = passages.stream().map(TextSegment::from).toList();
        return model.embedAll(segments).content().stream().map(BgeEmbedder::toUnitLength).toList();
    }

    @Override
    public float[] embedQuery(String query) {
        return toUnitLength(model.embed(QUERY_INSTRUCTION + query).content());
    }

    private static float[] toUnitLength(Embedding embedding) {
        // Texts over 512 word pieces come back as the mean of their parts, which is shorter than 1.
        float[] vector = embedding.vector().clone();
        double squares = 0;
        for (float x : vector) {
            squares += (double) x * x;
        }
        float length = (float) Math.sqrt(squares);
        for (int i = 0; i < vector.length; i++) {
            vector[i] /= length;
        }
        return vector;
    }
}
