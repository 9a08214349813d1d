package casewright.retrieval.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casewright.retrieval.IndexingProgress;
import casewright.retrieval.ranking.NoEmbedder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Collections as they come.
class TrecRunTest {

    @TempDir
    Path folder;

    private List<String> run(String corpus, String queries) throws IOException {
        Path run = folder.resolve("run.trec");
        Files.writeString(folder.resolve("corpus.jsonl"), corpus, StandardCharsets.ISO_8859_1);
        Files.writeString(folder.resolve("queries.jsonl"), queries);
        TrecRun.write(folder.resolve("corpus.jsonl"), folder.resolve("queries.jsonl"), run, 1000, new NoEmbedder(), IndexingProgress.UNWATCHED);
        return Files.readAllLines(run);
    }

    @Test
    void findsDocumentsWithoutTextByTheirTitlesAndKnowsNumbersForIds() throws IOException {
        List<String> lines = run("""
                {"_id": 7, "title": "Angioedema of the tongue", "text": ""}
                {"_id": "8", "title": null, "text": "Angioedema was seen in two patients."}

                {"_id": "9", "text": null, "title": ""}
                {"_id": "10", "metadata": {"url": "none"}, "text": "Gout."}
                """, "{\"_id\": 1, \"text\": \"tongue angioedema\"}\n{\"_id\": \"2\", \"text\": \"\"}\n");

        assertThat(lines).extracting(line -> line.substring(0, 8)).containsExactly("1 Q0 7 1", "1 Q0 8 2");
    }

    @Test
    void takesTheFirstOfTwoDocumentsWithOneId() throws IOException {
        List<String> lines = run("{\"_id\": \"a\", \"text\": \"Rash.\"}\n{\"_id\": \"a\", \"text\": \"Gout.\"}\n", "{\"_id\": \"r\", \"text\": \"rash\"}\n{\"_id\": \"g\", \"text\": \"gout\"}\n");

        assertThat(lines).singleElement().asString().startsWith("r Q0 a 1 ");
    }

    @Test
    void readsOnAtABrokenLetter() throws IOException {
        assertThat(run("{\"_id\": \"a\", \"text\": \"Rash caf\u00e9.\"}\n", "{\"_id\": \"r\", \"text\": \"rash\"}\n")).hasSize(1);
    }

    @Test
    void findsADocumentOfManyPassagesOnce() throws IOException {
        String sentence = "Rash was seen in some of those who took it for long. ";
        List<String> lines = run("{\"_id\": \"long\", \"text\": \"" + sentence.repeat(2_000) + "\"}\n{\"_id\": \"word\", \"text\": \"" + "rash".repeat(50_000) + " rash\"}\n",
                "{\"_id\": \"r\", \"text\": \"rash\"}\n");

        assertThat(lines).hasSize(2);
    }

    @Test
    void namesTheLineThatIsNoDocument() {
        assertThatThrownBy(() -> run("{\"_id\": \"a\", \"text\": \"Rash.\"}\n{\"text\": \"no id\"}\n", "")).isInstanceOf(IllegalArgumentException.class).hasMessage("corpus.jsonl, line 2, is no JSON object with an _id. Nothing was written.");
        assertThatThrownBy(() -> run("_id,text\n", "")).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("line 1");
    }
}
