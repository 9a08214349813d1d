package casewright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatientReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "A 61-year-old woman was admitted.| 61 a| female", "A three-month-old boy was seen.| 3 mo| male", "A woman of 71 years, treated for heart failure, fell.| 71 a| female",
            "Male, 63 years, 88 kg. Brought by ambulance.| 63 a| male", "She is 58 and lives alone with her cat.| 58 a| female", "A man in his 40s collapsed.| 4 {decade}| male",
            "A neonate of 5 days was treated. He is a boy.| 5 d| male", "My wife (62 years, 70 kg) has hives. She is well otherwise.| 62 a| female", "The patient, aged 7 months, and her doll were brought in.| 7 mo| female"})
    void readsAgeWithItsUnitAndSex(String sentence, String age, String sex) {
        Map<String, Fact> patient = read(sentence);

        assertThat(patient.get("age")).isNotNull().extracting(Fact::code).isEqualTo(age);
        assertThat(patient.get("sex")).isNotNull().extracting(Fact::value).isEqualTo(sex);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "A 45-year-old man who was diagnosed with diabetes at the age of 12 developed a rash.| 45 a",
            "Diagnosed with epilepsy at the age of 9, the 31-year-old woman developed hepatitis.| 31 a"})
    void takesTheAgeAtTheEventAndNotAtADiagnosis(String sentence, String age) {
        assertThat(read(sentence).get("age")).isNotNull().extracting(Fact::code).isEqualTo(age);
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

    @ParameterizedTest
    @ValueSource(strings = {"A 3-day-old boy, whose mother (29 years, 60 kg) was well, was seen.", "His donor was a woman of 60 years, weight 60 kg."})
    void takesNoRelativesWeightForThePatients(String sentence) {
        assertThat(read(sentence)).doesNotContainKey("weightKg");
    }

    @Test
    void takesNoLossForAWeight() {
        assertThat(read("He lost 5 kg of his body weight.")).doesNotContainKey("weightKg");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Her height was 1.72 m.| 172", "A 61-year-old woman (160 cm, 60 kg) was seen.| 160", "She was 5 feet 4 inches tall.| 163", "He was 5'11\" and slim.| 180", "A man of 70 kg/175 cm was seen.| 175",
            "The nodule of 12 cm was removed.|", "Her mother had a height of 150 cm.|"})
    void readsTheHeightInCentimetres(String sentence, @Nullable String cm) {
        Fact height = read(sentence).get("heightCm");

        assertThat(height == null ? null : height.value()).isEqualTo(cm);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "A pregnant 28-year-old woman was seen.| pregnant", "A woman in the second trimester of her pregnancy was seen.| second trimester of her pregnancy", "She was a G2P1 at term.| G2P1",
            "A woman was seen at 24 weeks of gestation.| 24 weeks of gestation", "A 28-year-old woman was not pregnant.|", "A woman was asked whether she was pregnant.|", "A man cared for his pregnant wife.|"})
    void readsAPregnancy(String sentence, @Nullable String words) {
        Fact pregnancy = read(sentence).get("pregnancy");

        assertThat(pregnancy == null ? null : pregnancy.value()).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"The patient was seen at 24 weeks of gestation.| female", "The patient, a primigravida, was seen.| female", "His arms were red.| male", "The infant was born at 30 weeks of gestation.|"})
    void tellsTheSexByOtherWords(String sentence, @Nullable String sex) {
        Fact found = read(sentence).get("sex");

        assertThat(found == null ? null : found.value()).isEqualTo(sex);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Mr. J.K., a joiner, was seen.| J.K.", "Patient K.L. (DOB 12/04/1971) was seen.| K.L.", "The patient IV fluids were given to was thirsty.|"})
    void readsInitials(String sentence, @Nullable String initials) {
        Fact found = read(sentence).get("initials");

        assertThat(found == null ? null : found.value()).isEqualTo(initials);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"He was born on 3 May 1962.| 1962-05-03", "A man (DOB 12 April 1971) was seen.| 1971-04-12"})
    void readsTheDateOfBirth(String sentence, String date) {
        assertThat(read(sentence).get("birthDate")).isNotNull().extracting(Fact::code).isEqualTo(date);
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
