package casewright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Each word that tells the course of a reaction is its outcome and, behind the stop of the drug, a dechallenge.
class OutcomeWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"faded", "subsided", "settled", "cleared", "cleared up", "disappeared", "normalised", "abated", "vanished", "resolved", "healed", "wore off", "went away", "had gone", "was gone", "was completely gone",
            "returned to baseline", "returned to normal", "went back to normal", "had resolved completely", "remitted", "regressed completely", "resolved without sequelae", "left no sequelae"})
    void whatIsOverHasRecovered(String words) {
        assertThat(outcome(words)).isEqualTo("recovered 1");
        assertThat(dechallenge(words)).isEqualTo("positive 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"improved", "is improving", "was fading", "is resolving", "was subsiding", "regressed", "eased", "lessened", "got better", "diminished", "subsided partially", "partially resolved", "was less severe"})
    void whatEasesIsRecovering(String words) {
        assertThat(outcome(words)).isEqualTo("recovering 2");
        assertThat(dechallenge(words)).isEqualTo("positive 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"persisted", "persisted at last follow-up", "persisted at the last visit", "is still present", "was still visible", "remained unchanged", "remains present", "did not fade", "did not subside", "has not yet settled", "had not cleared",
            "never disappeared", "failed to resolve", "did not normalise", "has not gone away", "showed no improvement", "did not return to baseline", "had not vanished", "has not healed", "did not get better", "did not ease"})
    void whatStaysHasNotRecovered(String words) {
        assertThat(outcome(words)).isEqualTo("not recovered 3");
        assertThat(dechallenge(words)).isEqualTo("negative 2");
    }

    @ParameterizedTest
    @CsvSource({"The rash resolved with sequelae.", "Of the rash he was left with scars.", "The rash left him with scars.", "The rash healed with residual scars."})
    void whatLeavesSomethingBehindHasSequelae(String sentence) {
        assertThat(outcomeOf(sentence)).isEqualTo("recovered with sequelae 4");
    }

    @ParameterizedTest
    @ValueSource(strings = {"was expected to resolve", "is expected to have faded by spring", "will have resolved soon", "should have disappeared by then", "may have resolved", "is likely to be gone next week", "might have been resolved by it", "would have subsided"})
    void whatIsOnlyExpectedIsNoOutcome(String words) {
        assertThat(outcome(words)).isNull();
        assertThat(dechallenge(words)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"Full recovery from the rash is expected.", "Resolution of the rash was awaited.", "Complete resolution of the rash is anticipated."})
    void whatIsExpectedBehindItsWordIsNoOutcome(String sentence) {
        assertThat(outcomeOf(sentence)).isNull();
    }

    @ParameterizedTest
    @CsvSource({"In May the rash had cleared.", "By 5 May 2020 the rash had faded."})
    void theMonthOfMayIsNoExpectation(String sentence) {
        assertThat(outcomeOf(sentence)).isEqualTo("recovered 1");
    }

    private static @Nullable String outcome(String words) {
        return outcomeOf("The rash " + words + ".");
    }

    private static @Nullable String outcomeOf(String sentence) {
        Mentions mentions = InventedText.mentions("He developed a rash. " + sentence);
        List<ReactionMention> own = mentions.reactions().stream().filter(mention -> mention.term().text().equalsIgnoreCase("rash")).toList();
        return shown(new ReactionDetailReader(mentions).read(own, List.of(), true), "outcome");
    }

    private static @Nullable String dechallenge(String words) {
        return shown(InventedText.facts("A 30-year-old woman took amoxicillin. Amoxicillin caused a rash. Amoxicillin was stopped. The rash " + words + ".").suspects().getFirst().details(), "dechallenge");
    }

    private static @Nullable String shown(Map<String, Fact> details, String id) {
        Fact fact = details.get(id);
        return fact == null ? null : fact.value() + " " + fact.code();
    }
}
