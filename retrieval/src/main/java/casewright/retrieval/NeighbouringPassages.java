package casewright.retrieval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Makes one hit of passages that adjoin in the same section of a document: what was cut for ranking is read together.
public final class NeighbouringPassages {

    /// More would be a section rather than a passage.
    private static final int MOST_TOGETHER = 3;

    private NeighbouringPassages() {}

    /// @param best           the one of them that ranks first
    /// @param inReadingOrder all of them, the best among them
    public record Run(RankedPassage best, List<RankedPassage> inReadingOrder) {

        public Run {
            inReadingOrder = List.copyOf(inReadingOrder);
        }

        private boolean takes(RankedPassage hit) {
            Passage passage = hit.passage();
            PassageId first = inReadingOrder.getFirst().passage().id();
            PassageId last = inReadingOrder.getLast().passage().id();
            int number = passage.id().number();
            return inReadingOrder.size() < MOST_TOGETHER && passage.id().document().equals(first.document()) && passage.sectionNumber() == best.passage().sectionNumber()
                    && (number == first.number() - 1 || number == last.number() + 1);
        }

        private Run with(RankedPassage hit) {
            List<RankedPassage> more = new ArrayList<>(inReadingOrder);
            more.add(hit);
            more.sort(Comparator.comparing(one -> one.passage().id()));
            return new Run(best, more);
        }
    }

    /// @param ranked of one corpus, best first
    /// @return in the order of the best of each
    public static List<Run> merge(List<RankedPassage> ranked) {
        List<Run> runs = new ArrayList<>();
        for (RankedPassage hit : ranked) {
            Optional<Run> neighbour = runs.stream().filter(run -> run.takes(hit)).findFirst();
            if (neighbour.isPresent()) {
                runs.set(runs.indexOf(neighbour.get()), neighbour.get().with(hit));
            } else {
                runs.add(new Run(hit, List.of(hit)));
            }
        }
        return List.copyOf(runs);
    }
}
