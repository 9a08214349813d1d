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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What befell, when, and what was done about it, in whole invented texts; the model is scripted as in CaseReaderTest.
class CaseCourseTest {

    private static final Vocabulary VOCABULARY = new Vocabulary("", Path.of("target/no-vocabulary"));

    @Test
    void longStandingTreatmentIsTakenBesidesAndNotAgainstTheReaction() {
        PatientFacts facts = caseOf("""
                In a 39-year-old woman metoprolol caused toxic epidermal necrolysis. She was on treatment with ramipril and lisinopril for the last two years. \
                Metoprolol was stopped and she recovered.""");

        assertThat(names(facts.concomitants())).containsExactly("ramipril", "lisinopril");
        assertThat(facts.treatments()).isEmpty();
    }

    @Test
    void theTimeOfDeathIsNoOnset() {
        PatientFacts facts = caseOf("A 92-year-old woman took simvastatin. Simvastatin caused lung toxicity. Unfortunately, the patient died after two weeks of the lung toxicity.");

        assertThat(facts.reactions().getFirst().details().get("onset")).isNull();
        assertThat(facts.reactions().getFirst().details().get("outcome")).isNotNull().extracting(Fact::value).isEqualTo("fatal");
    }

    @Test
    void drugsAddedInOneSentenceShareItsDate() {
        PatientFacts facts = caseOf("""
                On October 30, 2019 metoprolol 50 mg 1/2 tablet every 24 hours was added. On November 18, 2019 she began with an itchy rash. \
                This case of toxic epidermal necrolysis was very likely caused by metoprolol.""");

        assertThat(detail(facts.suspects().getFirst(), "start")).isEqualTo("October 30, 2019");
        assertThat(detail(facts.suspects().getFirst(), "dose")).isEqualTo("50 mg 1/2 tablet every 24 hours");
        assertThat(facts.reactions().getFirst().details().get("onset")).isNotNull().extracting(Fact::value).isEqualTo("November 18, 2019");
    }

    @Test
    void whoScoresTheProbabilitySuspectsADrug() {
        PatientFacts facts = caseOf("A 72-year-old man was admitted with dyspnoea. He had been using simvastatin for a long time for urinary tract infection. He had a high score on the Naranjo scale.");

        assertThat(names(facts.suspects())).containsExactly("simvastatin");
        assertThat(detail(facts.suspects().getFirst(), "indication")).isEqualTo("urinary tract infection");
    }

    @Test
    void aFindingThatLedToTheDiagnosisIsNoReactionOfItsOwn() {
        PatientFacts facts = caseOf("""
                A 60-year-old woman took simvastatin. A CT scan of the chest showed consolidation with organising pneumonia. Simvastatin-induced interstitial lung disease was diagnosed. \
                Simvastatin was stopped. She improved.""");

        assertThat(facts.reactions()).extracting(reaction -> reaction.term().value()).containsExactly("interstitial lung disease");
    }

    @Test
    void theDrugThatTheWordsNameLeavesTheOthersAlone() {
        PatientFacts facts = caseOf("We report an 85-year-old woman on simvastatin therapy who developed metoprolol-induced hepatitis. Metoprolol was stopped and the hepatitis resolved.");

        assertThat(names(facts.suspects())).containsExactly("metoprolol");
    }

    @Test
    void whatCausedAnIntoxicationIsNotItsEffect() {
        PatientFacts facts = caseOf("A 64-year-old woman was treated with lithium for bipolar disorder. The lithium intoxication was precipitated by dehydration.");

        assertThat(facts.reactions()).extracting(reaction -> reaction.term().value()).containsExactly("lithium intoxication");
    }

    @Test
    void aStopOfSomethingElseIsNoWithdrawal() {
        PatientFacts facts = caseOf("A 78-year-old woman took rivaroxaban. Rivaroxaban caused a haematoma. Prothrombin complex concentrate effectively reversed the coagulopathy and stopped bleeding.");

        assertThat(names(facts.suspects())).containsExactly("rivaroxaban");
    }

