package casewright.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What counts as a suspicion in an invented text, what does not, and whose it is.
class BlameTest {

    @ParameterizedTest
    @ValueSource(strings = {
            "Metoprolol may have caused the rash.", "Metoprolol might have contributed to his rash.", "The rash may have been caused by metoprolol.", "A causal role of metoprolol cannot be excluded.",
            "Metoprolol was possibly the cause of the rash.", "Can this be from metoprolol?"})
    void aDoubtedCauseIsASuspicion(String told) {
        PatientFacts facts = InventedText.caseOf("A 50-year-old man took metoprolol. He noticed a rash. " + told);

        assertThat(facts.suspects()).hasSize(1);
        assertThat(facts.reactions()).extracting(reaction -> reaction.term().value()).containsExactly("rash");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "Metoprolol may cause a rash.", "Metoprolol may have adverse effects such as a rash.", "The rash was not caused by metoprolol.", "The rash was considered unrelated to metoprolol.", "The rash was not attributed to metoprolol.",
            "Metoprolol was ruled out as the cause of the rash.", "There was no causal relationship between the rash and metoprolol.", "His father had had a rash from metoprolol."})
    void aDeniedOrGeneralCauseIsNone(String told) {
        assertThat(InventedText.read("A 50-year-old man took metoprolol. He was seen with a broken arm. " + told).triage().verdict()).isNotEqualTo(Triage.Verdict.CASE);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "A similar case was reported by Smith: a 30-year-old woman developed hepatitis from simvastatin.", "In a previous report, simvastatin caused hepatitis in a woman.", "Simvastatin caused hepatitis in a man, as Miller et al told.",
            "In a cohort study of 1,200 people, simvastatin caused hepatitis.", "Simvastatin caused hepatitis in 12 of 300 patients.", "Statins cause hepatitis.", "Hepatitis is a known effect of simvastatin."})
    void otherPeopleAndClassesGiveNoFactOfThePatient(String told) {
        PatientFacts facts = InventedText.caseOf("Metoprolol caused a rash in a 50-year-old man. " + told);

        assertThat(facts.suspects()).extracting(drug -> drug.name().value()).containsExactly("Metoprolol");
        assertThat(facts.reactions()).extracting(reaction -> reaction.term().value()).containsExactly("rash");
        assertThat(facts.concomitants()).isEmpty();
        assertThat(facts.patient().get("age")).isNotNull().satisfies(age -> assertThat(age.others()).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"He took part in a randomized trial of metoprolol.", "He was treated after the regimen of Smith et al with metoprolol.", "Of 200 patients of this ward, only he took metoprolol."})
    void whoIsOneOfAGroupIsThePatientAllTheSame(String told) {
        assertThat(InventedText.caseOf("A 50-year-old man was seen. " + told + " He developed a rash caused by metoprolol.").suspects()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "Metoprolol was later exonerated.", "A provocation test excluded an allergy to metoprolol.", "A causal role of metoprolol was ruled out.", "Scabies was finally found to be the cause.",
            "The true cause of the rash turned out to be scabies.", "Metoprolol was considered unrelated to the rash.", "The rash was finally attributed to scabies rather than to metoprolol.", "Metoprolol was eventually excluded as the cause of the rash."})
    void aDrugThatTheTextClearsAfterwardsIsNoCase(String cleared) {
        Triage triage = InventedText.read("A 50-year-old man took metoprolol. He developed a rash, and metoprolol was suspected to be the cause. " + cleared).triage();

        assertThat(triage.verdict()).isEqualTo(Triage.Verdict.NEITHER);
        assertThat(triage.reason()).contains("clears it afterwards");
        assertThat(triage.evidence()).extracting(Quote::text).containsExactly(cleared);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "Metoprolol could not be exonerated.", "A causal role of metoprolol could not be ruled out.", "Simvastatin was later exonerated.", "Scabies was ruled out.", "Metoprolol was cleared slowly because of renal failure.",
            "Metoprolol was found to be the cause.", "The true cause was never found.", "Metoprolol was first exonerated. On re-exposure to metoprolol the rash recurred, caused by metoprolol."})
    void aDrugThatStaysSuspectedIsACase(String told) {
        assertThat(InventedText.read("A 50-year-old man took metoprolol and simvastatin. He developed a rash, and metoprolol was suspected to be the cause. " + told).triage().verdict()).isEqualTo(Triage.Verdict.CASE);
    }

    @Test
    void onlyTheClearedOfTwoDrugsIsLeftOut() {
        PatientFacts facts = InventedText.caseOf("A 50-year-old man took metoprolol and simvastatin. He developed a rash, which was attributed to metoprolol or simvastatin. Simvastatin was later exonerated.");

        assertThat(facts.suspects()).extracting(drug -> drug.name().value()).containsExactly("metoprolol");
    }

    @Test
    void eachReactionHasItsDrug() {
        PatientFacts facts = InventedText.caseOf("A 45-year-old man had a dry cough from lisinopril and bradycardia from metoprolol.");

        assertThat(facts.reactions()).extracting(reaction -> reaction.term().value(), reaction -> Objects.requireNonNull(reaction.details().get("suspected")).value())
                .containsExactlyInAnyOrder(tuple("dry cough", "lisinopril"), tuple("bradycardia", "metoprolol"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "The dermatologist suspected that metoprolol caused his rash.|The dermatologist", "The rash was attributed to metoprolol by the treating physician.|the treating physician", "In our opinion metoprolol caused the rash.|our",
            "According to the patient, metoprolol caused the rash.|the patient", "We think that metoprolol caused the rash.|We", "Metoprolol caused the rash.|"})
    void saysWhoBlames(String told, @Nullable String who) {
        Fact by = InventedText.caseOf("A 50-year-old man was seen. " + told).reactions().getFirst().details().get("suspectedBy");

        assertThat(by == null ? null : by.value()).isEqualTo(who);
    }
}
