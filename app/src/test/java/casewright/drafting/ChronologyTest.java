package casewright.drafting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChronologyTest {

    private final List<DraftField> fields = new ArrayList<>();

    @Test
    void countsTheDaysFromTheFirstDoseToTheOnset() {
        say("suspectDrugs[0].name", "Nevrilan", null);
        say("suspectDrugs[0].start", "4 March 2021", "2021-03-04");
        say("reactions[0].term", "rash", null);
        say("reactions[0].onset", "18 March 2021", "2021-03-18");

        List<Finding> findings = Chronology.of(draft());

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo("time to onset");
            assertThat(finding.title()).isEqualTo("Nevrilan / rash");
            assertThat(finding.answer()).isEqualTo("14 days");
            assertThat(finding.citations()).hasSize(2);
        });
    }

    @Test
    void aReactionBeforeTheFirstDoseIsAContradiction() {
        say("suspectDrugs[0].name", "Nevrilan", null);
        say("suspectDrugs[0].start", "April 2021", "2021-04");
        say("reactions[0].term", "rash", null);
        say("reactions[0].onset", "18 March 2021", "2021-03-18");

        assertThat(Chronology.of(draft())).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo("contradiction");
            assertThat(finding.answer()).contains("the reaction began before the drug was started");
        });
    }

    @Test
    void aYearSaysNothingAboutADayInIt() {
        say("suspectDrugs[0].name", "Nevrilan", null);
        say("suspectDrugs[0].start", "2021", "2021");
        say("suspectDrugs[0].stop", "1 January 2021", "2021-01-01");

        assertThat(Chronology.of(draft())).isEmpty();
    }

    @Test
    void differentWordsOfTheSourceAreAContradictionWithBothPlaces() {
        fields.add(new DraftField("patient.age", new FieldValue.Unclear("The source says different things.",
                List.of(new FieldValue.Alternative("54 years", List.of(cited("54 years"))), new FieldValue.Alternative("45 years", List.of(cited("45 years")))))));

        assertThat(Chronology.of(draft())).singleElement().satisfies(finding -> {
            assertThat(finding.title()).isEqualTo("patient.age");
            assertThat(finding.answer()).isEqualTo("The source says \"54 years\" / \"45 years\".");
            assertThat(finding.citations()).hasSize(2);
        });
    }

    @Test
    void whoDiedHasNotRecovered() {
        say("reactions[0].term", "rash", null);
        say("reactions[0].outcome", "recovered", "1");
        say("reactions[0].seriousness", "death", "a");

        assertThat(Chronology.of(draft())).extracting(Finding::kind).containsExactly("contradiction");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"31 February 2021|no day of the calendar", "February 30, 2021|no day of the calendar", "2021-02-31|no day of the calendar", "33/14/2021|no day of the calendar",
            "03/04/2021|as day and month or as month and day"})
    void aDayThatCannotBeToldIsFlagged(String written, String words) {
        say("suspectDrugs[0].start", written, null);

        assertThat(Chronology.of(draft())).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo("contradiction");
            assertThat(finding.answer()).contains(written, words);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"three weeks later", "4 March", "postoperative day 4", "in 2019"})
    void whatIsNoWholeDateIsNotFlagged(String written) {
        say("suspectDrugs[0].start", written, null);

        assertThat(Chronology.of(draft())).isEmpty();
    }

    @Test
    void aDoseWithoutUnitIsFlaggedAndTheNumberOfADoseInASeriesIsNot() {
        say("suspectDrugs[0].dose", "50 twice daily", null);
        say("suspectDrugs[1].dose", "2", null);
        say("suspectDrugs[2].dose", "50 mg twice daily", "50 mg; 2 per d");

        assertThat(Chronology.of(draft())).extracting(Finding::title).containsExactly("suspectDrugs[0].dose");
    }

    private void say(String path, String value, @Nullable String code) {
        fields.add(new DraftField(path, new FieldValue.Stated(value, code, List.of(cited(value)), new Assurance(List.of("pattern"), null, true))));
    }

    private static Citation cited(String words) {
        return new Citation.Source(1, 1, 0, words.length(), words);
    }

    private Draft draft() {
        return new Draft(1, 1, "icsr/v1", "", fields, List.of(), List.of());
    }
}
