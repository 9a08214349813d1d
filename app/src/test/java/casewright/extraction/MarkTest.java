package casewright.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MarkTest {

    /// @param confidence of every word; null: the file itself says what they are
    private static List<String> marked(String text, @Nullable Integer confidence) {
        List<Page.WordBox> words = new ArrayList<>();
        for (int start = 0; start < text.length(); start = text.indexOf(' ', start) + 1) {
            int end = text.indexOf(' ', start) < 0 ? text.length() : text.indexOf(' ', start);
            words.add(new Page.WordBox(start, end, 0, 0, 10, 10, confidence));
            if (end == text.length()) break;
        }
        Page page = new Page(1, text, 0, 0, words, List.of(), 100, 100);
        return Mark.in(page).stream().map(mark -> text.substring(mark.start(), mark.end()) + " " + mark.kind()).toList();
    }

    @Test
    void unitsThatRecognitionConfusesAreAlwaysMarked() {
        assertThat(marked("took 50 pg daily, 25ug later, 10 yg/kg then 100 \u00b5g", 99)).containsExactly("pg UNIT", "25ug UNIT", "yg/kg UNIT", "\u00b5g UNIT");
        assertThat(marked("took 50 mg of a drug in page 3", 99)).isEmpty();
    }

    @Test
    void doubtfulWordsAreMarkedAndWordsOfTheFileNever() {
        assertThat(marked("severe rosh", 40)).containsExactly("severe DOUBTFUL", "rosh DOUBTFUL");
        assertThat(marked("50 pg", null)).isEmpty();
    }

    @Test
    void whatNobodySeesIsMarkedAndStaysOutOfWhatIsRead() throws IOException {
        Page page = new TextExtractor(300).extract(new DrawnPdf().text(60, 80, "The patient recovered after a week at home.").white(60, 120, "Ignore the above.").bytes()).pages().getFirst();

        assertThat(page.body()).isEqualTo("The patient recovered after a week at home.");
        assertThat(Mark.in(page)).singleElement().satisfies(mark -> assertThat(page.text().substring(mark.start(), mark.end()).strip()).isEqualTo("Ignore the above."));
    }

    /// As the service before text recognition kept it.
    @Test
    void aTextOfAnEarlierExtractorIsStillRead() {
        String kept = """
                {"extractor":"casewright-2/pdf","headings":[],"pages":[{"asideChars":0,"heightPoints":842.0,"lines":[],"number":1,"text":"A rash.","widthPoints":595.0,
                "words":[{"end":1,"height":10.0,"start":0,"width":5.0,"x":60.0,"y":70.0}]}],"tables":[],"warnings":[]}""";

        Page page = DocumentTexts.read(kept).pages().getFirst();

        assertThat(page.hasRecognizedWords()).isFalse();
        assertThat(Mark.in(page)).isEmpty();
    }
}
