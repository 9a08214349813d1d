package casewright.retrieval.evaluation;

import casewright.retrieval.CorpusVersion;
import casewright.retrieval.IndexingProgress;
import casewright.retrieval.KnowledgeDocument;
import casewright.retrieval.MatchedWords;
import casewright.retrieval.NearDuplicates;
import casewright.retrieval.PassageIndex;
import casewright.retrieval.PassageQuery;
import casewright.retrieval.ranking.BgeEmbedder;
import casewright.retrieval.ranking.Embedder;
import com.sun.management.OperatingSystemMXBean;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Measures how long a search takes over how many passages, and what the index weighs: `MeasureSpeed COLLECTION_FOLDER PASSAGES...`.
///
/// A search is what the search page does: the question embedded, both rankings, fusion, passages alike made one, matched words found. Questions and texts are
/// the collection's; its texts are repeated until there are enough passages. Only the first texts are embedded: the vectors of the others are those, moved at
/// random, because embedding takes hours and what is measured does not depend on what the vectors mean. The import during which is searched embeds really.
public final class MeasureSpeed {

    private static final int EMBEDDED_TEXTS = 300;
    private static final int QUESTIONS = 600;
    /// What the compiler needs before the first figures; later sizes only have to fill the caches.
    private static final int FIRST_WARM_UP = 600;
    private static final int WARM_UP = 100;
    private static final int TEXTS_TO_EMBED = 100;
    private static final int WARM_UP_SHARE = 4;
    private static final float MOVED_BY = 0.04f;
    private static final int LOOKED_AT = 20;
    private static final int SHOWN = 5;
    private static final OperatingSystemMXBean PROCESS = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final PrintStream out;
    private final List<KnowledgeDocument> texts;
    private final List<String> questions;
    private final Embedder real = new BgeEmbedder();
    private final MovedVectors embedder;
    private boolean isWarm;

    private MeasureSpeed(PrintStream out, Path collection) throws IOException {
        this.out = out;
        BeirFiles beir = BeirFiles.in(collection);
        try (Stream<KnowledgeDocument> documents = beir.documents()) {
            this.texts = documents.toList();
        }
        this.questions = List.copyOf(beir.readQueries().values());
        this.embedder = new MovedVectors(real, texts.stream().limit(EMBEDDED_TEXTS).map(text -> text.title() + "\n" + text.sections().getFirst().text()).toList());
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length < 2) {
            System.err.println("Usage: MeasureSpeed COLLECTION_FOLDER PASSAGES...   (corpus.jsonl, queries.jsonl)");
            System.exit(2);
        }
        MeasureSpeed measure = new MeasureSpeed(System.out, Path.of(arguments[0]));
        measure.embedding();
        System.out.println("| passages | made in s | MB on disk | MB of heap | p50 / p99 ms | the same of processor time | p50 / p99 ms during an import |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
        for (String size : Arrays.asList(arguments).subList(1, arguments.length)) {
            measure.run(Integer.parseInt(size));
        }
    }

    /// The same texts by the library's own model, one after the other, and by ours, one after the other and all at once.
    private void embedding() {
        List<String> some = texts.stream().limit(TEXTS_TO_EMBED).map(text -> text.sections().getFirst().text()).toList();
        EmbeddingModel library = new BgeSmallEnV15QuantizedEmbeddingModel();
        Embedder ours = new BgeEmbedder();
        out.println("| embedding, " + some.size() + " abstracts, " + Runtime.getRuntime().availableProcessors() + " processors | texts a second by the clock | a second of processor time |");
        out.println("| --- | --- | --- |");
        embedding("the library in a loop", some, texts -> texts.forEach(library::embed));
        embedding("this project in a loop", some, texts -> texts.forEach(text -> ours.embedPassages(List.of(text))));
        embedding("this project, all at once", some, ours::embedPassages);
        out.println();
    }

    private void embedding(String how, List<String> texts, Consumer<List<String>> embed) {
        embed.accept(texts.subList(0, texts.size() / WARM_UP_SHARE));
        long processor = PROCESS.getProcessCpuTime();
        long start = System.nanoTime();
        embed.accept(texts);
        double clock = texts.size() / ((System.nanoTime() - start) / 1e9);
        out.printf(Locale.ROOT, "| %s | %.1f | %.1f |%n", how, clock, texts.size() / ((PROCESS.getProcessCpuTime() - processor) / 1e9));
    }