    @Test
    void abnormalitiesThatAreSummedUpAreThoseOfTheSentenceBefore() {
        PatientFacts facts = caseOf("""
                A 32-year-old man received ciprofloxacin for empyema. At follow-up, pancytopenia and acidosis were found. These laboratory abnormalities were caused by ciprofloxacin. \
                Ciprofloxacin was stopped, and the values had improved on the fourth day after stopping ciprofloxacin.""");

        assertThat(facts.reactions()).extracting(reaction -> reaction.term().value()).containsExactlyInAnyOrder("pancytopenia", "acidosis");
        assertThat(facts.suspects().getFirst().details().get("stop")).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Amoxicillin was stopped and the rash resolved. A rechallenge was not tried.|not done", "Amoxicillin was stopped. She was not rechallenged.|not done",
            "The suspected culprit drug discontinuation led to improvement of the rash.|not done"})
    void aRechallengeThatWasNotTriedIsSaidToBeNotDone(String told, String rechallenge) {
        assertThat(detail(caseOf("A 30-year-old woman took amoxicillin. Amoxicillin caused a rash. " + told).suspects().getFirst(), "rechallenge")).isEqualTo(rechallenge);
    }

    @Test
    void aDrugTakenUpAgainIsNotWithdrawn() {
        PatientFacts facts = caseOf("A 67-year-old man took lithium. He had interrupted lithium for one week, and had restarted the drug before admission. Lithium caused a tremor.");

        assertThat(facts.suspects().getFirst().details().get("actionTaken")).isNull();
    }

    @Test
    void aBurnUnitIsAPlaceAndAnExposureIsHistory() {
        PatientFacts facts = caseOf("""
                A 74-year-old man developed a rash due to metoprolol. He was treated in the burn unit. Our patient was exposed to lisinopril and ciprofloxacin, which had been well tolerated. \
                Metoprolol was stopped.""");

        assertThat(facts.history()).isEmpty();
        assertThat(names(facts.concomitants())).containsExactly("lisinopril", "ciprofloxacin");
    }

    @Test
    void theReportersViewNamesADrugOrAReaction() {
        PatientFacts facts = caseOf("A 67-year-old man took lithium. Thyroid storm was suspected. In our opinion lithium caused the thyroid storm.");

        assertThat(facts.reporter().get("causality")).isNotNull().extracting(Fact::value).isEqualTo("In our opinion lithium caused the thyroid storm.");
    }

    @Test
    void theReportersViewIsQuotedWithoutTheMarkOfItsList() {
        PatientFacts facts = caseOf("A 67-year-old man took lithium.\nDiagnoses\n- Severe thyroid storm, suspected to be caused by lithium\n- Arterial hypertension");

        String words = "Severe thyroid storm, suspected to be caused by lithium";
        assertThat(facts.reporter().get("causality")).isNotNull().extracting(Fact::value, causality -> causality.quotes().getFirst().text()).containsExactly(words, words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Anna Rossi, Bruno Verdi and Carla Neri", "Anna Rossi1,2*, Bruno Verdi2 and Carla Neri3", "Anna Rossi,1 Bruno Verdi,1,2 and Carla Neri\u2020", "Anna Rossi (1), Bruno Verdi (1,2) and Carla Neri (3)", "Anna Rossi\u00b9*, Bruno Verdi\u00b2 and Carla Neri\u00b3"})
    void theAuthorsOfAnArticleBearNoMarks(String line) {
        PatientFacts facts = caseOf("Thyroid storm in a patient who was treated with lithium\n" + line
                + "\nAbstract\nLithium can harm.\nCase Report\nA 67-year-old man took lithium. In our opinion lithium caused the thyroid storm.\nDiscussion\nThis is rare.\nReferences\n1. A book.");

        assertThat(facts.reporter().get("name")).isNotNull().extracting(name -> name.value().replace(", and", " and")).isEqualTo("Anna Rossi, Bruno Verdi and Carla Neri");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", value = {
            "Kind regards|Dr Ines Calloway|St. Orla Hospital, 4 Quay Road, Galway|St. Orla Hospital, 4 Quay Road, Galway", "Kind regards|Dr Ines Calloway|Department of Dermatology, Veldhaven|Department of Dermatology, Veldhaven",
            "Kind regards|Dr Ines Calloway|He was seen at our hospital.|none"})
    void theReportersPlaceIsTheLineThatIsAnAddress(String closing, String name, String line, @Nullable String organisation) {
        PatientFacts facts = caseOf("A 67-year-old man took lithium. Lithium caused tremor.\n" + closing + "\n" + name + "\n" + line);

        Fact place = facts.reporter().get("organisation");
        assertThat(place == null ? null : place.value()).isEqualTo(organisation);
        assertThat(facts.reporter().get("name")).isNotNull().extracting(Fact::value).isEqualTo("Dr Ines Calloway");
    }

    private static List<String> names(List<DrugFacts> drugs) {
        return drugs.stream().map(drug -> drug.name().value().toLowerCase(java.util.Locale.ROOT)).toList();
    }

    private static @Nullable String detail(DrugFacts drug, String id) {
        Fact fact = drug.details().get(id);
        return fact == null ? null : fact.value();
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "BACKGROUND: Metoprolol is often given with ramipril. CASE DESCRIPTION/METHODS: A 45-year-old man took metoprolol. He developed hepatitis caused by metoprolol. RESULTS: Metoprolol was stopped and he recovered. DISCUSSION: Lisinopril may cause angioedema.",
            "Objective. Metoprolol is known. Background. It is often given with ramipril. Case report. A 45-year-old man took metoprolol. He developed hepatitis caused by metoprolol. Metoprolol was stopped and he recovered. Conclusion. Lisinopril may cause angioedema."})
    void anAbstractInOneParagraphHasItsSections(String text) {
        PatientFacts facts = caseOf(text);

        assertThat(names(facts.suspects())).containsExactly("metoprolol");
        assertThat(facts.concomitants()).isEmpty();
        assertThat(detail(facts.suspects().getFirst(), "actionTaken")).isEqualTo("withdrawn");
    }

    @Test
    void whatADiscussionLaysToTheClassIsTheReasonWhereTheCaseNamesNone() {
        PatientFacts facts = caseOf("""
                CASE PRESENTATION: A 60-year-old man taking lisinopril was seen for lip swelling. DISCUSSION: ACE inhibitors are the most common cause of drug-induced angioedema.""",
                "{\"role\":\"blamed\"}");

        assertThat(names(facts.suspects())).containsExactly("lisinopril");
    }

    @Test
    void whatWasThoughtAtFirstIsNoSuspicion() {
        PatientFacts facts = caseOf("""
                A 50-year-old man took metoprolol and amoxicillin. He developed encephalopathy initially attributed to amoxicillin, but it persisted. \
                Metoprolol was determined to be the cause of his encephalopathy.""");

        assertThat(names(facts.suspects())).containsExactly("metoprolol");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Metoprolol was effective, but three weeks after starting metoprolol a 40-year-old woman developed a rash.", "A 40-year-old woman first felt palpitations an hour after taking metoprolol. Metoprolol caused the palpitations.",
            "The neuropathy of a 40-year-old woman was attributed to long-term use of metoprolol.",
            "Background: Ramipril is used in many people. A 60-year-old man took metoprolol and developed hepatitis caused by metoprolol. Conclusion: Clinicians should know this effect.",
            "Background: Ramipril is used in many people. Case: A 60-year-old man took metoprolol and developed hepatitis caused by metoprolol. Conclusion: Clinicians should know this effect."})
    void ordinaryWordsBesideABlameDoNotHideIt(String told) {
        assertThat(names(caseOf(told).suspects())).containsExactly("metoprolol");
    }

    @Test
    void tellsWhichDrugIsBlamedForWhichReactionAndWhichInteract() {
        PatientFacts facts = caseOf("A 40-year-old man had rhabdomyolysis caused by an interaction of simvastatin with clarithromycin. Metoprolol caused tremor.");

        assertThat(facts.reactions()).anySatisfy(reaction -> {
            assertThat(reaction.term().value()).isEqualTo("tremor");
            assertThat(reaction.details().get("suspected")).isNotNull().satisfies(suspected -> {
                assertThat(suspected.value()).isEqualTo("Metoprolol");
                assertThat(suspected.quotes()).extracting(Quote::text).containsExactly("Metoprolol caused tremor.");
            });
        });
        assertThat(facts.suspects()).filteredOn(drug -> drug.details().containsKey("role")).extracting(drug -> drug.name().value().toLowerCase(java.util.Locale.ROOT)).containsExactlyInAnyOrder("simvastatin", "clarithromycin");
    }

    @Test
    void aRemarkAsideIsACaseAndFlaggedAsOne() {
        String aside = "A 60-year-old man fell from a ladder. His femur was broken. The bone was fixed with a nail. He walked on the third day. His metoprolol-induced tremor was no hindrance. The wound healed. The nail was removed after a year. He was content. He returned to work.";

        assertThat(caseOf(aside).flags()).containsExactly("a remark aside in a report about something else");
        assertThat(caseOf(aside + " The tremor had begun in May.").flags()).isEmpty();
    }

    @Test
    void aPoisoningHasNothingToWithdraw() {
        PatientFacts facts = caseOf("A 48-year-old woman was found unresponsive beside a suicide note. Metoprolol toxicity was diagnosed.");

        assertThat(detail(facts.suspects().getFirst(), "actionTaken")).isEqualTo("not applicable");
    }

    @Test
    void aDrugTakenAgainUnderControlIsANegativeRechallenge() {
        PatientFacts facts = caseOf("Metoprolol caused hyperthyroidism in a 60-year-old man. Metoprolol was held. Metoprolol was resumed, with controlled hyperthyroidism.");

        assertThat(detail(facts.suspects().getFirst(), "rechallenge")).isEqualTo("negative");
    }

    @Test
    void changesOfLaboratoryValuesHaveTheNamesOfTheirFindings() {
        PatientFacts facts = caseOf("Metoprolol caused a significant drop in platelet count in a 56-year-old man. Metoprolol-induced thrombocytopenia was diagnosed.");

        assertThat(facts.reactions()).hasSize(1);
    }

    @Test
    void whatAntibioticsAreGivenAgainstIsNoReactionForComingAfterThem() {
        PatientFacts facts = caseOf("After completing a course of amoxicillin a 70-year-old man developed sepsis. Amoxicillin was given again and caused thrombocytopenia.", "{\"adverse\":true,\"drugs\":[\"amoxicillin\"],\"effects\":[\"sepsis\"]}");

        assertThat(facts.reactions()).extracting(reaction -> reaction.term().value()).containsExactly("thrombocytopenia");
    }

    @Test
    void theOffendingDrugIsTheBlamedOne() {
        PatientFacts facts = caseOf("Metoprolol caused hepatitis in a 40-year-old woman. Prednisolone was given, and with discontinuation of the offending drug she recovered without complications.");

        assertThat(detail(facts.suspects().getFirst(), "actionTaken")).isEqualTo("withdrawn");
        assertThat(facts.reactions().getFirst().details().get("outcome")).isNotNull().extracting(Fact::value).isEqualTo("recovered");
    }

    @Test
    void aCountThatFellIsNoReducedDose() {
        PatientFacts facts = caseOf("After metoprolol the platelet count decreased in a 70-year-old man. Metoprolol caused thrombocytopenia.");

        assertThat(facts.suspects().getFirst().details()).doesNotContainKey("actionTaken");
    }

    @Test
    void whyADrugWasStoppedDoesNotSayHowItWentOn() {
        PatientFacts facts = caseOf("Metoprolol caused tremor in a 64-year-old woman. Metoprolol was withdrawn following worsening of the tremor. The tremor resolved after 24 hours.");

        assertThat(detail(facts.suspects().getFirst(), "dechallenge")).isEqualTo("positive");
    }

    @Test
    void anAgeMayBeWrittenInWords() {
        PatientFacts facts = caseOf("Metoprolol caused tremor in a sixty-four-year-old woman.");

        assertThat(facts.patient().get("age")).isNotNull().extracting(Fact::value).isEqualTo("64 years");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "She had been treated with metoprolol for years because of migraine.| migraine", "She took metoprolol 50 mg orally twice daily, for her migraine.| migraine",
            "She had been taking metoprolol for the past six months.|", "A man who took metoprolol was seen for weight loss.|"})
    void whatADrugIsGivenFor(String told, @Nullable String indication) {
        PatientFacts facts = caseOf(told + " Metoprolol caused tremor.");

        Fact found = facts.suspects().getFirst().details().get("indication");
        assertThat(found == null ? null : found.value()).isEqualTo(indication);
    }

    @Test
    void aPersonOnSeveralDrugsTakesThemAll() {
        PatientFacts facts = caseOf("A 36-year-old man on ramipril, simvastatin and metoprolol was seen by us. Metoprolol caused tremor. The blood glucose was 89 mg/dL.");

        assertThat(names(facts.concomitants())).containsExactly("ramipril", "simvastatin");
    }

    private static PatientFacts caseOf(String text) {
        return caseOf(text, "{\"adverse\":false,\"drugs\":[],\"effects\":[]}");
    }

    private static PatientFacts caseOf(String text, String answer) {
        CaseReader reader = CaseReader.asking(new ScriptedModel(answer), VOCABULARY, Clock.systemUTC());
        Reading reading = reader.read(List.of(new DocumentText("test", List.of(Page.ofPlainText(1, text)), List.of())), new ArrayList<>(), _ -> {
        });
        assertThat(reading.triage().verdict()).as(text).isEqualTo(Triage.Verdict.CASE);
        return reading.patients().getFirst();
    }
}
