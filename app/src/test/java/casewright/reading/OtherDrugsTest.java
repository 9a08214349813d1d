package casewright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Drugs by role in invented texts: what is only planned or past has none, a regimen is one entry with its members.
class OtherDrugsTest {

    @ParameterizedTest
    @ValueSource(strings = {
            "Treatment with ramipril is planned.", "We plan to start ramipril in May.", "Ramipril was considered but not given.", "She refused ramipril.", "Ramipril was prescribed, but she never took it.",
            "She had taken ramipril ten years ago.", "She had a history of rash from ramipril."})
    void whatIsOnlyPlannedOrPastIsNoDrugOfTheCase(String told) {
        PatientFacts facts = InventedText.caseOf("Metoprolol caused a rash in a 60-year-old woman. She was treated with prednisolone. " + told);

        assertThat(names(facts.treatments())).containsExactly("prednisolone");
        assertThat(facts.concomitants()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"She also takes ramipril 5 mg once daily.", "The patient injects ramipril every evening.", "She still takes ramipril."})
    void whatThePatientTakesTodayIsTakenBesides(String told) {
        assertThat(names(InventedText.caseOf("Metoprolol caused a rash in a 60-year-old woman. " + told).concomitants())).containsExactly("ramipril");
    }

    @ParameterizedTest
    @ValueSource(strings = {"The spots faded with nothing but chlorphenamine syrup.", "Chlorphenamine 4 mg for five days."})
    void whatIsNamedBehindTheHarmIsGivenAgainstIt(String told) {
        assertThat(names(InventedText.caseOf("Metoprolol caused a rash in a 60-year-old woman. " + told).treatments())).containsExactly("chlorphenamine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Metoprolol was exchanged for ramipril.", "Metoprolol was stopped, and ramipril was put in its place.", "In future she should have ramipril.", "Ramipril would not have helped."})
    void whatComesInsteadOrIsOnlyTalkedOfIsNeither(String told) {
        PatientFacts facts = InventedText.caseOf("Metoprolol caused a rash in a 60-year-old woman. " + told);

        assertThat(names(facts.treatments())).isEmpty();
        assertThat(names(facts.concomitants())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Her ramipril was carried on throughout.", "Her other medicine is ramipril.", "Ramipril was not interrupted.", "Hypertension is treated with ramipril."})
    void whatWentOnIsTakenBesides(String told) {
        assertThat(names(InventedText.caseOf("Metoprolol caused a rash in a 60-year-old woman. " + told).concomitants())).containsExactly("ramipril");
    }

    @Test
    void whatWasPlannedAndGivenIsGiven() {
        assertThat(names(InventedText.caseOf("Metoprolol caused a rash in a 60-year-old woman. Prednisolone was planned for May. In June she was given prednisolone.").treatments())).containsExactly("prednisolone");
    }

    @Test
    void whatThePatientWasPrescribedIsTakenBesides() {
        PatientFacts facts = InventedText.caseOf("A woman who was prescribed ramipril and lorazepam was found with a rash. The rash was caused by metoprolol. She was treated with prednisolone.");

        assertThat(names(facts.concomitants())).containsExactlyInAnyOrder("ramipril", "lorazepam");
        assertThat(names(facts.treatments())).containsExactly("prednisolone");
    }

    @Test
    void whatIsTakenAllAlongIsTakenBesidesAlsoWhereItIsToldLast() {
        PatientFacts facts = InventedText.caseOf("A 60-year-old woman developed a rash from metoprolol. She was followed by a psychiatrist, taking lorazepam and ramipril. Intramuscular iron was given.");

        assertThat(names(facts.concomitants())).containsExactlyInAnyOrder("lorazepam", "ramipril");
        assertThat(names(facts.treatments())).containsExactly("iron");
    }

    @Test
    void howLongADrugWasGivenForIsNotWhatFor() {
        PatientFacts facts = InventedText.caseOf("We report a 60-year-old woman who developed rashes after the ingestion of metoprolol. She took the prescribed regimen for 14 days. She was admitted and treated with prednisolone 32 mg/day for the first 3 days and after that 16 mg for the next 3 days. The rashes resolved after 6 days.");

        assertThat(names(facts.treatments())).containsExactly("prednisolone");
    }

    @Test
    void theClassOfTheBlamedDrugIsNoDrugOfItsOwn() {
        PatientFacts facts = InventedText.caseOf("A 60-year-old woman developed a rash from metoprolol. The record showed that the beta blocker was stopped. She was given prednisolone.");

        assertThat(names(facts.treatments())).containsExactly("prednisolone");
        assertThat(facts.concomitants()).isEmpty();
    }

    @Test
    void aBlamedRegimenIsOneEntryWithItsMembers() {
        PatientFacts facts = InventedText.caseOf("A 61-year-old man received FOLFOX for colon cancer. FOLFOX caused neutropenia.");

        assertThat(names(facts.suspects())).containsExactly("folfox");
        assertThat(substance(facts.suspects().getFirst())).isEqualTo("oxaliplatin, fluorouracil, leucovorin");
    }

    @Test
    void membersThatTheTextNamesTakeTheRegimensPlace() {
        PatientFacts facts = InventedText.caseOf("A 61-year-old man received FOLFOX (oxaliplatin 85 mg/m2 and 5-FU 400 mg/m2) for colon cancer. FOLFOX caused neutropenia.");

        assertThat(names(facts.suspects())).containsExactlyInAnyOrder("oxaliplatin", "5-fu");
    }

    @Test
    void besideABlamedMemberTheRegimenStandsForTheOthers() {
        PatientFacts facts = InventedText.caseOf("A 61-year-old man received FOLFOX for colon cancer. Oxaliplatin caused neuropathy.");

        assertThat(names(facts.suspects())).containsExactly("oxaliplatin");
        assertThat(names(facts.concomitants())).containsExactly("folfox");
        assertThat(substance(facts.concomitants().getFirst())).isEqualTo("fluorouracil, leucovorin");
    }

    private static List<String> names(List<DrugFacts> drugs) {
        return drugs.stream().map(drug -> drug.name().value().toLowerCase(Locale.ROOT)).toList();
    }

    private static @Nullable String substance(DrugFacts drug) {
        Fact substance = drug.details().get("substance");
        return substance == null ? null : substance.value();
    }
}
