package casewright.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// How well documented a case is, after vigiGrade: the product of (1 - penalty) over what is missing, averaged over drug and reaction pairs.
///
/// Source: Bergvall T, Noren GN, Lindquist M. Drug Safety 2014;37:65-77, table 1. Penalties: time to onset .5 where it is missing or contradictory, .3 where
/// it is uncertain by more than a month, .1 where by less; indication, outcome, sex and age .3 each, an age group instead of an age .1; dose, country,
/// reporter and type of report .1 each. The free text (.1) is there in every case, as each begins with a document. An unknown outcome is a missing one. Well documented: above 0.8.
final class Completeness {

    private static final Pattern TOLD_FROM_THE_DRUG = Pattern.compile("\\b(?:after|into|following|of|post)\\b.*\\b(?:start|begin|therap|treatment|dose|inject|infus|vaccin|taking|receiv|administ|course|cycle)\\w*", Pattern.CASE_INSENSITIVE);
    private static final int WHOLE_DAY_CHARS = 10;
    private static final int MONTH_CHARS = 7;

    private Completeness() {
    }

    /// Empty when there is no pair of a suspect drug and a reaction.
    static Optional<Finding> of(Draft draft, CaseRecord record) {
        int drugs = draft.count("suspectDrugs");
        int reactions = draft.count("reactions");
        if (drugs == 0 || reactions == 0) return Optional.empty();
        List<String> missing = new ArrayList<>();
        double shared = factor(!draft.shown("patient.sex").isBlank(), 0.3, "sex", missing) * factor(!draft.shown("patient.age").isBlank(), draft.shown("patient.ageGroup").isBlank() ? 0.3 : 0.1, "age", missing)
                * (draft.code("patient.age").endsWith("{decade}") ? 0.9 : 1)
                * factor(!draft.shown("reporter.country").isBlank() || !record.country().isBlank(), 0.1, "country", missing)
                * factor(!draft.shown("reporter.qualification").isBlank(), 0.1, "reporter", missing)
                * factor(!record.reportType().equals("unknown"), 0.1, "type of report", missing);
        double sum = 0;
        for (int d = 0; d < drugs; d++) {
            for (int r = 0; r < reactions; r++) {
                String drug = "suspectDrugs[" + d + "].";
                String reaction = "reactions[" + r + "].";
                double timed = 1 - timePenalty(draft, drug + "start", reaction + "onset");
                if (timed <= 0.5 && !missing.contains("time to onset")) missing.add("time to onset");
                else if (timed < 1 && !missing.contains("time to onset to the day")) missing.add("time to onset to the day");
                sum += shared * timed * factor(!draft.shown(drug + "indication").isBlank(), 0.3, "indication", missing)
                        * factor(!draft.shown(drug + "dose").isBlank(), 0.1, "dose", missing) * factor(draft.isKnown(reaction + "outcome"), 0.3, "outcome", missing);
            }
        }
        double score = sum / (drugs * reactions);
        String answer = String.format(Locale.ROOT, "%.2f", score) + (score > 0.8 ? ", well documented" : "") + (missing.isEmpty() ? "" : "; missing: " + String.join(", ", missing));
        return Optional.of(new Finding("completeness", "vigiGrade completeness", answer, "Bergvall et al., Drug Safety 2014;37:65-77", List.of()));
    }

    private static double timePenalty(Draft draft, String start, String onset) {
        String from = draft.code(start);
        String to = draft.code(onset);
        if (from.isEmpty() || to.isEmpty()) {
            if (TOLD_FROM_THE_DRUG.matcher(draft.shown(onset)).find()) return 0.1;
            return draft.shown(start).isBlank() || draft.shown(onset).isBlank() ? 0.5 : 0.3;
        }
        int known = Math.min(from.length(), to.length());
        if (from.substring(0, known).compareTo(to.substring(0, known)) > 0) return 0.5;
        if (known == WHOLE_DAY_CHARS) return 0;
        return known == MONTH_CHARS && from.length() != to.length() ? 0.1 : 0.3;
    }

    private static double factor(boolean known, double penalty, String name, List<String> missing) {
        if (known) return 1;
        if (!missing.contains(name)) missing.add(name);
        return 1 - penalty;
    }
}
