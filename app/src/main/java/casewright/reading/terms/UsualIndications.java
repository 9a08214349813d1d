package casewright.reading.terms;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What medicines are usually given for, from a list of our own: of several conditions that a text tells, it points at the drug's.
public final class UsualIndications {

    private record Use(Pattern drugs, Pattern conditions) {
    }

    private static final List<Use> USES = TermFiles.lines("usual-indications.txt").stream().map(line -> line.split("\\s*\\|\\s*")).map(parts -> new Use(NamePatterns.names(parts[0]), NamePatterns.beginnings(parts[1]))).toList();

    private UsualIndications() {
    }

    /// @param drug the substance's key
    public static boolean isUsual(String drug, String condition) {
        String substance = drug.toLowerCase(Locale.ROOT);
        String told = condition.toLowerCase(Locale.ROOT);
        return USES.stream().anyMatch(use -> use.drugs().matcher(substance).find() && use.conditions().matcher(told).find());
    }
}
