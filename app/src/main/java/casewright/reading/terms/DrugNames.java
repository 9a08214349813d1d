package casewright.reading.terms;

import casewright.reading.terms.Term.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds names of medicines in a text: from the lists that ship (own lists, the fetched dictionary), from loaded vocabularies, by endings of substance
/// names, and misspelt ones at a small distance.
public final class DrugNames {

    private static final int MOST_OTHER_NAMES = 40;
    private static final int SHORTEST_ENDING_WORD = 7;
    /// Beside an ordinary word that is also a drug's name these make it a drug.
    private static final Pattern DOSE_AFTER = Pattern.compile("^[\\s,(®™]{0,3}(?:at (?:a )?(?:dose|dosage) of )?\\d+(?:[.,]\\d+)?\\s*(?:mg|g|mcg|µg|μg|ug|ml|mL|IU|U|units?|mEq|mmol|tablets?|%|L/min)\\b(?!/(?i:l|dl|ml)\\b).*",
            Pattern.DOTALL);
    private static final Pattern GIVING_BEFORE = Pattern.compile(
            ".*\\b(?:treated with|given|received|receiving|administered|administration of|started on|taking|took|infusion of|tablets? of|supplement(?:ed|ation)? (?:with|of)|replacement with|intravenous|intramuscular|subcutaneous|intranasal|inhaled|nebuli[sz]ed|topical|oral|iv|i\\.v\\.|injected|injection of|dose of|doses of|therapy with|treatment with|allerg(?:y|ic) to)\\s+(?:\\w+\\s+){0,1}$",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    /// "alanine aminotransferase", "creatine phosphokinase": what an enzyme works on.
    private static final Pattern ENZYME_BEHIND = Pattern.compile("[ -](?:\\w*kinase|\\w*transferase|\\w*transaminase|\\w*dehydrogenase|\\w*peptidase|\\w*reductase|\\w*synthase|\\w*oxidase)", Pattern.CASE_INSENSITIVE);
    /// Behind a name these make it something else than a medicine that was given.
    private static final Pattern NOT_GIVEN_BEHIND = Pattern.compile("^-like\\b|^[- ](?:deficien\\w+|overload|chelat\\w+|studies|stores|receptors?|antibod\\w+|antigens?|resistan\\w+|sensitiv\\w+|positive|negative|binding|releasing|stimulating|secreting|producing)\\b|^[- ][A-Z][a-z]+ (?:\\w+(?:ectomy|otomy|ostomy|plasty)|operation|procedure|technique|resection|syndrome|disease|sign|score|scale|classification|criteria)\\b");

    private final DrugSynonyms synonyms = new DrugSynonyms();
    /// folded name -> its [ListedDrug]
    private final WordTable names;
    /// short names that are matched by case, as written -> their [ListedDrug]
    private final WordTable byCase;
    /// substance -> its names of one word, those that are other words, too, left out
    private final WordTable namesOf;
    private final Map<String, List<String>> regimens = new HashMap<>();
    /// folded class word -> beginnings ("cef-") and endings ("-pril") of its members' names
    private final Map<String, List<String>> families = new LinkedHashMap<>();
    private final EnglishWords words;
    private final MisspeltDrugs misspelt;

    DrugNames(EnglishWords words, PreparedLists lists) {
        this.words = words;
        names = lists.get(PreparedLists.Name.DRUG_NAMES);
        byCase = lists.get(PreparedLists.Name.DRUG_NAMES_BY_CASE);
        namesOf = lists.get(PreparedLists.Name.NAMES_OF_SUBSTANCES);
        misspelt = new MisspeltDrugs(lists.get(PreparedLists.Name.DRUG_NAMES_BY_BEGINNING));
        for (String[] parts : DrugLists.regimens()) regimens.put(Fold.phrase(parts[0]), List.of(parts[1].split("\\|")));
        for (String line : TermFiles.lines("drug-families.txt")) {
            String[] parts = line.split("\\s*\\|\\s*");
            for (String word : parts[0].split(",\\s*")) families.put(Fold.phrase(word), List.of(parts[1].split(",\\s*")));
        }
    }

    private @Nullable ListedDrug listed(String folded) {
        return ListedDrug.read(names.get(folded));
    }

    /// The members of a regimen by the names that ingredients have here, or an empty list.
    public List<String> members(String regimen) {
        return regimens.getOrDefault(Fold.phrase(regimen), List.of()).stream().map(this::canonical).toList();
    }

    /// Does the substance belong to the class that the word names (prednisolone to "steroid")?
    public boolean belongs(String ingredient, String classWord) {
        String name = ingredient.toLowerCase(Locale.ROOT);
        for (String member : families.getOrDefault(Fold.phrase(classWord), List.of())) {
            if (member.startsWith("-") ? name.contains(member.substring(1)) : member.endsWith("-") ? name.startsWith(member.substring(0, member.length() - 1)) : name.contains(member)) return true;
        }
        return false;
    }

    /// Is it a word for a class whose members are known?
    public boolean isFamily(String word) {
        return families.containsKey(Fold.phrase(word));
    }

    /// The words for the narrowest class that the substance belongs to, as the list has them: its usual name first ("angiotensin receptor blocker", "arb"); empty where the lists know of none.
    public List<String> classOf(String ingredient) {
        Comparator<List<String>> fewestFirst = Comparator.comparingInt((List<String> members) -> members.size()).thenComparing(members -> String.join(",", members));
        Optional<List<String>> narrowest = families.entrySet().stream().filter(family -> belongs(ingredient, family.getKey())).map(Map.Entry::getValue).min(fewestFirst);
        return families.entrySet().stream().filter(family -> narrowest.equals(Optional.of(family.getValue()))).map(Map.Entry::getKey).toList();
    }

    /// The name that one ingredient has here, whatever list it came from.
    public String canonical(String preferred) {
        ListedDrug entry = listed(Fold.phrase(preferred));
        return entry == null ? synonyms.substance(preferred) : entry.preferred().toLowerCase(Locale.ROOT);
    }

    /// What else a listed drug is called: the ingredient first, then brands and other names of one word. Empty for names that no list holds.
    public List<String> otherNames(String name) {
        if (!isListed(name)) return List.of();
        String ingredient = canonical(name);
        @Nullable String others = namesOf.get(ingredient);
        return Stream.concat(Stream.of(ingredient), others == null ? Stream.empty() : Stream.of(others.split("\t"))).distinct().filter(one -> !Fold.phrase(one).equals(Fold.phrase(name)))
                .limit(MOST_OTHER_NAMES).toList();
    }

    public boolean isListed(String name) {
        ListedDrug entry = listed(Fold.phrase(name));
        return entry != null && !entry.doubtful() || byCase.contains(name);
    }

    /// Names in the order of the text, longest first where they overlap. An ordinary word counts only with a dose or a verb of giving beside it.
    public List<Term> find(String text) {
        List<Fold.Token> tokens = Fold.tokens(text);
        List<Term> found = new ArrayList<>();
        int i = 0;
        while (i < tokens.size()) {
            Term term = longestAt(text, tokens, i);
            if (term != null) {
                if (!NOT_GIVEN_BEHIND.matcher(text.substring(term.end(), Math.min(text.length(), term.end() + 40))).find()) found.add(term);
                while (i < tokens.size() && tokens.get(i).start() < term.end()) i++;
            } else {
                i++;
            }
        }
        found.sort(Comparator.comparingInt(Term::start));
        return found;
    }

    private @Nullable Term longestAt(String text, List<Fold.Token> tokens, int i) {
        int start = tokens.get(i).start();
        Term doubtful = null;
        for (int n = Math.min(DrugLists.LONGEST_NAME_WORDS, tokens.size() - i); n >= 1; n--) {
            int end = tokens.get(i + n - 1).end();
            if (end - start > 80 || crossesSentence(text, start, end)) continue;
            String written = text.substring(start, end);
            ListedDrug exact = ListedDrug.read(byCase.get(written));
            if (exact == null && written.endsWith("s")) exact = ListedDrug.read(byCase.get(written.substring(0, written.length() - 1)));
            if (exact != null) return new Term(start, end, written, exact.preferred(), exact.kind(), false);
            ListedDrug entry = listed(joined(tokens, i, n));
            if (entry == null) continue;
            if (!entry.doubtful() || supported(text, start, end)) return new Term(start, end, written, entry.preferred(), entry.kind(), entry.doubtful());
            if (doubtful == null) doubtful = new Term(start, end, written, entry.preferred(), entry.kind(), true);
        }
        return doubtful != null ? null : byShape(text, tokens.get(i));
    }

    private static boolean crossesSentence(String text, int start, int end) {
        for (int k = start; k < end; k++) {
            char c = text.charAt(k);
            if (c == '\n' || c == ';' || c == ':' || c == ',' && k + 1 < end && text.charAt(k + 1) == ' ' || c == '.' && k + 1 < end && text.charAt(k + 1) == ' ') return true;
        }
        return false;
    }

    private static String joined(List<Fold.Token> tokens, int i, int n) {
        if (n == 1) return tokens.get(i).folded();
        StringBuilder phrase = new StringBuilder();
        for (int k = i; k < i + n; k++) {
            if (k > i) phrase.append(' ');
            phrase.append(tokens.get(k).folded());
        }
        return phrase.toString();
    }

    private static boolean supported(String text, int start, int end) {
        return DOSE_AFTER.matcher(text.substring(end, Math.min(text.length(), end + 40))).matches()
                || GIVING_BEFORE.matcher(text.substring(Math.max(0, start - 60), start)).matches();
    }

    /// A word no list holds: a substance's ending, or a small slip in a listed name.
    private @Nullable Term byShape(String text, Fold.Token token) {
        String word = token.folded();
        if (word.length() < SHORTEST_ENDING_WORD || !word.chars().allMatch(Character::isLetter) || words.knows(word) && words.isOrdinary(word) || DrugLists.NEVER.contains(word) || ENZYME_BEHIND.matcher(text).region(token.end(), text.length()).lookingAt()) return null;
        @Nullable String near = misspelt.nearest(word);
        ListedDrug meant = near == null ? null : listed(near);
        if (meant != null) return new Term(token.start(), token.end(), text.substring(token.start(), token.end()), meant.preferred(), Kind.ENDING, false);
        if (misspelt.endsLikeADrug(word)) return new Term(token.start(), token.end(), text.substring(token.start(), token.end()), word, Kind.ENDING, false);
        return null;
    }
}
