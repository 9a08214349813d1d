package casewright.retrieval.ranking;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/// bge-small-en-v1.5, quantized, in this process (ONNX Runtime); the weights lie in their jar, nothing is downloaded.
///
/// Each text is embedded by one thread, several texts side by side: the runtime's own threads wait in loops for each other, which takes twice the processor time and,
/// where other work is done besides, several times the time by the clock (benchmarks/retrieval.md). The vectors differ in the last digits at most.
///
/// Source: Xiao et al. (2023), "C-Pack: Packed resources for general Chinese embeddings", arXiv 2309.07597.
public final class BgeEmbedder implements Embedder {

    /// Model card of BAAI/bge-small-en-v1.5: short queries for long passages carry this instruction, passages carry none.
    private static final String QUERY_INSTRUCTION = "Represent this sentence for searching relevant passages: ";

    private static final int DIMENSIONS = 384;

    private final EmbeddingModel model = new Model();

    @Override
    public String name() {
        return "bge-small-en-v1.5-q";
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
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

    /// The library's model with a session of our own settings; it spreads several texts over a thread for each processor.
    private static final class Model extends AbstractInProcessEmbeddingModel {

        /// One for the whole process: the weights are 34 MB.
        private static final OnnxBertBiEncoder ENCODER = encoder();

        Model() {
            super(null);
        }

        @Override
        protected OnnxBertBiEncoder model() {
            return ENCODER;
        }

        @Override
        protected Integer knownDimension() {
            return DIMENSIONS;
        }

        private static OnnxBertBiEncoder encoder() {
            try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                options.setIntraOpNumThreads(1);
                OrtEnvironment runtime = OrtEnvironment.getEnvironment();
                return new OnnxBertBiEncoder(runtime, runtime.createSession(read("/bge-small-en-v1.5-q.onnx"), options), open("/bge-small-en-v1.5-q-tokenizer.json"), PoolingMode.CLS);
            } catch (OrtException | IOException e) {
                throw new IllegalStateException("The embedding model bge-small-en-v1.5-q could not be loaded from its jar.", e);
            }
        }

        private static byte[] read(String resource) throws IOException {
            try (InputStream in = open(resource)) {
                return in.readAllBytes();
            }
        }

        private static InputStream open(String resource) {
            return Objects.requireNonNull(AbstractInProcessEmbeddingModel.class.getResourceAsStream(resource), resource);
        }
    }
}
