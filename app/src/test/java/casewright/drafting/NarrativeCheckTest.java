package casewright.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import casewright.reading.terms.Vocabulary;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
            "Metoprolol 50 mg was stopped because of bradycardia; no fever was noted.", "Metoprolol 50 g was stopped because of suspected bradycardia; no fever was noted."})
    void stopsAnotherNumberDrugEventUnitATurnedDenialAndALostDoubt(String sentence) {
        assertThat(check.fault(sentence, CITED)).isPresent();
    }
}
