package casewright.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How well documented a case is, after vigiGrade: the product of (1 - penalty) over what is missing, averaged over drug and reaction pairs.
///
/// Source of the penalties: Bergvall T, Noren GN, Lindquist M. Drug Safety 2014;37:65-77, table 1. Well documented: above 0.8.
final class Completeness {

    private Completeness() {
    }

    /// Empty when there is no pair of a suspect drug and a reaction.
    static Optional<Finding> of(Draft draft) {
        int drugs = draft.count("suspectDrugs");
        int reactions = draft.count("reactions");
        if (drugs == 0 || reactions == 0) return Optional.empty();
        List<String> missing = new ArrayList<>();
        double shared = factor(draft, "patient.sex", 0.3, "sex", missing) * factor(draft, "patient.age", 0.3, "age", missing)
                * factor(draft, "reporter.country", 0.1, "country", missing) * factor(draft, "reporter.qualification", 0.1, "reporter", missing);
        double sum = 0;
        for (int d = 0; d < drugs; d++) {
            for (int r = 0; r < reactions; r++) {
                String drug = "suspectDrugs[" + d + "].";
                String reaction = "reactions[" + r + "].";
                boolean timed = !draft.shown(drug + "start").isBlank() && !draft.shown(reaction + "onset").isBlank();
                if (!timed && !missing.contains("time to onset")) missing.add("time to onset");
                sum += shared * (timed ? 1 : 0.5) * factor(draft, drug + "indication", 0.3, "indication", missing)
                        * factor(draft, drug + "dose", 0.1, "dose", missing) * factor(draft, reaction + "outcome", 0.3, "outcome", missing);
            }
        }
        double score = sum / (drugs * reactions);
        String answer = String.format(Locale.ROOT, "%.2f", score) + (score > 0.8 ? ", well documented" : "") + (missing.isEmpty() ? "" : "; missing: " + String.join(", ", missing));
        return Optional.of(new Finding("completeness", "vigiGrade completeness", answer, "Bergvall et al., Drug Safety 2014;37:65-77", List.of()));
    }

    private static double factor(Draft draft, String path, double penalty, String name, List<String> missing) {
        if (!draft.shown(path).isBlank()) return 1;
        if (!missing.contains(name)) missing.add(name);
        return 1 - penalty;
    }
}
