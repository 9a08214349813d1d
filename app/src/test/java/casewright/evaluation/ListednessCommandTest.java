package casewright.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casewright.refusal.RefusedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ListednessCommandTest {

    private static final String LABELS = """
            {"label": 7, "sections": [{"name": "Adverse reactions", "text": "Rash was common. There were no cases of gout."}, {"name": "Warnings", "text": "Hepatitis may occur."}]}
            {"label": "b", "sections": [{"name": "Adverse reactions", "text": "Dizziness."}]}
            """;

    @TempDir
    Path folder;

    private List<JsonNode> ask(String labels, String pairs) throws IOException {
        Path answers = folder.resolve("answers.jsonl");
        new ListednessCommand(new PrintStream(new ByteArrayOutputStream())).run(Files.writeString(folder.resolve("labels.jsonl"), labels), Files.writeString(folder.resolve("pairs.jsonl"), pairs), answers);
        return Files.readAllLines(answers).stream().map(line -> JsonMapper.builder().build().readTree(line)).toList();
    }

    private static String said(JsonNode answer) {
        return String.join(" | ", answer.path("label").asString(), answer.path("term").asString(), answer.path("listed").asString(), answer.path("sentence").asString("null"));
    }

    @Test
    void answersEachPairInItsOrderWithTheSentenceThatDecides() throws IOException {
        List<JsonNode> answers = ask(LABELS, """
                {"label": "b", "term": "Dizziness"}
                {"label": "7", "term": "Gout"}
                {"label": 7, "term": "Rash"}
                {"label": "7", "term": "Hepatic necrosis"}
                """);

        assertThat(answers).extracting(ListednessCommandTest::said).containsExactly("b | Dizziness | true | Dizziness.", "7 | Gout | false | There were no cases of gout.", "7 | Rash | true | Rash was common.",
                "7 | Hepatic necrosis | false | null");
        assertThat(answers.get(1).path("reason").asString()).isNotEmpty();
    }

    @Test
    void readsLabelsInTheFormOfSplAdr() throws IOException {
        assertThat(ask("[{\"label_id\": 1, \"section_name\": \"adverse reactions\", \"section_text\": \"Rash.\"}, {\"label_id\": 1, \"section_name\": \"warnings\", \"section_text\": \"Gout occurred.\"}]",
                "[{\"label_id\": 1, \"term\": \"Gout\"}]")).extracting(answer -> answer.path("listed").asBoolean()).containsExactly(true);
    }

    @Test
    void saysWhatIsWrongWithTheFiles() {
        assertThatThrownBy(() -> ask(LABELS, "{\"label\": \"c\", \"term\": \"Rash\"}")).isInstanceOf(RefusedException.class).hasMessageContaining("a label that is not in").hasMessageContaining(": c");
        assertThatThrownBy(() -> ask(LABELS, "{\"label\": \"b\"}")).isInstanceOf(RefusedException.class).hasMessageContaining("pairs.jsonl has no \"term\"");
        assertThatThrownBy(() -> ask("no JSON", "")).isInstanceOf(RefusedException.class).hasMessageContaining("labels.jsonl");
    }
}
