package casewright.reading;

import casewright.reading.terms.Term;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Which words for a drug name none in a single sentence: an enzyme, a way of giving, a class that only explains the drug beside it.
final class NamedDrugRules {

    /// "thiopurine methyltransferase", "cytochrome P450", "Cryptococcus neoformans": no drug; a way of giving one, or all drugs against a disease, names none.
    private static final Pattern ENZYME_BEHIND = Pattern.compile("^[- ](?:\\w+[- ])?\\w*(?:transferase|reductase|dehydrogenase|oxidase|esterase|transporter|receptors?)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_DRUG = Pattern.compile("cytochrome .*|CYP\\w*|\\w+coccus\\b.*|\\w*bacter\\w*\\b.*|(?:\\w+ )?(?:injections?|infusions?|microemulsion|formulation|doses?|tablets?)|(?:\\w+[- ])?(?:chemotherapy|radiotherapy|radiation|chemoradiation|polychemotherapy)(?: regimen)?|(?:\\w+ )?antibiotics?|anticoagulation strategies|(?:hemo|haemo)?dialysis|plasmapheresis|[A-Z]\\. [a-z]{4,}|(?:the )?(?:intermediate|metabolites?|agents?|additives)", Pattern.CASE_INSENSITIVE);
    /// "the leukotriene receptor antagonist pranlukast", "naproxen, an NSAID": the class only explains the drug.
    private static final Pattern EXPLAINS_NEXT = Pattern.compile("(?: (?:derivative|agent|drug|antibiotic|antagonist|inhibitor)s?)*(?: | \\(|(?<=derivative|agent|drug|antibiotic|antagonist|inhibitor), )", Pattern.CASE_INSENSITIVE);
    private static final Pattern EXPLAINED_BEFORE = Pattern.compile(", an? (?:[\\w-]+ ){0,4}", Pattern.CASE_INSENSITIVE);
    private static final Pattern AROUND_A_NAME = Pattern.compile("(?:(?:as|the|an?|concomitant|systemic|oral|intravenous|continuous|chronic|high-dose|low-dose|long-term) (?!contracept|anticoag|immunoglob|hypoglyc))*(?<name>.+?)(?:(?<! replacement) (?:therapy|treatment|administration|use|infusions?|injections?))*", Pattern.CASE_INSENSITIVE);

    private NamedDrugRules() {
    }

    /// "concomitant fluvoxamine treatment": how it is given is not the drug's name.
    static int[] nameOnly(String sentence, int[] span) {
        Matcher matcher = AROUND_A_NAME.matcher(sentence.substring(span[0], span[1]));
        return matcher.matches() ? new int[] {span[0] + matcher.start("name"), span[0] + matcher.end("name")} : span;
    }

    /// A class that stands beside one of its drugs only to explain it.
    static boolean explainsAnother(String sentence, int[] span, List<int[]> drugs, Mentions mentions) {
        if (mentions.drugs().stream().noneMatch(mention -> mention.term().kind() == Term.Kind.CLASS && SentenceReader.touches(span, SentenceReader.span(mention.term(), mention.sentence())))) return false;
        return drugs.stream().anyMatch(other -> other[0] >= span[1] && EXPLAINS_NEXT.matcher(sentence.substring(span[1], other[0])).matches()
                || other[1] <= span[0] && EXPLAINED_BEFORE.matcher(sentence.substring(other[1], span[0])).matches());
    }

    static boolean isNoDrug(String sentence, int[] span, Mentions mentions) {
        return ENZYME_BEHIND.matcher(sentence.substring(span[1])).find() || NO_DRUG.matcher(sentence.substring(span[0], span[1])).matches() && mentions.drugs().stream().noneMatch(mention -> mention.term().kind() != Term.Kind.CLASS && SentenceReader.touches(span, SentenceReader.span(mention.term(), mention.sentence())));
    }
}
