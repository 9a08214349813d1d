package casewright.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordingsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "hyperkalemia | Common: hyperkalaemia; hypoglycaemia.", "diarrhea | Uncommon: nausea, diarrhoea and vomiting.", "leukopenia | Very rare: leucopenia.",
            "headaches | Very common: headache.", "a rash | Uncommon: urticaria, rash.", "hepatitis | Cholestatic hepatitis has been reported, but no deaths."})
    void findsTheReactionInAnotherSpelling(String wording, String sentence) {
        assertThat(Wordings.of(List.of(wording)).areIn(sentence)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "hepatitis | Hepatitis has not been reported.", "hepatitis | There were no cases of jaundice or hepatitis in the trials.", "rash | Rashness is no reaction.",
            "hepatitis | Nausea was common; hepatitis was never observed.", "pancreatitis | The trials ended without pancreatitis.", "renal failure | Common: renal impairment, liver failure."})
    void takesADenialForNoMention(String wording, String sentence) {
        assertThat(Wordings.of(List.of(wording)).areIn(sentence)).isFalse();
    }
}
