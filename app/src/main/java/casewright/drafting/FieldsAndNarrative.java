package casewright.drafting;

import casewright.reading.terms.Fold;
import casewright.reading.terms.Term;
import casewright.reading.terms.Vocabulary;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Compares fields and narrative both ways. Inspectors find differences between the two more often than anything else (OGYEI, quality of ICSRs).
final class FieldsAndNarrative {

    /// What must be told: the rest is told where it stands.
    private static final Set<String> TOLD = Set.of("name", "term", "dose", "onset", "outcome", "age", "sex", "indication", "start", "stop", "value");

    private static final String RULE = "GVP VI.C.2.2.4: fields and narrative agree";
    private static final Pattern YEARS_OLD = Pattern.compile("\\b(?<n>\\d{1,3})[- ](?:year|month|week|day)s?[- ]old\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern DIED = Pattern.compile("\\b(?:patient|he|she) (?:had |then |later |finally |subsequently )?(?:died|passed away|succumbed)\\b|\\b(?:was|proved) fatal\\b", Pattern.CASE_INSENSITIVE);

    private FieldsAndNarrative() {
    }

    static List<Finding> mismatches(Draft draft, List<NarrativeSentence> narrative, Vocabulary vocabulary) {
        List<Finding> mismatches = new ArrayList<>(notTold(draft, narrative));
        mismatches.addAll(notInFields(draft, narrative, vocabulary));
        return mismatches;
    }

    /// What the fields say and the narrative does not.
    private static List<Finding> notTold(Draft draft, List<NarrativeSentence> narrative) {
        String told = fold(String.join(" ", narrative.stream().map(NarrativeSentence::sentence).toList()));
        List<Finding> mismatches = new ArrayList<>();
        for (DraftField field : draft.fields()) {
            String id = field.path().substring(field.path().lastIndexOf('.') + 1);
            // "73 years" is told as "73-year-old"
            String shown = id.equals("age") ? fold(field.shown()).replaceFirst("s$", "") : fold(field.shown());
            // A narrative goes to readers who need not know who reported.
            if (field.path().startsWith("reporter.")) continue;
            if (!shown.isEmpty() && TOLD.contains(id) && !told.contains(shown) && !wordsIn(shown, told)) {
                mismatches.add(new Finding("mismatch", field.path(), "The field says \"" + field.shown() + "\"; the narrative does not tell it.", RULE, List.of()));
            }
        }
        return mismatches;
    }

    /// What the narrative says and no field does: a drug, an age, a death.
    private static List<Finding> notInFields(Draft draft, List<NarrativeSentence> narrative, Vocabulary vocabulary) {
        String fields = " " + Fold.phrase(String.join(" ", draft.fields().stream().flatMap(FieldsAndNarrative::said).toList())) + " ";
        boolean death = Assessments.criteria(draft).contains("death") || fields.contains(" fatal ") || fields.contains(" death ");
        Set<String> age = numbers(draft.find("patient.age").stream().flatMap(FieldsAndNarrative::said).toList());
        Set<String> seen = new HashSet<>();
        List<Finding> mismatches = new ArrayList<>();
        for (NarrativeSentence sentence : narrative) {
            if (sentence.kind() == NarrativeSentence.Kind.ABSENT || sentence.kind() == NarrativeSentence.Kind.CASE) continue;
            for (Term drug : vocabulary.drugs().find(sentence.sentence())) {
                boolean held = drug.kind() == Term.Kind.CLASS || fields.contains(" " + Fold.phrase(drug.text()) + " ") || fields.contains(" " + Fold.phrase(drug.preferred()) + " ");
                if (!held && seen.add(drug.preferred())) mismatches.add(only("The narrative names " + drug.text() + "; no field holds it.", sentence));
            }
            Matcher old = YEARS_OLD.matcher(sentence.sentence());
            while (old.find()) if (!age.contains(old.group("n")) && seen.add(old.group())) mismatches.add(only("The narrative says \"" + old.group() + "\"; the age in the fields is " + (age.isEmpty() ? "not stated" : String.join(" or ", age)) + ".", sentence));
            if (!death && DIED.matcher(sentence.sentence()).find() && seen.add("death")) mismatches.add(only("The narrative tells a death; no reaction is fatal in the fields.", sentence));
        }
        return mismatches;
    }

    private static Finding only(String words, NarrativeSentence sentence) {
        return new Finding("mismatch", "Narrative, " + sentence.section(), words, RULE, sentence.citations());
    }

    /// What a field says, or the several things where it is unclear.
    private static Stream<String> said(DraftField field) {
        return field.value() instanceof FieldValue.Unclear unclear ? unclear.alternatives().stream().map(FieldValue.Alternative::value) : Stream.of(field.shown());
    }

    private static Set<String> numbers(List<String> values) {
        return values.stream().flatMap(value -> Pattern.compile("\\d+(?:\\.\\d+)?").matcher(value).results().map(MatchResult::group)).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean wordsIn(String shown, String told) {
        for (String word : shown.split(" ")) if (!told.contains(word)) return false;
        return true;
    }

    private static String fold(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}.%/]+", " ").strip();
    }
}
