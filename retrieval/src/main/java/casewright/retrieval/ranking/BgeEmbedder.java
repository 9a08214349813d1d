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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// bge-small-en-v1.5 or bge-small-zh-v1.5, quantized, in this process (ONNX Runtime); the weights lie in their jars, nothing is downloaded.
///
/// Each text is embedded by one thread, several texts side by side: the runtime's own threads wait in loops for each other, which takes twice the processor time and,
/// where other work is done besides, several times the time by the clock (benchmarks/retrieval.md). The vectors differ in the last digits at most.
///
/// Source: Xiao et al. (2023), "C-Pack: Packed resources for general Chinese embeddings", arXiv 2309.07597.
public final class BgeEmbedder implements Embedder {

    /// Model cards of BAAI/bge-small-en-v1.5 and BAAI/bge-small-zh-v1.5: short queries for long passages carry an instruction, passages carry none.
    private enum Weights {
        ENGLISH("bge-small-en-v1.5-q", 384, "Represent this sentence for searching relevant passages: "),
        CHINESE("bge-small-zh-v1.5-q", 512, "\u4e3a\u8fd9\u4e2a\u53e5\u5b50\u751f\u6210\u8868\u793a\u4ee5\u7528\u4e8e\u68c0\u7d22\u76f8\u5173\u6587\u7ae0\uff1a");

        private final String name;
        private final int dimensions;
        private final String queryInstruction;

        Weights(String name, int dimensions, String queryInstruction) {
            this.name = name;
            this.dimensions = dimensions;
            this.queryInstruction = queryInstruction;
        }
    }

    private final Weights weights;
    private final EmbeddingModel model;

    /// The English one.
    public BgeEmbedder() {
        this(Weights.ENGLISH);
    }

    private BgeEmbedder(Weights weights) {
        this.weights = weights;
        this.model = new Model(weights);
    }

    public static BgeEmbedder chinese() {
        return new BgeEmbedder(Weights.CHINESE);
    }

    @Override
    public String name() {
        return weights.name;
    }

    @Override
    public int dimensions() {
        return weights.dimensions;
    }

    @Override
    public List<float[]> embedPassages(List<String> passages) {
        List<TextSegment> segments = passages.stream().map(TextSegment::from).toList();
        return model.embedAll(segments).content().stream().map(BgeEmbedder::toUnitLength).toList();
    }

    @Override
    public float[] embedQuery(String query) {
        return toUnitLength(model.embed(weights.queryInstruction + query).content());
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

        /// One each for the whole process: the weights are 34 and 24 MB.
        private static final Map<Weights, OnnxBertBiEncoder> ENCODERS = new EnumMap<>(Weights.class);

        private final Weights weights;
        private final OnnxBertBiEncoder encoder;

        Model(Weights weights) {
            super(null);
            this.weights = weights;
            synchronized (ENCODERS) {
                this.encoder = ENCODERS.computeIfAbsent(weights, Model::encoder);
            }
        }

        @Override
        protected OnnxBertBiEncoder model() {
            return encoder;
        }

        @Override
        protected Integer knownDimension() {
            return weights.dimensions;
        }

        private static OnnxBertBiEncoder encoder(Weights weights) {
            try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                options.setIntraOpNumThreads(1);
                OrtEnvironment runtime = OrtEnvironment.getEnvironment();
                return new OnnxBertBiEncoder(runtime, runtime.createSession(read("/" + weights.name + ".onnx"), options), open("/" + weights.name + "-tokenizer.json"), PoolingMode.CLS);
            } catch (OrtException | IOException e) {
                throw new IllegalStateException("The embedding model " + weights.name + " could not be loaded from its jar.", e);
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
