package casewright.retrieval;

import casewright.retrieval.ranking.BilingualEmbedder;
import casewright.retrieval.ranking.Embedder;
import casewright.retrieval.ranking.ScoreFusion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/// The passages of one corpus version in a folder, made once and then only read.
///
/// The same query to the same index gives the same answer, which is what allows a recorded search to be replayed. Safe for several threads.
public final class PassageIndex implements AutoCloseable {

    private static final Pattern FILE_NAME = Pattern.compile("[/\\\\](_\\w+\\.\\w+|segments_\\w+)");

    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final Embedder embedder;
    private final IndexDescription description;

    private PassageIndex(DirectoryReader reader, Embedder embedder, IndexDescription description) {
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        this.embedder = embedder;
        this.description = description;
    }

    /// Makes the index of a corpus version in `folder`, which is created if needed, and says what is in it.
    ///
    /// A folder in which an earlier attempt broke off is begun anew, but what that one embedded is not embedded again; one that holds a finished index is refused with [IllegalStateException].
    ///
    /// @param documents read once, in their order; each id once, else [IllegalArgumentException]
    public static IndexDescription create(
            Path folder, CorpusVersion corpus, Iterable<KnowledgeDocument> documents, Embedder embedder, IndexingProgress progress) {
        if (exists(folder)) {
            throw new IllegalStateException("An index is already in " + folder + "; it was left as it is. A new version needs a new folder.");
        }
        try {
            Files.createDirectories(folder);
            IndexDescription made;
            try (Directory directory = FSDirectory.open(folder); KeptVectors english = new KeptVectors(kept(folder, ".vectors"), embedder);
                    KeptVectors chinese = new KeptVectors(kept(folder, ".chinese-vectors"), embedder.forChinese())) {
                made = new PassageIndexing(corpus, english, chinese, progress).write(directory, documents);
            }
            forgetAttempts(folder);
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException("Making the index of corpus " + corpus + " in " + folder + " failed; it holds no usable index.", e);
        }
    }

    private static Path kept(Path folder, String ending) {
        return folder.resolveSibling(folder.getFileName() + ending);
    }

    /// Removes what attempts that broke off keep beside `folder`. An index that stands needs none of it.
    public static void forgetAttempts(Path folder) {
        try {
            Files.deleteIfExists(kept(folder, ".vectors"));
            Files.deleteIfExists(kept(folder, ".chinese-vectors"));
        } catch (IOException e) {
            throw new UncheckedIOException("What an earlier attempt kept beside " + folder + " cannot be removed.", e);
        }
    }

