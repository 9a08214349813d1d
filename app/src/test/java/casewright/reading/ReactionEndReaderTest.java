package casewright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReactionEndReaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", value = {
            "He developed a rash. The rash resolved on 9 March 2021.|9 March 2021|2021-03-09", "He developed a rash. The rash disappeared within three days.|within three days|none",
            "He developed a rash. The rash cleared completely three days after stopping metoprolol.|three days after stopping metoprolol|none", "He developed a rash. The rash had gone by the next morning.|the next morning|none",
            "He developed a rash. The rash resolved after 6 days.|after 6 days|none",
            "He developed a rash. The rash had not resolved on 9 March 2021.|none|none", "He developed a rash. The rash was seen on 9 March 2021.|none|none",
            "He developed a rash. The rash persisted and the fever resolved on 9 March 2021.|none|none"})
    void readsTheEndWhereTheWordsPlaceIt(String text, @Nullable String end, @Nullable String iso) {
        Fact fact = read(text).get("end");

        assertThat(fact == null ? null : fact.value()).isEqualTo(end);
        assertThat(fact == null ? null : fact.code()).isEqualTo(iso);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", value = {"The rash lasted for about ten days.|about ten days", "He had a rash lasting 3 hours.|3 hours", "The rash was seen for years.|none"})
    void readsHowLongItLasted(String text, @Nullable String duration) {
        Fact fact = read(text).get("duration");

        assertThat(fact == null ? null : fact.value()).isEqualTo(duration);
    }

    private static Map<String, Fact> read(String text) {
        Mentions mentions = InventedText.mentions(text);
        List<ReactionMention> own = mentions.reactions().stream().filter(mention -> mention.term().text().equalsIgnoreCase("rash")).toList();
        return new ReactionEndReader(mentions).read(own);
    }
}
