package casewright.reading.terms;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// Names of substances as our lists write them: whole, or by a beginning ("valpro-") or an ending ("-pril").
final class NamePatterns {

    private NamePatterns() {
    }

    /// @param listed parted by commas
    static Pattern names(String listed) {
        return Pattern.compile(alternatives(listed, NamePatterns::nameOf));
    }

    /// @param listed beginnings of words, parted by commas
    static Pattern beginnings(String listed) {
        return Pattern.compile("\\b(?:" + alternatives(listed, Pattern::quote) + ")");
    }

    private static String alternatives(String listed, UnaryOperator<String> toPattern) {
        return String.join("|", List.of(listed.split(",\\s*")).stream().map(toPattern).toList());
    }

    private static String nameOf(String listed) {
        if (listed.startsWith("-")) return Pattern.quote(listed.substring(1)) + "\\b";
        return "\\b" + (listed.endsWith("-") ? Pattern.quote(listed.substring(0, listed.length() - 1)) : Pattern.quote(listed) + "\\b");
    }
}
