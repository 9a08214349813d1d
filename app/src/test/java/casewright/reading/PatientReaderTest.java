package casewright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatientReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "A 61-year-old woman was admitted.| 61 a| female", "A three-month-old boy was seen.| 3 mo| male", "A woman of 71 years, treated for heart failure, fell.| 71 a| female",
            "Male, 63 years, 88 kg. Brought by ambulance.| 63 a| male", "She is 58 and lives alone with her cat.| 58 a| female", "A man in his 40s collapsed.| 4 {decade}| male",
            "The patient, aged 7 months, and her doll were brought in.| 7 mo| female"})
    void readsAgeWithItsUnitAndSex(String sentence, String age, String sex) {
        Map<String, Fact> patient = read(sentence);

        assertThat(patient.get("age")).isNotNull().extracting(Fact::code).isEqualTo(age);
        assertThat(patient.get("sex")).isNotNull().extracting(Fact::value).isEqualTo(sex);
    }

    @Test
    void takesNoRelativesAgeForThePatients() {
        assertThat(read("Her mother, a 61-year-old teacher, had the same rash.")).doesNotContainKey("age");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"His body weight was 47 kg.| 47", "Male, 63 years, 88 kg.| 88", "She weighed 150 lb.| 68.0"})
    void readsTheWeightInKilograms(String sentence, String kg) {
        assertThat(read(sentence).get("weightKg")).isNotNull().extracting(Fact::value).isEqualTo(kg);
    }

    @Test
    void takesNoLossForAWeight() {
        assertThat(read("He lost 5 kg of his body weight.")).doesNotContainKey("weightKg");
    }

    @Test
    void quotesWhatItRead() {
        Map<String, Fact> patient = read("A 61-year-old woman was admitted.");

        assertThat(patient.values()).flatExtracting(Fact::quotes).extracting(Quote::text).contains("61-year-old", "woman");
    }

    private static Map<String, Fact> read(String sentence) {
        return new PatientReader(InventedText.mentions(sentence).text()).read();
    }
}
