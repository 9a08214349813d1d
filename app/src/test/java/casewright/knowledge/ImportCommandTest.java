package casewright.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casewright.refusal.RefusedException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {

    private static final String LABELS = "{\"results\": [%s]}";
    private static final String LABEL = "{\"set_id\": \"%s\", \"warnings\": [\"%s\"]}";

    @TempDir
    Path folder;
    private Library library;

    @BeforeEach
    void open() {
        library = Library.in(folder.resolve("data"));
    }

    private String run(List<String> words, Map<String, String> options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImportCommand command = new ImportCommand(library.imports(), new VocabularyImport(library.data(), library.trail()), new KnowledgeSettings("none", 1_000, 100_000));
        assertThat(command.run(words, options, new PrintStream(out, true, StandardCharsets.UTF_8))).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void putsAnUpdateToTheNewestVersionWhereThatIsAskedFor() throws IOException {
        String all = file("all.json", LABELS.formatted(LABEL.formatted("s1", "Hiccups.") + "," + LABEL.formatted("s2", "Yawning.")));
        String update = file("update.json", LABELS.formatted(LABEL.formatted("s2", "Sneezing.") + "," + LABEL.formatted("s3", "Coughing.")));

        assertThat(run(List.of("openfda", all), Map.of())).contains("The corpus openfda (public)").contains("2 documents, 2 passages");
        assertThat(run(List.of("openfda", update), Map.of("add", ""))).contains("3 documents, 3 passages");
        assertThat(run(List.of("openfda", update), Map.of("add", ""))).contains("already").contains("nothing was imported");
        assertThat(run(List.of("openfda", update), Map.of())).contains("2 documents, 2 passages");
    }

    @Test
    void namesWhatIsLeftOut() throws IOException {
        String labels = file("labels.json", LABELS.formatted(LABEL.formatted("s1", "Hiccups.") + ", {\"set_id\": \"s2\"}"));

        assertThat(run(List.of("openfda", labels), Map.of())).contains("left out: The file labels.json holds a label without sections (s2).").contains("1 document");
    }

    @Test
    void saysWhatItTakes() {
        assertThatThrownBy(() -> run(List.of("runes", "x"), Map.of())).isInstanceOf(RefusedException.class).hasMessageContaining("spl|openfda|pubmed|jats|medquad|ctcae|jsonl").hasMessageContaining("--add");
        assertThatThrownBy(() -> run(List.of("corpus", "own", "x"), Map.of())).isInstanceOf(RefusedException.class).hasMessageContaining("--kind");
        assertThatThrownBy(() -> run(List.of("corpus", "own", "x"), Map.of("kind", "private", "valid-from", "soon"))).isInstanceOf(RefusedException.class).hasMessageContaining("a day like 2025-03-04");
        assertThatThrownBy(() -> run(List.of("corpus", "own", "x"), Map.of("kind", "private", "document", "poem"))).isInstanceOf(RefusedException.class).hasMessageContaining("company core data sheet");
    }
}
