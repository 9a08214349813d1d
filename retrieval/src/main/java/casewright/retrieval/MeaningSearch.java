package casewright.retrieval;

import casewright.retrieval.ranking.Embedder;
import casewright.retrieval.ranking.ScoreFusion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.index.FloatVectorValues;
import org.apache.lucene.index.KnnVectorValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.jspecify.annotations.Nullable;

/// Searches by nearness in meaning. The question is moved towards the passages that fit best by words and meaning before the search that counts, so that it
/// speaks the language of the texts.
///
/// Source: Rocchio (1971), "Relevance feedback in information retrieval", with the first passages taken for relevant; for dense vectors: Li et al. (2022),
/// "Pseudo relevance feedback with deep language models and dense retrievers", ACM TOIS 41(3).
///
/// @param embedder of the question's language
/// @param field    with the vectors of that embedder
record MeaningSearch(IndexSearcher searcher, Embedder embedder, String field) {

    /// Both chosen on SciFact and MED, see benchmarks/retrieval.md.
    static final int FEEDBACK_PASSAGES = 3;

    static final float WEIGHT_OF_FEEDBACK = 0.3f;

    /// About the 512 word pieces that bge-small reads; of more it would take the mean of parts, which costs time and says less.
    private static final int LONGEST_QUESTION_CHARS = 2_500;

    /// The passages nearest to the question as it is.
    ///
    /// @param filter null when the whole corpus is asked
    ScoreDoc[] nearest(String question, @Nullable Query filter, int depth) throws IOException {
        return nearest(vector(question), filter, depth);
    }

    /// The passages nearest to the question moved.
    ///
    /// @param filter  null when the whole corpus is asked
    /// @param byWords the ranking by words, best first
    ScoreDoc[] moved(String question, @Nullable Query filter, int depth, List<ScoreDoc> byWords) throws IOException {
        float[] vector = vector(question);
        List<ScoreDoc> nearest = List.of(nearest(vector, filter, ScoreFusion.DEPTH));
        return nearest.isEmpty() ? new ScoreDoc[0] : nearest(moved(vector, fittest(byWords, nearest)), filter, depth);
    }

    private float[] vector(String question) {
        return embedder.embedQuery(question.length() <= LONGEST_QUESTION_CHARS ? question : question.substring(0, LONGEST_QUESTION_CHARS));
    }

    /// The passages that fit best by both rankings; of equal ones the first in the index.
    private static List<Integer> fittest(List<ScoreDoc> byWords, List<ScoreDoc> byMeaning) {
        Map<Integer, Double> words = shares(byWords);
        Map<Integer, Double> meaning = shares(byMeaning);
        return Stream.concat(words.keySet().stream(), meaning.keySet().stream()).distinct()
                .sorted(Comparator.comparing((Integer number) -> -ScoreFusion.fuse(words.getOrDefault(number, 0.0), meaning.getOrDefault(number, 0.0))).thenComparing(number -> number))
                .limit(FEEDBACK_PASSAGES).toList();
    }

    private static Map<Integer, Double> shares(List<ScoreDoc> ranking) {
        List<Double> shares = ScoreFusion.normalised(ranking.stream().map(hit -> (double) hit.score).toList());
        Map<Integer, Double> byNumber = new HashMap<>();
        for (int i = 0; i < ranking.size(); i++) {
            byNumber.put(ranking.get(i).doc, shares.get(i));
        }
        return byNumber;
    }

    private ScoreDoc[] nearest(float[] vector, @Nullable Query filter, int depth) throws IOException {
        return searcher.search(new KnnFloatVectorQuery(field, vector, depth, filter), depth).scoreDocs;
    }

    private float[] moved(float[] question, List<Integer> passages) throws IOException {
        List<float[]> towards = new ArrayList<>();
        for (int number : passages) {
            findVector(number).ifPresent(towards::add);
        }
        float[] moved = new float[question.length];
        for (int i = 0; i < moved.length; i++) {
            moved[i] = (1 - WEIGHT_OF_FEEDBACK) * question[i];
        }
        for (float[] passage : towards) {
            for (int i = 0; i < moved.length; i++) {
                moved[i] += WEIGHT_OF_FEEDBACK / towards.size() * passage[i];
            }
        }
        return unit(moved);
    }

    /// Empty for a passage in another language.
    Optional<float[]> findVector(int number) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(number, leaves));
        FloatVectorValues vectors = leaf.reader().getFloatVectorValues(field);
        if (vectors == null) {
            return Optional.empty();
        }
        KnnVectorValues.DocIndexIterator place = vectors.iterator();
        return place.advance(number - leaf.docBase) == number - leaf.docBase ? Optional.of(vectors.vectorValue(place.index()).clone()) : Optional.empty();
    }

    private static float[] unit(float[] vector) {
        double squares = 0;
        for (float x : vector) {
            squares += (double) x * x;
        }
        float length = (float) Math.sqrt(squares);
        float[] unit = Arrays.copyOf(vector, vector.length);
        for (int i = 0; i < unit.length; i++) {
            unit[i] /= length;
        }
        return unit;
    }
}
