package casewright.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import casewright.reading.terms.Vocabulary;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NarrativeCheckTest {

    private static final String SOURCE = "On the third day metoprolol 50 mg was stopped because of suspected bradycardia, and no fever was noted.";
    private static final List<Citation> CITED = List.of(new Citation.Source(1, 1, 0, SOURCE.length(), SOURCE));

    private final NarrativeCheck check = new NarrativeCheck(new Vocabulary("", Path.of("target/no-vocabulary")));

    @Test
    void passesWhatTellsTheSame() {
        assertThat(check.fault("Metoprolol 50 mg was stopped on the third day because of suspected bradycardia; no fever was noted.", CITED)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "Metoprolol 100 mg was stopped because of suspected bradycardia; no fever was noted.", "Simvastatin 50 mg was stopped because of suspected bradycardia; no fever was noted.",
            "Metoprolol 50 mg was stopped because of suspected hepatitis; no fever was noted.", "Metoprolol 50 mg was stopped because of suspected bradycardia; fever was noted.",
            "Metoprolol 50 mg was stopped on the fifth day because of suspected bradycardia; no fever was noted.", "In March metoprolol 50 mg was stopped because of suspected bradycardia; no fever was noted.",
            "Metoprolol 50 mg was stopped because of bradycardia; no fever was noted.", "Metoprolol 50 g was stopped because of suspected bradycardia; no fever was noted."})
    void stopsAnotherNumberMonthDrugEventUnitATurnedDenialAndALostDoubt(String sentence) {
        assertThat(check.fault(sentence, CITED)).isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "He took metoprolol 50 mg and simvastatin 20 mg.|The patient was given metoprolol 20 mg and simvastatin 50 mg.|for another drug",
            "He took metoprolol 50 mg and simvastatin 20 mg.|The patient was given 20 mg of metoprolol.|for another drug",
            "There was no fever, but a rash was seen.|Fever was seen, but no rash.|denied",
            "A woman who was prescribed metoprolol and simvastatin was found unconscious.|The woman, who was prescribed metoprolol, was found unconscious.|leaves out simvastatin",
            "He was given metoprolol 50 mg for hypertension.|The patient was given metoprolol for hypertension.|leaves out 50mg",
            "We consider the rash to be probably caused by metoprolol.|We consider rash to be probably caused by metoprolol.|first person",
            "On the ninth day of metoprolol red spots were noticed.|On the ninth day metoprolol caused red spots.|states a cause",
            "Metoprolol was stopped and the rash faded.|Metoprolol was stopped, and the rash faded.|copies"})
    void aWordingThatCrossesWhatTheSourceKeepsApartIsStopped(String source, String wording, String why) {
        assertThat(check.crossed(wording, List.of(new Citation.Source(1, 1, 0, source.length(), source)))).get().asString().contains(why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "He took metoprolol 50 mg and simvastatin 20 mg.|The patient was given 20 mg of simvastatin besides 50 mg of metoprolol.",
            "There was no fever, but a rash was seen.|A rash was seen; fever was not seen."})
    void anotherOrderOfTheSameIsNone(String source, String wording) {
        assertThat(check.crossed(wording, List.of(new Citation.Source(1, 1, 0, source.length(), source)))).isEmpty();
    }
}
