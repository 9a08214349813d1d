package casewright.reading;

import java.util.regex.Pattern;

/// Which words for a disorder name no effect in a single sentence: a benefit, what the patient had before, what is treated, how it came about.
final class EffectRules {

    private static final Pattern BENEFIT = Pattern.compile("\\b(?:remission|regression|improvement|resolution|relief|efficacy|benefit|protection|surviv\\w+|reducing the|better|enhances? the|prophylaxis)\\b", Pattern.CASE_INSENSITIVE);
    /// "patients with a liver abscess due to amoebae, who": whoever has it had it before anything befell.
    private static final Pattern HAS_IT = Pattern.compile("\\b(?:patients?|child(?:ren)?|man|woman|boy|girl|infants?|adults?|males?|females?) with (?:an? |the )?(?:[\\w-]+ ){0,2}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern WHO_BEHIND = Pattern.compile("^(?:(?!\\b(?:after|following|during|while)\\b)[^.;]){0,80}?,? (?:who|in whom)\\b", Pattern.CASE_INSENSITIVE);
    /// What names how it came about rather than what befell; an effect only where no other one is told.
    private static final Pattern ONLY_THE_WAY = Pattern.compile(".*\\b(?:overdos(?:e|es|age)|intoxication|interactions?)", Pattern.CASE_INSENSITIVE);
    /// "a vitiligo patient", "patients with CML", "to suppress a tachycardia": what is treated, not what befell.
    private static final Pattern HAD_BEFORE = Pattern.compile("(?:\\b(?:patients?|child(?:ren)?|man|woman|boy|girl|infants?|adults?|subjects?|case of an?|case of a) (?:with|having|suffering from) (?:an? |the )?(?:(?!who\\b)[\\w-]+ ){0,3}|\\b(?:treatment|therapy|management|prevention|prophylaxis) (?:of|for) (?:[\\w-]+ ){0,3}|\\bto (?:treat|suppress|prevent|control|manage) (?:[\\w-]+ ){0,3}|\\b(?:approved|indicated|licensed) (?:for|to treat) (?:[\\w-]+,? ){0,4})$", Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER_A_DRUG = Pattern.compile("^[^.;,]{0,25}\\b(?:after|on|during|due to|following|caused by|induced by|resulting from|related to|from|secondary to|associated with|suspected|attributed)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_PATIENTS = Pattern.compile("^ patients?\\b(?! (?:develop|experienc))", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_EFFECT = Pattern.compile("caution|concurrently|[A-Z]{2,5} scores?|(?:drug[- ](?:drug )?)?interactions?|(?:patho)?physiology|pharmacokinetics|(?:the )?pathogenesis|mechanisms?|efficacy|safety|.*\\b(?:properties|activity|treatment|therapy|prevention of .*|target .*|scores?|scales?|transplantation|examination|exam|agents?|antiarrhythmic|antagonists?|inhibitors?)|normo\\w+|(?:ir)?reversible|fatal|severe", Pattern.CASE_INSENSITIVE);

    private EffectRules() {
    }

    static boolean isEffect(String sentence, int[] span) {
        String words = sentence.substring(span[0], span[1]);
        return !BENEFIT.matcher(words).find() && !NO_EFFECT.matcher(words).matches() && !(HAS_IT.matcher(sentence.substring(0, span[0])).find() && WHO_BEHIND.matcher(sentence.substring(span[1])).find()) && (AFTER_A_DRUG.matcher(sentence.substring(span[1])).find() || !HAD_BEFORE.matcher(sentence.substring(0, span[0])).find()) && !OF_PATIENTS.matcher(sentence.substring(span[1])).find();
    }

    /// "overdose with cardiac arrest": the way it came about beside what came of it.
    static boolean isOnlyTheWay(String sentence, int[] span) {
        return ONLY_THE_WAY.matcher(sentence.substring(span[0], span[1])).matches();
    }
}
