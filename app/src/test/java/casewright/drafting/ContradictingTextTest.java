package casewright.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Invented texts that contradict themselves: each ends as a field with both values or as a contradiction that the reviewer is shown, never as a silent
/// choice. The scripted model blames every drug that it is asked about.
class ContradictingTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "A 54-year-old woman took metoprolol. Metoprolol caused a rash. The 57-year-old woman recovered.|54|57",
            "A 54-year-old man took metoprolol. Metoprolol caused a rash. She was a woman of good health.|male|female",
            "A 54-year-old man was started on metoprolol on 10 March 2021. Metoprolol was stopped on 3 March 2021 because of a rash.|stopped before|started",
            "A 54-year-old man was started on metoprolol on 10 March 2021. On 3 March 2021 he developed a rash, which was attributed to metoprolol.|began before|started",
            "A 54-year-old man took metoprolol. Metoprolol caused a rash. The rash was fatal. The rash resolved and he was discharged.|fatal|resolved",
            "A 54-year-old man took metoprolol. Metoprolol caused hepatitis. The hepatitis was fatal. He was discharged home on day 5.|fatal|discharged"})
    void bothAreShown(String text, String one, String other) {
        Draft draft = draft(text);

        assertThat(draft.findings()).filteredOn(finding -> finding.kind().equals("contradiction")).anySatisfy(finding -> assertThat(finding.toString()).contains(one, other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "A 54-year-old man was started on metoprolol on 31 February 2021. Metoprolol caused a rash.|suspectDrugs[0].start",
            "A 54-year-old man took metoprolol 50 twice daily. Metoprolol caused a rash.|suspectDrugs[0].dose"})
    void whatCannotBeIsNotMadeToFit(String text, String path) {
        Draft draft = draft(text);

        assertThat(draft.code(path)).isEmpty();
        assertThat(draft.findings()).filteredOn(finding -> finding.kind().equals("contradiction")).extracting(Finding::title).containsExactly(path);
    }

    @Test
    void aModelThatWordsASentenceWithAnotherDrugsDoseIsRefusedAndTheReviewerSeesIt() {
        String text = "On day 4 he developed a rash while taking metoprolol 50 mg and simvastatin 20 mg for six weeks. Metoprolol caused the rash.";

        Draft draft = draft("A 54-year-old man was seen. " + text, "On day 4 the patient developed a rash while taking metoprolol 20 mg and simvastatin 50 mg for six weeks.");

        assertThat(draft.narrative()).noneSatisfy(sentence -> assertThat(sentence.sentence()).contains("metoprolol 20 mg"));
        assertThat(draft.narrative()).filteredOn(sentence -> sentence.refused() != null).anySatisfy(sentence -> {
            assertThat(sentence.origin()).isEqualTo(NarrativeSentence.Origin.TEMPLATE_AFTER_FAILED_CHECK);
            assertThat(sentence.sentence()).contains("metoprolol 50 mg");
            assertThat(String.valueOf(sentence.refused())).contains("metoprolol 20 mg", "for another drug");
        });
    }

    private static Draft draft(String text) {
        return InventedDraft.of(text);
    }

    private static Draft draft(String text, String prose) {
        return InventedDraft.of(text, prose, List.of());
    }
}
