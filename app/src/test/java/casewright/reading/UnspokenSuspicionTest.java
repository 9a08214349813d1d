package casewright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import casewright.extraction.DocumentText;
import casewright.extraction.Page;
import casewright.llm.ScriptedModel;
import casewright.reading.terms.Vocabulary;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Invented cases in which no sentence blames the drug in words. The scripted model calls every drug blamed that it is asked about, but names none by itself.
class UnspokenSuspicionTest {

    private static final Vocabulary VOCABULARY = new Vocabulary("", Path.of("target/no-vocabulary"));

    @ParameterizedTest
    @ValueSource(strings = {
            "A 21-year-old man was admitted with severe chest pain. Three days before, he had received the first dose of the COVID-19 vaccine.",
            "A 44-year-old woman had been given an influenza vaccine 10 days earlier. She developed weakness of the legs."})
    void aVaccinationToldWithItsDistanceIsSuspected(String text) {
        assertThat(read(text).triage().verdict()).isEqualTo(Triage.Verdict.CASE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"A 21-year-old man was admitted with severe chest pain. He had received all vaccines in childhood.", "A 44-year-old woman was admitted with weakness of the legs. She had not received an influenza vaccine in the 3 weeks before."})
    void anOldOrMissingVaccinationIsNot(String text) {
        assertThat(read(text).triage().verdict()).isNotEqualTo(Triage.Verdict.CASE);
    }

    @Test
    void aVaccineKeepsItsWholeNameAndIsForNothingOfTheHistory() {
        PatientFacts facts = caseOf("A 21-year-old man with asthma received the COVID-19 Janssen vaccine 4 days before he developed chest pain.");

        assertThat(facts.suspects().getFirst().name().value()).isEqualTo("COVID-19 Janssen vaccine");
        assertThat(facts.suspects().getFirst().details()).doesNotContainKey("indication");
    }

    @Test
    void theVaccineIsSuspectedAndNotWhatWasTakenBesides() {
        assertThat(caseOf("A 40-year-old woman was admitted with chest pain. She was on metoprolol and received a COVID-19 vaccine 5 days before admission.").suspects()).extracting(drug -> drug.name().value()).containsExactly("COVID-19 vaccine");
    }

    @Test
    void theNameOfTheEventSaysThatTheMedicineOfTheNearestSentenceDidIt() {
        PatientFacts facts = caseOf("A 52-year-old man took simvastatin. It was replaced with metoprolol two years ago. He was admitted with muscle rigidity and fever, and NMS was diagnosed.");

        assertThat(facts.suspects()).extracting(drug -> drug.name().value()).containsExactly("metoprolol");
        assertThat(facts.reactions()).extracting(reaction -> reaction.term().value()).contains("NMS");
    }

    @Test
    void aPositiveSkinTestBlamesForWhatWasToldBefore() {
        PatientFacts facts = caseOf("A 68-year-old man received metoprolol before surgery. Shortly after, the systolic blood pressure (SBP) dropped to 40 mm Hg. Intradermal skin tests showed he was positive for metoprolol.");

        assertThat(facts.suspects()).extracting(drug -> drug.name().value()).containsExactly("metoprolol");
        assertThat(facts.reactions()).extracting(reaction -> reaction.term().value()).containsExactly("systolic blood pressure (SBP) dropped");
    }

    @Test
    void aLowerLevelOfTheDrugAndGettingBetterMakesASuspicion() {
        assertThat(caseOf("A 56-year-old woman took metoprolol. She developed haemolytic anaemia. The anaemia improved by a decrease of the metoprolol trough level alone.").suspects()).hasSize(1);
    }

