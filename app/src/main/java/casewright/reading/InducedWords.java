package casewright.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// "X-induced Y" and "X toxicity", where no list knows X or Y: the words themselves name the cause and the effect.
final class InducedWords {

    private static final int LONGEST_SENTENCE_CHARS = 700;
    /// What a thing can be induced by or related to without being a medicine.
    private static final String NO_MEDICINE = "(?:drugs?|medications?|medicines?|treatment|therapy|exercise|stress|age|dose|time|self|virus\\w*|radiation|radiotherapy|disease|cancer|tumou?r|"
            + "pregnancy|hospital|health(?:care)?|catheter|device|transfusion|diet|temperature|immun\\w+|antibody|cell|pressure|light|sun|heat|cold|work|sex|gender|infusion|injection|hiv|"
            + "steroid-free|inflammation|infection|sepsis|trauma|surgery|procedure|graft|donor|mutation|gene|nerve|pain|fever|sleep|weight|obesity|smoking)";
    private static final String END = "(?=\\s*(?:[.,;:()\\[\\]]|$)|\\s(?:in|of|with|after|by|following|during|and|or|is|was|were|are|has|have|had|may|can|could|should|that|which|who|to|for|from|on|at|as|"
            + "respond\\w+|resolv\\w+|requir\\w+|occurr?\\w+|treat\\w+|mimic\\w+|present\\w+|secondary|due|without|despite|when|while|because)\\b)";
    private static final Pattern INDUCED = Pattern.compile("(?<![\\w-])(?<cause>[A-Za-z0-9][\\w/.-]{1,40}?)-(?:induced|provoked|triggered)\\s(?<effect>(?:[\\w'-]+\\s){0,5}?[\\w'-]+)" + END,
            Pattern.CASE_INSENSITIVE);
    /// "Related" and "associated" say less: the cause must be written like an abbreviation of a substance, or the effect like one of a disorder.
    private static final Pattern RELATED = Pattern.compile("(?<![\\w-])(?<cause>[A-Z0-9]{2,8}|[A-Za-z][a-z]{4,30}(?=-associated [A-Z]{2}))-(?:related|associated)\\s(?<effect>(?:[\\w'-]+\\s){0,5}?[\\w'-]+)" + END);

    /// "RA contributed to the deterioration in renal function": an abbreviation as what caused it.
    private static final Pattern CONTRIBUTED = Pattern.compile("(?<![\\w-])(?<cause>[A-Z][A-Z0-9]{1,7}) (?:(?:may|might|could|can) (?:also )?(?:have )?|has |have |probably )?(?:contribut\\w+ to|caused|induced) (?:the |an? )?(?<effect>(?:[\\w'-]+\\s){0,5}?(?:function|failure|syndrome|\\w*(?:itis|emia|aemia|osis|pathy|toxicity|rash|pain|penia)))\\b");

    /// Spans within the sentence.
    /// @param needsKnownDrug the words alone could as well name a disease as the cause: "cancer-associated DVT"
    record Found(int[] cause, int[] effect, boolean needsKnownDrug) {
    }

    /// "X-induced Y", "XYZ-related Y" and "XYZ contributed to Y".
    static List<Found> in(String sentence) {
        return find(sentence, List.of(INDUCED, RELATED, CONTRIBUTED));
    }

    /// Only "X-induced Y", where X is written like the name of a substance.
    static List<Found> statedIn(String sentence) {
        return find(sentence, List.of(INDUCED)).stream().filter(found -> sentence.substring(found.cause()[0], found.cause()[1]).matches("[A-Z]?[a-z][a-z-]{4,}")).toList();
    }

    private static List<Found> find(String sentence, List<Pattern> patterns) {
        List<Found> found = new ArrayList<>();
        String bounded = sentence.length() <= LONGEST_SENTENCE_CHARS ? sentence : sentence.substring(0, LONGEST_SENTENCE_CHARS);
        for (Pattern pattern : patterns) {
            Matcher matcher = pattern.matcher(bounded);
            while (matcher.find()) {
                if (matcher.group("cause").matches("(?i)" + NO_MEDICINE)) continue;
                found.add(new Found(new int[] {matcher.start("cause"), matcher.end("cause")}, new int[] {matcher.start("effect"), matcher.end("effect")},
                        pattern == RELATED && !matcher.group("cause").equals(matcher.group("cause").toUpperCase(Locale.ROOT))));
            }
        }
        return found;
    }

    private InducedWords() {
    }
}
