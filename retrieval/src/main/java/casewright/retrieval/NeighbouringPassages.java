package casewright.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Makes one hit of passages that adjoin in the same section of a document: what was cut for ranking is read together.
public final class NeighbouringPassages {

    /// More would be a section rather than a passage.
    public static final int MOST_TOGETHER = 3;

    private NeighbouringPassages() {}

    /// @param best           the one of them that ranks first
    /// @param inReadingOrder all of them, the best among them
    public record Run(RankedPassage best, List<RankedPassage> inReadingOrder) {

        public Run {
            inReadingOrder = List.copyOf(inReadingOrder);
        }

        private boolean adjoins(Run other) {
            PassageId first = inReadingOrder.getFirst().passage().id();
            PassageId last = inReadingOrder.getLast().passage().id();
            PassageId othersFirst = other.inReadingOrder.getFirst().passage().id();
            PassageId othersLast = other.inReadingOrder.getLast().passage().id();
            return inReadingOrder.size() + other.inReadingOrder.size() <= MOST_TOGETHER && first.document().equals(othersFirst.document())
                    && best.passage().sectionNumber() == other.best.passage().sectionNumber() && (othersLast.number() == first.number() - 1 || othersFirst.number() == last.number() + 1);
        }

        private Run with(Run other) {
            List<RankedPassage> more = new ArrayList<>(inReadingOrder);
            more.addAll(other.inReadingOrder);
            more.sort(Comparator.comparing(one -> one.passage().id()));
            return new Run(best.rank() < other.best.rank() ? best : other.best, more);
        }
    }

    /// @param ranked of one corpus, best first
    /// @return in the order of the best of each
    public static List<Run> merge(List<RankedPassage> ranked) {
        List<Run> runs = new ArrayList<>();
        for (RankedPassage hit : ranked) {
            Run grown = new Run(hit, List.of(hit));
            int place = runs.size();
            // the passages on both sides of this one may be runs already
            for (Run known : List.copyOf(runs)) {
                if (!known.adjoins(grown)) continue;
                place = Math.min(place, runs.indexOf(known));
                runs.remove(known);
                grown = known.with(grown);
            }
            runs.add(place, grown);
        }
        return List.copyOf(runs);
    }
}
