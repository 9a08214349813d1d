package casewright.llm;

import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

/// The same questions to a server that the operator names, for example vLLM before it is used in earnest.
@EnabledIfEnvironmentVariable(named = "CASEWRIGHT_MODEL_BASE_URL", matches = ".+", disabledReason = "CASEWRIGHT_MODEL_BASE_URL names no server")
class CompanyServerContractTest extends LanguageModelContract {

    @Override
    LanguageModel model() {
        ModelSettings settings = new ModelSettings(told("CASEWRIGHT_MODEL_BASE_URL", ""), told("CASEWRIGHT_MODEL_NAME", "qwen2.5-coder-1.5b-instruct"), told("CASEWRIGHT_MODEL_KEY", ""),
                Duration.ofSeconds(120), 2, 1, 1, 8192, false, new ModelSettings.Embedded(0, Duration.ofSeconds(1), 64));
        return new QwenModel(settings, new CompanyServer(settings, Clock.systemUTC()));
    }

    private static String told(String name, String otherwise) {
        return System.getenv().getOrDefault(name, otherwise);
    }
}
