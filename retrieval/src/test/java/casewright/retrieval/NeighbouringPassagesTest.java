package casewright.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NeighbouringPassagesTest {

    private static RankedPassage hit(int rank, String document, int section, int number) {
        Passage passage = new Passage(new PassageId("own", "1", document, number), "Title", null, "Heading", section, "Text " + number, new TextSpan(0, 6), null, "en");
        return new RankedPassage(passage, rank, 1.0 / rank, new Explanation(null, new Explanation.MeaningMatch(rank, 0.8, 1.0 / rank)));
    }

    private static List<List<Integer>> numbers(List<NeighbouringPassages.Run> runs) {
        return runs.stream().map(run -> run.inReadingOrder().stream().map(one -> one.passage().id().number()).toList()).toList();
    }

    @Test
    void passagesThatAdjoinAreOneHitAtTheRankOfTheBest() {
        List<NeighbouringPassages.Run> runs = NeighbouringPassages.merge(List.of(hit(1, "a", 1, 5), hit(2, "b", 1, 1), hit(3, "a", 1, 4), hit(4, "a", 1, 6)));

        assertThat(numbers(runs)).containsExactly(List.of(4, 5, 6), List.of(1));
        assertThat(runs.getFirst().best().rank()).isEqualTo(1);
    }

    @Test
    void aPassageThatRanksBehindTheTwoAroundItBringsThemTogether() {
        List<NeighbouringPassages.Run> runs = NeighbouringPassages.merge(List.of(hit(1, "a", 1, 3), hit(2, "b", 1, 1), hit(3, "a", 1, 1), hit(4, "a", 1, 2)));

        assertThat(numbers(runs)).containsExactly(List.of(1, 2, 3), List.of(1));
        assertThat(runs.getFirst().best().rank()).isEqualTo(1);
    }

    @Test
    void otherSectionsOtherDocumentsAndGapsStayApart() {
        assertThat(numbers(NeighbouringPassages.merge(List.of(hit(1, "a", 1, 1), hit(2, "a", 2, 2), hit(3, "b", 1, 2), hit(4, "a", 1, 3))))).hasSize(4);
    }

    @Test
    void aRunIsNoWholeSection() {
        assertThat(numbers(NeighbouringPassages.merge(List.of(hit(1, "a", 1, 1), hit(2, "a", 1, 2), hit(3, "a", 1, 3), hit(4, "a", 1, 4))))).containsExactly(List.of(1, 2, 3), List.of(4));
    }
}