    /// Whether `folder` holds a finished index.
    public static boolean exists(Path folder) {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Directory directory = FSDirectory.open(folder)) {
            return DirectoryReader.indexExists(directory);
        } catch (IOException e) {
            throw new UncheckedIOException("Looking for an index in " + folder + " failed.", e);
        }
    }

    /// Opens a finished index, after every byte of it was compared with its checksum: what is damaged is not searched.
    ///
    /// @throws UncheckedIOException naming the file that is damaged or missing
    /// @param embedder the one it was made with, or [casewright.retrieval.ranking.NoEmbedder] to rank by words alone; another one is refused with
    ///                 [IllegalArgumentException] because its vectors mean something else. An index without vectors opens with any.
    public static PassageIndex open(Path folder, Embedder embedder) {
        try {
            DirectoryReader reader = openReader(folder);
            try {
                checkIntegrity(reader);
                IndexDescription description =
                        IndexDescription.fromCommitData(reader.getIndexCommit().getUserData());
                boolean bothHaveVectors = embedder.dimensions() > 0 && !description.embedder().equals("none");
                if (bothHaveVectors && !embedder.name().equals(description.embedder())) {
                    throw new IllegalArgumentException("The index in " + folder + " holds vectors of " + description.embedder()
                            + " and cannot be searched with " + embedder.name() + ".");
                }
                return new PassageIndex(reader, embedder, description);
            } catch (IOException | RuntimeException e) {
                closeAll(reader);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The index in " + folder + " cannot be opened: " + what(e) + ".", e);
        }
    }

    private static DirectoryReader openReader(Path folder) throws IOException {
        Directory directory = FSDirectory.open(folder);
        try {
            return DirectoryReader.open(directory);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    private static void checkIntegrity(DirectoryReader reader) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            if (leaf.reader() instanceof CodecReader segment) {
                segment.checkIntegrity();
            }
        }
    }

    /// Lucene names the place of damage as a path in the middle of a longer text.
    private static String what(IOException failure) {
        Matcher file = FILE_NAME.matcher(String.valueOf(failure.getMessage()));
        return (file.find() ? "the file " + file.group(1) : "a file") + (failure instanceof NoSuchFileException ? " is missing" : " is damaged or cut off");
    }

    public IndexDescription description() {
        return description;
    }

    /// The embedder for the next version of the corpus: what this index holds in the same words is not embedded again. This index stays open meanwhile.
    public Embedder reusingVectors() {
        if (!hasVectors()) {
            return embedder;
        }
        try {
            Embedder english = KnownVectors.of(searcher, description, embedder, PassageFields.VECTOR);
            Embedder chinese = embedder.forChinese();
            return new BilingualEmbedder(embedder.name(), english, chinese.dimensions() == 0 ? chinese : KnownVectors.of(searcher, description, chinese, PassageFields.CHINESE_VECTOR));
        } catch (IOException e) {
            throw new UncheckedIOException("Reading the index of corpus " + description.corpus() + " " + description.version() + " failed.", e);
        }
    }

    /// How this program ranks, as one line: what was found with another one may be found in another order.
    public static String ranking() {
        return "index format " + IndexDescription.FORMAT + ", " + MeaningSearch.FEEDBACK_PASSAGES + " passages of feedback at " + MeaningSearch.WEIGHT_OF_FEEDBACK + ", words "
                + ScoreFusion.WEIGHT_OF_WORDS + " of the first " + ScoreFusion.DEPTH;
    }

    /// The passages that fit best, best first; ties in the order of their ids.
    public List<RankedPassage> search(PassageQuery query) {
        return search(query, RankingMethod.FUSED);
    }

    /// As [#search(PassageQuery)], ranked by one method.
    public List<RankedPassage> search(PassageQuery query, RankingMethod method) {
        try {
            LuceneQueries queries = LuceneQueries.of(query);
            int depth = Math.max(ScoreFusion.DEPTH, query.limit());
            List<ScoreDoc> byWords = method == RankingMethod.MEANING ? List.of() : List.of(searcher.search(queries.words(), depth).scoreDocs);
            List<ScoreDoc> byMeaning = method == RankingMethod.WORDS || !hasVectors() ? List.of() : byMeaning(query, queries.filter(), depth, byWords, method);
            PassageFields.Keys keys = PassageFields.Keys.of(reader, Stream.concat(byWords.stream(), byMeaning.stream()).map(hit -> hit.doc).toList());
            return new FusedRanking(byWords, byMeaning, keys).best(query, this::read);
        } catch (IOException e) {
            throw new UncheckedIOException("Searching corpus " + description.corpus() + " " + description.version() + " failed.", e);
        }
    }

    /// The passage of that id; empty when this index is of another corpus or version, or has no such passage.
    public Optional<Passage> findPassage(PassageId id) {
        return findPassage(id, PassageFilter.ALL);
    }

    /// As [#findPassage(PassageId)]; empty also when the filter leaves it out.
    public Optional<Passage> findPassage(PassageId id, PassageFilter filter) {
        if (!id.corpus().equals(description.corpus()) || !id.version().equals(description.version())) {
            return Optional.empty();
        }
        try {
            Optional<Integer> found = findLuceneNumber(id);
            return found.isEmpty() || !isWithin(LuceneQueries.filterOf(filter), found.get()) ? Optional.empty() : Optional.of(read(found.get()));
        } catch (IOException e) {
            throw new UncheckedIOException("Reading passage " + id + " failed.", e);
        }
    }

    private boolean isWithin(@Nullable Query filter, int number) throws IOException {
        return filter == null || searcher.explain(filter, number).isMatch();
    }

    /// Lucene's own account of the BM25 score of a passage, word by word with every factor: long, for those who want to check the sum.
    ///
    /// @return empty when there is no such passage within the query's filter
    public Optional<String> explainWords(PassageQuery query, PassageId id) {
        if (findPassage(id).isEmpty()) {
            return Optional.empty();
        }
        try {
            LuceneQueries queries = LuceneQueries.of(query);
            Optional<Integer> found = findLuceneNumber(id);
            if (found.isEmpty() || !isWithin(queries.filter(), found.get())) {
                return Optional.empty();
            }
            return Optional.of(searcher.explain(queries.words(), found.get()).toString());
        } catch (IOException e) {
            throw new UncheckedIOException("Explaining passage " + id + " failed.", e);
        }
    }

    @Override
    public void close() {
        try {
            closeAll(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("Closing the index of corpus " + description.corpus() + " failed.", e);
        }
    }

    private boolean hasVectors() {
        return embedder.dimensions() > 0 && !description.embedder().equals("none") && description.passages() > 0;
    }

    private List<ScoreDoc> byMeaning(PassageQuery query, @Nullable Query filter, int depth, List<ScoreDoc> byWords, RankingMethod method) throws IOException {
        // An embedder says nothing of a question in another language than its own; it would only stir the ranking by words.
        String language = TextLanguage.of(query.text());
        Embedder known = language.equals(TextLanguage.CHINESE) ? embedder.forChinese() : embedder;
        if (known.dimensions() == 0) return List.of();
        MeaningSearch meaning = new MeaningSearch(searcher, known, PassageFields.vectorField(language));
        return List.of(method == RankingMethod.MEANING ? meaning.nearest(query.text(), filter, depth) : meaning.moved(query.text(), filter, depth, byWords));
    }

    private Passage read(int number) throws IOException {
        return PassageFields.fromLucene(searcher.storedFields().document(number), description);
    }

    private Optional<Integer> findLuceneNumber(PassageId id) throws IOException {
        TopDocs hits = searcher.search(new TermQuery(new Term(PassageFields.KEY, PassageFields.key(id.document(), id.number()))), 1);
        return hits.scoreDocs.length == 0 ? Optional.empty() : Optional.of(hits.scoreDocs[0].doc);
    }

    private static void closeAll(DirectoryReader reader) throws IOException {
        // Lucene leaves the folder open when only the reader is closed.
        try (Directory directory = reader.directory()) {
            reader.close();
        }
    }
}
