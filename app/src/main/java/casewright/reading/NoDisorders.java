package casewright.reading;

import casewright.reading.terms.Term;
import java.util.regex.Pattern;

/// Names of disorders that what stands around them makes into something else: a ward, a scale, a card, what a vaccine is against.
final class NoDisorders {

    /// "Glasgow Coma Scale", "central nervous system"
    private static final Pattern SCALE_BEHIND = Pattern.compile(" (?:scale|score|system|arter(?:y|ies))\\b", Pattern.CASE_INSENSITIVE);
    /// "aggressive intravenous fluids", "aggressive lymphoma": how it was treated, or what a tumour is like.
    private static final Pattern CARE_BEHIND = Pattern.compile(" (?!behaviou?r|and\\b|toward|outburst|episode|conduct)\\w+", Pattern.CASE_INSENSITIVE);
    private static final Pattern VACCINE_BEHIND = Pattern.compile("(?: [A-Z])? (?:vaccines?|vaccinations?|shots?|immuni[sz]ations?|boosters?|jabs?)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern VACCINE_BEFORE = Pattern.compile("\\b(?:dose|doses|vaccine|vaccinated|vaccination|shot|immuni[sz]ation|immuni[sz]ed|booster)s? (?:of|for|against) (?:the )?$|\\b(?:vaccin\\w+|immuni[sz]\\w+|booster)s? (?:of|for|against) (?:the )?[^.;()]{3,40} \\($", Pattern.CASE_INSENSITIVE);
    /// "the burn unit", "a stroke ward": where, not what; "a suicide note".
    private static final Pattern PLACE_BEHIND = Pattern.compile("s? (?:care )?(?:units?|wards?|clinics?|cent(?:er|re)s?|departments?|services?|specialists?|consultants?|physicians?|doctors?|nurses?|team|notes?)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ALLERGY_CARD = Pattern.compile("allerg(?:y|ies) (?:card|box|field|label|sticker|alert|bracelet|clinic|tests?|testing|list|status|passport|work-?up|specialist)\\b", Pattern.CASE_INSENSITIVE);

    private NoDisorders() {
    }

    static boolean isNone(String words, Term term) {
        return PLACE_BEHIND.matcher(words).region(term.end(), words.length()).lookingAt() || term.text().equalsIgnoreCase("aggressive") && CARE_BEHIND.matcher(words).region(term.end(), words.length()).lookingAt()
                || isVaccinatedAgainst(words, term) || ALLERGY_CARD.matcher(words).region(term.start(), words.length()).lookingAt() || SCALE_BEHIND.matcher(words).region(term.end(), words.length()).lookingAt();
    }

    /// "a dose of hepatitis A", "flu shot": what a vaccine is against.
    private static boolean isVaccinatedAgainst(String words, Term disorder) {
        return VACCINE_BEHIND.matcher(words).region(disorder.end(), words.length()).lookingAt() || VACCINE_BEFORE.matcher(words.substring(Math.max(0, disorder.start() - 60), disorder.start())).find();
    }
}
