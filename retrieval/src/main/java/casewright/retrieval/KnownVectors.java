package casewright.retrieval;

import casewright.retrieval.ranking.Embedder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;

/// Takes the vectors of passages from an index that holds the same texts and embeds only the others: embedding is what takes an import hours, and most of a new version stood in
/// the one before. The index stays open as long as this is used.
final class KnownVectors implements Embedder {

    private final Embedder embedder;
    private final MeaningSearch index;
    private final Map<Key, Integer> numbers = new HashMap<>();

    /// The beginning of the text's SHA-256: 128 bits are enough to tell texts apart.
    private record Key(long first, long second) {

        static Key of(String text) {
            try {
                ByteBuffer hash = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
                return new Key(hash.getLong(), hash.getLong());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java has SHA-256, this one has not.", e);
            }
        }
    }

    private KnownVectors(Embedder embedder, MeaningSearch index) {
        this.embedder = embedder;
        this.index = index;
    }

    /// @param embedder of the index
    /// @param field    in which its vectors lie
    static KnownVectors of(IndexSearcher searcher, IndexDescription description, Embedder embedder, String field) throws IOException {
        KnownVectors known = new KnownVectors(embedder, new MeaningSearch(searcher, embedder, field));
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            FloatVectorValues vectors = leaf.reader().getFloatVectorValues(field);
            if (vectors == null) {
                continue;
            }
            KnnVectorValues.DocIndexIterator place = vectors.iterator();
            while (place.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                int number = leaf.docBase + place.docID();
                Passage passage = PassageFields.fromLucene(searcher.storedFields().document(number), description);
                known.numbers.put(Key.of(PassageFields.searchedText(passage)), number);
            }
        }
        return known;
    }

    @Override
    public String name() {
        return embedder.name();
    }

    @Override
    public int dimensions() {
        return embedder.dimensions();
    }

    @Override
    public List<float[]> embedPassages(List<String> passages) {
        List<String> unknown = passages.stream().filter(text -> !numbers.containsKey(Key.of(text))).toList();
        List<float[]> embedded = new ArrayList<>(unknown.isEmpty() ? List.of() : embedder.embedPassages(unknown));
        List<float[]> vectors = new ArrayList<>();
        for (String text : passages) {
            Integer number = numbers.get(Key.of(text));
            vectors.add(number == null ? embedded.removeFirst() : vector(number));
        }
        return vectors;
    }

    private float[] vector(int number) {
        try {
            return index.findVector(number).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("Reading vectors of the earlier version failed.", e);
        }
    }

    @Override
    public float[] embedQuery(String query) {
        return embedder.embedQuery(query);
    }
}
