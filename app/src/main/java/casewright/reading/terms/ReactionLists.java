package casewright.reading.terms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Puts the lists of reactions together: the own list first, then the operator's tables, then WordNet's disorders. What an earlier one names is not named anew.
final class ReactionLists {

    static final int LONGEST_TERM_WORDS = 8;

    private final Map<String, String> terms = new HashMap<>(100_000);
    private final Map<String, String> byCase = new HashMap<>();
    private final Set<String> never = never();

    /// @param disorders folded disorder -> the first word of its synonym set
    /// @param tables    in the form of an operator's `reactions.tsv`
    ReactionLists(Map<String, String> disorders, List<Path> tables) {
        for (String line : TermFiles.lines("reactions.txt")) addOwn(line);
        tables.forEach(this::addTable);
        disorders.forEach((folded, first) -> {
            if (!never.contains(folded)) terms.putIfAbsent(folded, first);
        });
    }

    /// Folded words that are no reactions, whatever list names them.
    static Set<String> never() {
        Set<String> never = new HashSet<>();
        for (String line : TermFiles.lines("not-reactions.txt")) never.add(Fold.phrase(line));
        return never;
    }

    private void addOwn(String line) {
        String[] names = line.split("\\s*\\|\\s*");
        for (String name : names) {
            boolean capitals = name.length() <= 6 && name.equals(name.toUpperCase(Locale.ROOT));
            if (capitals) byCase.putIfAbsent(name, names[0]);
            else terms.putIfAbsent(Fold.phrase(name), names[0]);
        }
    }

    private void addTable(Path table) {
        try (var lines = Files.lines(table)) {
            lines.skip(1).forEach(line -> {
                String[] parts = line.split("\t", -1);
                if (parts.length < 5 || parts[4].equals("yes")) return;
                for (String name : (parts[0] + "|" + parts[1]).split("\\|")) {
                    String folded = Fold.phrase(name);
                    if (folded.length() > 3 && folded.split(" ").length <= LONGEST_TERM_WORDS && !never.contains(folded)) terms.putIfAbsent(folded, parts[0]);
                }
            });
        } catch (IOException | UncheckedIOException e) {
            throw new IllegalStateException("The reaction terms in " + table + " cannot be read", e);
        }
    }

    /// folded term -> its preferred one
    WordTable terms() {
        return WordTable.of(terms, Function.identity());
    }

    /// short forms that are matched by case, as written -> their preferred term
    WordTable byCase() {
        return WordTable.of(byCase, Function.identity());
    }
}
