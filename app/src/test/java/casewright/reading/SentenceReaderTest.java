package casewright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import casewright.llm.ScriptedModel;
import casewright.reading.terms.Vocabulary;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Single invented sentences. The scripted model calls every drug blamed that it is asked about.
class SentenceReaderTest {

    private static final Vocabulary VOCABULARY = new Vocabulary("", Path.of("target/no-vocabulary"));
    private static final String DENIES = "{\"adverse\":false,\"drugs\":[],\"effects\":[]}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "PCX-related MI was treated by angioplasty.|PCX|MI",
            "The sandoxil-induced numbness of the lips in two children.|sandoxil|numbness of the lips",
            "Reversal of zylorane-induced NMB after surgery.|zylorane|NMB"})
    void wordsNameCauseAndEffectThatNoListKnows(String sentence, String drug, String effect) {
        SentenceReader.Found found = read(sentence, DENIES);

        assertThat(found.adverse()).isTrue();
        assertThat(found.drugs()).containsExactly(drug);
        assertThat(effect).startsWith(found.effects().getFirst());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Exercise-induced wheezing was noted.", "Age-related hearing loss is common.", "Virus-induced hepatitis was excluded."})
    void whatIsNoMedicineInducesNothing(String sentence) {
        assertThat(read(sentence, DENIES).adverse()).isFalse();
    }

    @Test
    void listsOfAnAnswerThatDeniesAreLookedAtAgain() {
        SentenceReader.Found found = read("A man on metoprolol for five years complained of tiredness.", "{\"adverse\":false,\"drugs\":[\"metoprolol\"],\"effects\":[\"tiredness\"]}");

        assertThat(found).isEqualTo(new SentenceReader.Found(true, java.util.List.of("metoprolol"), java.util.List.of("tiredness")));
    }

    @Test
    void whoHasADiseaseOrIsTreatedForItHoldsNoDrug() {
        SentenceReader.Found found = read("Renal damage fits metoprolol therapy for XYZ.", "{\"adverse\":true,\"drugs\":[\"metoprolol\",\"XYZ\"],\"effects\":[\"Renal damage\"]}");

        assertThat(found.drugs()).containsExactly("metoprolol");
    }

    @Test
    void anEffectWithoutADrugFallsToTheOnlyOneNamed() {
        SentenceReader.Found found = read("Acute metoprolol toxicity may last for hours.", "{\"adverse\":true,\"drugs\":[],\"effects\":[\"toxicity\"]}");

        assertThat(found.drugs()).containsExactly("metoprolol");
    }

    @Test
    void aBenefitIsNoHarm() {
        SentenceReader.Found found = read("Metoprolol induces remission but may cause rash.", "{\"adverse\":true,\"drugs\":[\"Metoprolol\"],\"effects\":[\"remission\",\"rash\"]}");

        assertThat(found.effects()).containsExactly("rash");
    }

    @Test
    void theNameInFullStandsForItsShortForm() {
        assertThat(read("Hepatitis after metoprolol (MTP) is rare.", "{\"adverse\":true,\"drugs\":[\"MTP\"],\"effects\":[\"Hepatitis\"]}").drugs()).containsExactly("metoprolol");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Patients with psoriasis receive metoprolol as part of their regimen.|psoriasis", "Metoprolol is licensed for the treatment of angina.|angina", "A man began taking metoprolol to suppress tachycardia.|tachycardia"})
    void whatADrugIsForIsNoEffectOfIt(String sentence, String disease) {
        assertThat(read(sentence, "{\"adverse\":true,\"drugs\":[\"metoprolol\"],\"effects\":[\"" + disease + "\"]}").adverse()).isFalse();
    }

    /// The scripted model blames whatever it is asked about, so only the sentence's own words keep it from being asked.
    @ParameterizedTest
    @ValueSource(strings = {"Metoprolol was stopped and the rash resolved.", "The dizziness subsided within a week of metoprolol withdrawal.", "Discontinuation of metoprolol resulted in resolution of the cough."})
    void thatItPassedWhenTheDrugWasStoppedDoesNotSayAloneThatItBefell(String sentence) {
        assertThat(read(sentence, "{\"adverse\":true,\"drugs\":[\"metoprolol\"],\"effects\":[]}").adverse()).isFalse();
    }

    @Test
    void itBefellAndPassed() {
        assertThat(read("A rash developed on metoprolol and resolved when it was stopped.", DENIES).adverse()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Seizures associated with metoprolol are uncommon.|Seizures|metoprolol", "Fatal pneumonia complicating metoprolol therapy.|pneumonia|metoprolol",
            "A girl complained of dizziness two days after she was given metoprolol.|dizziness|metoprolol"})
    void whatTheWordsLinkNeedsNoModel(String sentence, String effect, String drug) {
        assertThat(read(sentence, DENIES)).isEqualTo(new SentenceReader.Found(true, java.util.List.of(drug), java.util.List.of(effect)));
    }

    @Test
    void whereNoOtherEffectIsToldTheInteractionIsIt() {
        SentenceReader.Found found = read("A possible drug interaction of metoprolol and verapamil is described.", "{\"adverse\":true,\"drugs\":[\"metoprolol\",\"verapamil\"],\"effects\":[]}");

        assertThat(found.effects()).containsExactly("drug interaction");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Rash caused by the beta-blocker metoprolol.|beta-blocker", "Rash after chemotherapy and metoprolol.|chemotherapy", "Rash with concomitant metoprolol treatment.|concomitant metoprolol treatment"})
    void whatExplainsOrSurroundsANameIsNoNameOfADrug(String sentence, String noName) {
        SentenceReader.Found found = read(sentence, "{\"adverse\":true,\"drugs\":[\"" + noName + "\",\"metoprolol\"],\"effects\":[\"Rash\"]}");

        assertThat(found.drugs()).containsExactly("metoprolol");
    }

    @Test
    void whatDidNotHelpIsNotBlamed() {
        SentenceReader.Found found = read("Pneumonia refractory to ceftriaxone followed metoprolol.", "{\"adverse\":true,\"drugs\":[\"ceftriaxone\",\"metoprolol\"],\"effects\":[\"Pneumonia\"]}");

        assertThat(found.drugs()).containsExactly("metoprolol");
    }

    @Test
    void theRemedyBesideABlamedDrugIsNotBlamed() {
        assertThat(read("Simvastatin-induced rhabdomyolysis responsive to metoprolol.", "{\"adverse\":true,\"drugs\":[\"Simvastatin\",\"metoprolol\"],\"effects\":[\"rhabdomyolysis\"]}").drugs()).containsExactly("Simvastatin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Oral metoprolol (10 mg/kg/day) resulted in resolution of the rash within two weeks.", "The rash improved after 7 days of ramipril and metoprolol.", "Metoprolol is a first line treatment for rash."})
    void whatCuresIsNotBlamed(String sentence) {
        assertThat(read(sentence, "{\"adverse\":true,\"drugs\":[\"metoprolol\"],\"effects\":[\"rash\"]}").adverse()).isFalse();
    }

    @Test
    void whatCuresByItsStopIs() {
        assertThat(read("Withdrawal of metoprolol resulted in resolution of the metoprolol-induced rash.", "{\"adverse\":true,\"drugs\":[\"metoprolol\"],\"effects\":[\"rash\"]}").drugs()).containsExactly("metoprolol");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "The metoprolol-associated XQT was mild.|metoprolol|XQT", "It is likely that PCX contributed to the deterioration in renal function.|PCX|deterioration in renal function",
            "The rash of both hands worsened with metoprolol.|metoprolol|rash",
            "A bullous rash of the lower legs (grade 2) with little itching occurred in an elderly man on metoprolol.|metoprolol|rash"})
    void otherWordsThatLinkNeedNoModelEither(String sentence, String drug, String effect) {
        SentenceReader.Found found = read(sentence, DENIES);

        assertThat(found.drugs()).containsExactly(drug);
        assertThat(found.effects().getFirst()).contains(effect);
    }

    @Test
    void whatGoesWithADiseaseIsCausedByNoDrug() {
        assertThat(read("Cancer-associated DVT is common.", DENIES).adverse()).isFalse();
    }

    @Test
    void aWarningTellsOfHarm() {
        SentenceReader.Found found = SentenceReader.asking(new ScriptedModel(DENIES, "treatment"), VOCABULARY, Clock.systemUTC()).read("Clinicians should be aware of thrombosis in patients who receive metoprolol.");

        assertThat(found).isEqualTo(new SentenceReader.Found(true, java.util.List.of("metoprolol"), java.util.List.of("thrombosis")));
    }

    @Test
    void howItCameAboutIsNoEffectBesideWhatBefell() {
        assertThat(read("Metoprolol overdose with cardiac arrest.", "{\"adverse\":true,\"drugs\":[\"Metoprolol\"],\"effects\":[\"overdose\",\"cardiac arrest\"]}").effects()).containsExactly("cardiac arrest");
    }

    @Test
    void whatThePatientHadIsNoEffect() {
        SentenceReader.Found found = read("We describe a man with a liver abscess due to amoebae, in whom metoprolol caused deafness.", "{\"adverse\":true,\"drugs\":[\"metoprolol\"],\"effects\":[\"liver abscess\",\"deafness\"]}");

        assertThat(found.effects()).containsExactly("deafness");
    }

    @Test
    void aDiseaseThatNoDrugHelpedBlamesNone() {
        assertThat(read("A woman had pneumonia refractory to sequential therapy with ceftriaxone and gentamicin.", "{\"adverse\":true,\"drugs\":[\"ceftriaxone\",\"gentamicin\"],\"effects\":[\"pneumonia\"]}").adverse()).isFalse();
    }

    @Test
    void aWordIsTakenAsAWhole() {
        assertThat(read("Three cases of seizures associated with metoprolol are known.", "{\"adverse\":true,\"drugs\":[\"metoprolol\"],\"effects\":[\"seizure\"]}").effects()).containsExactly("seizures");
    }

    private static SentenceReader.Found read(String sentence, String answer) {
        return SentenceReader.asking(new ScriptedModel(answer), VOCABULARY, Clock.systemUTC()).read(sentence);
    }
}
