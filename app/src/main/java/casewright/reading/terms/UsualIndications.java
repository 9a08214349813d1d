package casewright.reading.terms;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// What medicines are usually given for, from a list of our own: of several conditions that a text tells, it points at the drug's.
public final class UsualIndications {

    /// @param drugs      names, beginnings or endings, as one pattern
    /// @param conditions beginnings of words
    private record Use(Pattern drugs, Pattern conditions) {
    }

    private static final UsualIndications SHIPPED = new UsualIndications(TermFiles.lines("usual-indications.txt"));

    private final List<Use> uses = new ArrayList<>();

    private UsualIndications(List<String> lines) {
        for (String line : lines) {
            String[] parts = line.split("\\s*\\|\\s*");
            uses.add(new Use(Pattern.compile(alternatives(parts[0], UsualIndications::nameOf)), Pattern.compile("\\b(?:" + alternatives(parts[1], Pattern::quote) + ")")));
        }
    }

    public static UsualIndications shipped() {
        return SHIPPED;
    }

    /// @param drug the substance's key
    public boolean isUsual(String drug, String condition) {
        String substance = drug.toLowerCase(Locale.ROOT);
        String told = condition.toLowerCase(Locale.ROOT);
        return uses.stream().anyMatch(use -> use.drugs().matcher(substance).find() && use.conditions().matcher(told).find());
    }

    private static String alternatives(String listed, UnaryOperator<String> toPattern) {
        return String.join("|", List.of(listed.split(",\\s*")).stream().map(toPattern).toList());
    }

    private static String nameOf(String listed) {
        if (listed.startsWith("-")) return Pattern.quote(listed.substring(1)) + "\\b";
        return "\\b" + (listed.endsWith("-") ? Pattern.quote(listed.substring(0, listed.length() - 1)) : Pattern.quote(listed) + "\\b");
    }
}
