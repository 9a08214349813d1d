package casewright.knowledge;

import casewright.database.DataFolder;
import casewright.knowledge.forms.ImportedDocument;
import casewright.refusal.UnavailableException;
import casewright.retrieval.CorpusVersion;
import casewright.retrieval.IndexDescription;
import casewright.retrieval.IndexingProgress;
import casewright.retrieval.KnowledgeDocument;
import casewright.retrieval.PassageIndex;
import casewright.retrieval.ranking.BgeEmbedder;
import casewright.retrieval.ranking.BilingualEmbedder;
import casewright.retrieval.ranking.Embedder;
import casewright.retrieval.ranking.NoEmbedder;
import casewright.retrieval.ranking.RememberedQuestions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/// The indexes of corpus versions, in the data folder under `index/<corpus>/<version>`: opened when first asked, made again from PostgreSQL when missing
/// or unreadable, closed at the end. One embedder serves all of them.
@Component
public class CorpusIndexes implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(CorpusIndexes.class);
    private static final int DOCUMENTS_AT_ONCE = 100;

    private final Corpora corpora;
    private final DataFolder data;
    private final KnowledgeSettings settings;
    private final Map<Long, PassageIndex> open = new HashMap<>();
    private final Map<Long, List<Corpora.Head>> heads = new HashMap<>();
    private final Map<Long, String> damages = new HashMap<>();
    private @Nullable Embedder embedder;
    /// Held while an index is made: one at a time. Never wait for it while holding the monitor, or searching and the end of the service would wait, too.
    private final ReentrantLock making = new ReentrantLock();

    public CorpusIndexes(Corpora corpora, DataFolder data, KnowledgeSettings settings) {
        this.corpora = corpora;
        this.data = data;
        this.settings = settings;
    }

    /// The index of a version; searching it is safe for several threads. An index that is there is opened while another one is being made.
    ///
    /// @throws UnavailableException when it can be neither opened nor made
    public PassageIndex get(ImportedVersion version) {
        try {
            Optional<PassageIndex> known = findReady(version);
            if (known.isPresent()) return known.get();
            making.lock();
            try {
                // Perhaps it was made while this thread waited.
                Optional<PassageIndex> made = findReady(version);
                if (made.isPresent()) return made.get();
                log.info("Making the index of the corpus {} {} from the database", version.corpus(), version.version());
                make(version, IndexingProgress.UNWATCHED);
                return findReady(version).orElseThrow(() -> new IllegalStateException("The index in " + folder(version) + " was made and is not there."));
            } finally {
                making.unlock();
            }
        } catch (UncheckedIOException e) {
            throw new UnavailableException("The index of the corpus " + version.corpus() + " " + version.version() + " can be neither opened nor made in " + folder(version)
                    + ". Is the disk full, or does another process make it just now?", e);
        }
    }

    /// What the documents of a version are that name a product.
    public synchronized List<Corpora.Head> heads(ImportedVersion version) {
        return heads.computeIfAbsent(version.id(), id -> corpora.heads(id, settings.mostDocuments()));
    }

    /// Makes the index of a version anew from its texts; of an earlier attempt only what it embedded is taken. Other indexes can be searched meanwhile.
    IndexDescription make(ImportedVersion version, IndexingProgress progress) {
        making.lock();
        try {
            close(version);
            Path folder = folder(version);
            Path lockFile = data.folder("index").resolve(version.corpus() + ".lock");
            // A command and the service may both want to make it; the second waits for the first.
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE); FileLock _ = channel.lock()) {
                // Another process may have made it while this one waited for the lock.
                Optional<PassageIndex> made = findReady(version);
                if (made.isPresent()) {
                    PassageIndex.forgetAttempts(folder);
                    return made.get().description();
                }
                removeAll(folder);
                return PassageIndex.create(folder, new CorpusVersion(version.corpus(), version.version()), () -> new StoredDocuments(version.id()), embedderFor(version), progress);
            } catch (IOException e) {
                throw new UncheckedIOException("The lock " + lockFile + " cannot be taken.", e);
            }
        } finally {
            making.unlock();
        }
    }

    /// What was wrong with the index of a version when it was last looked for.
    synchronized String damageOf(ImportedVersion version) {
        return damages.getOrDefault(version.id(), "");
    }

    /// Closes the index of a version and removes it, and what an attempt to make it left, from the disk.
    void remove(ImportedVersion version) {
        making.lock();
        try {
            close(version);
            removeAll(folder(version));
            PassageIndex.forgetAttempts(folder(version));
        } finally {
            making.unlock();
        }
    }

    private synchronized void close(ImportedVersion version) {
        PassageIndex before = open.remove(version.id());
        if (before != null) before.close();
    }

    /// The index of a version, opened if it is there; empty when it is missing or unusable and has to be made first.
    public synchronized Optional<PassageIndex> findReady(ImportedVersion version) {
        PassageIndex known = open.get(version.id());
        if (known != null) return Optional.of(known);
        Path folder = folder(version);
        try {
            if (!PassageIndex.exists(folder)) {
                damages.put(version.id(), "there is no index in " + folder);
                return Optional.empty();
            }
            PassageIndex opened = PassageIndex.open(folder, embedder());
            if (opened.description().documents() == version.documents()) {
                open.put(version.id(), opened);
                return Optional.of(opened);
            }
            opened.close();
            damages.put(version.id(), "it holds " + opened.description().documents() + " documents instead of " + version.documents());
        } catch (UncheckedIOException | IllegalStateException | IllegalArgumentException e) {
            damages.put(version.id(), String.valueOf(e.getMessage()));
            log.warn("The index in {} cannot be used and is made again: {}", folder, e.getMessage());
        }
        return Optional.empty();
    }

    private Path folder(ImportedVersion version) {
        return data.folder("index").resolve(version.corpus()).resolve(version.version());
    }

    /// What stands in the newest other version of the corpus in the same words is not embedded again.
    private Embedder embedderFor(ImportedVersion version) {
        return corpora.ready().stream().filter(one -> one.corpus().equals(version.corpus()) && one.id() != version.id()).reduce((_, newer) -> newer).flatMap(this::findReady)
                .map(PassageIndex::reusingVectors).orElseGet(this::embedder);
    }

    private synchronized Embedder embedder() {
        Embedder known = embedder;
        if (known == null) {
            known = settings.embedder().equals("none") ? new NoEmbedder() : bgeIfItRuns();
            embedder = known;
        }
        return known;
    }

    /// The native runtime of the model does not start on every machine; words alone still find most.
    private static Embedder bgeIfItRuns() {
        try {
            return new BilingualEmbedder(new RememberedQuestions(new BgeEmbedder()), new RememberedQuestions(BgeEmbedder.chinese()));
        } catch (RuntimeException | LinkageError e) {
            log.warn("The embedding model does not start on this machine ({}); passages are ranked by words alone", e.getClass().getSimpleName());
            return new NoEmbedder();
        }
    }

    static void removeAll(Path folder) {
        if (!Files.exists(folder)) return;
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure) throws IOException {
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("What an earlier attempt left in " + folder + " cannot be removed.", e);
        }
    }

    @Override
    public synchronized void destroy() {
        open.values().forEach(PassageIndex::close);
        open.clear();
    }

    /// Walks the stored texts a few at a time, so that a large corpus needs little memory.
    private final class StoredDocuments implements Iterator<KnowledgeDocument> {

        private final long versionId;
        private List<ImportedDocument> read = List.of();
        private int next;
        private int position = 1;

        StoredDocuments(long versionId) {
            this.versionId = versionId;
        }

        @Override
        public boolean hasNext() {
            if (next < read.size()) return true;
            read = corpora.documents(versionId, position, DOCUMENTS_AT_ONCE);
            position += read.size();
            next = 0;
            return !read.isEmpty();
        }

        @Override
        public KnowledgeDocument next() {
            if (!hasNext()) throw new NoSuchElementException();
            return read.get(next++).document();
        }
    }
}
