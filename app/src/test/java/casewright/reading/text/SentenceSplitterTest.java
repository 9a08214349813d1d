package casewright.reading.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentenceSplitterTest {

    @Test
    void aNoteInSmallLettersHasSentences() {
        String note = "pt rec'd 2nd shot 3/14 approx 10am. by 9p same day c/o chills and body aches. took paracetamol 650 mg x2 w/ some relief. fever gone by am of 3/16, aches lasted til 3/17";

        assertThat(sentences(note)).containsExactly("pt rec'd 2nd shot 3/14 approx 10am.", "by 9p same day c/o chills and body aches.", "took paracetamol 650 mg x2 w/ some relief.", "fever gone by am of 3/16, aches lasted til 3/17");
    }

    @Test
    void whereSentencesBeginWithCapitalsSmallLettersBeginNone() {
        String text = "The patient was seen by Dr. van Houten on 3 May. She had received the vaccine approx. two hours before. The rash appeared on the arms and on the trunk, and faded within a day.";

        assertThat(sentences(text)).hasSize(3);
    }

    @Test
    void aDoseMayEndASentence() {
        assertThat(sentences("It was replaced with ramipril 5 mg b.i.d. Her behaviour returned to baseline. She took it p.o. Ramipril was continued.")).hasSize(3);
    }

    private static List<String> sentences(String text) {
        return SentenceSplitter.spans(text, 0, text.length()).stream().map(span -> text.substring(span[0], span[1])).toList();
    }
}
