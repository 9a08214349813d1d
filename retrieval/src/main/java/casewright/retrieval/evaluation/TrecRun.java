package casewright.retrieval.evaluation;

import casewright.retrieval.CorpusVersion;
import casewright.retrieval.IndexingProgress;
import casewright.retrieval.KnowledgeDocument;
import casewright.retrieval.PassageIndex;
import casewright.retrieval.PassageQuery;
import casewright.retrieval.RankedPassage;
import casewright.retrieval.ranking.Embedder;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Searches a collection as the service does, through an index in a temporary folder, and writes the ranking in the form of trec_eval:
/// `query Q0 document rank score casewright`.
///
/// A document stands where its best passage stands (MaxP: Dai, Callan 2019, "Deeper text understanding for IR", SIGIR).
public final class TrecRun {

    private TrecRun() {}

    /// @param k most documents of a query, 1 to [PassageQuery#LARGEST_LIMIT]
    /// @throws IllegalArgumentException for a line that is no document or query
    public static void write(Path corpus, Path queries, Path run, int k, Embedder embedder, IndexingProgress progress) throws IOException {
        BeirFiles beir = new BeirFiles(corpus, queries);
        Map<String, String> asked = beir.readQueries();
        Path folder = Files.createTempDirectory("casewright-search-run");
        try (Stream<KnowledgeDocument> documents = beir.documents()) {
            PassageIndex.create(folder.resolve("index"), new CorpusVersion("run", "1"), documents::iterator, embedder, progress);
            try (PassageIndex index = PassageIndex.open(folder.resolve("index"), embedder);
                    BufferedWriter lines = Files.newBufferedWriter(run)) {
                for (Map.Entry<String, String> query : asked.entrySet()) {
                    if (!query.getValue().isBlank()) {
                        write(query.getKey(), index.search(PassageQuery.of(query.getValue(), PassageQuery.LARGEST_LIMIT)), k, lines);
                    }
                }
            }
        } finally {
            delete(folder);
        }
    }

    private static void write(String query, List<RankedPassage> hits, int k, BufferedWriter lines) throws IOException {
        Set<String> seen = new HashSet<>();
        for (RankedPassage hit : hits) {
            String document = hit.passage().id().document();
            if (seen.size() < k && seen.add(document)) {
                lines.write(String.format(Locale.ROOT, "%s Q0 %s %d %.9f casewright%n", query, document, seen.size(), hit.score()));
            }
        }
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
