package casewright.reading.terms;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// "the COVID-19 Janssen vaccine", "mRNA-1273 (Moderna) vaccine": what stands before the word belongs to the vaccine's name.
public final class VaccineNames {

    private static final Pattern WORD = Pattern.compile("vaccin(?:e|es|ation|ations)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME_BEFORE = Pattern.compile("(?<![\\p{L}\\d-])(?<name>(?:(?!(?:(?i:the|an?|this|that|his|her|after|before|on|in|first|second|third|no|one|two|both|all|any|since|when|following|despite|post|previous|prior|recent|new|other|each|every|most|many|some|several|her|its|with|without|for|of|and)|\\d+(?:st|nd|rd|th)?|January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b(?!-))"
            + "(?:[A-Z0-9][\\w./-]*|mRNA[\\w-]*|(?:influenza|flu|hepatitis|tetanus|diphtheria|pertussis|measles|mumps|rubella|rabies|pneumococcal|meningococcal|varicella|zoster|rotavirus|polio|yellow|fever|typhoid|human|papillomavirus|seasonal|recombinant|inactivated|live|attenuated|conjugate|quadrivalent|trivalent|combined)\\b)(?: \\([A-Z][\\w /-]{1,30}\\))?[ -]){1,6})$");
    private static final int LONGEST = 80;

    private VaccineNames() {
    }

    /// @param others the drugs of the sentence: a name never reaches into another one
    /// @return the term with the words before it that name the vaccine, or as it was
    public static Term whole(String sentence, Term term, List<Term> others) {
        if (!WORD.matcher(term.text()).matches()) return term;
        int from = Math.max(0, term.start() - LONGEST);
        Matcher before = NAME_BEFORE.matcher(sentence.substring(from, term.start()));
        if (!before.find()) return term;
        int start = from + before.start("name");
        Term whole = new Term(start, term.end(), sentence.substring(start, term.end()), term.preferred(), term.kind(), term.doubtful());
        return others.stream().anyMatch(other -> other != term && other.overlaps(whole)) ? term : whole;
    }
}
