package casewright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChallengeReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", value = {
            "Amoxicillin was stopped.|none", "Amoxicillin was stopped. She went home and ate well.|not done", "Amoxicillin was stopped. The rash resolved. Amoxicillin was restarted a month later.|none",
            "Amoxicillin was stopped. The rash resolved. It was restarted by her doctor.|none", "Amoxicillin was stopped. The rash resolved. Amoxicillin was never restarted.|not done",
            "Amoxicillin was stopped. The rash resolved, and ramipril was restarted.|not done"})
    void notDoneNeedsATextThatGoesOnAndTellsOfNoFurtherGiving(String told, @Nullable String rechallenge) {
        assertThat(detail(told, "rechallenge")).isEqualTo(rechallenge);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", value = {
            "After the rash had resolved, amoxicillin was stopped.|none", "Amoxicillin was stopped once the rash had resolved.|none", "The rash resolved after amoxicillin was stopped.|positive",
            "Amoxicillin was stopped and the rash resolved.|positive", "Amoxicillin was stopped. The rash resolved.|positive", "With discontinuation of amoxicillin the rash resolved.|positive",
            "Amoxicillin was stopped. The rash persisted.|negative", "Amoxicillin was stopped.|none"})
    void aDechallengeNeedsAnImprovementBehindTheStop(String told, @Nullable String dechallenge) {
        assertThat(detail(told, "dechallenge")).isEqualTo(dechallenge);
    }

    private static @Nullable String detail(String told, String id) {
        Fact fact = InventedText.facts("A 30-year-old woman took amoxicillin. Amoxicillin caused a rash. " + told).suspects().getFirst().details().get(id);
        return fact == null ? null : fact.value();
    }
}
