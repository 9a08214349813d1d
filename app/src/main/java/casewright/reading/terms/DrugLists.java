package casewright.reading.terms;

import casewright.reading.terms.Term.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Puts the lists of names of medicines together: what ships, the fetched dictionary, the operator's tables. Decides which names are doubtful.
final class DrugLists {

    static final int LONGEST_NAME_WORDS = 7;
    /// Short ordinary words and abbreviations that dictionaries hold as names of something.
    static final Set<String> NEVER = Set.copyOf(TermFiles.lines("never-drugs.txt"));

    /// Words for substances of the body, besides those that end in -ase.
    private static final Set<String> BODY_SUBSTANCES = Set.of("antigen", "cytokeratin", "keratin", "receptor", "adrenoceptor", "hydrate", "antibody", "factor", "protein", "enzyme", "hormone", "albumin", "globulin", "peptide", "rna", "dna", "marker", "gene", "cell");

    /// A line of a table of names.
    record Row(String[] parts, String folded) { }

    private final EnglishWords words;
    private final DrugSynonyms synonyms = new DrugSynonyms();
    private final Set<String> ordinary = new HashSet<>();
    /// as written -> its name here: most rows name a substance that another one named
    private final Map<String, String> substances = new HashMap<>(50_000);

    private final Map<String, ListedDrug> names = new HashMap<>(200_000);
    private final Map<String, List<String>> namesOf = new HashMap<>();
    private final Map<String, ListedDrug> byCase = new HashMap<>();

    /// @param rows of [#rows]: what takes longest needs no other list
    DrugLists(EnglishWords words, List<Row> rows) {
        this.words = words;
        synonyms.all().forEach((other, one) -> Stream.of(other, Fold.phrase(one)).forEach(name -> names.put(name, new ListedDrug(one, Kind.INGREDIENT, false))));
        for (String line : TermFiles.lines("not-drugs.txt")) ordinary.add(Fold.phrase(line));
        rows.forEach(this::addName);
        for (String line : TermFiles.lines("ordinary-drugs.txt")) names.putIfAbsent(Fold.phrase(line), new ListedDrug(line, Kind.INGREDIENT, true));
        for (String line : TermFiles.lines("drug-classes.txt")) names.put(Fold.phrase(line), new ListedDrug(line, Kind.CLASS, false));
        for (String line : TermFiles.lines("drug-families.txt")) {
            for (String word : line.split("\\s*\\|\\s*")[0].split(",\\s*")) names.merge(Fold.phrase(word), new ListedDrug(word, Kind.CLASS, false), (known, family) -> known.doubtful() ? family : known);
        }
        for (String line : TermFiles.lines("drug-short-names.tsv")) {
            String[] parts = line.split("\t");
            boolean capitals = parts[0].chars().filter(Character::isUpperCase).count() > 1 || parts[0].length() <= 4 && Character.isUpperCase(parts[0].charAt(0));
            ListedDrug entry = new ListedDrug(synonyms.substance(parts[1]), capitals ? Kind.SHORT_NAME : Kind.INGREDIENT, false);
            if (capitals) byCase.put(parts[0], entry);
            else names.put(Fold.phrase(parts[0]), entry);
        }
        for (String[] parts : regimens()) byCase.put(parts[0], new ListedDrug(parts[0], Kind.REGIMEN, false));
    }

    /// Short names of regimens, each with its members, a bar between them.
    static List<String[]> regimens() {
        return TermFiles.lines("drug-regimens.tsv").stream().map(line -> line.split("\t")).toList();
    }

    /// @param dictionary the fetched names, tab-separated: name, ingredient, "brand" or "ingredient"; null when it was not fetched
    /// @param loaded     tables in the form of an operator's `drugs.tsv`
    static List<Row> rows(@Nullable Path dictionary, List<Path> loaded) {
        List<Row> rows = new ArrayList<>(dictionary == null ? 1_000 : 120_000);
        if (dictionary != null) addTable(dictionary, rows);
        for (Path table : loaded) addTable(table, rows);
        return rows;
    }

    private static void addTable(Path table, List<Row> rows) {
        try {
            // Whole, as this is quicker than by lines, and the service waits for it.
            Files.readString(table).lines().skip(table.getFileName().toString().equals("drugs.tsv") ? 1 : 0).forEach(line -> {
                String[] parts = line.split("\t", -1);
                String folded = parts.length >= 3 ? Fold.phrase(parts[0]) : "";
                if (isName(folded)) rows.add(new Row(parts, folded));
            });
        } catch (IOException e) {
            throw new IllegalStateException("The drug names in " + table + " cannot be read", e);
        }
    }

    private static boolean isName(String folded) {
        if (folded.length() < 3 || NEVER.contains(folded)) return false;
        boolean letters = false;
        int words = 1;
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (c == ' ') words++;
            else if (Character.isLetter(c)) letters = true;
        }
        return letters && words <= LONGEST_NAME_WORDS;
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
    private void addName(Row row) {
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
        String preferred = substances.computeIfAbsent(ingredient.isBlank() ? name : ingredient, synonyms::substance);
        names.putIfAbsent(folded, new ListedDrug(preferred, kind, doubtful));
        if (!doubtful && kind != Kind.CLASS && !folded.contains(" ")) namesOf.computeIfAbsent(preferred, _ -> new ArrayList<>()).add(name.toLowerCase(Locale.ROOT));
    }

    /// folded name -> its [ListedDrug]
    WordTable names() {
        return WordTable.of(names, ListedDrug::written);
    }

    /// short names that are matched by case, as written -> their [ListedDrug]
    WordTable byCase() {
        return WordTable.of(byCase, ListedDrug::written);
    }

    /// substance -> its names of one word, a tab between them; those that are other words, too, left out
    WordTable namesOf() {
        return WordTable.of(namesOf, others -> String.join("\t", others));
    }

    /// the first letters -> names of one word that begin so, a blank between them
    WordTable byBeginning() {
        Map<String, StringBuilder> beginnings = new HashMap<>();
        names.forEach((folded, drug) -> {
            if (folded.length() >= MisspeltDrugs.SHORTEST_WORD - 1 && !drug.doubtful() && isOneWordOfLetters(folded)) {
                StringBuilder alike = beginnings.computeIfAbsent(folded.substring(0, MisspeltDrugs.BEGINNING_CHARS), _ -> new StringBuilder());
                if (!alike.isEmpty()) alike.append(' ');
                alike.append(folded);
            }
        });
        return WordTable.of(beginnings, StringBuilder::toString);
    }

    private static boolean isOneWordOfLetters(String folded) {
        for (int i = 0; i < folded.length(); i++) if (!Character.isLetter(folded.charAt(i))) return false;
        return true;
    }
}
