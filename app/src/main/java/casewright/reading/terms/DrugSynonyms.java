package casewright.reading.terms;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The names of one substance in different countries ("rifampin", "rifampicin"): all stand for one.
final class DrugSynonyms {

    /// folded name -> the one that all share
    private final Map<String, String> synonyms = new HashMap<>();

    DrugSynonyms() {
        for (String file : List.of("drug-synonyms.txt", "herbal-medicines.txt")) {
            for (String line : TermFiles.lines(file)) {
                String[] parts = line.split("\\s*\\|\\s*");
                for (String other : parts[1].split(",\\s*")) synonyms.put(Fold.phrase(other), parts[0]);
            }
        }
    }

    /// The name that all names of the substance share, or the name itself in small letters.
    String substance(String name) {
        return synonyms.getOrDefault(Fold.phrase(name), name.toLowerCase(Locale.ROOT));
    }

    Map<String, String> all() {
        return Collections.unmodifiableMap(synonyms);
    }
}
