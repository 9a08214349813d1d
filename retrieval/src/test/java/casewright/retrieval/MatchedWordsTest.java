package casewright.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MatchedWordsTest {

    @Test
    void standWhereTheTextHasThemInItsOwnSpelling() {
        String text = "Hyperkalaemia, beta-blockers and swollen tongues; tongue.";

        List<String> words = MatchedWords.of(PassageQuery.of("hyperkalemia betablocker swelling of the tongue", 1)).spans(text).stream().map(span -> span.in(text)).toList();

        assertThat(words).containsExactly("Hyperkalaemia", "beta-blockers", "tongues", "tongue");
    }

    @Test
    void areThoseOfOtherNamesToo() {
        PassageQuery query = PassageQuery.of("Cozaar", 1).alsoNamed(List.of(new PassageQuery.OtherNames("Cozaar", List.of("losartan"))));

        assertThat(MatchedWords.of(query).spans("Losartan is Cozaar")).containsExactly(new TextSpan(0, 8), new TextSpan(12, 18));
    }
}
