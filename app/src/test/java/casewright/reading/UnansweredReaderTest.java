package casewright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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

    /// E2B(R3) E.i.7 and G.k.8 have codes of their own for it.
    private static String outcome(String text) {
        return InventedText.facts(text).reactions().stream().map(reaction -> said(reaction.term(), reaction.details().get("outcome"))).collect(Collectors.joining("; "));
    }

    private static String action(String text) {
        return InventedText.facts(text).suspects().stream().map(drug -> said(drug.name(), drug.details().get("actionTaken")).toLowerCase(Locale.ROOT)).collect(Collectors.joining("; "));
    }

    private static String said(Fact name, @Nullable Fact fact) {
        return name.value() + (fact == null ? "" : " " + fact.code() + " " + fact.value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"The outcome of the event was unknown at the time of this report.", "Outcome unknown.", "The outcome of angioedema is not known.", "At the time of reporting, the outcome of the event was not reported.",
            "It is unknown whether the patient recovered.", "The reporter did not know whether the angioedema had resolved.", "The patient's outcome was unknown."})
    void anUnknownOutcomeIsItsCode(String sentence) {
        assertThat(outcome(CASE + sentence)).isEqualTo("angioedema 0 unknown");
        assertThat(InventedText.facts(CASE + sentence).unanswered()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"The long-term outcome is unknown.", "The outcome of the lawsuit is unknown.", "The outcome of the pregnancy was not reported.", "The date of the outcome is unknown.", "The angioedema resolved. The outcome of the event was unknown at the time of the first report."})
    void anOutcomeOfSomethingElseOrAToldOneIsNot(String sentence) {
        assertThat(outcome(CASE + sentence)).doesNotContain("0 unknown");
    }

    @Test
    void anUnknownOutcomeGoesToTheReactionItIsSaidOf() {
        String two = "A 54-year-old man took metoprolol. Metoprolol caused angioedema and urticaria. ";

        assertThat(outcome(two + "The angioedema resolved within two days. The outcome of the urticaria was unknown.")).isEqualTo("angioedema 1 recovered; urticaria 0 unknown");
        assertThat(outcome(two + "The outcome of the events was unknown.")).isEqualTo("angioedema 0 unknown; urticaria 0 unknown");
    }

    @ParameterizedTest
    @ValueSource(strings = {"The action taken with metoprolol was unknown.", "Action taken with metoprolol in response to the event: not reported.", "It was unknown whether metoprolol was stopped.", "It is not known what action was taken with the drug."})
    void anUnknownActionIsItsCode(String sentence) {
        assertThat(action(CASE + sentence)).isEqualTo("metoprolol 0 unknown");
    }

    @Test
    void anActionThatDoesNotApplyIsItsCode() {
        assertThat(action(CASE + "The action taken with metoprolol was not applicable.")).isEqualTo("metoprolol 9 not applicable");
    }

    @ParameterizedTest
    @CsvSource({"unknown, 0 unknown", "UNK, 0 unknown", "Not known, 0 unknown", "not reported, 0 unknown", "Unknown at the time of this report, 0 unknown", "not asked, 0 unknown", "not applicable, 9 not applicable", "N/A, 9 not applicable"})
    void aBoxOfTheActionHoldsItsCode(String written, String code) {
        PatientFacts facts = InventedText.facts("Age: 54 years\nSex: male\nSuspect drug: Nevrilan\nAction taken: " + written + "\nReaction: rash\nReporter country: UK\n");

        assertThat(said(facts.suspects().getFirst().name(), facts.suspects().getFirst().details().get("actionTaken"))).isEqualTo("Nevrilan " + code);
        assertThat(facts.suspects().getFirst().details().get("actionTaken")).isNotNull().extracting(fact -> fact.quotes().getFirst().text()).isEqualTo("Action taken: " + written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Outcome: unknown", "Recovered: U", "RECOVD: U", "Outcome of reaction: Not known", "Outcome: not reported", "Patient recovered: unknown"})
    void aBoxOfTheOutcomeHoldsItsCode(String box) {
        String form = "Age: 54 years\nSex: male\nVaccine name: Fluvant\nEvent description: rash and fever\n" + box + "\n";

        assertThat(outcome(form)).isEqualTo("rash 0 unknown; fever 0 unknown");
        assertThat(action(form)).as("a vaccination is over").isEqualTo("fluvant 9 not applicable");
    }

    @Test
    void anOutcomeThatDoesNotApplyHasNoCode() {
        assertThat(outcome("Age: 54 years\nSex: male\nSuspect drug: Nevrilan\nReaction: rash\nOutcome: not applicable\nDechallenge: unknown\n")).isEqualTo("rash");
        assertThat(action("Age: 54 years\nSex: male\nSuspect drug: Nevrilan\nReaction: rash\nOutcome: not applicable\nDechallenge: unknown\n")).isEqualTo("nevrilan");
    }

    @Test
    void aBoxThatDoesNotKnowGivesWayToTheDescription() {
        assertThat(outcome("Age: 54 years\nSex: male\nSuspect drug: Nevrilan\nEvent description: On day 2 the patient developed a rash which resolved after two days.\nOutcome: unknown\n")).isEqualTo("rash 1 recovered");
    }
}
