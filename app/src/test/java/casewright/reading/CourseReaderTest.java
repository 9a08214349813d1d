package casewright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
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

    /// In the order of the text; which of them there is room for is the narrative's question.
    private static List<String> told(String... sentences) {
        return new CourseReader(InventedText.mentions(sentences)).read(Set.of("metoprolol"), Set.of(), Set.of("rash")).ranked().stream().sorted(Comparator.comparingInt(Quote::start)).map(Quote::text).toList();
    }
}
