package casewright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What of the patient and the study is told in few documents only.
class PatientAndStudyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", value = {
            "An elderly woman took lithium.|elderly|6", "A middle-aged man took lithium.|adult|5", "An infant was given lithium.|infant|2", "A newborn was given lithium.|neonate|1", "A teenage girl took lithium.|adolescent|4", "A small boy was given lithium.|child|3",
            "A 67-year-old elderly woman took lithium.|none|none", "A woman took lithium. Her sister has a child.|none|none", "A patient took lithium.|none|none"})
    void theAgeGroupStandsForAnAgeThatIsNotTold(String told, @Nullable String group, @Nullable String code) {
        Fact found = facts(told).patient().get("ageGroup");

        assertThat(found == null ? null : found.value()).isEqualTo(group);
        assertThat(found == null ? null : found.code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", value = {
            "A 30-year-old woman, 24 weeks pregnant, took lithium.|24 wk|none", "A 30-year-old pregnant woman took lithium at 28 weeks of gestation. Her last menstrual period was on 3 March 2021.|28 wk|2021-03-03",
            "A 30-year-old woman took lithium. LMP: March 2021.|none|2021-03", "A 3-year-old boy, born at 36 weeks of gestation, took lithium.|none|none"})
    void aPregnancyHasItsWeekAndItsLastMenstruation(String told, @Nullable String gestation, @Nullable String menstruation) {
        PatientFacts facts = facts(told);

        assertThat(code(facts.patient().get("gestationPeriod"))).isEqualTo(gestation);
        assertThat(code(facts.patient().get("lastMenstruation"))).isEqualTo(menstruation);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", value = {
            "A 67-year-old man took lithium. He was enrolled in the ORLA-2 trial (NCT01234567).|ORLA-2|NCT01234567|1", "A 67-year-old man was randomised in a double-blind study of lithium, protocol number VH-77/12.|none|VH-77/12|1",
            "A 67-year-old man took lithium. He was included in an observational registry.|none|none|3", "A 67-year-old man was enrolled in a compassionate use programme of lithium.|none|none|2",
            "A 67-year-old man took lithium. In a randomised trial lithium did well.|none|none|none"})
    void theStudyIsTheOneInWhichThePatientWas(String told, @Nullable String name, @Nullable String number, @Nullable String type) {
        PatientFacts facts = facts(told);

        assertThat(value(facts.reporter().get("studyName"))).isEqualTo(name);
        assertThat(value(facts.reporter().get("studyNumber"))).isEqualTo(number);
        assertThat(code(facts.reporter().get("studyType"))).isEqualTo(type);
    }

    private static PatientFacts facts(String told) {
        return InventedText.facts(told + " Lithium caused tremor.");
    }

    private static @Nullable String value(@Nullable Fact fact) {
        return fact == null ? null : fact.value();
    }

    private static @Nullable String code(@Nullable Fact fact) {
        return fact == null ? null : fact.code();
    }
}
