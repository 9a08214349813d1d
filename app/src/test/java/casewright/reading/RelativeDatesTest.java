package casewright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Worked out by hand from the anchor that the text gives.
class RelativeDatesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", value = {
            "Metoprolol was started on 4 March 2021. Three weeks later he developed a rash.|Three weeks later|2021-03-25",
            "Metoprolol was started on 4 March 2021. Two months later he developed a rash.|Two months later|2021-05",
            "Metoprolol was started on 4 March 2021. He developed a rash 10 days after starting metoprolol.|10 days after|2021-03-14",
            "Metoprolol was started on 4 March 2021. He developed a rash on day 3 of treatment.|on day 3 of treatment|2021-03-06",
            "He took metoprolol. He underwent surgery on 4 March 2021. He developed a rash on postoperative day 4.|on postoperative day 4|2021-03-08",
            "Metoprolol was started in March 2021. Three weeks later he developed a rash.|Three weeks later|none",
            "Metoprolol was started. Three weeks later he developed a rash.|Three weeks later|none"})
    void aRelativeDateIsWorkedOutFromItsAnchorAndKeepsItsWords(String told, String words, @Nullable String iso) {
        Fact onset = InventedText.facts("A 40-year-old man was seen. " + told + " Metoprolol caused the rash.").reactions().getFirst().details().get("onset");

        assertThat(onset).isNotNull().satisfies(fact -> {
            assertThat(fact.value()).isEqualToIgnoringCase(words);
            assertThat(fact.code()).isEqualTo(iso);
            assertThat(fact.sure()).isFalse();
            assertThat(fact.quotes()).hasSize(iso == null ? 1 : 2);
        });
    }
}
