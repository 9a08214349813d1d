package casewright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import casewright.reading.ReactionMention.Said;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MentionsTest {

    @Test
    void theNameOfAScaleIsNoDisorder() {
        assertThat(InventedText.mentions("The Glasgow Coma Scale was 15.").reactions()).isEmpty();
    }

    @Test
    void knowsABrandByTheSubstanceInBrackets() {
        Mentions mentions = InventedText.mentions("She was started on Quorvilex 25 mg tablets (metoprolol) on 14 April.", "In my view the rash comes from Quorvilex.");

        assertThat(mentions.drugs()).extracting(drug -> drug.term().text()).containsExactly("Quorvilex", "metoprolol", "Quorvilex");
        assertThat(mentions.drugs()).extracting(DrugMention::key).containsOnly("metoprolol");
    }

    @Test
    void knowsABrandByItsStrength() {
        Mentions mentions = InventedText.mentions("He took Quorvilex 50 mg every morning.");

        assertThat(mentions.drugs()).extracting(drug -> drug.term().text()).containsExactly("Quorvilex");
    }

    @Test
    void knowsAShortFormThatTheTextDefines() {
        Mentions mentions = InventedText.mentions("He was given metoprolol (MTP) for hypertension.", "MTP was stopped.");

        assertThat(mentions.drugs()).extracting(DrugMention::key).containsOnly("metoprolol");
    }

    @Test
    void knowsAShortFormOfAReactionThatTheTextDefines() {
        Mentions mentions = InventedText.mentions("He was given mycophenolate mofetil (MMF) and had immune checkpoint inhibitor colitis (ICI-C).", "MMF was stopped, and the ICI-C resolved.");

        assertThat(mentions.drugs()).extracting(DrugMention::key).contains("mycophenolate mofetil").doesNotContain("mmf");
        assertThat(mentions.drugs()).extracting(drug -> drug.term().text()).contains("MMF");
        assertThat(mentions.reactions()).extracting(reaction -> reaction.term().text()).contains("ICI-C");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "He had not taken metoprolol.", "Metoprolol, a frequent cause of bradycardia, had not been taken by our patient.", "She denied the use of metoprolol.", "There was no metoprolol in his list."})
    void seesThatADrugWasNotTaken(String sentence) {
        assertThat(InventedText.mentions(sentence).drugs()).allMatch(DrugMention::isDenied);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "He developed a rash.| AFFIRMED", "There was no rash.| DENIED", "Her mother had a rash.| FAMILY", "She had a history of hypertension.| HISTORY", "Hepatitis was ruled out.| DENIED",
            "He received ceftriaxone for pneumonia.| TREATED", "He had a mild rash as a child.| HISTORY", "Screening for hepatitis was done.| DOUBTED", 
            "He took simvastatin and noticed myalgia.| AFFIRMED"})
    void seesHowADisorderIsSaid(String sentence, Said said) {
        List<ReactionMention> reactions = InventedText.mentions(sentence).reactions();

        assertThat(reactions).isNotEmpty();
        assertThat(reactions.getLast().said()).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Two hours later her left upper lip and cheek swelled painlessly.|left upper lip and cheek swelled", "Both eyelids swelled up at night.|Both eyelids swelled up", "It swelled.|swelled"})
    void whatSwelledBelongsToTheTerm(String sentence, String term) {
        Mentions mentions = InventedText.mentions(sentence, "The swelling went away.");

        assertThat(mentions.reactions()).extracting(reaction -> reaction.term().text()).containsExactly(term, "swelling");
        assertThat(mentions.reactions()).extracting(mentions::keyOf).containsOnly("edema");
    }

    @ParameterizedTest
    @CsvSource({"A suicide note was found.", "She was put on a low sodium diet.", "Aspirin led to reduced platelet aggregation."})
    void whatIsEatenWrittenOrDoneByACellIsNoFinding(String sentence) {
        assertThat(InventedText.mentions(sentence).reactions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "In January 2021 Moderna vaccine was given.|Moderna vaccine", "After the 2nd Pfizer vaccine she felt ill.|Pfizer vaccine", "Recent COVID-19 vaccine was told.|COVID-19 vaccine",
            "He had mRNA-1273 (Moderna) vaccine in May.|mRNA-1273 (Moderna) vaccine", "The vaccine was given.|vaccine"})
    void aVaccineKeepsTheWordsThatNameIt(String sentence, String name) {
        assertThat(InventedText.mentions(sentence).drugs()).extracting(drug -> drug.term().text()).containsExactly(name);
    }
}
