package casewright.llm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Turns the probabilities of first tokens into probabilities of the choices.
///
/// The server's log-probabilities are those before any grammar, so all spellings of a choice (" Taken", "taken", "tak") stand side by side: they are summed
/// and the sum over all choices is made 1. A token that begins two choices says nothing about either and is left out.
final class Choices {

    private Choices() {
    }

    /// @param logProbabilities natural logarithms, by token
    /// @return in the order of the choices; empty when no token begins any of them
    static Map<String, Double> probabilities(List<String> choices, List<Map.Entry<String, Double>> logProbabilities) {
        Map<String, Double> sums = new LinkedHashMap<>();
        choices.forEach(choice -> sums.put(choice, 0.0));
        for (Map.Entry<String, Double> token : logProbabilities) {
            String letters = token.getKey().strip().toLowerCase(Locale.ROOT);
            if (letters.isEmpty()) continue;
            List<String> begun = choices.stream().filter(choice -> choice.toLowerCase(Locale.ROOT).startsWith(letters)).toList();
            if (begun.size() == 1) sums.merge(begun.getFirst(), Math.exp(token.getValue()), Double::sum);
        }
        double total = sums.values().stream().mapToDouble(Double::doubleValue).sum();
        if (total <= 0) return Map.of();
        sums.replaceAll((_, sum) -> sum / total);
        return sums;
    }
}
