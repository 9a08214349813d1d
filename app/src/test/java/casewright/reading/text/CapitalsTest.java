package casewright.reading.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Text in capitals throughout is looked at in small letters and quoted as it stands.
class CapitalsTest {

    private static Sentence sentence(String written) {
        return Sentence.of(0, 0, 1, 10, written, Section.BODY, "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "THE PATIENT DEVELOPED HIVES AFTER RECEIVING PENICILLIN.|The patient developed hives after receiving penicillin.", "ON 3 MAY 2021 SHE MAY HAVE TAKEN A DOSE OF 500 MG I.V. IN MARCH.|On 3 May 2021 she may have taken a dose of 500 mg i.v. in March.",
            "ALT WAS 612 U/L, THE CT AND MRI WERE NORMAL; HIV NEGATIVE.|ALT was 612 U/L, the CT and MRI were normal; HIV negative.", "I FELT ILL AND DR. SMITH STOPPED MY TABLETS IN GERMANY.|I felt ill and Dr. Smith stopped my tablets in Germany.",
            "A 54-YEAR-OLD WOMAN WITH COVID-19 RECEIVED VITAMIN K 10 MG/DAY.|A 54-year-old woman with COVID-19 received vitamin K 10 mg/day.", "PATIENT A.B. HAD TYPE II DIABETES AND A RASH.|Patient A.B. had type II diabetes and a rash."})
    void isLookedAtInSmallLetters(String written, String text) {
        Sentence sentence = sentence(written);

        assertThat(sentence.text()).isEqualTo(text);
        assertThat(sentence.quote(4, 11).text()).isEqualTo(written.substring(4, 11));
        assertThat(sentence.quote().text()).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"The ALT, AST and GGT rose.", "MTX, CSA and MMF.", "DR. JANE SMITH, ST. MARY HOSPITAL", "ALT 45 U/L, AST 50 U/L.", "He took METOPROLOL 50 MG."})
    void whatHasCapitalsInAnyTextKeepsThem(String written) {
        assertThat(sentence(written).text()).isEqualTo(written);
    }
}
