package casewright.reading;

import static org.assertj.core.api.Assertions.assertThat;

import casewright.extraction.DocumentText;
import casewright.extraction.Page;
import casewright.llm.ScriptedModel;
import casewright.reading.terms.Vocabulary;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Seriousness of the first reaction of whole invented texts.
class SeriousnessReaderTest {

    private static final Vocabulary VOCABULARY = new Vocabulary("", Path.of("target/no-vocabulary"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "A 64-year-old man took metoprolol. Metoprolol caused a rash. He died on day 10.|death",
            "A 64-year-old man took metoprolol. Metoprolol caused a rash. The course was complicated by bleeding resulting in death.|death",
            "A 64-year-old man took metoprolol. Metoprolol caused a rash. The rash was considered serious.|other medically important",
            "A 64-year-old man took metoprolol. Metoprolol caused a medically significant rash.|other medically important",
            "A 64-year-old man took metoprolol. Metoprolol caused a rash. The rash was not considered serious.|",
            "A 64-year-old man took metoprolol. Metoprolol caused a rash. The rash was severe.|",
            "A 64-year-old man took metoprolol. Metoprolol caused agranulocytosis.|other medically important",
            "A 64-year-old man took metoprolol. Metoprolol caused a life-threatening rash.|life-threatening",
            "A 64-year-old man took metoprolol. Metoprolol caused a rash. The rash left him unable to work.|disability",
            "A 64-year-old man took metoprolol. Metoprolol caused a rash. He died of lung cancer on day 10.|",
            "A 64-year-old man was admitted for itching and weakness. He had two cats. He had worked abroad. Three weeks before admission metoprolol had been started. Metoprolol caused the rash.|hospitalisation",
            "A 64-year-old man took metoprolol. Metoprolol caused a rash. He was extubated on hospital day three.|hospitalisation",
            "A 64-year-old man took metoprolol. Metoprolol caused a rash. He was transferred to a tertiary care facility.|hospitalisation",
            "A 64-year-old man took metoprolol. Metoprolol caused a rash. He was monitored in the intensive care unit and went home.|hospitalisation",
            "A 64-year-old man took metoprolol. Metoprolol caused a rash. He was transferred to another drug.|",
            "A 64-year-old man took metoprolol. Metoprolol caused a rash. He was not admitted to hospital.|",
            "A 64-year-old man was admitted for elective surgery. He had two cats. He had worked abroad. He lived alone. On day 4 metoprolol was started. Metoprolol caused a rash.|"})
    void readsTheCriterionThatTheTextStates(String text, String criterion) {
        CaseReader reader = CaseReader.asking(new ScriptedModel("{\"adverse\":false,\"drugs\":[],\"effects\":[]}"), VOCABULARY, Clock.systemUTC());
        Reading reading = reader.read(List.of(new DocumentText("test", List.of(Page.ofPlainText(1, text)), List.of())), new ArrayList<>(), _ -> {
        });

        assertThat(reading.patients().getFirst().reactions().getFirst().seriousness()).extracting(Fact::value).isEqualTo(criterion == null ? List.of() : List.of(criterion));
    }
}
