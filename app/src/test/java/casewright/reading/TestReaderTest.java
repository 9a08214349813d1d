package casewright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "The platelet count was 18,000/mm3.| platelet count=18,000/mm3", "The platelet count obtained at that time was 18,000/mm3.| platelet count=18,000/mm3",
            "Aspartate transaminase (AST), 828 U/L, was raised.| Aspartate transaminase=828 U/L",
            "Blood glucose and hemoglobin A1c were 299 mg/dL and 8.2%.| Blood glucose=299 mg/dL; hemoglobin A1c=8.2%",
            "Creatinine was 4.1 mg/dL, and sodium and potassium were 121 mmol/L and 6.8 mmol/L.| sodium=121 mmol/L; potassium=6.8 mmol/L; Creatinine=4.1 mg/dL",
            "AST and ALT increased significantly (18,000 and 12,000 U/L, respectively).| AST=18,000; ALT=12,000 U/L",
            "The findings were: white blood cell (WBC) count 104,000/mm3, alanine transaminase (ALT) level 443 IU/L.| white blood cell (WBC)=104,000/mm3; alanine transaminase=443 IU/L",
            "Her platelet count reached a nadir of 18K/\u03bcL.| platelet count=18K/\u03bcL",
            "The serum metoprolol level was 38 mg/L.| serum metoprolol=38 mg/L",
            "He had a normal EEG.| EEG=normal"})
    void readsNamesWithTheirValues(String sentence, String tests) {
        assertThat(read("Metoprolol caused ataxia. " + sentence)).containsExactlyInAnyOrder(tests.split("; "));
    }

    @ParameterizedTest
    @CsvSource({"'Blood levels of metoprolol were 3 times the upper limit.'"})
    void aMultipleIsNoValue(String sentence) {
        assertThat(read(sentence)).isEmpty();
    }

    private static List<String> read(String text) {
        return new TestReader(InventedText.mentions(text)).read(Set.of(), Set.of(), 0).stream().map(test -> {
            Fact value = test.details().get("value");
            return test.name().value() + "=" + (value == null ? "" : value.value());
        }).toList();
    }
}
