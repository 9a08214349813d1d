package casewright.evidence.listedness;

import casewright.evidence.listedness.CommonWords.Word;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/// General words of terms that narrower ones of a label fulfil: a "disorder" is named by "dysfunction", not the other way round.
final class WiderWords {

    private static final Map<String, Set<String>> NARROWER = new HashMap<>();

    static {
        for (String line : WordFiles.lines("wider-words.txt")) {
            String[] columns = line.split("\\s*<\\s*");
            NARROWER.put(SoughtReaction.names(columns[0]).iterator().next(), SoughtReaction.names(columns[1].split("\\s*\\|\\s*")));
        }
    }

    private WiderWords() {
    }

    /// The one of the names that the word stands for; its own name where it is none of them.
    static String name(Word word, Set<String> names) {
        if (names.contains(word.name())) return word.name();
        return names.stream().filter(name -> NARROWER.getOrDefault(name, Set.of()).contains(word.name())).findFirst().orElse(word.name());
    }
}
