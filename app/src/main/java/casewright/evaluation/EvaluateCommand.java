package casewright.evaluation;

import casewright.drafting.CaseRecord;
import casewright.drafting.Draft;
import casewright.drafting.ReportDrafter;
import casewright.evidence.Evidence;
import casewright.evidence.EvidenceFinder;
import casewright.extraction.DocumentText;
import casewright.extraction.Page;
import casewright.extraction.TextExtractor;
import casewright.llm.LanguageModel;
import casewright.llm.ModelCall;
import casewright.reading.CaseReader;
import casewright.reading.DrugFacts;
import casewright.reading.PatientFacts;
import casewright.reading.ReactionFacts;
import casewright.reading.Reading;
import casewright.reading.Triage;
import casewright.refusal.RefusedException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `evaluate GOLD_FOLDER --out DIR [--limit N] [--answers FOLDER]`: drafts every document that the gold files name and writes `DIR/<id>.json`. Of a gold
/// file only `id`, `file` and `files` are read. What is there already is not drafted again.
final class EvaluateCommand {

    private final TextExtractor extractor;
    private final LanguageModel model;
    private final ReaderOfModel readers;
    private final EvidenceFinder evidence;
    private final DrafterOfModel drafters;
    private final PrintStream out;
    private final JsonMapper json = JsonMapper.builder().build();

    /// A reader that asks the given model.
    interface ReaderOfModel {
        CaseReader reader(LanguageModel model);
    }

    /// A drafter that asks the given model.
    interface DrafterOfModel {
        ReportDrafter drafter(LanguageModel model);
    }

    EvaluateCommand(TextExtractor extractor, LanguageModel model, ReaderOfModel readers, EvidenceFinder evidence, DrafterOfModel drafters, PrintStream out) {
        this.extractor = extractor;
        this.model = model;
        this.readers = readers;
        this.evidence = evidence;
        this.drafters = drafters;
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
        CaseReader reader = readers.reader(record == null ? model : record);
        ReportDrafter drafter = drafters.drafter(record == null ? model : record);
        int failed = 0;
        for (int i = 0; i < files.size(); i++) {
            Path target = outFolder.resolve(files.get(i).getFileName());
            if (Files.exists(target)) continue;
            long begun = System.nanoTime();
            try {
                Map<String, @Nullable Object> result = draft(gold, json.readTree(Files.readAllBytes(files.get(i))), reader, drafter);
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

    private Map<String, @Nullable Object> draft(Path gold, JsonNode entry, CaseReader reader, ReportDrafter drafter) throws IOException {
        List<String> names = new ArrayList<>();
        if (entry.has("files")) entry.get("files").forEach(file -> names.add(file.asString()));
        else names.add(entry.get("file").asString());
        List<DocumentText> texts = new ArrayList<>();
        for (String name : names) texts.add(extractor.extract(Files.readAllBytes(gold.toAbsolutePath().resolve("..").normalize().resolve(name))));
        List<ModelCall> calls = new ArrayList<>();
        Reading reading = reader.read(texts, calls, _ -> {});
        List<Long> ids = new ArrayList<>();
        Map<Long, Integer> pagesBefore = new HashMap<>();
        int pages = 0;
        for (int d = 0; d < texts.size(); d++) {
            ids.add((long) d);
            pagesBefore.put((long) d, pages);
            pages += texts.get(d).pages().size();
        }
        List<Map<String, @Nullable Object>> cases = new ArrayList<>();
        if (reading.triage().verdict() == Triage.Verdict.CASE) {
            for (PatientFacts facts : reading.patients()) cases.add(new DraftAsJson(draftOf(facts, ids, calls, drafter), pagesBefore).json());
        }
        Map<String, @Nullable Object> result = new LinkedHashMap<>();
        result.put("id", entry.get("id").asString());
        result.put("hasAdverseReactionCase", !cases.isEmpty());
        result.put("triage", reading.triage().verdict().name() + ": " + reading.triage().reason());
        result.put("modelSeconds", Math.round(calls.stream().mapToLong(ModelCall::tookMillis).sum() / 100.0) / 10.0);
        result.put("modelCalls", calls.stream().map(call -> List.of(call.kind(), call.prompt(), call.answer())).toList());
        result.put("text", texts.stream().flatMap(text -> text.pages().stream()).map(Page::text).toList());
        result.put("cases", cases);
        return result;
    }

    private Draft draftOf(PatientFacts facts, List<Long> ids, List<ModelCall> calls, ReportDrafter drafter) {
        List<Evidence> found = evidence.find(facts.suspects().stream().map(DrugFacts::names).toList(), facts.reactions().stream().map(ReactionFacts::names).toList());
        CaseRecord record = new CaseRecord(1, "CW-0000-000001", LocalDate.of(2026, 1, 15), "spontaneous", "upload", "", List.of("EU"));
        return drafter.draft(record, ids, facts, found, calls);
    }
}
