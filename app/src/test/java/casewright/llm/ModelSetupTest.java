package casewright.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casewright.database.DataFolder;
import casewright.refusal.UnavailableException;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class ModelSetupTest {

    @TempDir
    Path folder;

    private ApplicationContextRunner service() {
        return new ApplicationContextRunner().withUserConfiguration(ModelSetup.class).withBean(Clock.class, Clock::systemUTC)
                .withBean(DataFolder.class, () -> new DataFolder(folder));
    }

    @Test
    void asksTheServerThatTheOperatorNames() {
        try (AnsweringServer server = AnsweringServer.saying("{\"drugs\": []}", "stop")) {
            service().withPropertyValues("casewright.model.base-url=" + server.baseUrl() + "/", "casewright.model.name=qwen-max").run(context -> {
                ModelAnswer answer = context.getBean(LanguageModel.class).ask(ModelQuestionExamples.drugsAndEffects("Nothing happened."));

                assertThat(answer.modelName()).isEqualTo("qwen-max");
                assertThat(context.getBean(LanguageModel.class).identity()).isEqualTo(new ModelIdentity("qwen-max", "", server.baseUrl()));
                assertThat(context.getBean(HealthIndicator.class).health()).extracting(Health::getStatus).isEqualTo(Status.UP);
            });
        }
    }

    @Test
    void saysThatTheFilesAreMissingInsteadOfHanging() {
        service().withPropertyValues("casewright.assets.model=" + folder.resolve("none.gguf")).run(context -> {
            assertThat(context.getBean(HealthIndicator.class).health()).extracting(Health::getStatus).isEqualTo(Status.DOWN);
            assertThatThrownBy(() -> context.getBean(LanguageModel.class).ask(ModelQuestionExamples.drugsAndEffects("Nothing happened.")))
                    .isInstanceOf(UnavailableException.class).hasMessageContaining("./casewright run");
        });
    }

    @Test
    void leavesTheModelToATestThatBringsItsOwn() {
        service().withBean(LanguageModel.class, () -> new ScriptedModel("{}")).run(context -> assertThat(context.getBean(LanguageModel.class)).isInstanceOf(ScriptedModel.class));
    }
}
