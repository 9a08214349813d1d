package casewright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import casewright.reading.text.FormField;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TestQuantityTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", value = {
            "4.1 mg/dL|4.1 mg/dL", "18,000/mm3|18000 /mm3", "7,2 mmol/l|7.2 mmol/L", "7\u00b72 mmol/L|7.2 mmol/L", "< 5 mg/L|<5 mg/L", "\u22650.5 ng/mL|>=0.5 ng/mL", "98 \u03bcmol/L|98 umol/L", "443 IU/L|443 [iU]/L", "828 U/L|828 U/L",
            "0.01 mIU/L|0.01 m[iU]/L", "18K/\u03bcL|18 10*3/uL", "2.1 x 10^9/L|2.1 10*9/L", "2.1 \u00d7 10\u2079/L|2.1 10*9/L", "38.9 \u00b0C|38.9 Cel", "8.2%|8.2 %", "110 bpm|110 /min", "7.21|7.21", "443 H U/L|443 U/L", "65 mm Hg|65 mm[Hg]", "700 cells/mm3|700 /mm3",
            "20%\u201325%|none", "79/43 mmHg|none", "798 to 98 \u03bcmol/l|none", "12 furlongs|none", "negative|none"})
    void aResultIsNumberAndUnitWhereBothAreClear(String written, @Nullable String code) {
        assertThat(TestQuantity.code(written)).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", value = {
            "Creatinine was 4.1 mg/dL (normal 0.6-1.2 mg/dL).|4.1 mg/dL|0.6|1.2|none", "On 3 March 2021 creatinine was 4.1 mg/dL (reference range, 0.6\u20131.2).|4.1 mg/dL|0.6|1.2|2021-03-03",
            "Creatinine was 88 mg/L (normal: <5 mg/L).|88 mg/L|none|5|none", "Creatinine was 4.1 mg/dL (normal 53-106 \u00b5mol/L).|4.1 mg/dL|none|none|none", "Potassium was 7,2 mmol/L on 4 May 2020.|7.2 mmol/L|none|none|2020-05-04"})
    void sentencesTellResultRangeAndDate(String sentence, String code, @Nullable String low, @Nullable String high, @Nullable String date) {
        TestFacts test = read("Metoprolol caused renal failure. " + sentence).getFirst();

        assertThat(codeOf(test, "value")).isEqualTo(code);
        assertThat(value(test, "low")).isEqualTo(low);
        assertThat(value(test, "high")).isEqualTo(high);
        assertThat(codeOf(test, "when")).isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Creatinine was 4.1 mg/dL on 3 March 2021 and 1.2 mg/dL on 9 March 2021.|4.1 mg/dL 2021-03-03|1.2 mg/dL 2021-03-09",
            "Creatinine fell from 4.1 on 3 March 2021 to 1.2 mg/dL on 9 March 2021.|4.1 mg/dL 2021-03-03|1.2 mg/dL 2021-03-09", "On 9 March 2021 creatinine had risen: creatinine rose from 0.9 to 3.1 mg/dL.|0.9 mg/dL null|3.1 mg/dL 2021-03-09",
            "On 3 March 2021 creatinine was 4.1 mg/dL, and on 9 March 2021 it was 1.2 mg/dL.|4.1 mg/dL 2021-03-03|1.2 mg/dL 2021-03-09"})
    void severalResultsOfOneTestStayApartEachWithItsDate(String sentence, String first, String second) {
        assertThat(read("Metoprolol caused renal failure. " + sentence)).extracting(test -> test.name().value().toLowerCase(Locale.ROOT) + ": " + codeOf(test, "value") + " " + codeOf(test, "when")).containsExactly("creatinine: " + first, "creatinine: " + second);
    }

    @Test
    void anotherTestsResultIsNoLaterResultOfTheFirst() {
        assertThat(read("Metoprolol caused renal failure. Creatinine was 4.1 mg/dL and urea was 88 mg/dL.")).extracting(test -> test.name().value().toLowerCase(Locale.ROOT) + " " + codeOf(test, "value")).containsExactly("creatinine 4.1 mg/dL", "urea 88 mg/dL");
    }

    @Test
    void aFormsEntryHasItsNumberRangeAndDate() {
        FormField field = new FormField("Tests", List.of("tests"), "11/25/2020 creatinine 4.1 mg/dL (normal 0.6-1.2); CRP < 5 mg/L", new Quote(0, 1, 0, 63, "11/25/2020 creatinine 4.1 mg/dL (normal 0.6-1.2); CRP < 5 mg/L"), new Quote(0, 1, 0, 5, "Tests"));

        List<TestFacts> tests = FormTests.of(field);

        assertThat(codeOf(tests.getFirst(), "value") + " " + value(tests.getFirst(), "low") + " " + value(tests.getFirst(), "high") + " " + codeOf(tests.getFirst(), "when")).isEqualTo("4.1 mg/dL 0.6 1.2 2020-11-25");
        assertThat(codeOf(tests.getLast(), "value")).isEqualTo("<5 mg/L");
    }

    private static List<TestFacts> read(String text) {
        return new TestReader(InventedText.mentions(text)).read(Set.of(), Set.of("renal failure"), 0).stream().toList();
    }

    private static @Nullable String value(TestFacts test, String id) {
        Fact fact = test.details().get(id);
        return fact == null ? null : fact.value();
    }

    private static @Nullable String codeOf(TestFacts test, String id) {
        Fact fact = test.details().get(id);
        return fact == null ? null : fact.code();
    }
}
