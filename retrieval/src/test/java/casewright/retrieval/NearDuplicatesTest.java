package casewright.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import casewright.retrieval.NearDuplicates.Distinct;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NearDuplicatesTest {

    private static final String LABEL = "Adverse reactions that were seen more often than under placebo are dizziness, upper respiratory infection, nasal congestion and back pain. "
            + "Angioedema, involving swelling of the larynx and glottis, has been reported rarely in patients treated with losartan, and some of them had it before with other drugs.";

    @Test
    void makesOneHitOfALabelThatManyPrint() {
        List<RankedPassage> ranked = new ArrayList<>();
        for (int i = 1; i <= 40; i++) ranked.add(hit(i, LABEL + " Repackaged by company " + i + "."));
        ranked.add(hit(41, "A case of a swollen tongue in a man of 54 years, who had taken losartan for three days and nothing else, is told here."));

        List<Distinct> distinct = NearDuplicates.collapse(ranked, 5);

        assertThat(distinct).extracting(one -> one.best().rank()).containsExactly(1, 41);
        assertThat(distinct.getFirst().alike()).hasSize(39);
    }

    @Test
    void keepsTextsOnOneDrugApart() {
        List<RankedPassage> ranked = List.of(hit(1, LABEL), hit(2, LABEL.substring(0, LABEL.length() / 2)), hit(3, "Losartan."), hit(4, "Losartan!"), hit(5, "Valsartan."));

        assertThat(NearDuplicates.collapse(ranked, 5)).extracting(one -> one.best().rank()).containsExactly(1, 2, 3, 5);
    }

    @Test
    void givesNoMoreThanWanted() {
        assertThat(NearDuplicates.collapse(List.of(hit(1, "Rash."), hit(2, "Fever."), hit(3, "rash")), 1)).singleElement()
                .satisfies(one -> assertThat(one.alike()).extracting(RankedPassage::rank).containsExactly(3));
    }

    private static RankedPassage hit(int rank, String text) {
        Passage passage = new Passage(new PassageId("labels", "1", "d" + rank, 1), "Label " + rank, null, "", 1, text, new TextSpan(0, text.length()), null, "en");
        return new RankedPassage(passage, rank, 1.0 / rank, new Explanation(null, new Explanation.MeaningMatch(rank, 0.5, 0.5)));
    }
}
