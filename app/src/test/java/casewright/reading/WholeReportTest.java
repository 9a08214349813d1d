package casewright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What invented short reports, as letters and case descriptions tell them, give as a whole: the kinds of sentence that fresh texts were read wrongly by.
class WholeReportTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", value = {
            "It must not be given again.|not done", "Amoxicillin was restarted, and the rash recurred.|positive"})
    void aWarningIsNoRechallenge(String told, String rechallenge) {
        assertThat(suspect("A 30-year-old woman took amoxicillin. Amoxicillin caused a rash. Amoxicillin was stopped. The rash resolved. " + told, "amoxicillin").get("rechallenge")).isNotNull().extracting(Fact::value).isEqualTo(rechallenge);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "interstitial nephritis|Creatinine fell to 1.6 mg/dL within a week.", "hyponatraemia|Her sodium rose to 134 mmol/L on day 6.", "hepatitis|The transaminases declined over the next days.",
            "thrombocytopenia|Her platelets increased to 160 x 10^9/L."})
    void aFunctionThatTurnsAfterTheStopIsAPositiveDechallenge(String reaction, String turn) {
        String text = "A 60-year-old woman took metoprolol. Metoprolol caused " + reaction + ". Metoprolol was stopped. " + turn;

        assertThat(suspect(text, "metoprolol").get("dechallenge")).isNotNull().extracting(Fact::value).isEqualTo("positive");
        assertThat(InventedText.caseOf(text).reactions().getFirst().details().get("outcome")).isNotNull().extracting(Fact::value).isEqualTo("recovering");
    }

    @Test
    void aFunctionThatGetsWorseIsNone() {
        assertThat(suspect("A 60-year-old woman took metoprolol. Metoprolol caused thrombocytopenia. Metoprolol was stopped. Her platelets fell to 20 x 10^9/L.", "metoprolol")).doesNotContainKey("dechallenge");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", value = {
            "All antibiotics except amoxicillin were stopped.|none", "All drugs except for ramipril were stopped.|withdrawn", "Both drugs were stopped and paracetamol was given.|withdrawn",
            "All antibiotics were stopped.|withdrawn", "Ramipril was stopped.|none"})
    void aDrugIsStoppedWithTheOthersUnlessItIsExcepted(String told, @Nullable String action) {
        Fact fact = suspect("A 60-year-old woman took amoxicillin. Amoxicillin caused a rash. " + told + " The rash faded.", "amoxicillin").get("actionTaken");

        assertThat(fact == null ? null : fact.value()).isEqualTo(action);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", value = {
            "She took amoxicillin 500 mg every evening for an ear infection.|dose|500 mg every evening", "She took amoxicillin 500 mg every 12 hours.|dose|500 mg every 12 hours",
            "She took amoxicillin for acne since January.|start|January", "She received amoxicillin for acne from 10 to 14 February 2023.|start|10 February 2023",
            "She received amoxicillin for acne from 10 to 14 February 2023.|stop|14 February 2023", "She has taken amoxicillin 5 mg for acne since 2017.|start|2017"})
    void dosesEndWithTheirIntervalAndRangesHaveTwoDays(String told, String id, String value) {
        assertThat(suspect("A 30-year-old woman was seen. " + told + " Amoxicillin caused hepatitis. Amoxicillin was stopped.", "amoxicillin").get(id)).isNotNull().extracting(Fact::value).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", value = {
            "On the fifth day of treatment a rash appeared.|the fifth day of treatment", "Twelve hours after the first dose she developed a rash.|Twelve hours after the first dose",
            "About three weeks later she developed a rash, and the ALT was 612 U/L on 26 September 2026.|About three weeks later", "A skin biopsy on 6 May 2024 confirmed the rash.|none", "After ten days of treatment a rash appeared.|After ten days of treatment"})
    void theDayOfATestIsNoOnset(String told, @Nullable String onset) {
        Fact fact = InventedText.caseOf("A 30-year-old woman took amoxicillin. " + told + " Amoxicillin caused the rash.").reactions().getFirst().details().get("onset");

        assertThat(fact == null ? null : fact.value()).isEqualTo(onset);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "seizures|No further seizures occurred.|recovered", "an urticarial rash|The rash disappeared within two days.|recovered", "bleeding|The bleeding ceased the same day.|recovered",
            "stomach bleeding and dizziness|He is feeling better but still tired.|recovering", "hyponatraemia|His sodium remained normal at three months.|recovered"})
    void theEndOfAReactionIsToldInOtherWords(String reaction, String told, String outcome) {
        assertThat(InventedText.caseOf("A 70-year-old man took metoprolol. He developed " + reaction + " caused by metoprolol. " + told).reactions().getFirst().details().get("outcome")).isNotNull().extracting(Fact::value).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "A 67-year-old woman with hyperlipidaemia and hypertension was started on simvastatin.|simvastatin|hyperlipidaemia", "A 67-year-old woman with hypertension and hyperlipidaemia was started on ramipril.|ramipril|hypertension",
            "A 30-year-old woman received nifedipine as tocolysis.|nifedipine|tocolysis", "A 30-year-old woman received levetiracetam as seizure prophylaxis.|levetiracetam|seizure prophylaxis"})
    void ofSeveralConditionsTheUsualOneIsTheIndication(String told, String drug, String indication) {
        assertThat(suspect(told + " She developed a rash caused by " + drug + ".", drug).get("indication")).isNotNull().extracting(Fact::value).isEqualTo(indication);
    }

    @Test
    void whatIsReportedOfOtherDrugsInGeneralMakesThemNoSuspects() {
        PatientFacts facts = InventedText.caseOf("An 81-year-old woman took ramipril. Ramipril caused hyponatraemia. Hyponatraemia has also been reported with other drugs such as metoprolol and paracetamol, and lithium has been implicated, too.");

        assertThat(facts.suspects()).extracting(drug -> drug.name().value()).containsExactly("Ramipril");
    }

    @Test
    void whatWasGivenAgainstAComplicationIsNoSuspect() {
        PatientFacts facts = InventedText.caseOf("A 23-year-old woman took ramipril. Ramipril caused toxic epidermal necrolysis. She developed septicaemia, treated with amoxicillin, and died of multi-organ failure on day 14.");

        assertThat(facts.suspects()).extracting(drug -> drug.name().value()).containsExactly("Ramipril");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Her past medical history included hypothyroidism on levothyroxine.|hypothyroidism", "The woman has atopic eczema.|eczema", "She has asthma.|asthma"})
    void whatOneHasForLifeIsHistoryAndNoEarlierReaction(String told, String condition) {
        PatientFacts facts = InventedText.caseOf("A 60-year-old woman was seen. " + told + " She took metoprolol. Metoprolol caused a rash.");

        assertThat(facts.history()).extracting(fact -> fact.name().value()).contains(condition);
        assertThat(facts.pastReactions()).isEmpty();
        assertThat(facts.reactions()).extracting(reaction -> reaction.term().value()).containsExactly("rash");
    }

    @Test
    void aConsumerWhoQuotesADoctorIsNoDoctor() {
        PatientFacts facts = InventedText.caseOf("Hello,\nmy husband (72) takes metoprolol.\nMetoprolol caused a rash.\nThe doctor said it came from metoprolol.\nKind regards\nMartha Jones");

        assertThat(facts.reporter().get("qualification")).isNotNull().extracting(Fact::value).isEqualTo("consumer");
    }

    @Test
    void theReportersOwnJudgementGoesBeforeAHeading() {
        PatientFacts facts = InventedText.caseOf("Suspected adverse reaction to amoxicillin.\nA girl of 6 years received amoxicillin. Amoxicillin caused a rash.\nIn my opinion the rash is probably related to amoxicillin.");

        assertThat(facts.reporter().get("causality")).isNotNull().extracting(Fact::value).isEqualTo("In my opinion the rash is probably related to amoxicillin.");
    }

    @ParameterizedTest
    @CsvSource({"The ambulance took him to hospital.", "He was discharged on day 9.", "He was brought to the nearest hospital."})
    void aHospitalStayIsToldInManyWays(String told) {
        assertThat(InventedText.caseOf("A 72-year-old man took metoprolol. Metoprolol caused bradycardia. " + told).reactions().getFirst().seriousness()).extracting(Fact::value).contains("hospitalisation");
    }

    @Test
    void anIngestionOnPurposeIsAnOverdoseWithItsEffects() {
        PatientFacts facts = InventedText.caseOf("A 26-year-old woman intentionally ingested approximately 60 tablets of 50 mg metoprolol. She was found unresponsive and had a seizure in the ambulance.");

        assertThat(facts.suspects()).extracting(drug -> drug.name().value()).containsExactly("metoprolol");
        assertThat(facts.reactions()).extracting(reaction -> reaction.term().value()).anyMatch(term -> term.contains("seizure"));
    }

    @Test
    void anAntidoteThatWasGivenBlamesItsMedicine() {
        PatientFacts facts = InventedText.caseOf("A 60-year-old man took metoprolol.\nHe was found with bradycardia.\nGlucagon was administered.");

        assertThat(facts.suspects()).extracting(drug -> drug.name().value()).containsExactly("metoprolol");
    }

    @Test
    void anInteractionSuspectsBothDrugs() {
        PatientFacts facts = InventedText.caseOf("A 60-year-old man took metoprolol and was given lithium. Metoprolol caused bradycardia. The interaction between metoprolol and lithium is well documented.");

        assertThat(facts.suspects()).extracting(drug -> drug.name().value().toLowerCase(java.util.Locale.ROOT)).containsExactlyInAnyOrder("metoprolol", "lithium");
    }

    @Test
    void aHerbalMedicineIsKnownByItsName() {
        PatientFacts facts = InventedText.caseOf("A 34-year-old woman had been swallowing ashwagandha capsules for a month. Her eyes turned yellow. A biopsy was consistent with drug-induced liver injury.");

        assertThat(facts.suspects()).extracting(drug -> drug.name().value()).containsExactly("ashwagandha");
    }

    @Test
    void whatTheFamilyReportsIsNotOfTheFamily() {
        PatientFacts facts = InventedText.caseOf("A 70-year-old woman received metoprolol. After 10 days her husband reported irritability caused by metoprolol. Her sister had lupus.");

        assertThat(facts.reactions()).extracting(reaction -> reaction.term().value()).containsExactly("irritability");
    }

    @Test
    void aRaisedDoseIsTheOneAtTheEvent() {
        assertThat(suspect("Three days before, metoprolol had been increased from 50 mg twice daily to 100 mg three times daily. Metoprolol caused bradycardia.", "metoprolol").get("dose")).isNotNull().extracting(Fact::value).isEqualTo("100 mg three times daily");
    }

    @Test
    void whatWasGivenInVainIsNoSuspect() {
        PatientFacts facts = InventedText.caseOf("A 52-year-old woman took ramipril. Ramipril caused an eruption. New blisters appeared despite prednisolone; the eruption has not relapsed since prednisolone was discontinued.");

        assertThat(facts.suspects()).extracting(drug -> drug.name().value()).containsExactly("Ramipril");
    }

    @Test
    void theComplaintsThatLedToADiagnosisTellItsOnset() {
        PatientFacts facts = InventedText.caseOf("A 24-year-old man took metoprolol. On 12 March he became breathless. The film was abnormal. Acute haemolysis caused by metoprolol was diagnosed.");

        assertThat(facts.reactions().getFirst().details().get("onset")).isNotNull().extracting(Fact::value).isEqualTo("12 March");
    }

    @Test
    void aLettersListOfDiagnosesIsItsHistory() {
        PatientFacts facts = InventedText.caseOf("Diagnoses:\n1. Rash caused by metoprolol\n2. Asthma\n3. Gout\n\nHistory:\nThe woman was given metoprolol.");

        assertThat(facts.history()).extracting(condition -> condition.name().value()).contains("Asthma", "Gout");
    }

    private static Map<String, Fact> suspect(String text, String drug) {
        List<DrugFacts> suspects = InventedText.caseOf(text).suspects();
        return suspects.stream().filter(one -> one.name().value().equalsIgnoreCase(drug)).findFirst().orElseThrow(() -> new AssertionError("No suspect " + drug + " in " + text)).details();
    }
}
