package casewright.retrieval.splitting;

import static org.assertj.core.api.Assertions.assertThat;

import casewright.retrieval.TextSpan;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PassageSplitterTest {

    @Test
    void keepsAShortTextWhole() {
        String text = "  Rash was common. Angioedema was rare.\n";

        List<TextSpan> passages = PassageSplitter.split(text);

        assertThat(passages).hasSize(1);
        assertThat(passages.getFirst().in(text)).isEqualTo("Rash was common. Angioedema was rare.");
    }

    @Test
    void findsNothingInWhiteSpace() {
        assertThat(PassageSplitter.split(" \n\t\u00a0\n")).isEmpty();
    }

    @Test
    void sharesWordsEvenlyInsteadOfLeavingASmallRest() {
        String text = "One two three four five six seven eight nine ten. ".repeat(40);

        List<TextSpan> passages = PassageSplitter.split(text);

        assertThat(passages).extracting(passage -> passage.in(text).split(" ").length).containsExactly(200, 200);
    }

    @Test
    void doesNotEndAPassageAfterAnAbbreviation() {
        String text = "The patient was seen by Dr. Okafor, i.e. Her own physician. She recovered.";

        assertThat(Sentences.of(text)).extracting(sentence -> sentence.in(text)).containsExactly(
                "The patient was seen by Dr. Okafor, i.e. Her own physician.", "She recovered.");
    }

    @Test
    void cutsAnEndlessSentenceBetweenWords() {
        String text = "word ".repeat(500).strip();

        List<TextSpan> passages = PassageSplitter.split(text);

        assertThat(passages).allSatisfy(passage -> assertThat(passage.in(text)).matches("word( word)*"));
        assertThat(passages).extracting(passage -> passage.in(text).split(" ").length).containsExactly(360, 140);
    }

    /// The law of spans: ordered, apart, and together they hold every character that is not white space.
    @Test
    void losesNothingOfAnyText() {
        long seed = System.nanoTime();
        // printed, since an exception carries no seed
        System.out.println("PassageSplitterTest seed " + seed);
        Random random = new Random(seed);

        for (int round = 0; round < 500; round++) {
            String text = randomText(random);
            List<TextSpan> passages = PassageSplitter.split(text);

            int end = 0;
            for (TextSpan passage : passages) {
                assertThat(passage.start()).as("seed %d", seed).isGreaterThanOrEqualTo(end);
                assertThat(isBlank(text.substring(end, passage.start()))).as("seed %d", seed).isTrue();
                assertThat(passage.in(text).split("\\s+").length).as("seed %d", seed).isLessThanOrEqualTo(PassageSplitter.MOST_WORDS);
                end = passage.end();
            }
            assertThat(isBlank(text.substring(end))).as("seed %d", seed).isTrue();
        }
    }

    private static boolean isBlank(String text) {
        return text.chars().allMatch(c -> Sentences.isBlank((char) c));
    }

    private static String randomText(Random random) {
        String[] pieces = {"a", "Rash", "5.2", "mg/dL", "Dr.", "e.g.", "no.", "肝", "😀", "\u00a0", "\n", "\n\n", "\r\n", "\t", "\u200b", ".", "?", "(", "\"", "\f"};
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(900);
        for (int i = 0; i < length; i++) {
            text.append(pieces[random.nextInt(pieces.length)]);
            if (random.nextInt(4) > 0) {
                text.append(' ');
            }
        }
        return text.toString();
    }
}
