package casewright.retrieval;

import casewright.retrieval.ranking.Embedder;
import casewright.retrieval.splitting.PassageSplitter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.store.Directory;

/// Writes one index from beginning to end on one thread, committed once and as one segment, so that the same corpus always gives the same ranking
/// and a broken-off import leaves nothing that could be opened. What it embedded is kept beside the index for the next attempt ([KeptVectors]).
final class PassageIndexing {

    private static final int BATCH = 32;
    private static final int LANGUAGE_TOLD_BY_CHARS = 3_000;

    private final String corpus;
    private final String version;
    private final KeptVectors english;
    private final KeptVectors chinese;
    private final IndexingProgress progress;
    private final ContentHash hash = new ContentHash();
    private final Set<String> seen = new HashSet<>();
    private final List<Passage> waiting = new ArrayList<>();
    private int passages;

    /// @param english vectors of all that is not Chinese
    PassageIndexing(CorpusVersion corpus, KeptVectors english, KeptVectors chinese, IndexingProgress progress) {
        this.corpus = corpus.corpus();
        this.version = corpus.version();
        this.english = english;
        this.chinese = chinese;
        this.progress = progress;
    }

    IndexDescription write(Directory directory, Iterable<KnowledgeDocument> documents) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig(PassageFields.analyzer())
                .setOpenMode(IndexWriterConfig.OpenMode.CREATE)
                .setMergeScheduler(new SerialMergeScheduler())
                .setCommitOnClose(false);
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (KnowledgeDocument document : documents) {
                if (!seen.add(document.id())) {
                    throw new IllegalArgumentException("The corpus " + corpus + " " + version + " holds two documents with the id "
                            + document.id() + "; no index was made. Give each document its own id.");
                }
                hash.add(document);
                waiting.addAll(passagesOf(document));
                if (waiting.size() >= BATCH) {
                    writeWaiting(writer);
                }
            }
            writeWaiting(writer);
            writer.forceMerge(1);
            IndexDescription description =
                    new IndexDescription(corpus, version, hash.finish(), english.name(), seen.size(), passages);
            writer.setLiveCommitData(description.toCommitData().entrySet());
            writer.commit();
            return description;
        }
    }

    private List<Passage> passagesOf(KnowledgeDocument document) {
        List<Passage> found = new ArrayList<>();
        String language = languageOf(document);
        for (int i = 0; i < document.sections().size(); i++) {
            Section section = document.sections().get(i);
            for (TextSpan span : PassageSplitter.split(section.text())) {
                PassageId id = new PassageId(corpus, version, document.id(), found.size() + 1);
                found.add(new Passage(id, document.title(), document.product(), section.title(), i + 1, span.in(section.text()), span, document.date(), language));
            }
        }
        return found;
    }

    private static String languageOf(KnowledgeDocument document) {
        StringBuilder beginning = new StringBuilder(document.title()).append('\n');
        for (Section section : document.sections()) {
            if (beginning.length() < LANGUAGE_TOLD_BY_CHARS) {
                beginning.append(section.text(), 0, Math.min(section.text().length(), LANGUAGE_TOLD_BY_CHARS)).append('\n');
            }
        }
        return TextLanguage.of(beginning.toString());
    }

    private static Map<PassageId, float[]> vectors(Embedder embedder, List<Passage> passages) {
        Map<PassageId, float[]> vectors = new HashMap<>();
        if (passages.isEmpty() || embedder.dimensions() == 0) return vectors;
        List<float[]> inOrder = embedder.embedPassages(passages.stream().map(PassageFields::searchedText).toList());
        for (int i = 0; i < inOrder.size(); i++) vectors.put(passages.get(i).id(), inOrder.get(i));
        return vectors;
    }

    private void writeWaiting(IndexWriter writer) throws IOException {
        for (int from = 0; from < waiting.size(); from += BATCH) {
            List<Passage> batch = waiting.subList(from, Math.min(from + BATCH, waiting.size()));
            Map<PassageId, float[]> vectors = new HashMap<>();
            batch.stream().collect(Collectors.partitioningBy(passage -> passage.language().equals(TextLanguage.CHINESE)))
                    .forEach((isChinese, passagesOfIt) -> vectors.putAll(vectors(isChinese ? chinese : english, passagesOfIt)));
            for (Passage passage : batch) {
                writer.addDocument(PassageFields.toLucene(passage, vectors.get(passage.id())));
            }
            passages += batch.size();
            progress.reached(seen.size(), passages, english.taken() + chinese.taken());
        }
        waiting.clear();
    }
}
