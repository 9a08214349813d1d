package casewright.evidence.listedness;

import casewright.evidence.listedness.CommonWords.Word;
import casewright.evidence.listedness.SoughtReaction.Place;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether the words found are only a part of the name of another, more specific reaction: "pain" in "abdominal pain", "erythema" in "erythema nodosum",
/// "infection" in the heading "Infections and infestations". Specificity counts: 21 CFR 314.80(a), "unexpected" includes "greater severity or specificity".
final class LongerTerm {

    private static final Pattern ONLY_BLANKS = Pattern.compile("\\s+|-");
    /// Verbs and small words that stand before or behind a name without being a part of it.
    private static final Set<String> SMALL = Set.of("is", "was", "were", "are", "be", "been", "being", "has", "have", "had", "may", "can", "could", "might", "must", "should", "will", "would", "do",
            "does", "did", "not", "no", "if", "when", "while", "during", "after", "before", "following", "than", "that", "which", "who", "whose", "such", "including", "but", "however", "also",
            "because", "although", "since", "until", "without", "within", "between", "among", "into", "over", "under", "per", "versus", "vs", "via", "due", "it", "its", "their", "there", "then",
            "where", "about", "consisting", "comprising", "only", "either", "both", "neither", "nor", "any", "see", "like", "etc", "secondary");
    private static final Set<String> LINKS = Set.of("related", "induced", "associated");
    private static final Set<String> MEDICINES = Set.of("drug", "treatment", "therapy", "medication", "product", "dose", "vaccine", "infusion", "injection", "immune");
    private static final Set<String> PART_OF = Set.of("of", "in", "to");
    private static final Set<String> BETWEEN_PART = Set.of("the", "a", "an", "both", "developing", "left", "right");
    /// Headings by system end in "disorders", as the name of one does not, begin a line, and are followed by nothing or by what belongs to them.
    private static final Pattern SYSTEM_HEADING = Pattern.compile("disorders$", Pattern.CASE_INSENSITIVE);
    private static final Pattern BEHIND_HEADING = Pattern.compile("^\\s*(?:$|:|\\d|\\p{Lu}|-|\\()");
    private static final Pattern HEADING_GOES_ON = Pattern.compile("^\\s*(?:and infestations|,? poisoning|and procedural|benign)", Pattern.CASE_INSENSITIVE);
    /// A heading begins with a capital: "nausea 9 %, menstrual disorders 7 %" has none.
    private static final Pattern IN_A_LIST_OF_SMALL_LETTERS = Pattern.compile("[,;] *(?!.*\\band\\b)\\p{Ll}[\\p{Ll} -]*$");
    private static final Pattern ABBREVIATION = Pattern.compile("[A-Z][A-Z0-9-]{1,7}\\) ");
    /// Say little without the part of the body that they are of.
    private static final Set<String> GENERAL = new HashSet<>();
    private static final Pattern ITEM_BEGINS = Pattern.compile("(?:^|[,;:*/()\\[]|\\b(?:and|or|including))\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern ITEM_ENDS = Pattern.compile("^\\s*(?:$|[,;:.()*/\\d\\[]|(?:and|or)\\b)", Pattern.CASE_INSENSITIVE);
    private static final Pattern TURNED_ROUND = Pattern.compile(", *");
    private static final Pattern TURNED_ROUND_ENDS = Pattern.compile("^\\s*(?:$|[\\d(<])");
    private static final Pattern LIST = Pattern.compile("\\s*(?:[,/]|,?\\s*(?:and|or|and/or)\\b)\\s*", Pattern.CASE_INSENSITIVE);

    static {
        CommonWords.of("pain discomfort swelling tenderness edema ulcer bleeding perforation inflammation injury disorder occlusion thrombosis "
                    + "infection obstruction stenosis embolism infarction mass cyst abscess shock fracture toxicity neoplasm lymphoma", true)
                .forEach(word -> GENERAL.add(word.name()));
    }

    private LongerTerm() {
    }

    static boolean holds(String statement, List<Word> words, SoughtReaction sought, Place place) {
        Word first = words.get(place.first());
        Word last = words.get(place.last());
        return isSystemHeading(statement, first, last) || isGeneral(words, place) && !isItem(statement, first, last) || place.first() > 0 && beginsBefore(statement, words, sought, place)
                || goesOnBehind(statement, words, place);
    }

    private static boolean beginsBefore(String statement, List<Word> words, SoughtReaction sought, Place place) {
        Word before = words.get(place.first() - 1);
        Word first = words.get(place.first());
        boolean isModified = touches(statement, before, first) && !passes(statement, words, place.first() - 1) && !sought.isMeasuredIn(before) && !sought.isNamedInBrackets(statement, first);
        return isModified || isAbbreviation(statement, before, first) || sharesItsPart(statement, words, place);
    }

    private static boolean goesOnBehind(String statement, List<Word> words, Place place) {
        Word last = words.get(place.last());
        // "seizure-like"
        if (statement.startsWith("-", last.end())) return true;
        if (isTurnedRound(statement, words, place)) return true;
        if (place.last() + 1 == words.size()) return false;
        Word after = words.get(place.last() + 1);
        if (!touches(statement, last, after)) return false;
        if (PART_OF.contains(after.plain())) return isBodyPart(words, place.last() + 2);
        return !passes(statement, words, place.last() + 1) && !after.plain().endsWith("ed");
    }

    /// "Oedema, peripheral 3 %"
    private static boolean isTurnedRound(String statement, List<Word> words, Place place) {
        if (place.last() + 1 == words.size()) return false;
        Word after = words.get(place.last() + 1);
        return TURNED_ROUND.matcher(statement.substring(words.get(place.last()).end(), after.start())).matches() && (CommonWords.isBodyPart(after) || after.plain().equals("peripheral"))
                && TURNED_ROUND_ENDS.matcher(statement.substring(after.end())).find() && ITEM_BEGINS.matcher(statement.substring(0, words.get(place.first()).start())).find();
    }

    private static boolean isSystemHeading(String statement, Word first, Word last) {
        String behind = statement.substring(last.end());
        return HEADING_GOES_ON.matcher(behind).find() || SYSTEM_HEADING.matcher(statement.substring(first.start(), last.end())).find() && BEHIND_HEADING.matcher(behind).find()
                && !IN_A_LIST_OF_SMALL_LETTERS.matcher(statement.substring(0, last.end())).find();
    }

    static boolean isGeneral(SoughtReaction sought) {
        return sought.isOneOf(GENERAL);
    }

    private static boolean isGeneral(List<Word> words, Place place) {
        return place.first() == place.last() && GENERAL.contains(words.get(place.first()).name());
    }

    /// Such a word counts only as an item of its own: in "these infections resolved" it may stand for a more specific one.
    private static boolean isItem(String statement, Word first, Word last) {
        return ITEM_BEGINS.matcher(statement.substring(0, first.start())).find() && ITEM_ENDS.matcher(statement.substring(last.end())).find();
    }

    /// "breast pain, discomfort or tenderness": all three are of the breast.
    private static boolean sharesItsPart(String statement, List<Word> words, Place place) {
        if (!isGeneral(words, place)) return false;
        int before = place.first() - 1;
        while (before > 0 && Set.of("and", "or").contains(words.get(before).plain())) before--;
        Word earlier = words.get(before);
        String gap = statement.substring(earlier.end(), words.get(place.first()).start());
        if (before == 0 || !GENERAL.contains(earlier.name()) || !LIST.matcher(gap).matches()) return false;
        Place its = new Place(before, before);
        return CommonWords.isBodyPart(words.get(before - 1)) && touches(statement, words.get(before - 1), earlier) || sharesItsPart(statement, words, its);
    }

    private static boolean isBodyPart(List<Word> words, int at) {
        for (int i = at; i < words.size() && i < at + 3; i++) {
            if (CommonWords.isBodyPart(words.get(i))) return true;
            if (!BETWEEN_PART.contains(words.get(i).plain())) return false;
        }
        return false;
    }

    /// "hepatitis B virus (HBV) infection"
    private static boolean isAbbreviation(String statement, Word before, Word first) {
        return before.start() > 0 && statement.charAt(before.start() - 1) == '(' && ABBREVIATION.matcher(statement.substring(before.start(), first.start())).matches();
    }

    private static boolean touches(String statement, Word before, Word after) {
        return ONLY_BLANKS.matcher(statement.substring(before.end(), after.start())).matches();
    }

    private static boolean passes(String statement, List<Word> words, int at) {
        Word word = words.get(at);
        // "hepatitis B"; a small letter is a footnote's
        if (word.plain().length() == 1 && Character.isUpperCase(statement.charAt(word.start()))) return false;
        if (LINKS.contains(word.plain()) && at > 0 && statement.charAt(word.start() - 1) == '-') return isMedicine(statement, words.get(at - 1));
        return CommonWords.isLight(word) || SMALL.contains(word.plain()) || PassingWords.contains(word.plain());
    }

    /// "drug-related death" is any death by the drug; "asthma-related death" is one by asthma.
    private static boolean isMedicine(String statement, Word word) {
        return MEDICINES.contains(word.plain()) || Character.isUpperCase(statement.charAt(word.start()));
    }
}
