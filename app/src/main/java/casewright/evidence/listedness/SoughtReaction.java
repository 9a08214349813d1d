package casewright.evidence.listedness;

import casewright.evidence.listedness.CommonWords.Word;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The reaction that is asked for, as the words that must stand together, in any order.
final class SoughtReaction {

    /// Changes of something measured: what changes may stand apart from the word for the change ("elevations of ALT, AST and bilirubin").
    private static final Set<String> CHANGES = names("increased", "decreased", "abnormal", "prolonged", "impaired", "positive");
    private static final Set<String> MEASURED_IN = names("blood", "electrocardiogram");
    private static final Set<String> PRESENT = names("present");
    private static final int FARTHEST_MEASURED_WORDS = 10;
    private static final int FARTHEST_IN_A_LIST_WORDS = 6;
    private static final Pattern IN_A_LIST = Pattern.compile("[,/]|\\b(?:and|or)\\b");
    /// "low and/or high platelet counts", "urine output increased/decreased"
    private static final Pattern ALSO_CHANGED = Pattern.compile("\\s*\\w*\\s*(?:/|\\bor\\b|\\band\\b|\\band/or\\b)\\s*\\w*\\s*(?:counts?\\s*)?");
    private static final Pattern LIST_BORDER = Pattern.compile("\\s*(?:[,/()]|\\band/or\\b|\\band\\b|\\bor\\b)[,/()\\s]*(?:(?:and|or)\\b\\s*)?");
    private static final Pattern LINKS = Pattern.compile("\\b(?:includ(?:es?|ing)|such as|like|as well as|e\\.g\\.|of|the|in)\\b|[\\d.%<>]+");
    private static final Pattern IN_BRACKETS = Pattern.compile("^ *\\(");
    private static final Pattern ITEM_ENDS = Pattern.compile("[;:\\n\\u2022*]");

    private final Set<String> needed;
    private final boolean isChange;

    private SoughtReaction(Set<String> needed, boolean isChange) {
        this.needed = needed;
        this.isChange = isChange;
    }

    static Set<String> names(String... words) {
        Set<String> names = new HashSet<>();
        for (String word : words) CommonWords.of(word, true).forEach(one -> names.add(one.name()));
        return Set.copyOf(names);
    }

    static SoughtReaction of(String term, boolean formsOfSeveralWords) {
        Set<String> needed = new LinkedHashSet<>();
        for (Word word : CommonWords.of(term, formsOfSeveralWords)) if (!CommonWords.isLight(word)) needed.add(word.name());
        // "Concentration impaired" is more than "impaired".
        if (CHANGES.containsAll(needed)) CommonWords.of(term, formsOfSeveralWords).stream().filter(CommonWords::isMeasure).forEach(word -> needed.add(word.name()));
        if (!PassingWords.MILD.containsAll(needed)) needed.removeAll(PassingWords.MILD);
        boolean isChange = needed.size() > 1 && needed.stream().anyMatch(CHANGES::contains);
        // "Urinary casts present"
        if (needed.size() > 1) needed.removeAll(PRESENT);
        // "Blood creatinine increased" is "serum creatinine increased" is "creatinine increased".
        if (isChange && needed.size() > 2) needed.removeAll(MEASURED_IN);
        return new SoughtReaction(needed, isChange);
    }

    /// A place where all words stand together: words [first, last] of a statement.
    record Place(int first, int last) {
    }

    /// Whether it is a single word, and one of these.
    boolean isOneOf(Set<String> names) {
        return needed.size() == 1 && names.containsAll(needed);
    }

    /// Whether a word before the place only tells where it was measured.
    boolean isMeasuredIn(Word word) {
        return isChange && MEASURED_IN.contains(word.name());
    }

    /// "transaminase elevations (ALT, AST)": what changes is named behind the change.
    boolean isNamedInBrackets(String statement, Word first) {
        return isChange && CHANGES.contains(first.name()) && IN_BRACKETS.matcher(statement.substring(first.end())).find();
    }

    List<Place> places(String statement, List<Word> words) {
        List<Place> places = new ArrayList<>();
        if (needed.isEmpty()) return places;
        for (int first = 0; first < words.size(); first++) {
            if (!needed.contains(WiderWords.name(words.get(first), needed))) continue;
            int last = last(statement, words, first);
            if (last >= 0) {
                places.add(new Place(first, last));
            }
        }
        return places;
    }

    private int last(String statement, List<Word> words, int first) {
        Set<String> open = new HashSet<>(needed);
        int before = first;
        for (int at = first; at < words.size(); at++) {
            Word word = words.get(at);
            if (open.remove(WiderWords.name(word, open))) {
                if (at > before + 1 && !mayStandApart(statement, words, before, at)) return -1;
                if (open.isEmpty()) return at;
                before = at;
            } else if (needed.contains(word.name())) {
                // The same word again: a nearer beginning will be found from there. What changes may share it ("ALT elevation, AST elevation").
                if (!isChange || at - first > FARTHEST_MEASURED_WORDS) return -1;
            } else if (at - before > FARTHEST_MEASURED_WORDS) {
                return -1;
            }
        }
        return -1;
    }

    private boolean mayStandApart(String statement, List<Word> words, int before, int after) {
        List<Word> between = words.subList(before + 1, after);
        String gap = statement.substring(words.get(before).end(), words.get(after).start());
        if (ITEM_ENDS.matcher(gap).find()) return false;
        if (between.stream().allMatch(word -> CommonWords.isLight(word) || PassingWords.contains(word.plain()))) return true;
        if (isChange) return ALSO_CHANGED.matcher(gap).matches() || between.stream().noneMatch(word -> CHANGES.contains(word.name()));
        return between.size() <= FARTHEST_IN_A_LIST_WORDS && IN_A_LIST.matcher(gap).find() && isShared(gap);
    }

    /// Items share what stands behind the list, and single words what stands before it: "bacterial, invasive fungal and viral infections", "chest pain, discomfort or
    /// tightness". Nothing is shared in "chest pain, accidental injury" and "face edema, skin reaction, pain".
    private static boolean isShared(String gap) {
        List<String> items = List.of(LIST_BORDER.split(LINKS.matcher(gap).replaceAll(" "), -1));
        return items.getFirst().isBlank() || items.getLast().isBlank() && items.stream().allMatch(item -> item.strip().indexOf(' ') < 0);
    }
}