    private void run(int passages) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("casewright-speed");
        try {
            long start = System.nanoTime();
            make(folder.resolve("index"), passages, new AtomicBoolean(), embedder);
            double seconds = (System.nanoTime() - start) / 1e9;
            try (PassageIndex index = PassageIndex.open(folder.resolve("index"), embedder)) {
                Times alone = times(index);
                System.gc();
                long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
                AtomicBoolean isOver = new AtomicBoolean();
                Thread other = Thread.ofPlatform().start(() -> make(folder.resolve("other"), Integer.MAX_VALUE, isOver, real));
                Times during = times(index);
                isOver.set(true);
                other.join();
                out.printf(Locale.ROOT, "| %d | %.0f | %.0f | %.0f | %s | %s | %s |%n", passages, seconds, size(folder.resolve("index")) / 1e6, heap / 1e6, shown(alone.clock()),
                        shown(alone.processor()), shown(during.clock()));
            }
        } finally {
            TrecRun.delete(folder);
        }
    }

    private void make(Path folder, int passages, AtomicBoolean isOver, Embedder embedder) {
        Stream<KnowledgeDocument> documents = Stream.iterate(0, i -> i < passages && !isOver.get(), i -> i + 1).map(this::document);
        PassageIndex.create(folder, new CorpusVersion("speed", "1"), documents::iterator, embedder, IndexingProgress.UNWATCHED);
    }

    private KnowledgeDocument document(int number) {
        KnowledgeDocument text = texts.get(number % texts.size());
        return new KnowledgeDocument(text.id() + "-" + number, text.title(), null, null, null, text.sections());
    }

    /// In milliseconds.
    ///
    /// @param processor what the whole process took of it, other threads included
    private record Times(List<Double> clock, List<Double> processor) {}

    private Times times(PassageIndex index) {
        Times times = new Times(new ArrayList<>(), new ArrayList<>());
        int unmeasured = isWarm ? WARM_UP : FIRST_WARM_UP;
        isWarm = true;
        for (int i = 0; i < unmeasured + QUESTIONS; i++) {
            PassageQuery query = PassageQuery.of(questions.get(i % questions.size()), LOOKED_AT);
            long processor = PROCESS.getProcessCpuTime();
            long start = System.nanoTime();
            MatchedWords words = MatchedWords.of(query);
            NearDuplicates.collapse(index.search(query), SHOWN).forEach(hit -> words.spans(hit.best().passage().text()));
            if (i >= unmeasured) {
                times.clock().add((System.nanoTime() - start) / 1e6);
                times.processor().add((PROCESS.getProcessCpuTime() - processor) / 1e6);
            }
        }
        return times;
    }

    private static String shown(List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        return String.format(Locale.ROOT, "%.1f / %.1f", sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 99 / 100));
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    /// Real vectors for questions, those of some real texts moved at random for passages.
    private static final class MovedVectors implements Embedder {

        private final Embedder real;
        private final List<float[]> known;
        private final Random random = new Random(7);

        MovedVectors(Embedder real, List<String> texts) {
            this.real = real;
            this.known = real.embedPassages(texts);
        }

        @Override
        public String name() {
            return real.name();
        }

        @Override
        public int dimensions() {
            return real.dimensions();
        }

        @Override
        public List<float[]> embedPassages(List<String> passages) {
            return passages.stream().map(passage -> moved()).toList();
        }

        private synchronized float[] moved() {
            float[] vector = known.get(random.nextInt(known.size())).clone();
            double squares = 0;
            for (int i = 0; i < vector.length; i++) {
                vector[i] += MOVED_BY * (float) random.nextGaussian();
                squares += (double) vector[i] * vector[i];
            }
            for (int i = 0; i < vector.length; i++) {
                vector[i] /= (float) Math.sqrt(squares);
            }
            return vector;
        }

        @Override
        public float[] embedQuery(String query) {
            return real.embedQuery(query);
        }
    }
}
