package casewright.llm;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// @param baseUrl       of an OpenAI-compatible server, up to and with `/v1`; empty for the embedded one
/// @param name          the model's name at that server
/// @param key           sent as bearer token; the embedded server gets a fresh one at each start instead
/// @param timeout       for one attempt at one question
/// @param attempts      at one question, the first included
/// @param parallel      questions at the same time; the embedded server divides its context by it
/// @param sentencesAtOnce in one question of the reading: 1 is what a Qwen of 1.5 billion parameters does well, a large one takes ten and more
/// @param contextTokens prompt and answer together
@ConfigurationProperties("casewright.model")
public record ModelSettings(
        @DefaultValue("") String baseUrl,
        @DefaultValue("qwen2.5-coder-1.5b-instruct") String name,
        @DefaultValue("") String key,
        @DefaultValue("120s") Duration timeout,
        @DefaultValue("2") int attempts,
        @DefaultValue("1") int parallel,
        @DefaultValue("1") int sentencesAtOnce,
        @DefaultValue("8192") int contextTokens,
        @DefaultValue("false") boolean eager,
        @DefaultValue Embedded embedded) {

    /// @param threads    0 for all processors of the machine
    /// @param startLimit how long loading may take, and how long a question waits for it
    /// @param cacheMib   memory for evaluated prefixes; the server forgets the oldest beyond it
    public record Embedded(@DefaultValue("0") int threads, @DefaultValue("120s") Duration startLimit, @DefaultValue("1024") int cacheMib) {
    }

    public ModelSettings {
        if (parallel < 1 || sentencesAtOnce < 1) throw new IllegalArgumentException("casewright.model.parallel and casewright.model.sentences-at-once must be 1 or more");
    }

    boolean isEmbedded() {
        return baseUrl.isBlank();
    }

    /// Never prints the key.
    @Override
    public String toString() {
        return "ModelSettings[" + (isEmbedded() ? "embedded" : baseUrl) + ", " + name + "]";
    }
}
