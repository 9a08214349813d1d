package casewright.reading;

import casewright.reading.terms.Term;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What is no effect, no drug or no harm in a single sentence, whatever the model or a list calls it.
final class SentenceRules {

    private static final Pattern BENEFIT = Pattern.compile("\\b(?:remission|regression|improvement|resolution|relief|efficacy|benefit|protection|surviv\\w+|reducing the|better|enhances? the|prophylaxis)\\b", Pattern.CASE_INSENSITIVE);
    /// "patients with a liver abscess due to amoebae, who": whoever has it had it before anything befell.
    private static final Pattern HAS_IT = Pattern.compile("\\b(?:patients?|child(?:ren)?|man|woman|boy|girl|infants?|adults?|males?|females?) with (?:an? |the )?(?:[\\w-]+ ){0,2}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern WHO_BEHIND = Pattern.compile("^(?:(?!\\b(?:after|following|during|while)\\b)[^.;]){0,80}?,? (?:who|in whom)\\b", Pattern.CASE_INSENSITIVE);
    /// What names how it came about rather than what befell; an effect only where no other one is told.
    private static final Pattern ONLY_THE_WAY = Pattern.compile(".*\\b(?:overdos(?:e|es|age)|intoxication|interactions?)", Pattern.CASE_INSENSITIVE);
    /// "Clinicians should be aware", "should be kept in mind".
    private static final Pattern WARNS = Pattern.compile("\\b(?:aware(?:ness)?|cognizant|vigilant|mindful|alert(?:ed)?|(?:kept|borne|bear|keep) in mind|taken into account)\\b", Pattern.CASE_INSENSITIVE);
    /// What stands behind these words has the disease, or is it.
    private static final Pattern GIVEN_TO = Pattern.compile("(?:\\b(?:therapy|treatment|treated) for|\\b(?:patients?|child(?:ren)?|man|woman|boy|girl|subjects?) with) (?:[\\w-]+ ){0,2}$", Pattern.CASE_INSENSITIVE);

    /// "a vitiligo patient", "patients with CML", "to suppress a tachycardia": what is treated, not what befell.
    private static final Pattern HAD_BEFORE = Pattern.compile("(?:\\b(?:patients?|child(?:ren)?|man|woman|boy|girl|infants?|adults?|subjects?|case of an?|case of a) (?:with|having|suffering from) (?:an? |the )?(?:(?!who\\b)[\\w-]+ ){0,3}|\\b(?:treatment|therapy|management|prevention|prophylaxis) (?:of|for) (?:[\\w-]+ ){0,3}|\\bto (?:treat|suppress|prevent|control|manage) (?:[\\w-]+ ){0,3}|\\b(?:approved|indicated|licensed) (?:for|to treat) (?:[\\w-]+,? ){0,4})$", Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER_A_DRUG = Pattern.compile("^[^.;,]{0,25}\\b(?:after|on|during|due to|following|caused by|induced by|resulting from|related to|from|secondary to|associated with|suspected|attributed)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern HARM = Pattern.compile("\\b(?:develop\\w*|experienc\\w+|suffer\\w*|occur\\w*|complicat\\w*|induc\\w+|\\w*toxic\\w*|adverse|side[- ]effects?|caus\\w+|discontinu\\w+|interactions?|overdos\\w+|intoxication|reactions?|death|died|fatal|withdrawn|stopped|recur\\w*)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_PATIENTS = Pattern.compile("^ patients?\\b(?! (?:develop|experienc))", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_EFFECT = Pattern.compile("caution|concurrently|[A-Z]{2,5} scores?|(?:drug[- ](?:drug )?)?interactions?|(?:patho)?physiology|pharmacokinetics|(?:the )?pathogenesis|mechanisms?|efficacy|safety|.*\\b(?:properties|activity|treatment|therapy|prevention of .*|target .*|scores?|scales?|transplantation|examination|exam|agents?|antiarrhythmic|antagonists?|inhibitors?)|normo\\w+|(?:ir)?reversible|fatal|severe", Pattern.CASE_INSENSITIVE);
    /// "responsive to dantrolene", "managed with danaparoid": the remedy beside the drug that is blamed.
    private static final Pattern REMEDY_BEFORE = Pattern.compile("\\b(?:respon(?:sive|d\\w*) to|(?:resol\\w+|improv\\w+|relie\\w+|revers\\w+|manag\\w+|ameliorat\\w+|rescu\\w+|mitigat\\w+|recover\\w*|(?:successful(?:ly)? )?treat(?:ed|ment)) (?:[\\w-]+ ){0,4}?(?:with|by|after)) (?:(?:intravenous|oral|high-dose|low-dose|the|systemic|topical) ){0,2}$", Pattern.CASE_INSENSITIVE);
    /// "refractory to ganciclovir and foscarnet": what did not help.
    private static final Pattern NO_HELP_BEFORE = Pattern.compile("\\b(?:(?:fail(?:ed|ure|s)?|not) to respond to|did not respond to|refractory to|unresponsive to|despite)\\b(?:(?!\\b(?:follow\\w*|develop\\w*|occurr?\\w*|after|wh(?:o|ich|en)|was|were|had)\\b)[^.;]){0,160}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern REMEDY_BEHIND = Pattern.compile("^ (?:is|was|may be|can be) (?:beneficial|effective|useful|helpful)\\b|^ may (?:decrease|reduce|prevent)\\b", Pattern.CASE_INSENSITIVE);
    /// "clomiphene is a first-line treatment for", "cyclosporin resulted in resolution", "improved after 7 days of pyridoxine".
    private static final Pattern CURED = Pattern.compile("^ (?:is|are|was) (?:an? |the )?(?:[\\w-]+ ){0,3}(?:treatments?|therapy|option|drug of choice) (?:for|of|in)\\b|^(?: (?:treatment|therapy|administration|infusions?|\\([^)]*\\)))* (?:resulted in|led to|produced|brought|achieved|induced) (?:an? |the )?(?:[\\w-]+ ){0,2}(?:resolution|improvement|remission|recovery|disappearance|relief|healing|regression)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern CURED_BY = Pattern.compile("\\b(?:resol\\w+|improv\\w+|relie\\w+|revers\\w+|ameliorat\\w+|mitigat\\w+|recover\\w*) (?:[\\w-]+ ){0,4}?(?:with|by|after) (?:(?:\\d+|an?|one|two|three|four|several|a few|some) (?:days?|weeks?|months?|doses?|courses?|cycles?) of )?(?:(?:intravenous|oral|high-dose|low-dose|the|systemic|topical) ){0,2}(?:[\\w-]+(?:,| and) )?$", Pattern.CASE_INSENSITIVE);
    /// "thiopurine methyltransferase", "cytochrome P450", "Cryptococcus neoformans": no drug; a way of giving one, or all drugs against a disease, names none.
    private static final Pattern ENZYME_BEHIND = Pattern.compile("^[- ](?:\\w+[- ])?\\w*(?:transferase|reductase|dehydrogenase|oxidase|esterase|transporter|receptors?)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_DRUG = Pattern.compile("cytochrome .*|CYP\\w*|\\w+coccus\\b.*|\\w*bacter\\w*\\b.*|(?:\\w+ )?(?:injections?|infusions?|microemulsion|formulation|doses?|tablets?)|(?:\\w+[- ])?(?:chemotherapy|radiotherapy|radiation|chemoradiation|polychemotherapy)(?: regimen)?|(?:\\w+ )?antibiotics?|anticoagulation strategies|(?:hemo|haemo)?dialysis|plasmapheresis|[A-Z]\\. [a-z]{4,}|(?:the )?(?:intermediate|metabolites?|agents?|additives)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SWITCHED_TO = Pattern.compile("\\b(?:changed|switched|converted) to (?:[\\w-]+ ){0,2}$", Pattern.CASE_INSENSITIVE);

    /// "Withdrawal of Depakote resulted in resolution": the stop is the remedy.
    private static final Pattern STOPPING_BEFORE = Pattern.compile("\\b(?:discontinu\\w+|withdraw\\w*|cessation|stopping|reduc\\w+|removal|tapering)(?: \\w+){0,3} $", Pattern.CASE_INSENSITIVE);
    private static final Pattern STOPPED = Pattern.compile("\\b(?:discontinu\\w+|withdraw\\w*|cessation|stopp\\w+)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern PASSED = Pattern.compile("\\b(?:resol\\w+|regress\\w*|disappear\\w*|improv\\w+|recover\\w*|normali[sz]\\w+|abate\\w*|subsid\\w+|revers\\w+)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern BEGAN_OR_BLAMED = Pattern.compile("\\b(?:\\w*induc\\w+|caus\\w+|due to|associat\\w+|secondary|develop\\w*|attribut\\w+|\\w+-related|related to|occur\\w*|experienc\\w+|result\\w*(?! in (?:\\w+ ){0,3}(?:resolution|improvement|recovery|disappearance|normali))|appear\\w*|presented|diagnos\\w+|(?:re)?start\\w*|persist\\w*|recur\\w*|point\\w+ (?:out )?to\\w*|reactions?(?! (?:\\w+ ){0,2}(?:resolv|subsid|disappear|abate))|\\w*toxic\\w*|side[- ]effects?|adverse|led to|lead\\w*|precipitat\\w*|trigger\\w*|provok\\w*|produc\\w*|suffer\\w*|complicat\\w*|followed by (?!(?:\\w+ ){0,2}(?:recovery|resolution|improvement|normali))|overdos\\w*|hypersens\\w*|allerg\\w*)\\b", Pattern.CASE_INSENSITIVE);
    /// "the leukotriene receptor antagonist pranlukast", "naproxen, an NSAID": the class only explains the drug.
    private static final Pattern EXPLAINS_NEXT = Pattern.compile("(?: (?:derivative|agent|drug|antibiotic|antagonist|inhibitor)s?)*(?: | \\(|(?<=derivative|agent|drug|antibiotic|antagonist|inhibitor), )", Pattern.CASE_INSENSITIVE);
    private static final Pattern EXPLAINED_BEFORE = Pattern.compile(", an? (?:[\\w-]+ ){0,4}", Pattern.CASE_INSENSITIVE);

    private static final Pattern AROUND_A_NAME = Pattern.compile("(?:(?:as|the|an?|concomitant|systemic|oral|intravenous|continuous|chronic|high-dose|low-dose|long-term) (?!contracept|anticoag|immunoglob|hypoglyc))*(?<name>.+?)(?:(?<! replacement) (?:therapy|treatment|administration|use|infusions?|injections?))*", Pattern.CASE_INSENSITIVE);

    private SentenceRules() {
    }

    /// Only the end of something is told: a drug was stopped and it passed. That it befell, and of what, another sentence says.
    static boolean tellsOnlyTheEnd(String sentence) {
        return STOPPED.matcher(sentence).find() && PASSED.matcher(sentence).find() && !BEGAN_OR_BLAMED.matcher(sentence).find();
    }

    /// "concomitant fluvoxamine treatment": how it is given is not the drug's name.
    static int[] nameOnly(String sentence, int[] span) {
        Matcher matcher = AROUND_A_NAME.matcher(sentence.substring(span[0], span[1]));
        return matcher.matches() ? new int[] {span[0] + matcher.start("name"), span[0] + matcher.end("name")} : span;
    }

    static boolean isGivenTo(String sentence, int[] span) {
        return GIVEN_TO.matcher(sentence.substring(0, span[0])).find() || didNotHelp(sentence, span);
    }

    static boolean didNotHelp(String sentence, int[] span) {
        return NO_HELP_BEFORE.matcher(sentence.substring(0, span[0])).find();
    }

    static boolean tellsHarm(String sentence) {
        return HARM.matcher(sentence).find();
    }

    /// A class that stands beside one of its drugs only to explain it.
    static boolean explainsAnother(String sentence, int[] span, List<int[]> drugs, Mentions mentions) {
        if (mentions.drugs().stream().noneMatch(mention -> mention.term().kind() == Term.Kind.CLASS && SentenceReader.touches(span, SentenceReader.span(mention.term(), mention.sentence())))) return false;
        return drugs.stream().anyMatch(other -> other[0] >= span[1] && EXPLAINS_NEXT.matcher(sentence.substring(span[1], other[0])).matches()
                || other[1] <= span[0] && EXPLAINED_BEFORE.matcher(sentence.substring(other[1], span[0])).matches());
    }

    static boolean isEffect(String sentence, int[] span) {
        String words = sentence.substring(span[0], span[1]);
        return !BENEFIT.matcher(words).find() && !NO_EFFECT.matcher(words).matches() && !(HAS_IT.matcher(sentence.substring(0, span[0])).find() && WHO_BEHIND.matcher(sentence.substring(span[1])).find()) && (AFTER_A_DRUG.matcher(sentence.substring(span[1])).find() || !HAD_BEFORE.matcher(sentence.substring(0, span[0])).find()) && !OF_PATIENTS.matcher(sentence.substring(span[1])).find();
    }

    /// "overdose with cardiac arrest": the way it came about beside what came of it.
    static boolean isOnlyTheWay(String sentence, int[] span) {
        return ONLY_THE_WAY.matcher(sentence.substring(span[0], span[1])).matches();
    }

    /// A warning about a drug tells of its harm, also where "the possibility" is all that it calls it.
    static boolean warns(String sentence) {
        return WARNS.matcher(sentence).find();
    }

    static boolean isRemedy(String sentence, int[] span) {
        return !STOPPING_BEFORE.matcher(sentence.substring(0, span[0])).find() && isGivenAgainst(sentence, span);
    }

    /// As [#isRemedy], and said so plainly that it is no culprit even where none is named.
    static boolean cures(String sentence, int[] span) {
        return !STOPPING_BEFORE.matcher(sentence.substring(0, span[0])).find() && (CURED_BY.matcher(sentence.substring(0, span[0])).find() || CURED.matcher(sentence.substring(span[1])).find());
    }

    private static boolean isGivenAgainst(String sentence, int[] span) {
        return CURED.matcher(sentence.substring(span[1])).find() || CURED_BY.matcher(sentence.substring(0, span[0])).find() || REMEDY_BEFORE.matcher(sentence.substring(0, span[0])).find() || SWITCHED_TO.matcher(sentence.substring(0, span[0])).find() || REMEDY_BEHIND.matcher(sentence.substring(span[1])).find();
    }

    static boolean isNoDrug(String sentence, int[] span, Mentions mentions) {
        return ENZYME_BEHIND.matcher(sentence.substring(span[1])).find() || NO_DRUG.matcher(sentence.substring(span[0], span[1])).matches() && mentions.drugs().stream().noneMatch(mention -> mention.term().kind() != Term.Kind.CLASS && SentenceReader.touches(span, SentenceReader.span(mention.term(), mention.sentence())));
    }
}
