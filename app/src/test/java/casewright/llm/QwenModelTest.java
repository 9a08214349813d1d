package casewright.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import casewright.assets.Assets;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real Qwen in its real server.
class QwenModelTest extends LanguageModelContract {

    @TempDir
    static Path folder;

    private static @Nullable ModelServer server;

    @BeforeAll
    static void startTheServer() {
        Assets assets = Assets.ofThisMachine();
        assumeTrue(assets.model().isPresent() && assets.server().isPresent(), "The model's files are not on this machine: ./casewright test fetches them");
        server = new ModelServer(ModelSettingsExamples.embedded(), assets, folder);
    }

    @AfterAll
    static void stopTheServer() {
        if (server != null) server.close();
    }

    @Override
    LanguageModel model() {
        return new QwenModel(ModelSettingsExamples.embedded(), started());
    }

    private static ModelServer started() {
        if (server == null) throw new IllegalStateException("The test runs without its server");
        return server;
    }

    @Test
    void namesTheVerifiedWeights() {
        assertThat(model().identity().digest()).matches("[0-9a-f]{64}");
    }

    @Test
    void evaluatesAFixedPrefixOnceAlthoughKindsAlternate() {
        model().ask(ModelQuestionExamples.drugsAndEffects("Nausea followed the first dose of cisplatin."));
        model().ask(ModelQuestionExamples.roleOf("heparin", "Bleeding under heparin was severe."));

        ModelAnswer second = model().ask(ModelQuestionExamples.drugsAndEffects("He became dizzy on amlodipine."));

        assertThat(second.cachedTokens()).isGreaterThan(second.promptTokens() * 3 / 4);
    }

    @Test
    void startsAgainWhenItsServerIsKilled() throws Exception {
        ModelEndpoint before = started().endpoint();
        ProcessHandle child = ProcessHandle.current().children().filter(process -> process.info().commandLine().orElse("").contains(folder.toString())).findFirst().orElseThrow();

        child.destroyForcibly();
        child.onExit().get();
        ModelEndpoint after = awaitOther(before);

        assertThat(after.key()).isNotEqualTo(before.key());
        assertThat(model().ask(ModelQuestionExamples.roleOf("aspirin", "Aspirin caused the bleeding.")).probabilities()).isNotEmpty();
    }

    private static ModelEndpoint awaitOther(ModelEndpoint before) {
        long end = System.nanoTime() + Duration.ofSeconds(120).toNanos();
        while (System.nanoTime() < end) {
            try {
                ModelEndpoint now = started().endpoint();
                if (!now.equals(before)) return now;
            } catch (casewright.refusal.UnavailableException e) {
                Thread.onSpinWait();
            }
        }
        throw new IllegalStateException("The server did not start again within two minutes");
    }
}
