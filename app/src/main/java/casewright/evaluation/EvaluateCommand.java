package casewright.evaluation;

import casewright.llm.LanguageModel;
import casewright.refusal.RefusedException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `evaluate GOLD_FOLDER --out DIR [--limit N] [--answers FOLDER] [--naive]`: drafts every document that the gold files name and writes `DIR/<id>.json`. Of a gold
/// file only `id`, `file` and `files` are read. What is there already is not drafted again. `--naive` asks about the
/// whole document with one schema instead: the baseline.
final class EvaluateCommand {

    private final LanguageModel model;
    private final Chain.OfModel chains;
    private final PrintStream out;
    private final JsonMapper json = JsonMapper.builder().build();

    EvaluateCommand(LanguageModel model, Chain.OfModel chains, PrintStream out) {
        this.model = model;
        this.chains = chains;
        this.out = out;
    }

    /// @param answers where the model's answers are kept between runs; null asks anew
    /// @return how many documents failed
    int run(Path gold, Path outFolder, int limit, @Nullable Path answers) throws IOException {
        Files.createDirectories(outFolder);
        List<Path> files;
        try (Stream<Path> all = Files.list(gold)) {
            files = all.filter(file -> file.toString().endsWith(".json")).sorted().limit(limit).toList();
        }
        if (files.isEmpty()) throw new RefusedException(RefusedException.Reason.NOT_FOUND, "There are no .json files in " + gold + ".");
        @Nullable AnswerRecord record = answers == null ? null : new AnswerRecord(model, answers);
        Chain chain = chains.chain(record == null ? model : record);
        int failed = 0;
        for (int i = 0; i < files.size(); i++) {
            Path target = outFolder.resolve(files.get(i).getFileName());
            if (Files.exists(target)) continue;
            long begun = System.nanoTime();
            try {
                Map<String, @Nullable Object> result = draft(gold, json.readTree(Files.readAllBytes(files.get(i))), chain);
                Duration took = Duration.ofNanos(System.nanoTime() - begun).plus(record == null ? Duration.ZERO : record.takeSavedTime());
                result.put("seconds", Math.round(took.toMillis() / 100.0) / 10.0);
                Path partial = Files.createTempFile(outFolder, "draft", ".part");
                Files.write(partial, json.writerWithDefaultPrettyPrinter().writeValueAsBytes(result));
                Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
                out.printf(Locale.ROOT, "%d of %d: %s in %s s (model %s s), %s%n", i + 1, files.size(), files.get(i).getFileName(), result.get("seconds"), result.get("modelSeconds"), result.get("triage"));
            } catch (RefusedException e) {
                failed++;
                out.printf("%d of %d: %s failed: %s%n", i + 1, files.size(), files.get(i).getFileName(), e.text());
            }
        }
        return failed;
    }

    private static Map<String, @Nullable Object> draft(Path gold, JsonNode entry, Chain chain) throws IOException {
        List<String> names = new ArrayList<>();
        if (entry.has("files")) entry.get("files").forEach(file -> names.add(file.asString()));
        else names.add(entry.get("file").asString());
        List<byte[]> documents = new ArrayList<>();
        for (String name : names) documents.add(Files.readAllBytes(gold.toAbsolutePath().resolve("..").normalize().resolve(name)));
        return chain.draft(entry.get("id").asString(), documents);
    }
}
