package casewright.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import casewright.drafting.NarrativeSentence.Kind;
import casewright.evidence.Evidence;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The narrative of invented texts, without a model's wording.
class SlotNarrativeTest {

    private static final String CASE = "An 80-year-old man with diabetic ketoacidosis (DKA) in 2018 took simvastatin. He was given metoprolol 50 mg daily for hypertension. "
            + "After two weeks he developed a rash, which was attributed to metoprolol. Metoprolol was stopped and the rash resolved within a week. ";

    @Test
    void tellsInTheOrderOfTheTrade() {
        Draft draft = InventedDraft.of(CASE);

        assertThat(draft.narrative()).extracting(NarrativeSentence::section).containsSubsequence("introduction", "introduction", "patient", "concomitants", "suspect drugs", "course", "treatment", "outcome", "causality");
        assertThat(told(draft)).contains("It concerns rash with metoprolol.", "The patient was an 80-year-old male");
    }

    @Test
    void aShortFormIsSpelledOutWhereItIsFirstUsedAndCitesWhereTheSourceDoes() {
        Draft draft = InventedDraft.of("A 60-year-old man was seen for a rash, as his brother with acute tubular necrosis (ATN) had been. He had been given metoprolol 50 mg daily. He developed ATN after two weeks, which was attributed to metoprolol.");

        assertThat(draft.narrative()).filteredOn(sentence -> sentence.sentence().contains("acute tubular necrosis (ATN)")).isNotEmpty().first().satisfies(sentence ->
                assertThat(sentence.citations()).extracting(Citation::quote).anySatisfy(quote -> assertThat(quote).contains("acute tubular necrosis (ATN)")));
    }

    @Test
    void aDeathIsTold() {
        String noise = "The blood pressure was 130/80 mmHg and the pulse 70 bpm at each of the many visits to the clinic. ".repeat(3);

        assertThat(told(InventedDraft.of(CASE + noise + "In his last hospitalization he was diagnosed with a carcinoma of the bowel and passed away. " + noise))).contains("passed away");
    }

    @Test
    void aFindingWithAFigureBesideItIsNoAside() {
        assertThat(told(InventedDraft.of(CASE + "The skin returned to normal within four weeks (Fig. 3)."))).contains("returned to normal within four weeks.");
    }

