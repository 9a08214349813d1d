package casewright.llm;

import java.time.Duration;
import java.util.Map;

/// @param text          the words, without white space around them; for JSON an object; for one word the likeliest choice
/// @param probabilities of each choice, 0 to 1, together 1; empty for the other forms. The order of two answers is meaningful, the likeliest word of a
///                      small model often is not
/// @param promptTokens  all tokens of the prompt, of which `cachedTokens` did not have to be evaluated again
public record ModelAnswer(String text, Map<String, Double> probabilities, String modelName, int promptTokens, int cachedTokens, int answerTokens, Duration took) {

    public ModelAnswer {
        probabilities = Map.copyOf(probabilities);
    }

    /// @return 0 for a word that was not among the choices
    public double probability(String choice) {
        return probabilities.getOrDefault(choice, 0.0);
    }
}
