package casewright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Times of conditions and earlier reactions, in invented texts.
class HistoryReaderTest {

    private static final String EVENT = " He took lisinopril. Lisinopril caused angioedema.";

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "A 60-year-old man had a history of hypertension since 2015.|hypertension|start=since 2015/2015", "A 60-year-old man had a history of epilepsy for 10 years.|epilepsy|start=for 10 years/null",
            "A 60-year-old man had been diagnosed at the age of 12 with epilepsy.|epilepsy|start=at the age of 12/null", "A 60-year-old man had a history of hepatitis in March 2018.|hepatitis|start=in March 2018/2018-03",
            "A 60-year-old man with known epilepsy was seen.|epilepsy|continuing=yes/true", "A 60-year-old retired baker with known epilepsy was seen.|epilepsy|continuing=yes/true", "A 60-year-old man with a medical history of pneumonia, which resolved in 2010.|pneumonia|end=2010/2010",
            "A 60-year-old man had a history of multiple sclerosis (MS) since 2005.|multiple sclerosis|start=since 2005/2005", "A 60-year-old man had a history of hypertension since his 30s.|hypertension|start=since his 30s/null",
            "A 60-year-old man with Crohn's disease (CD) of the ileum diagnosed at the age of thirteen was seen.|Crohn's disease|start=at the age of thirteen/null",
            "A 60-year-old man had a history of epilepsy.|epilepsy|", "A 60-year-old man had a history of epilepsy treated with valproate since 2015.|epilepsy|",
            "A 60-year-old man had a history of epilepsy and hypertension since 2015.|epilepsy|"})
    void aConditionHasTheTimesThatItsTextSays(String text, String condition, @Nullable String details) {
        ConditionFacts found = InventedText.caseOf(text + EVENT).history().stream().filter(one -> one.name().value().equals(condition)).findFirst().orElseThrow();

        assertThat(found.details().entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue().value() + "/" + entry.getValue().code()).sorted().collect(Collectors.joining("; "))).isEqualTo(details == null ? "" : details);
        assertThat(found.quotes()).allSatisfy(quote -> assertThat((text + EVENT).substring(quote.start(), quote.end())).isEqualTo(quote.text()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"A 60-year-old man had a previous rash from penicillin.|penicillin|rash|", "A 60-year-old man had reacted to penicillin in 2012.|penicillin|reacted|2012",
            "A 60-year-old man had developed urticaria after amoxicillin 10 years ago.|amoxicillin|urticaria|"})
    void anEarlierReactionToADrugStandsApart(String text, String drug, String reaction, @Nullable String year) {
        PatientFacts facts = InventedText.caseOf(text + EVENT);

        assertThat(facts.pastReactions()).singleElement().satisfies(past -> {
            assertThat(past.drug().value()).isEqualTo(drug);
            assertThat(past.reaction().value()).isEqualTo(reaction);
            if (year != null) assertThat(past.details().get("start")).isNotNull().extracting(Fact::code).isEqualTo(year);
        });
        assertThat(facts.suspects()).extracting(suspect -> suspect.name().value()).containsExactly("Lisinopril");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A 60-year-old man had a penicillin allergy.", "A 60-year-old man had no previous reaction to penicillin.", "A 60-year-old man had a previous treatment with penicillin.", "A 60-year-old man was seen."})
    void anAllergyATreatmentOrADenialIsNoEarlierReaction(String text) {
        assertThat(InventedText.caseOf(text + EVENT).pastReactions()).isEmpty();
    }

    @Test
    void aFormsItemHasItsTimes() {
        String form = "PATIENT AGE: 60 years\nSEX: male\nMEDICAL HISTORY: asthma since 2015; pneumonia resolved in 2010\nSUSPECT DRUG NAME: lisinopril\nREACTION: angioedema\n";

        assertThat(InventedText.facts(form).history()).extracting(one -> one.name().value()).containsExactly("asthma", "pneumonia");
        assertThat(InventedText.facts(form).history().getFirst().details().get("start")).isNotNull().extracting(Fact::code).isEqualTo("2015");
        assertThat(InventedText.facts(form).history().getLast().details().get("end")).isNotNull().extracting(Fact::code).isEqualTo("2010");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Medication allergies included amoxicillin and simvastatin.|allergy to amoxicillin; allergy to simvastatin|", "Medication allergies included amoxicillin (tinnitus).||amoxicillin: tinnitus",
            "Medication allergies included amoxicillin, which caused tinnitus, and simvastatin.|allergy to simvastatin|amoxicillin: tinnitus", "She had no known drug allergies.||",
            "She had a history of epilepsy treated with simvastatin.|epilepsy|"})
    void aListOfAllergiesIsToldDrugByDrug(String sentence, @Nullable String history, @Nullable String past) {
        PatientFacts facts = InventedText.caseOf("A 45-year-old woman was seen. " + sentence + " She took metoprolol. Two days later she developed a rash due to metoprolol.");

        assertThat(String.join("; ", facts.history().stream().map(one -> one.name().value()).toList())).isEqualTo(history == null ? "" : history);
        assertThat(String.join("; ", facts.pastReactions().stream().map(one -> one.drug().value() + ": " + one.reaction().value()).toList())).isEqualTo(past == null ? "" : past);
    }
}