    /// As companies write: sentences, not labels.
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Metoprolol was stopped and the rash resolved within a week.|Metoprolol was withdrawn.",
            "Metoprolol was stopped and the rash resolved within a week.|The patient recovered from rash.", "At the last visit the rash persisted.|The patient had not recovered from rash.",
            "Metoprolol (Zyntrapharm Co., Ltd., Springfield) was stopped.|Metoprolol was stopped.", "Metoprolol (50 mg; Zyntrapharm Inc., USA) was stopped.|Metoprolol (50 mg) was stopped.",
            "A second rash was also revealed by metoprolol.|was also revealed", "The skin was found to be dry on metoprolol.|The skin was found to be dry",
            "I stopped the metoprolol at once, and I advised against its use.|The reporter stopped the metoprolol at once, and the reporter advised against its use.", "A type I reaction to metoprolol was thought of.|A type I reaction"})
    void isWrittenInSentences(String source, String sentence) {
        assertThat(told(InventedDraft.of(CASE + source))).contains(sentence);
    }

    @Test
    void aLetterInTheFirstPersonIsToldInTheThird() {
        assertThat(told(InventedDraft.of("I am writing about this 67-year-old teacher, who was started on metoprolol 50 mg daily in May 2019. She developed a rash, which was attributed to metoprolol. She also takes ramipril 5 mg once daily.")))
                .contains("This 67-year-old teacher was started on metoprolol 50 mg daily in May 2019.", "Concomitant medication was ramipril.");
    }

    @Test
    void nobodyRecoversFromAClause() {
        assertThat(told(InventedDraft.of("Sex: F\nAge: 44\nSuspect drug: Metoprolol 50 mg daily\nEvent: could not lift my left arm\nOutcome: recovered\n"))).contains("Outcome of could not lift my left arm: recovered.");
    }

    @Test
    void anotherIsOneWord() {
        assertThat(told(InventedDraft.of("Patient: 45 F\nProduct: Metoprolol 50 mg daily\nEvent: rash\nOutcome: recovered\nReporter: ward nurse\nCountry: IE\n"))).contains("reported by another health professional");
    }

    @Test
    void aReducedDoseIsNoWithdrawal() {
        assertThat(told(InventedDraft.of("A man was given metoprolol 50 mg daily. He developed dizziness, which was attributed to metoprolol. The dose of metoprolol was reduced to 25 mg, and the dizziness improved.")))
                .contains("The dose of metoprolol was reduced.", "The patient was recovering from dizziness.");
    }

    @Test
    void whatTheFieldsRestOnIsToldBeforeOtherThings() {
        String noise = "The chest film was normal and the abdomen was soft and the pulse was 70 bpm on that day. ";

        assertThat(told(InventedDraft.of(CASE + noise.repeat(12) + "The potassium was 6.1 mmol/L and after metoprolol had been stopped the rash resolved. " + noise.repeat(12)))).contains("6.1 mmol/L");
    }

    @Test
    void theHistoryHasItsTimesAndEarlierReactions() {
        String told = told(InventedDraft.of("A 54-year-old man with asthma since 2015 had a rash from penicillin in 2011. He was given metoprolol 50 mg daily. He developed dizziness, which was attributed to metoprolol."));

        assertThat(told).contains("asthma since 2015", "Earlier reactions to drugs: penicillin (rash).");
    }

    @Test
    void whatHoldsForAllEventsNamesThemOnce() {
        String form = "SEX: F\nAGE_YRS: 33\nVAX_NAME: COVID19 (COVID19 (MODERNA))\nVAX_DATE: 12/28/2020\nONSET_DATE: 12/30/2020\nSYMPTOM_TEXT: Nausea and headache.\nALLERGIES: penicillin, bee venom\nRECOVD: Y\n";

        assertThat(told(InventedDraft.of(form))).contains("allergies to penicillin and bee venom", "The events began 2 days after vaccination with COVID19 (MODERNA).", "The patient recovered from the events.");
    }

    @Test
    void aTestThatTheCourseDoesNotTellIsToldBesideIt() {
        Draft draft = InventedDraft.of(CASE + "The potassium was 6.1 mmol/L (normal 3.5-5.0).");

        assertThat(told(draft)).contains("6.1 mmol/L");
        assertThat(draft.findings()).filteredOn(finding -> finding.kind().equals("mismatch")).isEmpty();
    }

    @Test
    void whatTheReferenceSafetyInformationSaysIsASentenceOfItsOwnWithThePassage() {
        Evidence listed = new Evidence("metoprolol rash", "listedness", new Evidence.Subject("metoprolol", "rash"), new Evidence.Corpus("meridian-rsi", "3", true, ""), List.of(),
                Optional.of(new Evidence.Answer("p1", "Metoprolol data sheet", "core data sheet", "Rash has been reported.", "listed")), null);

        assertThat(InventedDraft.of(CASE, "{}", List.of(listed)).narrative()).last().satisfies(sentence -> {
            assertThat(sentence.kind()).isEqualTo(Kind.KNOWLEDGE);
            assertThat(sentence.sentence()).isEqualTo("Company comment: rash with metoprolol is listed in Metoprolol data sheet (meridian-rsi, version 3).");
            assertThat(sentence.citations()).singleElement().isInstanceOf(Citation.Knowledge.class);
        });
    }

    private static String told(Draft draft) {
        return String.join(" ", draft.narrative().stream().map(NarrativeSentence::sentence).toList());
    }
}
