package casewright.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextLanguageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"en | The patient was given the drug and had a rash.", "de | Der Patient und die \u00c4rztin: Ausschlag mit Juckreiz, das Mittel wurde abgesetzt.",
            "fr | Le patient a pris le m\u00e9dicament dans la semaine et une \u00e9ruption est apparue.", "es | El paciente tuvo una erupci\u00f3n por los comprimidos y fue tratado con crema.",
            "zh | \u60a3\u8005\u56e0\u9ad8\u8840\u538b\u670d\u836f\u540e\u51fa\u73b0\u76ae\u75b9"})
    void tellsALanguageByItsSmallWords(String language, String text) {
        assertThat(TextLanguage.of(text)).isEqualTo(language);
    }

    @Test
    void aLanguageThatItDoesNotKnowIsUnknown() {
        assertThat(TextLanguage.of("Arma virumque cano, et quantum est in rebus inane, et pax est, et omnia vincit amor, et nos cedamus amori, ut est.")).isEqualTo(TextLanguage.UNKNOWN);
        assertThat(TextLanguage.of("ALT 412 U/L")).isEqualTo(TextLanguage.UNKNOWN);
    }
}
