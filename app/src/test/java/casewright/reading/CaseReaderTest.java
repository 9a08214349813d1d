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
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whole invented texts, read with a model that sees no adverse event in any sentence and calls every drug blamed that it is asked about: what code and
/// rules find.
class CaseReaderTest {

    private static final Vocabulary VOCABULARY = new Vocabulary("", Path.of("target/no-vocabulary"));

    @Test
    void whatBefellBetweenStartAndStopIsBlamedOnTheDrugThatWasStopped() {
        PatientFacts facts = caseOf("""
                A 40-year-old woman was started on metoprolol for hypertension. Ten days later a rash was noted. On day 12 she developed fever. Metoprolol was stopped. \
                Both had resolved within a week.""");

        assertThat(names(facts.suspects())).containsExactly("metoprolol");
        assertThat(facts.reactions()).extracting(reaction -> reaction.term().value()).contains("rash", "fever");
        assertThat(facts.suspects().getFirst().details().get("dechallenge")).isNotNull().extracting(Fact::value).isEqualTo("positive");
    }

    @Test
    void aBlamedClassBecomesTheDrugsInBracketsBehindIt() {
        PatientFacts facts = caseOf("""
                A 60-year-old man received chemotherapy (docetaxel 75 mg/m2, cisplatin 75 mg/m2) for lung cancer. The chemotherapy caused severe neutropenia.""");

        assertThat(names(facts.suspects())).containsExactlyInAnyOrder("docetaxel", "cisplatin");
        assertThat(facts.suspects()).allSatisfy(drug -> assertThat(drug.details().get("dose")).isNotNull().extracting(Fact::value).isEqualTo("75 mg/m2"));
    }

    @Test
    void aDiagnosisHoldsItsSigns() {
        PatientFacts facts = caseOf("A 50-year-old man took simvastatin. Simvastatin caused rhabdomyolysis with myalgia. Simvastatin was stopped and the myalgia resolved.");

        assertThat(facts.reactions()).extracting(reaction -> reaction.term().value()).containsExactly("rhabdomyolysis");
    }

    @Test
    void theNameOfASyndromeIsNoDrug() {
        PatientFacts facts = caseOf("A 30-year-old man took metoprolol. Metoprolol caused serotonin syndrome. It was stopped, and he recovered.");

        assertThat(names(facts.suspects())).containsExactly("metoprolol");
        assertThat(facts.concomitants()).isEmpty();
    }

