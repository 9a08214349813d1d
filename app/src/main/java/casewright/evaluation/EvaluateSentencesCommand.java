package casewright.evaluation;

import casewright.llm.LanguageModel;
import casewright.reading.SentenceReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `evaluate-sentences PHEE.json --out FOUND.jsonl [--first N] [--answers FOLDER]`: the reading step on single sentences. Of each line only `id` and
/// `context` are read. Sentences that stand in the output already are not read again.
final class EvaluateSentencesCommand {

    private static final int BETWEEN_PROGRESS = 20;

    private final LanguageModel model;
    private final ReaderOfModel readers;
    private final PrintStream out;
    private final JsonMapper json = JsonMapper.builder().build();

    interface ReaderOfModel {
        SentenceReader reader(LanguageModel model);
    }

    EvaluateSentencesCommand(LanguageModel model, ReaderOfModel readers, PrintStream out) {
        this.model = model;
        this.readers = readers;
        this.out = out;
    }

    void run(Path file, Path found, int first, @Nullable Path answers) throws IOException {
        LanguageModel asked = answers == null ? model : new AnswerRecord(model, answers);
        SentenceReader reader = readers.reader(asked);
        List<String> lines;
        try (Stream<String> all = Files.lines(file)) {
            lines = all.filter(line -> !line.isBlank()).limit(first).toList();
        }
        Set<String> done = new HashSet<>();
        if (Files.exists(found)) for (String line : Files.readAllLines(found)) done.add(json.readTree(line).get("id").asString());
        long begun = System.nanoTime();
        for (int i = 0; i < lines.size(); i++) {
            JsonNode entry = json.readTree(lines.get(i));
            String id = entry.get("id").asString();
            if (!done.add(id)) continue;
            SentenceReader.Found read = reader.read(entry.get("context").asString());
            Map<String, Object> line = new LinkedHashMap<>();
            line.put("id", id);
            line.put("adverse", read.adverse());
            line.put("drugs", read.drugs());
            line.put("effects", read.effects());
            Files.writeString(found, json.writeValueAsString(line) + "\n", StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            if ((i + 1) % BETWEEN_PROGRESS == 0) out.printf("%d of %d sentences, %d s%n", i + 1, lines.size(), (System.nanoTime() - begun) / 1_000_000_000);
        }
    }
}
