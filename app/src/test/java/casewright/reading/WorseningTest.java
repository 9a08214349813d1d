package casewright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Conditions that were there before, in invented texts: they are kept out, their worsening is kept in.
class WorseningTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "A 50-year-old man with migraine took metoprolol. Metoprolol worsened his migraine.|worsened his migraine|migraine",
            "A 50-year-old man with long-standing psoriasis was started on metoprolol. Two weeks later his psoriasis was exacerbated. Metoprolol was stopped and the psoriasis improved.|psoriasis was exacerbated|psoriasis",
            "A 50-year-old man with psoriasis took metoprolol. His psoriasis was exacerbated by metoprolol.|psoriasis was exacerbated|psoriasis",
            "A 50-year-old man with epilepsy took metoprolol. His pre-existing epilepsy worsened after metoprolol was started. Metoprolol was stopped.|epilepsy worsened|epilepsy",
            "A 50-year-old man had a history of psoriasis. Metoprolol caused a flare of psoriasis.|flare of psoriasis|psoriasis"})
    void theWorseningIsTheReactionAndTheConditionIsHistory(String text, String reaction, String condition) {
        PatientFacts facts = InventedText.caseOf(text);

        assertThat(facts.reactions()).extracting(one -> one.term().value()).containsExactly(reaction);
        assertThat(facts.reactions().getFirst().term().quotes().getFirst().text()).isEqualTo(reaction);
        assertThat(facts.history()).extracting(one -> one.name().value()).containsExactly(condition);
    }

    @Test
    void whatIsToldOfTheConditionThenIsToldOfItsWorsening() {
        PatientFacts facts = InventedText.caseOf("A 50-year-old man with psoriasis took metoprolol. Metoprolol worsened his psoriasis. Metoprolol was stopped and the psoriasis recovered within a week.");

        assertThat(facts.reactions()).hasSize(1);
        assertThat(facts.reactions().getFirst().details().get("outcome")).isNotNull().extracting(Fact::value).isEqualTo("recovered");
    }

    @Test
    void aReactionThatWorsensIsOneReaction() {
        assertThat(InventedText.caseOf("Metoprolol caused a rash in a 50-year-old man. The rash worsened for two days.").reactions()).extracting(one -> one.term().value()).containsExactly("rash");
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "A 50-year-old man took metoprolol for his hypertension. His hypertension worsened while he was on metoprolol.",
            "A 50-year-old man with psoriasis took metoprolol. The psoriasis did not worsen under metoprolol.",
            "A 50-year-old man with psoriasis took metoprolol. He was content."})
    void neitherAFailureNorTheConditionItselfIsAReaction(String text) {
        assertThat(InventedText.read(text).triage().verdict()).isNotEqualTo(Triage.Verdict.CASE);
    }
}
