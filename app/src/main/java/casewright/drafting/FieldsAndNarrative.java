package casewright.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Compares fields and narrative both ways. Inspectors find differences between the two more often than anything else (OGYEI, quality of ICSRs).
final class FieldsAndNarrative {

    /// What must be told: the rest is told where it stands.
    private static final Set<String> TOLD = Set.of("name", "term", "dose", "onset", "outcome", "age", "sex", "indication", "start", "stop", "value");

    private FieldsAndNarrative() {
    }

    static List<Finding> mismatches(Draft draft, List<NarrativeSentence> narrative) {
        String told = fold(String.join(" ", narrative.stream().map(NarrativeSentence::sentence).toList()));
        List<Finding> mismatches = new ArrayList<>();
        for (DraftField field : draft.fields()) {
            String id = field.path().substring(field.path().lastIndexOf('.') + 1);
            // "73 years" is told as "73-year-old"
            String shown = id.equals("age") ? fold(field.shown()).replaceFirst("s$", "") : fold(field.shown());
            // A narrative goes to readers who need not know who reported.
            if (field.path().startsWith("reporter.")) continue;
            if (!shown.isEmpty() && TOLD.contains(id) && !told.contains(shown) && !wordsIn(shown, told)) {
                mismatches.add(new Finding("mismatch", field.path(), "The field says \"" + field.shown() + "\"; the narrative does not tell it.", "GVP VI.C.2.2.4: fields and narrative agree", List.of()));
            }
        }
        return mismatches;
    }

    private static boolean wordsIn(String shown, String told) {
        for (String word : shown.split(" ")) if (!told.contains(word)) return false;
        return true;
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}.%/]+", " ").strip();
    }
}
