package casewright.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Worked out by hand with the penalties of Bergvall et al. 2014, table 1.
class CompletenessTest {

    @Test
    void aCaseThatTellsEverythingIsWhole() {
        assertThat(answer(whole("2021-03-04", "2021-03-18"), "spontaneous")).isEqualTo("1.00, well documented");
    }

    @Test
    void whatIsMissingMultiplies() {
        // no age .7, no outcome .7, no dose .9, type of report not known .9, no country .9: .7 x .7 x .9 x .9 x .9 = .357
        StatedFields fields = new StatedFields().say("patient.sex", "female").say("reporter.qualification", "physician").say("suspectDrugs[0].name", "Nevrilan").say("suspectDrugs[0].indication", "epilepsy")
                .say("suspectDrugs[0].start", "4 March 2021", "2021-03-04").say("reactions[0].term", "rash").say("reactions[0].onset", "18 March 2021", "2021-03-18");

        assertThat(answer(fields, "unknown")).isEqualTo("0.36; missing: age, country, type of report, dose, outcome");
    }

    @Test
    void isTheMeanOverDrugsAndReactions() {
        // the second reaction has no onset (.5) and no outcome (.7): (1 + .35) / 2
        assertThat(answer(whole("2021-03-04", "2021-03-18").say("reactions[1].term", "fever"), "spontaneous")).startsWith("0.68; missing: time to onset, outcome");
    }

    @Test
    void anUnknownOutcomeIsMissing() {
        assertThat(answer(whole("2021-03-04", "2021-03-18").say("reactions[1].term", "fever").say("reactions[1].onset", "18 March 2021", "2021-03-18").say("reactions[1].outcome", "unknown", "0"), "spontaneous")).isEqualTo("0.85, well documented; missing: outcome");
    }

    @ParameterizedTest
    @CsvSource({"2021-03-04, 2021-03-18, 1.00", "2021-03, 2021-03-18, 0.90", "2021-03, 2021-04, 0.70", "2021, 2021-04-02, 0.70", "2021-03-18, 2021-03-04, 0.50"})
    void theTimeToOnsetCountsByItsUncertainty(String start, String onset, String score) {
        assertThat(answer(whole(start, onset), "spontaneous")).startsWith(score);
    }

    private static StatedFields whole(String start, String onset) {
        return new StatedFields().say("patient.sex", "female").say("patient.age", "54 years", "54 a").say("reporter.country", "Ireland").say("reporter.qualification", "physician")
                .say("suspectDrugs[0].name", "Nevrilan").say("suspectDrugs[0].indication", "epilepsy").say("suspectDrugs[0].dose", "25 mg").say("suspectDrugs[0].start", start, start)
                .say("reactions[0].term", "rash").say("reactions[0].onset", onset, onset).say("reactions[0].outcome", "recovered", "1");
    }

    private static String answer(StatedFields fields, String reportType) {
        return Completeness.of(fields.draft(), new CaseRecord(1, "CW-0000-000001", LocalDate.of(2026, 1, 15), reportType, "upload", "", List.of("EU"))).orElseThrow().answer();
    }
}
