package casewright.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casewright.extraction.DocumentText;
import casewright.extraction.Page;
import casewright.llm.LanguageModel;
import casewright.llm.ModelOverHttp;
import casewright.llm.ModelOverHttp.Manner;
import casewright.llm.ScriptedModel;
import casewright.reading.terms.Vocabulary;
import casewright.refusal.UnavailableException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever the model says: what the words of the text state is found, and nothing comes in that does not stand there.
class BadModelTest {

    private static final Vocabulary VOCABULARY = new Vocabulary("", Path.of("target/no-vocabulary"));
    private static final String TEXT = "A 50-year-old man took metoprolol and ramipril. Metoprolol caused a rash. He ate bread.";

    private static Reading read(LanguageModel model) {
        return CaseReader.asking(model, VOCABULARY, Clock.systemUTC()).read(List.of(new DocumentText("test", List.of(Page.ofPlainText(1, TEXT)), List.of())), new ArrayList<>(), _ -> {
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{}", "{\"adverse\":true}", "{\"adverse\":\"perhaps\",\"drugs\":\"metoprolol\",\"effects\":{\"rash\":1}}", "{\"adverse\":true,\"drugs\":[null,7,{}],\"effects\":[[],\"\"]}",
            "{\"adverse\":true,\"drugs\":[\"Zyxadrol\"],\"effects\":[\"sudden death\"]}", "{\"adverse\":false,\"drugs\":[\"metoprolol\"],\"effects\":[\"rash\"]}", "{\"adverse\":true,\"drugs\":[\"rash\"],\"effects\":[\"metoprolol\"]}",
            "[]", "not JSON at all", "{\"adverse\":true,\"drugs\":[\"metop"})
    void nonsenseThatFitsTheSchemaOrNotChangesNothing(String answer) {
        isTheCase(read(new ScriptedModel(answer)));
    }

    @Test
    void anAnswerThatRepeatsItselfIsOneAnswer() {
        String again = "\"metoprolol\",".repeat(500) + "\"metoprolol\"";

        isTheCase(read(new ScriptedModel("{\"adverse\":true,\"drugs\":[" + again + "],\"effects\":[" + again.replace("metoprolol", "rash") + "]}")));
    }

    @ParameterizedTest
    @EnumSource(value = Manner.class, names = {"CUT_OFF", "NONSENSE"})
    void anAnswerThatCannotBeUsedIsNone(Manner manner) {
        try (ModelOverHttp server = ModelOverHttp.start()) {
            server.behaving(manner);

            isTheCase(read(server.client()));
        }
    }

    @Test
    void aModelThatIsTooSlowIsAwayAndNotAnEmptyCase() {
        try (ModelOverHttp server = ModelOverHttp.start()) {
            server.behaving(Manner.SILENT);

            assertThatThrownBy(() -> read(server.client())).isInstanceOf(UnavailableException.class).hasMessageContaining("in time");
        }
    }

    private static void isTheCase(Reading reading) {
        PatientFacts facts = reading.patients().getFirst();

        assertThat(reading.triage().verdict()).isEqualTo(Triage.Verdict.CASE);
        assertThat(facts.suspects()).extracting(drug -> drug.name().value()).containsExactly("Metoprolol");
        assertThat(facts.reactions()).extracting(reaction -> reaction.term().value()).containsExactly("rash");
        assertThat(facts.concomitants()).extracting(drug -> drug.name().value()).containsExactly("ramipril");
    }
}
