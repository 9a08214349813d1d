package casewright.reading.terms;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Which medicines an antidote undoes, from a list of our own.
public final class Antidotes {

    private record Antidote(Pattern names, Pattern undone) {
    }

    private static final List<Antidote> ALL = TermFiles.lines("antidotes.txt").stream().map(line -> line.split("\\s*\\|\\s*")).map(parts -> new Antidote(NamePatterns.beginnings(parts[0]), NamePatterns.names(parts[1]))).toList();

    private Antidotes() {
    }

    /// @param sentence tells what was given
    /// @param drug     the substance's key
    public static boolean undoes(String sentence, String drug) {
        String told = sentence.toLowerCase(Locale.ROOT);
        return ALL.stream().anyMatch(antidote -> antidote.undone().matcher(drug.toLowerCase(Locale.ROOT)).find() && antidote.names().matcher(told).find());
    }
}
