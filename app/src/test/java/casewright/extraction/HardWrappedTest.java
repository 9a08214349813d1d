package casewright.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HardWrappedTest {

    private static final String LETTER = """
            Dear colleague,

            I saw this 54-year-old woman who had been given metoprolol 50 mg twice
            daily for hypertension since May. Two weeks after the first tablet she
            developed a severe itching rash of both arms and of the trunk. You may
            remember her. We stopped metoprolol, and the rash resolved within five
            days.

            Medication:
            - ramipril 5 mg once daily
            - simvastatin 20 mg at night

            Patient: E. K.
            Sex: female
            """;

    @Test
    void aLinesEndWithinAParagraphIsABlank() {
        String text = HardWrapped.unwrapped(LETTER);

        assertThat(text).hasSameSizeAs(LETTER);
        assertThat(text.lines()).contains("Dear colleague,", "- ramipril 5 mg once daily", "Sex: female").anySatisfy(line ->
                assertThat(line).startsWith("I saw this").contains("metoprolol 50 mg twice daily for", "the first tablet she developed").endsWith("within five days."));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "Patient initials: A.B. of the second ward on the fourth floor\nSuspect drug: metoprolol 50 mg twice daily since 3 May 2019\nReaction: a severe rash of both arms and of the trunk too\nOutcome: recovered after the drug was stopped for good\n",
            "A 54-year-old woman took metoprolol.\nShe developed a rash.\nIt resolved.\nShe went home.\n",
            "ramipril 5 mg once daily in the morning with a glass of water\nsimvastatin 20 mg at night\nmetformin 850 mg twice daily with breakfast and with the supper\naspirin 100 mg\n",
            "1. She took metoprolol 50 mg twice daily for her hypertension.\n2. She developed a rash of both arms, which itched very much.\n3. The rash resolved within days after metoprolol was stopped.\n4. She took no other medicines at all during the whole time.\n"})
    void whatHasLinesOfItsOwnKeepsThem(String text) {
        assertThat(HardWrapped.unwrapped(text)).isEqualTo(text);
    }

    @Test
    void rowsOfValuesAreNoParagraph() {
        String rows = "patient,drug,dose,reaction,onset,outcome,reporter,country\n" + "54,metoprolol,50 mg,rash,2019-05-03,recovered,physician,IE\n".repeat(6);

        assertThat(new TextExtractor(300).extract(rows.getBytes(StandardCharsets.UTF_8)).pages().getFirst().text()).isEqualTo(rows);
    }
}
