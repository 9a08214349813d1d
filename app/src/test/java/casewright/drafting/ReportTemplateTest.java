package casewright.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTemplateTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"suspectDrugs[1].dose|Suspect drug 2, dose", "concomitantDrugs[0].name|Concomitant drug 1, name as reported", "concomitantDrugs[0].start|Concomitant drug 1, start",
            "patient.sex|Patient, sex", "keyTests[1].name|Test 2"})
    void aPathIsCalledAsPeopleSayIt(String path, String title) {
        assertThat(ReportTemplate.load("icsr", "v1").titleOf(path)).contains(title);
    }
}
