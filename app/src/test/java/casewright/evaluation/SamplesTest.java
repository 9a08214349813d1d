package casewright.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import casewright.assets.Assets;
import casewright.drafting.ReportDrafter;
import casewright.extraction.TextExtractor;
import casewright.llm.RealQwen;
import casewright.reading.CaseReader;
import casewright.reading.terms.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The samples against their bounds. The short ones are drafted here by the real Qwen; all of them by `./casewright samples-accept`.
class SamplesTest {

    private static final Path SAMPLES = Path.of("..", "samples");
    private static final int MOST_PAGES = 300;

    @TempDir
    static Path folder;

    private static @Nullable RealQwen qwen;

    @AfterAll
    static void stopTheModel() {
        if (qwen != null) qwen.close();
    }

    private static WholeChain chain() {
        Assets assets = Assets.ofThisMachine();
        Assumptions.assumeTrue(RealQwen.isThere(assets) && assets.drugNames().isPresent(), "The model is not here: ./casewright test fetches it");
        RealQwen running = qwen;
        if (running == null) qwen = running = RealQwen.start(assets, folder);
        Vocabulary vocabulary = new Vocabulary(assets.drugNames().orElseThrow().toString(), folder);
        return new WholeChain(new TextExtractor(MOST_PAGES), CaseReader.asking(running.model(), vocabulary, Clock.systemUTC()), (_, _, _) -> List.of(),
                ReportDrafter.asking(running.model(), vocabulary, Clock.systemUTC()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"001-hospital-letter", "004-consumer-report", "005-no-reaction", "007-pregnancy-exposure"})
    void aShortSampleReachesItsBounds(String sample) throws IOException {
        Map<String, Double> scores = SamplesAcceptCommand.score(SAMPLES.resolve(sample), chain());

        assertThat(SamplesAcceptCommand.faults(scores, SamplesAcceptCommand.bounds(SAMPLES).getOrDefault(sample, Map.of()))).isEmpty();
    }

    @Test
    void everySampleHasBoundsThatCanBeMissed() throws IOException {
        Map<String, Map<String, Double>> bounds = SamplesAcceptCommand.bounds(SAMPLES);

        assertThat(bounds.keySet()).containsExactlyElementsOf(SamplesAcceptCommand.samples(SAMPLES).stream().map(sample -> sample.getFileName().toString()).toList());
        for (Path sample : SamplesAcceptCommand.samples(SAMPLES)) {
            JsonNode expected = JsonMapper.builder().build().readTree(Files.readAllBytes(sample.resolve("expected.json")));
            List<String> measures = expected.get("hasAdverseReactionCase").asBoolean()
                    ? List.of("triage", "patient", "suspects recall", "suspects precision", "reactions recall", "reactions precision") : List.of("triage");
            Map<String, Double> own = bounds.getOrDefault(sample.getFileName().toString(), Map.of());
            assertThat(own.keySet()).as(sample.toString()).containsExactlyInAnyOrderElementsOf(measures);
            assertThat(own.get("triage")).as(sample.toString()).isBetween(0.9, 1.0);
        }
    }

    @Test
    void aScoreBelowItsBoundOrWithoutOneIsAFault() {
        Map<String, Double> bounds = Map.of("triage", 0.95, "patient", 0.45);

        assertThat(SamplesAcceptCommand.faults(Map.of("triage", 1.0, "patient", 0.5), bounds)).isEmpty();
        assertThat(SamplesAcceptCommand.faults(Map.of("triage", 0.0), bounds)).containsExactly("triage is 0.00, the bound is 0.95");
        assertThat(SamplesAcceptCommand.faults(Map.of("reactions recall", 1.0), bounds)).containsExactly("reactions recall has no bound yet");
    }
}
