package casewright.evaluation;

import casewright.llm.LanguageModel;
import casewright.refusal.RefusedException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `samples-accept [--samples FOLDER] [--answers FOLDER] [--write]`: drafts every sample with the model, compares with what is expected and with the bounds
/// of `scores.json`, and with `--write` sets the bounds anew.
final class SamplesAcceptCommand {

    /// How far a bound lies below what was measured: another processor or another build of the model server may turn one answer of twenty.
    private static final double SLACK = 0.05;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final LanguageModel model;
    private final Chain.OfModel chains;
    private final PrintStream out;

    SamplesAcceptCommand(LanguageModel model, Chain.OfModel chains, PrintStream out) {
        this.model = model;
        this.chains = chains;
        this.out = out;
    }

    /// @param answers where the model's answers are kept between runs; null asks anew
    /// @return how many samples fell below a bound
    int run(Path samples, @Nullable Path answers, boolean write) throws IOException {
        Chain chain = chains.chain(answers == null ? model : new AnswerRecord(model, answers));
        Map<String, Map<String, Double>> bounds = bounds(samples);
        Map<String, Map<String, Double>> renewed = new TreeMap<>();
        int below = 0;
        for (Path sample : samples(samples)) {
            String name = sample.getFileName().toString();
            long begun = System.nanoTime();
            Map<String, Double> scores = score(sample, chain);
            renewed.put(name, boundsOf(scores));
            List<String> faults = faults(scores, bounds.getOrDefault(name, Map.of()));
            if (!faults.isEmpty()) below++;
            out.printf(Locale.ROOT, "%s (%d s)%n  %s%n", name, (System.nanoTime() - begun) / 1_000_000_000,
                    scores.entrySet().stream().map(one -> String.format(Locale.ROOT, "%s %.2f", one.getKey(), one.getValue())).collect(Collectors.joining(", ")));
            faults.forEach(fault -> out.println("  BELOW: " + fault));
        }
        if (!write) return below;
        Files.writeString(samples.resolve("scores.json"), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(renewed) + "\n");
        out.println("The bounds in " + samples.resolve("scores.json") + " are renewed: please look at the difference before you commit it.");
        return 0;
    }

    /// The folders of documents, in order.
    static List<Path> samples(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            List<Path> found = all.filter(one -> Files.exists(one.resolve("expected.json"))).sorted().toList();
            if (found.isEmpty()) throw new RefusedException(RefusedException.Reason.NOT_FOUND, "There are no samples in " + folder + ".");
            return found;
        }
    }

    static Map<String, Double> score(Path sample, Chain chain) throws IOException {
        JsonNode expected = JSON.readTree(Files.readAllBytes(sample.resolve("expected.json")));
        byte[] document = Files.readAllBytes(sample.resolveSibling(expected.get("file").asString()));
        return SampleScore.of(expected, JSON.valueToTree(chain.draft(expected.get("id").asString(), List.of(document))));
    }

    /// @return by sample and measure; empty where there is no `scores.json` yet
    static Map<String, Map<String, Double>> bounds(Path samples) throws IOException {
        Map<String, Map<String, Double>> bounds = new TreeMap<>();
        Path file = samples.resolve("scores.json");
        if (!Files.exists(file)) return bounds;
        JSON.readTree(Files.readAllBytes(file)).properties().forEach(sample -> {
            Map<String, Double> ofSample = new LinkedHashMap<>();
            sample.getValue().properties().forEach(measure -> ofSample.put(measure.getKey(), measure.getValue().asDouble()));
            bounds.put(sample.getKey(), ofSample);
        });
        return bounds;
    }

    private static Map<String, Double> boundsOf(Map<String, Double> scores) {
        Map<String, Double> bounds = new LinkedHashMap<>();
        scores.forEach((measure, value) -> bounds.put(measure, Math.max(0, Math.floor((value - SLACK) * 100) / 100)));
        return bounds;
    }

    /// What is worse than its bound, and what has none.
    static List<String> faults(Map<String, Double> scores, Map<String, Double> bounds) {
        List<String> faults = new ArrayList<>();
        scores.forEach((measure, value) -> {
            Double bound = bounds.get(measure);
            if (bound == null) faults.add(measure + " has no bound yet");
            else if (value < bound) faults.add(String.format(Locale.ROOT, "%s is %.2f, the bound is %.2f", measure, value, bound));
        });
        return faults;
    }
}
