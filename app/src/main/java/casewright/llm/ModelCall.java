package casewright.llm;

import java.time.Instant;

/// A question that was put to the model and its answer, as the trail keeps it.
///
/// @param kind     which fixed prefix (system words and worked examples) it was asked with; the template's hash fixes its words
/// @param model    the model's name
/// @param digest   SHA-256 of the weights, or empty for a server that does not tell
/// @param settings temperature, answer limit, form
public record ModelCall(Instant at, String kind, String model, String digest, String settings, String prompt, String answer, int promptTokens, int answerTokens, long tookMillis) {

    /// Keeps the text of the question alone: the template's hash fixes the words before it.
    public static ModelCall of(Instant at, ModelQuestion question, ModelAnswer answer, ModelIdentity identity) {
        return new ModelCall(at, question.kind(), identity.name(), identity.digest(), question.settings(), question.userText(), answer.text(), answer.promptTokens(),
                answer.answerTokens(), answer.took().toMillis());
    }
}
