package casewright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Invented sentences that tell in many ways that a medicine was given no longer.
class StopWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"Metoprolol was abandoned.", "Metoprolol was taken out of the regimen.", "Metoprolol was crossed off her chart.", "We took him off metoprolol.", "Metoprolol had to be dropped.", "Metoprolol was exchanged for ramipril.",
            "Metoprolol was swapped for ramipril.", "He took no more metoprolol.", "She gave up metoprolol.", "Metoprolol d/c'd.", "He came off metoprolol.", "She gave up the tablets.", "The tablets were left off.", "The drug was omitted from then on."})
    void tellThatAMedicineWasWithdrawn(String told) {
        assertThat(action(told)).isEqualTo("withdrawn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"On metoprolol her blood pressure dropped.", "Metoprolol was continued.", "Metoprolol stopped the bleeding.", "Metoprolol was not stopped."})
    void tellOfNoStop(String told) {
        assertThat(action(told)).isNotEqualTo("withdrawn");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"The dose was lowered to 25 mg.|dose reduced", "Her doctor cut the dose to 25 mg.|dose reduced"})
    void tellThatTheDoseBecameLess(String told, String action) {
        assertThat(action(told)).isEqualTo(action);
    }

    private static String action(String told) {
        Fact fact = InventedText.facts("A 30-year-old woman took metoprolol 50 mg. Metoprolol caused a rash. " + told + " The rash was gone after a week.").suspects().getFirst().details().get("actionTaken");
        return fact == null ? "none" : fact.value();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "A 40-year-old man took metoprolol. It had to be abandoned after nine days because of a rash.|rash", "A 40-year-old man took metoprolol. A severe rash led us to take metoprolol out of the regimen.|rash",
            "A 40-year-old man took metoprolol. We ascribe the rash to metoprolol.|rash", "A 40-year-old man took metoprolol. Metoprolol was added in May but had to be given up because of a rash.|rash"})
    void theReasonOfAStopIsBlamed(String told, String reaction) {
        assertThat(InventedText.caseOf(told).reactions()).extracting(found -> found.term().value()).anyMatch(term -> term.contains(reaction));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A 40-year-old man had a rash. Metoprolol did not help and was stopped. The rash faded by itself.", "A 40-year-old man took metoprolol. The isolate was resistant to metoprolol. Fever persisted.",
            "A 40-year-old man took metoprolol. He had a rash. Skin prick tests to metoprolol were negative."})
    void whatDidNotHelpOrIsClearedIsNotBlamed(String told) {
        assertThat(InventedText.read(told).triage().verdict()).isNotEqualTo(Triage.Verdict.CASE);
    }

    /// Named in the sentence before, and told of the patient elsewhere: not "like verapamil".
    @Test
    void anInteractionSuspectsTheDrugsThatItsExplanationNames() {
        PatientFacts facts = InventedText.caseOf("A 70-year-old man took metoprolol. A week ago ciprofloxacin was added. He had a syncope. Ciprofloxacin, like verapamil, slows the breakdown of metoprolol. We believe that this interaction caused the syncope.");

        assertThat(facts.suspects()).extracting(drug -> drug.name().value().toLowerCase(Locale.ROOT)).containsExactlyInAnyOrder("metoprolol", "ciprofloxacin");
    }
}
