package casewright.reading.terms;

import casewright.reading.terms.Term.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds names of medicines in a text: from the lists that ship (own lists, the fetched dictionary), from loaded vocabularies, by endings of substance
/// names, and misspelt ones at a small distance.
public final class DrugNames {

    private static final int LONGEST_NAME_WORDS = 7;
    private static final int MOST_OTHER_NAMES = 40;
    private static final int SHORTEST_ENDING_WORD = 7;
    private static final int SHORTEST_MISSPELT_WORD = 7;
    /// Beside an ordinary word that is also a drug's name these make it a drug.
    private static final Pattern DOSE_AFTER = Pattern.compile("^[\\s,(®™]{0,3}(?:at (?:a )?(?:dose|dosage) of )?\\d+(?:[.,]\\d+)?\\s*(?:mg|g|mcg|µg|μg|ug|ml|mL|IU|U|units?|mEq|mmol|tablets?|%|L/min)\\b(?!/(?i:l|dl|ml)\\b).*",
            Pattern.DOTALL);
    private static final Pattern GIVING_BEFORE = Pattern.compile(
            ".*\\b(?:treated with|given|received|receiving|administered|administration of|started on|taking|took|infusion of|tablets? of|supplement(?:ed|ation)? (?:with|of)|replacement with|intravenous|intramuscular|subcutaneous|intranasal|inhaled|nebuli[sz]ed|topical|oral|iv|i\\.v\\.|injected|injection of|dose of|doses of|therapy with|treatment with|allerg(?:y|ic) to)\\s+(?:\\w+\\s+){0,1}$",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    /// "alanine aminotransferase", "creatine phosphokinase": what an enzyme works on.
    private static final Pattern ENZYME_BEHIND = Pattern.compile("[ -](?:\\w*kinase|\\w*transferase|\\w*transaminase|\\w*dehydrogenase|\\w*peptidase)", Pattern.CASE_INSENSITIVE);
    /// Short ordinary words and abbreviations that dictionaries hold as names of something.
    private static final Set<String> NEVER = Set.copyOf(TermFiles.lines("never-drugs.txt"));

    /// Words for substances of the body, besides those that end in -ase.
    private static final Set<String> BODY_SUBSTANCES = Set.of("antigen", "cytokeratin", "keratin", "receptor", "adrenoceptor", "hydrate", "antibody", "factor", "protein", "enzyme", "hormone", "albumin", "globulin", "peptide", "rna", "dna", "marker", "gene", "cell");
    /// Behind a name these make it something else than a medicine that was given.
    private static final Pattern NOT_GIVEN_BEHIND = Pattern.compile("^-like\\b|^[- ](?:deficien\\w+|overload|chelat\\w+|studies|stores|receptors?|antibod\\w+|antigens?|resistan\\w+|sensitiv\\w+|positive|negative|binding|releasing|stimulating|secreting|producing)\\b|^[- ][A-Z][a-z]+ (?:\\w+(?:ectomy|otomy|ostomy|plasty)|operation|procedure|technique|resection|syndrome|disease|sign|score|scale|classification|criteria)\\b");

    private record Entry(String preferred, Kind kind, boolean doubtful) { }

    /// A line of a table of names.
    record Row(String[] parts, String folded) { }

    /// folded name of a substance -> the one that all its names share
    private final Map<String, String> synonyms = new HashMap<>();

    private final Map<String, Entry> names = new HashMap<>(200_000);
    /// ingredient -> its names of one word, those that are other words, too, left out
    private final Map<String, List<String>> namesOf = new HashMap<>();
    /// short names that are matched by case, as written
    private final Map<String, Entry> byCase = new HashMap<>();
    private final TreeMap<String, List<String>> byBeginning = new TreeMap<>();
    private final Map<String, List<String>> regimens = new HashMap<>();
    /// folded class word -> beginnings ("cef-") and endings ("-pril") of its members' names
    private final Map<String, List<String>> families = new LinkedHashMap<>();
    private final List<String> endings;
    private final WordNet words;

    private DrugNames(WordNet words) {
        this.words = words;
        this.endings = TermFiles.lines("drug-endings.txt");
        for (String line : TermFiles.lines("drug-synonyms.txt")) {
            String[] parts = line.split("\\s*\\|\\s*");
            for (String other : parts[1].split(",\\s*")) synonyms.put(Fold.phrase(other), parts[0]);
        }
        synonyms.forEach((other, one) -> Stream.of(other, Fold.phrase(one)).forEach(name -> names.put(name, new Entry(one, Kind.INGREDIENT, false))));
    }

    /// @param dictionary the fetched names, tab-separated: name, ingredient, "brand" or "ingredient"; null when it was not fetched
    /// @param loaded     tables in the form of an operator's `drugs.tsv`
    static List<Row> rows(@Nullable Path dictionary, List<Path> loaded) {
        List<Row> rows = new ArrayList<>(dictionary == null ? 1_000 : 120_000);
        if (dictionary != null) addTable(dictionary, rows);
        for (Path table : loaded) addTable(table, rows);
        return rows;
    }

    /// @param rows of [#rows]: what takes longest needs no other list
    static DrugNames load(WordNet words, List<Row> rows) {
        DrugNames drugs = new DrugNames(words);
        Set<String> ordinary = new HashSet<>();
        TermFiles.lines("not-drugs.txt").forEach(line -> ordinary.add(Fold.phrase(line)));
        for (Row row : rows) drugs.addName(row, ordinary);
        for (String line : TermFiles.lines("ordinary-drugs.txt")) drugs.names.putIfAbsent(Fold.phrase(line), new Entry(line, Kind.INGREDIENT, true));
        for (String line : TermFiles.lines("drug-classes.txt")) drugs.names.put(Fold.phrase(line), new Entry(line, Kind.CLASS, false));
        for (String line : TermFiles.lines("drug-short-names.tsv")) {
            String[] parts = line.split("\t");
            boolean capitals = parts[0].chars().filter(Character::isUpperCase).count() > 1 || parts[0].length() <= 4 && Character.isUpperCase(parts[0].charAt(0));
            Entry entry = new Entry(drugs.substance(parts[1]), capitals ? Kind.SHORT_NAME : Kind.INGREDIENT, false);
            if (capitals) drugs.byCase.put(parts[0], entry);
            else drugs.names.put(Fold.phrase(parts[0]), entry);
        }
        for (String line : TermFiles.lines("drug-regimens.tsv")) {
            String[] parts = line.split("\t");
            drugs.regimens.put(Fold.phrase(parts[0]), List.of(parts[1].split("\\|")));
            drugs.byCase.put(parts[0], new Entry(parts[0], Kind.REGIMEN, false));
        }
        for (String line : TermFiles.lines("drug-families.txt")) {
            String[] parts = line.split("\\s*\\|\\s*");
            for (String word : parts[0].split(",\\s*")) drugs.families.put(Fold.phrase(word), List.of(parts[1].split(",\\s*")));
        }
        drugs.indexForMisspelt();
        return drugs;
    }

    private static void addTable(Path table, List<Row> rows) {
        try (var lines = Files.lines(table)) {
            lines.skip(table.getFileName().toString().equals("drugs.tsv") ? 1 : 0).forEach(line -> {
                String[] parts = line.split("\t", -1);
                String folded = parts.length >= 3 ? Fold.phrase(parts[0]) : "";
                if (isName(folded)) rows.add(new Row(parts, folded));
            });
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalStateException("The drug names in " + table + " cannot be read", e);
        }
    }

    private static boolean isName(String folded) {
        if (folded.length() < 3 || NEVER.contains(folded) || folded.chars().noneMatch(Character::isLetter)) return false;
        return folded.chars().filter(c -> c == ' ').count() < LONGEST_NAME_WORDS;
    }

    private static boolean isBodySubstance(String folded) {
        for (int from = 0, end; from < folded.length(); from = end + 1) {
            end = folded.indexOf(' ', from);
            if (end < 0) end = folded.length();
            String word = folded.substring(from, end);
            if (word.length() > 3 && word.endsWith("ase") || BODY_SUBSTANCES.contains(word)) return true;
        }
        return false;
    }

    /// Two forms: name, ingredient, brand|ingredient; and the operator's name, kind, ingredients, source, ambiguous.
    private void addName(Row row, Set<String> ordinary) {
        String[] parts = row.parts();
        String folded = row.folded();
        boolean operators = parts.length >= 5;
        // a name that only a list of chemicals holds is mostly a body substance or a laboratory agent
        boolean chemical = parts.length == 4 && parts[3].equals("mesh");
        String name = parts[0];
        String kindWord = operators ? parts[1] : parts[2];
        String ingredient = operators ? parts[2].split("\\|")[0] : parts[1];
        Kind kind = switch (kindWord) {
            case "brand" -> Kind.BRAND;
            case "class" -> Kind.CLASS;
            default -> Kind.INGREDIENT;
        };
        boolean shortName = folded.length() == 3;
        boolean doubtful = chemical || ordinary.contains(folded) || shortName || (operators && parts[4].equals("yes")) || (!folded.contains(" ") && words.isOrdinary(folded)) || isBodySubstance(folded);
        String preferred = substance(ingredient.isBlank() ? name : ingredient);
        names.putIfAbsent(folded, new Entry(preferred, kind, doubtful));
        if (!doubtful && kind != Kind.CLASS && !folded.contains(" ")) namesOf.computeIfAbsent(preferred, _ -> new ArrayList<>()).add(name.toLowerCase(Locale.ROOT));
    }

    private String substance(String name) {
        return synonyms.getOrDefault(Fold.phrase(name), name.toLowerCase(Locale.ROOT));
    }

    private void indexForMisspelt() {
        names.forEach((folded, entry) -> {
            if (folded.length() >= SHORTEST_MISSPELT_WORD - 1 && !folded.contains(" ") && !entry.doubtful() && folded.chars().allMatch(Character::isLetter)) {
                byBeginning.computeIfAbsent(folded.substring(0, 3), _ -> new ArrayList<>()).add(folded);
            }
        });
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
        Entry entry = names.get(Fold.phrase(preferred));
        return entry == null ? substance(preferred) : entry.preferred().toLowerCase(Locale.ROOT);
    }

    /// What else a listed drug is called: the ingredient first, then brands and other names of one word. Empty for names that no list holds.
    public List<String> otherNames(String name) {
        if (!isListed(name)) return List.of();
        String ingredient = canonical(name);
        return Stream.concat(Stream.of(ingredient), namesOf.getOrDefault(ingredient, List.of()).stream()).distinct().filter(one -> !Fold.phrase(one).equals(Fold.phrase(name)))
                .limit(MOST_OTHER_NAMES).toList();
    }

    public boolean isListed(String name) {
        Entry entry = names.get(Fold.phrase(name));
        return entry != null && !entry.doubtful() || byCase.containsKey(name);
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
        for (int n = Math.min(LONGEST_NAME_WORDS, tokens.size() - i); n >= 1; n--) {
            int end = tokens.get(i + n - 1).end();
            if (end - start > 80 || crossesSentence(text, start, end)) continue;
            String written = text.substring(start, end);
            Entry exact = byCase.get(written);
            if (exact == null && written.endsWith("s")) exact = byCase.get(written.substring(0, written.length() - 1));
            if (exact != null) return new Term(start, end, written, exact.preferred(), exact.kind(), false);
            Entry entry = names.get(joined(tokens, i, n));
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
        if (word.length() < SHORTEST_ENDING_WORD || !word.chars().allMatch(Character::isLetter) || words.knows(word) && words.isOrdinary(word) || NEVER.contains(word) || ENZYME_BEHIND.matcher(text).region(token.end(), text.length()).lookingAt()) return null;
        String near = nearest(word);
        Entry listed = near == null ? null : names.get(near);
        if (listed != null) return new Term(token.start(), token.end(), text.substring(token.start(), token.end()), listed.preferred(), Kind.ENDING, false);
        for (String ending : endings) {
            if (word.endsWith(ending) && word.length() >= ending.length() + 3) {
                return new Term(token.start(), token.end(), text.substring(token.start(), token.end()), word, Kind.ENDING, false);
            }
        }
        return null;
    }

    private @Nullable String nearest(String word) {
        if (word.matches(".*(?:ic|al|ous|ed|ary|ive|ing|ism|ist|ity|tion|sis|tis|emia|genic)$")) return null;
        int allowed = word.length() >= 11 ? 2 : 1;
        String best = null;
        int least = allowed + 1;
        for (String name : byBeginning.getOrDefault(word.substring(0, 3), List.of())) {
            if (Math.abs(name.length() - word.length()) > allowed) continue;
            int distance = distance(word, name, allowed);
            if (distance < least) {
                least = distance;
                best = name;
            }
        }
        return best;
    }

    /// Levenshtein's distance (1966), given up above `most`.
    private static int distance(String a, String b, int most) {
        int[] before = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) before[j] = j;
        for (int i = 1; i <= a.length(); i++) {
            int[] row = new int[b.length() + 1];
            row[0] = i;
            int least = row[0];
            for (int j = 1; j <= b.length(); j++) {
                row[j] = Math.min(Math.min(row[j - 1], before[j]) + 1, before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
                least = Math.min(least, row[j]);
            }
            if (least > most) return most + 1;
            before = row;
        }
        return before[b.length()];
    }
}
