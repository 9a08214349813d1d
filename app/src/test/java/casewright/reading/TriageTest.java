package casewright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import casewright.reading.Triage.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Case, special situation or neither, in invented texts, with the sentence that decides.
class TriageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "She took an overdose of metoprolol and had no complaints.|overdose", "A nurse gave her the wrong dose of metoprolol.|medication error", "She took metoprolol to get high.|misuse or abuse",
            "She was given metoprolol off-label.|off-label use", "She took metoprolol during her pregnancy. A healthy boy was born.|exposure in pregnancy or breast-feeding", "She took metoprolol, which was ineffective.|lack of effect",
            "A pharmacist spilled metoprolol solution on her hands.|occupational exposure"})
    void aSituationWithoutAReactionIsNamedWithItsSentence(String told, String situation) {
        Triage triage = InventedText.read("A 30-year-old woman was seen. " + told).triage();

        assertThat(triage.verdict()).isEqualTo(Verdict.SPECIAL_SITUATION);
        assertThat(triage.reason()).contains(situation);
        assertThat(triage.evidence()).extracting(Quote::text).allMatch(told::contains).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "A 61-year-old woman had her gall bladder removed. A bleeding from an artery was stopped. She received amoxicillin before the operation.",
            "A 61-year-old woman took metoprolol. She denied a rash, fever or dizziness under metoprolol. No adverse effects were seen.",
            "A 61-year-old woman with lung cancer took metoprolol. The cancer grew, and she died of it.",
            "A 61-year-old nurse washed her hands. She took metoprolol.",
            "A study compared metoprolol with ramipril in 200 patients. A rash occurred in 12 patients on metoprolol."})
    void complicationsDiseasesDenialsAndStudiesAreNeither(String text) {
        assertThat(InventedText.read(text).triage().verdict()).isEqualTo(Verdict.NEITHER);
    }

    @Test
    void aCaseShowsTheSentencesThatDecide() {
        Triage triage = InventedText.read("A 61-year-old woman was seen. Metoprolol caused a rash. She lives in a village.").triage();

        assertThat(triage.verdict()).isEqualTo(Verdict.CASE);
        assertThat(triage.evidence()).extracting(Quote::text).containsExactly("Metoprolol caused a rash.");
    }
}
