package casewright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import casewright.extraction.DocumentText;
import casewright.extraction.Page;
import casewright.reading.terms.Vocabulary;
import casewright.reading.text.SourceText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CourseReaderTest {

    @Test
    void tellsWhatBefellInTheOrderOfTheText() {
        assertThat(told("A 40-year-old man was given metoprolol for hypertension.", "After two weeks he developed a rash.", "Metoprolol was stopped and the rash resolved."))
                .containsExactly("A 40-year-old man was given metoprolol for hypertension.", "After two weeks he developed a rash.", "Metoprolol was stopped and the rash resolved.");
    }

    @Test
    void halvesOfASentenceThatAFigurePartsAreNotTold() {
        assertThat(told("A 40-year-old man was given metoprolol for hypertension.", "Given the rash and the wish to reach the best possible", "response, we recommended to stop metoprolol.", "The rash resolved within a week."))
                .containsExactly("A 40-year-old man was given metoprolol for hypertension.", "The rash resolved within a week.");
    }

    @Test
    void whatTextRecognitionOnlyGuessedIsNotTold() {
        String text = "A man was given metoprolol.\nrash rae os mctoprolol mer held.";
        List<Page.WordBox> words = new ArrayList<>();
        Matcher word = Pattern.compile("\\S+").matcher(text);
        while (word.find()) words.add(new Page.WordBox(word.start(), word.end(), 0, 0, 1, 1, word.group().matches("rae|os|mctoprolol|mer") ? 38 : 96));
        Page page = new Page(1, text, 0, 0, words, List.of(), 600, 800);
        Mentions mentions = new Mentions(SourceText.of(List.of(new DocumentText("test", List.of(page), List.of()))), new Vocabulary("", Path.of("target/no-vocabulary")));

        assertThat(new CourseReader(mentions).read(Set.of("metoprolol"), Set.of(), Set.of("rash"), List.of(), List.of()).ranked()).extracting(Quote::text).containsExactly("A man was given metoprolol.");
    }

    /// In the order of the text; which of them there is room for is the narrative's question.
    private static List<String> told(String... sentences) {
        return new CourseReader(InventedText.mentions(sentences)).read(Set.of("metoprolol"), Set.of(), Set.of("rash"), List.of(), List.of()).ranked().stream().sorted(Comparator.comparingInt(Quote::start)).map(Quote::text).toList();
    }
}