    @Test
    void whatWasTakenBeforeStandsBesidesAndWhatWasGivenAgainstItIsTreatment() {
        PatientFacts facts = caseOf("""
                A 57-year-old man came with swelling of the tongue. His medications included simvastatin and lisinopril. Lisinopril-induced angioedema was diagnosed. \
                Lisinopril was stopped and he was treated with prednisolone 50 mg. The angioedema resolved. He was discharged on amlodipine.""");

        assertThat(names(facts.suspects())).containsExactly("lisinopril");
        assertThat(names(facts.concomitants())).containsExactly("simvastatin");
        assertThat(names(facts.treatments())).containsExactly("prednisolone");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "Her hypertension was initially treated with metoprolol at diagnosis, but for the past ten years she took lisinopril daily.",
            "Lisinopril was started in 2010 because of an inadequate response to metoprolol."})
    void whatWasGivenUpBeforeTheSuspectIsNeitherTakenBesidesNorTreatment(String told) {
        PatientFacts facts = caseOf("A 45-year-old woman had hypertension. " + told + " Lisinopril caused angioedema. It was stopped and she recovered.");

        assertThat(names(facts.suspects())).containsExactly("lisinopril");
        assertThat(names(facts.concomitants())).isEmpty();
        assertThat(names(facts.treatments())).isEmpty();
    }

    @Test
    void drugsThatWereStoppedTogetherAreAllWithdrawn() {
        PatientFacts facts = caseOf("""
                A 51-year-old man took metoprolol and simvastatin, following which he developed a rash. All these medications were withdrawn. \
                The rash resolved within a week.""");

        assertThat(names(facts.suspects())).containsExactlyInAnyOrder("metoprolol", "simvastatin");
        assertThat(facts.suspects()).allSatisfy(drug -> {
            assertThat(drug.details().get("actionTaken")).isNotNull().extracting(Fact::value).isEqualTo("withdrawn");
            assertThat(drug.details().get("dechallenge")).isNotNull().extracting(Fact::value).isEqualTo("positive");
        });
    }

    @Test
    void whatHelpedIsNoSuspect() {
        PatientFacts facts = caseOf("""
                A 60-year-old man took metoprolol. On the next day he developed a rash, which was attributed to metoprolol. The rash improved with prednisolone therapy.""");

        assertThat(names(facts.suspects())).containsExactly("metoprolol");
        assertThat(names(facts.treatments())).containsExactly("prednisolone");
    }

    @Test
    void aNameThatNoListKnowsIsBlamedWhereTheWordsSayThatAMedicineDidIt() {
        PatientFacts facts = caseOf("A 47-year-old woman had drunk a herbal tea. A drug-induced liver injury secondary to zylorant tea was diagnosed. She recovered.");

        assertThat(names(facts.suspects())).containsExactly("zylorant");
        assertThat(facts.reactions()).extracting(reaction -> reaction.term().value()).containsExactly("drug-induced liver injury");
    }

    @Test
    void aSentenceThatSumsTheCaseUpStatesItsSequence() {
        PatientFacts facts = caseOf("We present a 70-year-old man developing severe thrombocytopenia within days of receiving metoprolol. His platelets were 12 x 10^9/L.");

        assertThat(names(facts.suspects())).containsExactly("metoprolol");
    }

    @Test
    void anAllergyIsHistoryAndNoDrugTaken() {
        PatientFacts facts = caseOf("A 45-year-old woman with a penicillin allergy took lisinopril. Lisinopril caused angioedema.");

        assertThat(facts.history()).extracting(one -> one.name().value()).contains("penicillin allergy");
        assertThat(names(facts.concomitants())).isEmpty();
    }

    @Test
    void aPositiveChallengeTestIsARechallenge() {
        PatientFacts facts = caseOf("""
                A 9-year-old boy developed a rash after taking ibuprofen. Ibuprofen was stopped and the rash resolved. \
                That ibuprofen was the cause was confirmed by an oral challenge test two months later.""");

        assertThat(facts.suspects().getFirst().details().get("rechallenge")).isNotNull().extracting(Fact::value).isEqualTo("positive");
    }

    @Test
    void whatThePatientCameWithIsNotBlamedOnWhatWasGivenThen() {
        PatientFacts facts = caseOf("""
                A 73-year-old man came with fever and a liver abscess. He was treated with metoprolol. One month later he developed ataxia, \
                and metoprolol-induced ataxia was suspected. Metoprolol was stopped and all symptoms resolved.""");

        assertThat(facts.reactions()).extracting(reaction -> reaction.term().value()).containsExactly("ataxia");
    }

    @Test
    void generalTalkOfADrugAddsNoReactionOfThePatient() {
        PatientFacts facts = caseOf("A 40-year-old man took metoprolol. Metoprolol caused a rash. Hepatitis caused by metoprolol is a rare event and should be considered early.");

        assertThat(facts.reactions()).extracting(reaction -> reaction.term().value()).containsExactly("rash");
    }

    @Test
    void aReactionThatDeclinesAfterTheStopIsBlamed() {
        PatientFacts facts = caseOf("A 58-year-old woman was operated on. After prophylactic metoprolol was discontinued on day 5, the fever began to decline and returned to normal.");

        assertThat(names(facts.suspects())).containsExactly("metoprolol");
        assertThat(facts.reactions()).extracting(reaction -> reaction.term().value()).containsExactly("fever");
    }

    @Test
    void theSaltBelongsToTheNameBeforeIt() {
        PatientFacts facts = caseOf("A 58-year-old woman took metoprolol oxalate 10 mg daily. Metoprolol caused a rash.");

        assertThat(facts.suspects().getFirst().details().get("dose")).isNotNull().extracting(Fact::value).isEqualTo("10 mg daily");
        assertThat(names(facts.concomitants())).isEmpty();
    }

    @Test
    void whatWasGivenInsteadOfTheSuspectIsNoTreatment() {
        PatientFacts facts = caseOf("A 45-year-old man took lisinopril. Lisinopril caused a rash. It was stopped and the doctors administered metoprolol instead of lisinopril.");

        assertThat(names(facts.treatments())).isEmpty();
    }

    @Test
    void otherDrugsInTheSentenceTakeNoBlameAway() {
        PatientFacts facts = caseOf("A 50-year-old woman took metoprolol. Several other drugs were continued, and the rash was attributed to metoprolol.");

        assertThat(names(facts.suspects())).containsExactly("metoprolol");
    }

    @Test
    void aDiagnosisOfTheFamilyIsNotCitedForTheReaction() {
        PatientFacts facts = caseOf("Her mother had hepatitis. A 50-year-old woman took simvastatin. Simvastatin caused jaundice. Simvastatin-induced hepatitis was diagnosed.");

        assertThat(facts.reactions().getFirst().term().quotes().getFirst().start()).isGreaterThan(25);
    }

    @Test
    void aRemarkOnWhatDrugsCanDoIsNoCase() {
        Reading reading = read("A 40-year-old man was admitted with pneumonia and was given amoxicillin. He recovered. Many drugs including metoprolol can cause hepatitis.", "{\"adverse\":false,\"drugs\":[],\"effects\":[]}");

        assertThat(reading.triage().verdict()).isEqualTo(Triage.Verdict.NEITHER);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "A 70-year-old man had his gall bladder removed. He received cefazolin before the operation. On day 3 a wound infection developed and was drained.",
            "A 30-year-old woman with asthma was treated with prednisolone. She tolerated it well and no side effects were seen.",
            "A boy of 9 years was given ibuprofen for his fever, which went down."})
    void neitherComplicationsNorCuresAreReactions(String text) {
        assertThat(read(text, "{\"adverse\":false,\"drugs\":[],\"effects\":[]}").triage().verdict()).isEqualTo(Triage.Verdict.NEITHER);
    }

    @Test
    void aDiagnosisToldLaterTakesThePlaceOfItsSigns() {
        PatientFacts facts = caseOf("""
                A 37-year-old man was started on metoprolol. Five days later he developed fever and confusion. Metoprolol was stopped. He was diagnosed with neuroleptic malignant syndrome. \
                Dantrolene was given, and the syndrome resolved.""");

        assertThat(facts.reactions()).extracting(reaction -> reaction.term().value()).containsExactly("neuroleptic malignant syndrome");
        assertThat(facts.reactions().getFirst().details().get("onset")).isNotNull().extracting(Fact::value).isEqualTo("Five days later");
    }

    @Test
    void generalWordsBeforeTheCaseAndLessonsBehindItAreNotOfThePatient() {
        PatientFacts facts = caseOf("""
                Hypersensitivity syndrome is rare. Antibiotics and allopurinol are its commonest causes. We report a 72-year-old woman who developed a rash after four weeks of treatment with metoprolol. \
                Discontinuation of the offending drug led to resolution of the rash. Clinicians should know that simvastatin can cause hepatitis.""");

        assertThat(names(facts.suspects())).containsExactly("metoprolol");
        assertThat(facts.suspects().getFirst().details().get("actionTaken")).isNotNull().extracting(Fact::value).isEqualTo("withdrawn");
        assertThat(facts.reactions()).extracting(reaction -> reaction.term().value()).containsExactly("rash");
    }

    @Test
    void whatIsGivenAgainstABlamedReactionIsNotBlamed() {
        PatientFacts facts = caseOf("A 42-year-old man took cotrimoxazole. He was treated with immunoglobulin and prednisone for cotrimoxazole-induced thrombocytopenia.");

        assertThat(names(facts.suspects())).containsExactly("cotrimoxazole");
    }

    @Test
    void anOverdoseHoldsTheEffectsToldAroundIt() {
        PatientFacts facts = caseOf("An 18-year-old man was brought in by his friend. He was agitated. He had taken an overdose of his aunt's metoprolol. Bloods showed acute kidney injury. Serotonin syndrome was diagnosed.");

        assertThat(names(facts.suspects())).containsExactly("metoprolol");
        assertThat(facts.reactions()).extracting(reaction -> reaction.term().value()).anyMatch(term -> term.startsWith("overdose")).contains("Serotonin syndrome", "acute kidney injury");
    }

    @Test
    void aNameInFullGoesBeforeItsShortForm() {
        assertThat(names(caseOf("An 80-year-old woman took methimazole (MMI). A diagnosis of pancreatitis secondary to MMI use was made.").suspects())).containsExactly("methimazole");
    }

    @Test
    void whatACultureShowsAndIsTreatedIsNoReaction() {
        Reading reading = read("Culture of the aspirate revealed mycobacterium tuberculosis resistant to isoniazid. Isoniazid and rifampicin were discontinued. The swelling resolved.", "{\"adverse\":false,\"drugs\":[],\"effects\":[]}");

        assertThat(reading.triage().verdict()).isNotEqualTo(Triage.Verdict.CASE);
    }

    private static List<String> names(List<DrugFacts> drugs) {
        return drugs.stream().map(drug -> drug.name().value().toLowerCase()).toList();
    }

    private static PatientFacts caseOf(String text) {
        Reading reading = read(text, "{\"adverse\":false,\"drugs\":[],\"effects\":[]}");
        assertThat(reading.triage().verdict()).isEqualTo(Triage.Verdict.CASE);
        return reading.patients().getFirst();
    }

    private static Reading read(String text, String answer) {
        CaseReader reader = CaseReader.asking(new ScriptedModel(answer), VOCABULARY, Clock.systemUTC());
        return reader.read(List.of(new DocumentText("test", List.of(Page.ofPlainText(1, text)), List.of())), new ArrayList<>(), _ -> {
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"A 54-year-old woman developed hives after receiving penicillin V 500 mg orally for tonsillitis in Germany. She was hospitalized on 3 May 2021. Penicillin was stopped and the hives resolved within two days.",
            "I took ibuprofen 400 mg on May 5, 2021 for headache. After 2 hours I developed angioedema. I went to the hospital and was given epinephrine i.m. by Dr. Smith. I think the angioedema was caused by ibuprofen."})
    void aTextInCapitalsSaysTheSame(String text) {
        PatientFacts small = InventedText.caseOf(text);
        PatientFacts capitals = InventedText.caseOf(text.toUpperCase(Locale.ROOT));

        assertThat(told(capitals)).isEqualTo(told(small));
        assertThat(capitals.suspects().getFirst().name().quotes().getFirst().text()).as("evidence in the document's own words").isEqualTo(small.suspects().getFirst().name().value().toUpperCase(Locale.ROOT));
    }

    private static List<String> told(PatientFacts facts) {
        List<Map<String, Fact>> details = new ArrayList<>(List.of(facts.patient(), facts.reporter()));
        facts.suspects().forEach(drug -> details.add(drug.details()));
        facts.reactions().forEach(reaction -> details.add(reaction.details()));
        Stream<String> names = Stream.of(facts.suspects().stream().map(DrugFacts::name), facts.reactions().stream().map(ReactionFacts::term), facts.treatments().stream().map(DrugFacts::name)).flatMap(all -> all).map(Fact::value);
        return Stream.concat(names, details.stream().flatMap(map -> map.entrySet().stream()).map(entry -> entry.getKey() + " " + entry.getValue().value() + " " + entry.getValue().code())).map(said -> said.toLowerCase(Locale.ROOT)).sorted().toList();
    }
}
