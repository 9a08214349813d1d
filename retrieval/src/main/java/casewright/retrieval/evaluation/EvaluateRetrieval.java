package casewright.retrieval.evaluation;

import casewright.retrieval.CorpusVersion;
import casewright.retrieval.IndexDescription;
import casewright.retrieval.KnowledgeDocument;
import casewright.retrieval.PassageIndex;
import casewright.retrieval.PassageQuery;
import casewright.retrieval.RankingMethod;
import casewright.retrieval.ranking.BgeEmbedder;
import casewright.retrieval.ranking.Embedder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/// Measures the index, as the service uses it, on a judged collection: `EvaluateRetrieval CORPUS_FOLDER`.
///
/// A document stands where its best passage stands (MaxP: Dai, Callan 2019, "Deeper text understanding for IR", SIGIR). Queries without a
/// relevant document are left out, as BEIR does.
public final class EvaluateRetrieval {

    /// More passages than the 100 documents measured, because a long document has several.
    private static final int PASSAGES = 300;
    private static final int RECIPROCAL_CONSTANT = 60;

    private final PrintStream out;

    private EvaluateRetrieval(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            System.err.println("Usage: EvaluateRetrieval CORPUS_FOLDER   (corpus.jsonl, queries.jsonl, qrels.tsv)");
            System.exit(2);
        }
        new EvaluateRetrieval(System.out).run(Path.of(arguments[0]), new BgeEmbedder());
    }

    private void run(Path collection, Embedder embedder) throws IOException {
        Path folder = Files.createTempDirectory("casewright-evaluation");
        try {
            BeirFiles beir = BeirFiles.in(collection);
            Map<String, String> queries = beir.readQueries();
            Judgments judgments = Judgments.read(collection.resolve("qrels.tsv"));
            long start = System.nanoTime();
            IndexDescription made;
            try (Stream<KnowledgeDocument> documents = beir.documents()) {
                CorpusVersion corpus = new CorpusVersion(collection.getFileName().toString(), "evaluation");
                made = PassageIndex.create(folder.resolve("index"), corpus, documents::iterator, embedder, (read, written, _) -> report(read, written));
            }
            out.printf(
                    Locale.ROOT,
                    "%d documents, %d passages, indexed in %d s%n",
                    made.documents(),
                    made.passages(),
                    Duration.ofNanos(System.nanoTime() - start).toSeconds());
            try (PassageIndex index = PassageIndex.open(folder.resolve("index"), embedder)) {
                out.println("| ranking | nDCG@10 | R@100 | ms a query |");
                out.println("| --- | --- | --- | --- |");
                for (RankingMethod method : RankingMethod.values()) {
                    measure(method.name(), text -> documents(index, text, method), queries, judgments);
                }
                measure("RECIPROCAL RANKS", text -> reciprocalRanks(documents(index, text, RankingMethod.WORDS), documents(index, text, RankingMethod.MEANING)), queries, judgments);
            }
        } finally {
            TrecRun.delete(folder);
        }
    }

    private void report(int documents, int passages) {
        if (passages % 1024 < 32) {
            out.printf(Locale.ROOT, "... %d documents, %d passages%n", documents, passages);
        }
    }

    private void measure(String name, Function<String, List<String>> search, Map<String, String> queries, Judgments judgments) {
        double ndcg = 0;
        double recall = 0;
        int count = 0;
        long start = System.nanoTime();
        for (Map.Entry<String, String> query : queries.entrySet()) {
            Map<String, Integer> grades = judgments.of(query.getKey());
            if (grades.values().stream().noneMatch(grade -> grade > 0)) {
                continue;
            }
            List<String> ranking = search.apply(query.getValue());
            ndcg += RankingMeasures.ndcgAt(10, ranking, grades);
            recall += RankingMeasures.recallAt(100, ranking, grades);
            count++;
        }
        double milliseconds = (System.nanoTime() - start) / 1e6 / count;
        out.printf(Locale.ROOT, "| %s | %.4f | %.4f | %.1f |%n", name, ndcg / count, recall / count, milliseconds);
    }

    private static List<String> documents(PassageIndex index, String text, RankingMethod method) {
        return index.search(PassageQuery.of(text, PASSAGES), method).stream().map(hit -> hit.passage().id().document()).distinct().toList();
    }

    /// What fusion by score has to beat: Cormack, Clarke, Buettcher (2009), "Reciprocal rank fusion outperforms Condorcet and individual rank learning methods", SIGIR.
    private static List<String> reciprocalRanks(List<String> one, List<String> other) {
        Map<String, Double> scores = new HashMap<>();
        for (List<String> ranking : List.of(one, other)) {
            for (int i = 0; i < ranking.size(); i++) {
                scores.merge(ranking.get(i), 1.0 / (RECIPROCAL_CONSTANT + i + 1), Double::sum);
            }
        }
        return scores.keySet().stream().sorted(Comparator.comparing((String id) -> -scores.getOrDefault(id, 0.0)).thenComparing(Comparator.naturalOrder())).toList();
    }
}
