package casewright.reading;

import casewright.reading.terms.Fold;
import casewright.reading.terms.Term;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// What was given for the event of a form, as its text tells.
final class FormTreatments {

    /// "Glucose 92": measured, not taken.
    private static final Pattern MEASURED_BEHIND = Pattern.compile("(?<=(?i:glucose|potassium|sodium|calcium|magnesium|creatinine|lactate)) (?:was |of |level )?\\d+(?![\\d.,]* ?(?:mg|g|ml|units?|mcg|tablets?|%|l\\b))", Pattern.CASE_INSENSITIVE);

    private FormTreatments() {
    }

    /// Drugs that the reporter tells of in the event's own words and that nobody suspects.
    ///
    /// @param told the drugs named in the event's text
    static List<DrugFacts> of(List<DrugMention> told, List<DrugFacts> suspects, List<DrugFacts> concomitants) {
        Map<String, DrugFacts> drugs = new LinkedHashMap<>();
        Set<String> known = new LinkedHashSet<>();
        suspects.forEach(drug -> drug.names().forEach(name -> known.add(Fold.phrase(name))));
        concomitants.forEach(drug -> drug.names().forEach(name -> known.add(Fold.phrase(name))));
        for (DrugMention mention : told) {
            boolean vaccine = FormReader.VACCINE.matcher(mention.term().text() + mention.key()).find() || mention.term().text().toLowerCase(Locale.ROOT).contains("shot");
            if (vaccine || known.contains(Fold.phrase(mention.term().text())) || mention.term().kind() == Term.Kind.CLASS && mention.term().text().length() < 5) continue;
            String before = mention.sentence().text().substring(0, mention.term().start()).toLowerCase(Locale.ROOT);
            if (MEASURED_BEHIND.matcher(mention.sentence().text()).region(mention.term().end(), mention.sentence().text().length()).useTransparentBounds(true).lookingAt()) continue;
            if (before.matches("(?s).*\\b(?:allerg\\w+ to|no|not taking|without)\\s+(?:\\w+\\s)?$")) continue;
            drugs.putIfAbsent(mention.key(), new DrugFacts(Fact.of(mention.term().text(), null, mention.quote(), "dictionary", false), List.of(mention.term().text()), Map.of()));
        }
        return List.copyOf(drugs.values());
    }
}
