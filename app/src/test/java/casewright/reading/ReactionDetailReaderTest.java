package casewright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReactionDetailReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "He developed hepatitis. The hepatitis resolved completely.| recovered", "He developed hepatitis. The patient recovered without sequelae.| recovered",
            "He developed hepatitis. He was discharged without any sequela.| recovered", "He developed hepatitis. His condition improved.| recovering",
            "He developed hepatitis. The hepatitis persisted.| not recovered", "He developed hepatitis. He died of the hepatitis.| fatal",
            "He developed hepatitis. By the next day the hepatitis had gone.| recovered"})
    void readsTheStateThatIsToldLast(String text, String outcome) {
        assertThat(details(text, "hepatitis").get("outcome")).isNotNull().extracting(Fact::value).isEqualTo(outcome);
    }

    @Test
    void deathOfSomethingElseIsNotTheReactionsEnd() {
        Map<String, Fact> details = details("He developed a rash. Two months later he died of pneumonia.", "rash");

        assertThat(details.get("outcome")).isNull();
    }

    @Test
    void recoveryFromSomethingElseIsNotTheReactionsEnd() {
        Map<String, Fact> details = details("He developed a rash. Neutropenia was seen after the second cycle, and he recovered quickly after filgrastim.", "rash");

        assertThat(details.get("outcome")).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "He developed hepatitis. His condition improved; however, he died of lung cancer.|recovering",
            "He developed hepatitis and a rash. The rash faded, and liver enzymes returned to normal within a month.|recovered",
            "His enzymes rose. The enzymes returned to normal. The final diagnosis was hepatitis.|recovered"})
    void eachClauseTellsItsOwnStateAndTheCourseMayComeBeforeTheName(String text, String outcome) {
        assertThat(details(text, "hepatitis").get("outcome")).isNotNull().extracting(Fact::value).isEqualTo(outcome);
    }

    @Test
    void whatIsNotKnownIsNoOutcome() {
        Map<String, Fact> details = details("He developed hepatitis. It is not known whether the patient has recovered.", "hepatitis");

        assertThat(details.get("outcome")).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "On 3 March 2021 he developed hepatitis.| 3 March 2021", "Three weeks later he developed hepatitis.| Three weeks later",
            "He developed hepatitis on postoperative day 4.| on postoperative day 4", "At his second follow-up he had hepatitis.| At his second follow-up",
            "Twenty patients were seen. Hepatitis was diagnosed. He had noticed yellow eyes on day 5 of taking metoprolol.| on day 5 of taking"})
    void readsTheOnset(String text, String onset) {
        assertThat(details(text, "hepatitis").get("onset")).isNotNull().extracting(fact -> fact.value().toLowerCase(Locale.ROOT)).isEqualTo(onset.toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest
    @CsvSource({"'The hepatitis resolved after 6 days.'", "'The hepatitis had gone by the next morning.'"})
    void theTimeOfTheEndIsNoOnset(String text) {
        assertThat(details(text, "hepatitis")).doesNotContainKey("onset");
    }

    private static Map<String, Fact> details(String text, String disorder) {
        Mentions mentions = InventedText.mentions(text);
        List<ReactionMention> own = mentions.reactions().stream().filter(mention -> mention.term().text().equalsIgnoreCase(disorder)).toList();
        return new ReactionDetailReader(mentions).read(own, List.of(), true);
    }
}
