package casewright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// What a text says it does not know keeps the words that say so.
class UnansweredReaderTest {

    private static final String CASE = "A 54-year-old man took metoprolol. Metoprolol caused angioedema. ";

    private static Map<String, String> said(String text) {
        return InventedText.facts(text).unanswered().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> one.getValue().reason() + ": " + one.getValue().quote().text()));
    }

    @Test
    void whatIsNotKnownIsUnknown() {
        assertThat(said(CASE + "Metoprolol had been prescribed for an unknown indication.")).containsEntry("suspectDrugs[0].indication", "UNK: unknown indication");
        assertThat(said(CASE + "The route of administration was not known.")).containsEntry("suspectDrugs[0].route", "UNK: route of administration was not known");
        assertThat(said(CASE + "His past medical history is unknown.")).containsEntry("patient.statedNone", "UNK: medical history is unknown");
        assertThat(said("A patient of unknown sex took metoprolol. Metoprolol caused angioedema.")).containsEntry("patient.sex", "UNK: unknown sex");
    }

    @Test
    void whatWasAskedInVainIsAsked() {
        assertThat(said(CASE + "The patient could not recall when he started metoprolol.")).containsEntry("suspectDrugs[0].start", "ASKU: could not recall when he started");
        assertThat(said(CASE + "When asked, the reporter did not know the indication.")).containsEntry("suspectDrugs[0].indication", "ASKU: did not know the indication");
        assertThat(said(CASE + "He was unable to say when the angioedema began.")).containsEntry("reactions[0].onset", "ASKU: was unable to say when the angioedema began");
        assertThat(said(CASE + "The physician was not asked about the dosage form.")).containsEntry("suspectDrugs[0].form", "NASK: not asked about the dosage form");
    }

    @Test
    void theReasonGoesToTheDrugThatItIsSaidOf() {
        String text = "A 54-year-old man took metoprolol for hypertension. He also took amlodipine for an unknown indication. Metoprolol caused angioedema.";

        assertThat(said(text)).containsOnlyKeys("concomitantDrugs[0].indication");
    }

    @Test
    void whatIsUnknownOfSomethingElseIsNoReason() {
        assertThat(said(CASE + "His medical history included anaemia of unknown cause. The formulation caused a rash for unknown reasons. His family history was unknown. The mechanism is unknown.")).isEmpty();
        assertThat(said(CASE + "He did not know that the route to the clinic was closed, and the indication was hypertension.")).isEmpty();
    }

    @Test
    void whetherAnAutopsyWasDoneIsNotKnown() {
        String text = CASE + "The patient died of angioedema. It is unknown whether an autopsy was performed.";

        assertThat(InventedText.facts(text).patient()).doesNotContainKey("autopsy");
        assertThat(said(text)).containsEntry("patient.autopsy", "UNK: unknown whether an autopsy");
    }

    @Test
    void aBoxOfAFormIsAQuestion() {
        Map<String, String> said = said("""
                Patient initials: withheld
                Sex: UNK
                Age: 54 years
                Suspect drug: Nevrilan
                Route: Unknown
                Indication: not asked
                Start date: unknown
                Reaction: rash
                Onset date: not known
                Medical history: Unknown
                Reporter qualification: Unknown
                """);

        assertThat(said).containsEntry("patient.initials", "MSK: Patient initials: withheld").containsEntry("patient.sex", "UNK: Sex: UNK").containsEntry("suspectDrugs[0].route", "UNK: Route: Unknown")
                .containsEntry("suspectDrugs[0].indication", "NASK: Indication: not asked").containsEntry("suspectDrugs[0].start", "ASKU: Start date: unknown")
                .containsEntry("reactions[0].onset", "ASKU: Onset date: not known").containsEntry("patient.statedNone", "UNK: Medical history: Unknown").containsEntry("reporter.qualification", "UNK: Reporter qualification: Unknown");
    }

    @Test
    void aShortAnswerIsNotTakenForNone() {
        PatientFacts facts = InventedText.facts("Patient initials: MSK\nSex: male\nSuspect drug: Nevrilan\nReaction: rash\nReporter country: UK\n");

        assertThat(facts.unanswered()).isEmpty();
        assertThat(facts.reporter().get("country")).isNotNull().extracting(Fact::code).isEqualTo("GB");
        assertThat(facts.patient().get("initials")).isNotNull().extracting(Fact::value).isEqualTo("MSK");
    }

    @Test
    void aKeptReadingStillKnowsIt() {
        JsonMapper json = JsonMapper.builder().build();
        PatientFacts facts = InventedText.facts(CASE + "The route of administration was not known.");

        assertThat(json.readValue(json.writeValueAsString(facts), PatientFacts.class)).isEqualTo(facts);
    }

    @Test
    void theDayOfATestIsSaidNotToBeKnown() {
        assertThat(said("A 54-year-old man took metoprolol. Metoprolol caused hepatitis. On an unknown date, his ALT was 890 U/L.")).containsEntry("keyTests[0].when", "UNK: On an unknown date");
    }
}
