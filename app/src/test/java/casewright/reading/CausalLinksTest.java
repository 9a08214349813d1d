package casewright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import casewright.reading.CausalLinks.Link;
import casewright.reading.CausalLinks.Strength;
import casewright.reading.text.Sentence;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CausalLinksTest {

    @ParameterizedTest
    @ValueSource(strings = {
            "Metoprolol-induced bradycardia was diagnosed.", "The bradycardia was attributed to metoprolol.", "Metoprolol caused severe bradycardia.", "Metoprolol was stopped because of bradycardia.",
            "Because of bradycardia metoprolol was withdrawn.", "The bradycardia resolved after discontinuation of metoprolol.", "Metoprolol was not tolerated because of bradycardia.",
            "After stopping metoprolol the bradycardia disappeared.", "Discontinuation of metoprolol was followed by resolution of bradycardia."})
    void seesThatASentenceBlames(String sentence) {
        assertThat(links(sentence)).anyMatch(link -> link.drug() == 0 && link.reaction() == 0 && link.strength() == Strength.STATED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Two days after metoprolol was started he developed bradycardia.", "He noticed dizziness two days after metoprolol."})
    void seesASequenceInTime(String sentence) {
        assertThat(links(sentence)).anyMatch(link -> link.strength() == Strength.TEMPORAL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"He took metoprolol daily.", "Metoprolol was given for tachycardia."})
    void seesNoBlameInATreatment(String sentence) {
        assertThat(links(sentence)).noneMatch(link -> link.strength() == Strength.STATED);
    }

    @ParameterizedTest
    @CsvSource({"'Metoprolol, simvastatin and ramipril caused hepatitis.', 3, 1", "'Metoprolol caused bradycardia, hypotension and dizziness.', 1, 3"})
    void blamesAListAsAWhole(String sentence, int drugs, int reactions) {
        List<Link> links = links(sentence);

        assertThat(links.stream().map(Link::drug).distinct()).hasSize(drugs);
        assertThat(links.stream().map(Link::reaction).distinct()).hasSize(reactions);
    }

    private static List<Link> links(String text) {
        Mentions mentions = InventedText.mentions(text);
        Sentence sentence = mentions.text().sentences().getFirst();
        return CausalLinks.of(text, mentions.drugsIn(sentence).stream().map(drug -> new int[] {drug.term().start(), drug.term().end()}).toList(),
                mentions.reactionsIn(sentence).stream().map(reaction -> new int[] {reaction.term().start(), reaction.term().end()}).toList());
    }
}
