package casewright.llm;

import java.time.Duration;

final class ModelSettingsExamples {

    private ModelSettingsExamples() {
    }

    static ModelSettings at(String baseUrl) {
        return new ModelSettings(baseUrl, "qwen-of-the-company", "key-1", Duration.ofMillis(700), 2, 1, 1, 500, false, new ModelSettings.Embedded(0, Duration.ofSeconds(5), 64));
    }

    static ModelSettings embedded() {
        return new ModelSettings("", "qwen2.5-coder-1.5b-instruct", "", Duration.ofSeconds(120), 2, 1, 1, 8192, false,
                new ModelSettings.Embedded(0, Duration.ofSeconds(120), 256));
    }
}
