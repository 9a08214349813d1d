package casewright.evidence;

import casewright.evidence.Evidence.Hit;
import casewright.evidence.Evidence.Search;
import casewright.knowledge.Corpora;
import casewright.knowledge.CorpusIndexes;
import casewright.knowledge.ImportedVersion;
import casewright.retrieval.IndexDescription;
import casewright.retrieval.PassageId;
import casewright.retrieval.PassageIndex;
import casewright.retrieval.RankedPassage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Repeats a search of the trail against the version that was asked then, and compares. Changes nothing.
@Component
class Replay {

    /// Scores are sums of floating point numbers; two processors may round the last digits differently.
    private static final double SAME_SCORE = 1e-4;

    private final Corpora corpora;
    private final CorpusIndexes indexes;

    Replay(Corpora corpora, CorpusIndexes indexes) {
        this.corpora = corpora;
        this.indexes = indexes;
    }

    /// A rank that was recorded, then and now.
    ///
    /// @param now        what stands there now; empty where the search finds less
    /// @param difference in words; empty where nothing differs
    record Line(Hit then, Optional<RankedPassage> now, String difference) {
    }

    /// @param lines   in the recorded order
    /// @param reasons why it may differ, or why it cannot be repeated; empty when all is as it was
    record Outcome(List<Line> lines, List<String> reasons) {

        public boolean isSame() {
            return reasons.isEmpty();
        }
    }

    Outcome repeat(Evidence recorded) {
        Search search = recorded.search();
        if (search == null) return cannot("It was recorded before searches were kept in full: its words and filters are in the question above, but not all of how it was made.");
        Optional<ImportedVersion> version = corpora.find(recorded.corpus().name(), recorded.corpus().version());
        if (version.isEmpty()) return cannot("The version " + recorded.corpus().version() + " of the corpus " + recorded.corpus().name() + " is not in this database.");
        PassageIndex index = indexes.get(version.get());
        List<RankedPassage> hits = RecordedSearch.hits(index, search);
        List<Line> lines = recorded.hits().stream().map(then -> compare(then, hits, index)).toList();
        return new Outcome(lines, lines.stream().allMatch(line -> line.difference().isEmpty()) ? List.of() : reasons(search, index.description()));
    }

    private static Outcome cannot(String reason) {
        return new Outcome(List.of(), List.of(reason));
    }

    private static Line compare(Hit then, List<RankedPassage> hits, PassageIndex index) {
        boolean isBehind = then.rank() > hits.size();
        if (then.score() == 0 && isBehind) return readWhole(then, index);
        if (isBehind) return new Line(then, Optional.empty(), "The search finds only " + hits.size() + " passages now.");
        RankedPassage now = hits.get(then.rank() - 1);
        String difference = "";
        if (!now.passage().id().toString().equals(then.passage())) difference = "Another passage stands here now: " + now.passage().id() + ".";
        else if (!now.passage().text().equals(then.text())) difference = "The passage has other words now.";
        else if (Math.abs(now.score() - then.score()) > SAME_SCORE) difference = String.format(Locale.ROOT, "Its score was %.4f and is %.4f.", then.score(), now.score());
        return new Line(then, Optional.of(now), difference);
    }

    /// It came from reading the whole document and has no place in the ranking: its words must be there as they were.
    private static Line readWhole(Hit then, PassageIndex index) {
        boolean isThere = index.findPassage(PassageId.parse(then.passage())).filter(passage -> passage.text().equals(then.text())).isPresent();
        return new Line(then, Optional.empty(), isThere ? "" : "The passage that was read in the whole document is not there as it was.");
    }

    private static List<String> reasons(Search search, IndexDescription now) {
        List<String> reasons = new ArrayList<>();
        if (!now.contentSha256().equals(search.index().contentSha256())) {
            reasons.add("The texts of the version are others: their hash was " + search.index().contentSha256() + " and is " + now.contentSha256() + ".");
        }
        if (!now.embedder().equals(search.index().embedder())) reasons.add("Nearness in meaning was told by \"" + search.index().embedder() + "\" and is now told by \"" + now.embedder() + "\".");
        if (!PassageIndex.ranking().equals(search.ranking())) reasons.add("The program ranks otherwise: then " + search.ranking() + "; now " + PassageIndex.ranking() + ".");
        if (reasons.isEmpty()) reasons.add("Texts, embedder and ranking are the recorded ones; the record or the index was changed by other means.");
        return List.copyOf(reasons);
    }
}