    @Test
    void allThatBeganAfterTheDrugIsBlamedOnIt() {
        PatientFacts facts = caseOf("Three minutes after metoprolol administration to a 34-year-old woman, hypotension and tachycardia developed. These adverse drug reactions were treated with ephedrine.", "{\"adverse\":true,\"drugs\":[\"metoprolol\"],\"effects\":[\"hypotension\",\"tachycardia\"]}");

        assertThat(facts.reactions()).extracting(reaction -> reaction.term().value()).contains("hypotension", "tachycardia");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"He took fifteen tablets of metoprolol at once.|overdose", "He took metoprolol as a means to get high.|misuse or abuse"})
    void countedTabletsAndGettingHighAreSpecialSituations(String text, String situation) {
        Triage triage = read("A 25-year-old man was seen. " + text).triage();

        assertThat(triage.verdict()).isEqualTo(Triage.Verdict.SPECIAL_SITUATION);
        assertThat(triage.reason()).contains(situation);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "A 35-year-old man presented with blurred vision. A week before presentation, he had been started on metoprolol. He wears glasses.",
            "A 23-year-old woman presented with palpitations. The night before presentation, her dose of metoprolol was increased.",
            "Metoprolol 50 mg a day was started in a 64-year-old man. On the third day of treatment he had three convulsions.",
            "A 23-year-old woman had begun taking metoprolol. A medication-induced pancreatitis was most likely."})
    void aMedicineStartedShortlyBeforeIsSuspected(String text) {
        assertThat(caseOf(text).suspects()).extracting(drug -> drug.name().value().toLowerCase()).containsExactly("metoprolol");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "A 35-year-old man presented with cough. Three days before presentation, he had been started on metoprolol without improvement.",
            "A 35-year-old man presented with cough. Three days before presentation, he had been started on amoxicillin.",
            "A 35-year-old man presented with headache. The headache had started three days earlier and he took metoprolol.",
            "A 35-year-old man presented with a broken leg. Medication allergies included metoprolol, which caused tinnitus."})
    void whatWasTriedInVainOrIsKnownFromBeforeIsNot(String text) {
        assertThat(read(text).triage().verdict()).isNotEqualTo(Triage.Verdict.CASE);
    }

    @Test
    void whatWasDeniedBeforeIsNotOlderThanTheMedicine() {
        assertThat(caseOf("A 64-year-old man had no history of convulsions. Metoprolol was started. Two days later he developed convulsions.").suspects()).hasSize(1);
    }

    @Test
    void thatAMeasuredValueFellStopsNoMedicine() {
        Reading reading = read("A 77-year-old man took metoprolol. He had conjunctivitis. On metoprolol the intraocular pressure had decreased to 12 mmHg. The conjunctivitis resolved.");

        assertThat(reading.triage().verdict()).isNotEqualTo(Triage.Verdict.CASE);
    }

    @Test
    void theRemedyOfAReactionThatOnlyAMedicineMakesIsNotSuspected() {
        PatientFacts facts = caseOf("Metoprolol caused dystonia in a 30-year-old man. He was given ramipril. The acute dystonic reaction subsided within minutes.");

        assertThat(facts.suspects()).extracting(drug -> drug.name().value()).containsExactly("Metoprolol");
    }

    @Test
    void thatTheDiseaseRelapsedIsNoRechallenge() {
        PatientFacts facts = caseOf("Metoprolol caused hepatitis in a 60-year-old woman. Metoprolol was discontinued. Later she received metoprolol as her migraine had relapsed.");

        assertThat(facts.suspects().getFirst().details().get("rechallenge")).isNotNull().extracting(Fact::value).isNotEqualTo("positive");
    }

    @Test
    void toleratedButWithMakesItsSideEffects() {
        PatientFacts facts = caseOf("A 14-month-old boy received metoprolol. He tolerated the therapy, but with severe pancytopenia.");

        assertThat(facts.reactions()).extracting(reaction -> reaction.term().value()).containsExactly("pancytopenia");
        assertThat(caseOf("A 50-year-old woman had previously tolerated ramipril but developed angioedema because of metoprolol.").suspects()).extracting(drug -> drug.name().value()).containsExactly("metoprolol");
    }

    @ParameterizedTest
    @ValueSource(strings = {"She had been taking 10 mg tablets of metoprolol.", "She took 14 tablets of metoprolol over two weeks.", "She took metoprolol to get high blood pressure under control."})
    void strengthsAndCoursesAreNoOverdose(String text) {
        assertThat(read("A 25-year-old woman was seen. " + text).triage().verdict()).isEqualTo(Triage.Verdict.NEITHER);
    }

    @Test
    void enzymesAreNoTreatment() {
        PatientFacts facts = caseOf("Metoprolol caused hepatitis (aspartate aminotransferase 43U/L, alanine aminotransferase 104U/L, alkaline phosphatase 634U/L) in a 60-year-old woman. Metoprolol was stopped.");

        assertThat(facts.treatments()).isEmpty();
        assertThat(facts.concomitants()).isEmpty();
    }

    @Test
    void givenAgainAfterTheStopAndRecurredIsARechallenge() {
        PatientFacts facts = caseOf("Metoprolol caused hepatitis in a 60-year-old woman. Metoprolol was discontinued. After surgery she received metoprolol, but the hepatitis recurred.");

        assertThat(facts.suspects().getFirst().details().get("rechallenge")).isNotNull().extracting(Fact::value).isEqualTo("positive");
    }

    @Test
    void whatWasGivenInOneListWithTheSuspectIsTakenBesides() {
        PatientFacts facts = caseOf("Metoprolol caused tremor in a 45-year-old woman. The woman received metoprolol, ramipril, simvastatin and lisinopril.");

        assertThat(facts.concomitants()).extracting(drug -> drug.name().value()).containsExactly("ramipril", "simvastatin", "lisinopril");
    }

    @Test
    void weeksOfGestationSayNothingOfTheInfantsSex() {
        assertThat(caseOf("A male infant born at 32 weeks' gestation was given metoprolol. Metoprolol caused a rash.").patient().get("sex")).isNotNull().extracting(Fact::value).isEqualTo("male");
    }

    private static PatientFacts caseOf(String text) {
        return caseOf(text, "{\"adverse\":false,\"drugs\":[],\"effects\":[]}");
    }

    private static PatientFacts caseOf(String text, String answer) {
        Reading reading = read(text, answer);
        assertThat(reading.triage().verdict()).as(text).isEqualTo(Triage.Verdict.CASE);
        return reading.patients().getFirst();
    }

    private static Reading read(String text) {
        return read(text, "{\"adverse\":false,\"drugs\":[],\"effects\":[]}");
    }

    private static Reading read(String text, String answer) {
        CaseReader reader = CaseReader.asking(new ScriptedModel(answer), VOCABULARY, Clock.systemUTC());
        return reader.read(List.of(new DocumentText("test", List.of(Page.ofPlainText(1, text)), List.of())), new ArrayList<>(), _ -> {
        });
    }
}
