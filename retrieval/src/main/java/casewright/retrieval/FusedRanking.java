package casewright.retrieval;

import casewright.retrieval.ranking.ScoreFusion;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.lucene.search.ScoreDoc;

/// Makes one list of the ranking by words and that by meaning. Only what comes out is read from the disk; the order needs the passages' keys alone.
final class FusedRanking {

    private final PassageFields.Keys keys;
    private final Map<Integer, Place> words;
    private final Map<Integer, Place> meaning;
    private final List<Integer> order;

    /// Where a passage stands in one ranking.
    private record Place(int rank, double score, double share) {}

    /// @param byWords   best first
    /// @param byMeaning likewise; empty where it was not asked
    FusedRanking(List<ScoreDoc> byWords, List<ScoreDoc> byMeaning, PassageFields.Keys keys) {
        this.keys = keys;
        this.words = places(byWords);
        this.meaning = places(byMeaning);
        this.order = new ArrayList<>(Stream.concat(words.keySet().stream(), meaning.keySet().stream()).distinct().toList());
        order.sort(Comparator.comparing((Integer number) -> -ScoreFusion.fuse(share(words, number), share(meaning, number))).thenComparing(keys::get));
    }

    interface PassageReader {
        Passage read(int number) throws IOException;
    }

    List<RankedPassage> best(PassageQuery query, PassageReader reader) throws IOException {
        MatchedWords matched = MatchedWords.of(query);
        List<RankedPassage> ranked = new ArrayList<>();
        for (Integer number : order.subList(0, Math.min(query.limit(), order.size()))) {
            Passage passage = reader.read(number);
            Place byWord = words.get(number);
            Place byMean = meaning.get(number);
            Explanation explanation = new Explanation(
                    byWord == null ? null : new Explanation.WordMatch(byWord.rank, byWord.score, byWord.share, matched, PassageFields.searchedText(passage)),
                    byMean == null ? null : new Explanation.MeaningMatch(byMean.rank, cosine(byMean.score), byMean.share));
            ranked.add(new RankedPassage(passage, ranked.size() + 1, explanation.score(), explanation));
        }
        return List.copyOf(ranked);
    }

    private Map<Integer, Place> places(List<ScoreDoc> hits) {
        List<ScoreDoc> ranking = hits.stream().sorted(Comparator.comparing((ScoreDoc hit) -> -hit.score).thenComparing(hit -> keys.get(hit.doc))).toList();
        List<Double> shares = ScoreFusion.normalised(ranking.stream().map(hit -> (double) hit.score).toList());
        Map<Integer, Place> places = new HashMap<>();
        for (int i = 0; i < ranking.size(); i++) {
            places.put(ranking.get(i).doc, new Place(i + 1, ranking.get(i).score, shares.get(i)));
        }
        return places;
    }

    private static double share(Map<Integer, Place> places, int number) {
        Place place = places.get(number);
        return place == null ? 0 : Objects.requireNonNull(place).share;
    }

    private static double cosine(double score) {
        // Lucene's DOT_PRODUCT score is (1 + cosine) / 2, so that no score is negative.
        return 2 * score - 1;
    }
}
