package casewright.evidence.listedness;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Why a label names a disorder without listing it as a reaction: read from the words around it in its statement, by the patterns in `contexts.txt`.
enum Context {
    DENIED("says that it does not occur"),
    POPULATION("speaks of patients who have it already"),
    HISTORY("speaks of the history or of what was there before"),
    INDICATION("speaks of what is treated"),
    WATCHED_FOR("only tells to look for it, or what to do if it comes"),
    SIGN_OF_ANOTHER("names it as a sign of something else"),
    OTHER_DRUG("speaks of other medicines"),
    ANIMALS("speaks of animals"),
    AT_THE_SITE("names a reaction at the site of administration");

    private static final int LOOKS_BACK_CHARS = 400;
    private static final int LOOKS_ON_CHARS = 120;

    private final String reason;

    Context(String reason) {
        this.reason = reason;
    }

    String reason() {
        return reason;
    }

    /// @param start first character of the reaction in the statement, end excluded
    static Optional<Context> of(String statement, int start, int end) {
        // The dots of "e.g." end nothing.
        String before = statement.substring(Math.max(0, start - LOOKS_BACK_CHARS), start).replace("e.g.", "e,g,").replace("i.e.", "i,e,");
        String after = statement.substring(end, Math.min(statement.length(), end + LOOKS_ON_CHARS));
        return Arrays.stream(values()).filter(context -> Cues.ALL.stream().anyMatch(cue -> cue.context() == context && cue.stands(before, after))).findFirst();
    }

    /// One line of the file.
    private record Cue(Context context, boolean isBefore, Pattern pattern) {

        private static final String CLAUSE = "[^;:.]{0,60}";
        private static final String STATES = "(?:(?!\\b(?:occur\\w*|reported|experienc\\w*|develop\\w*|had|have|has|was|were|are|is|may|can|includ(?:e|ed)|treated|received|receiving|increase\\w*"
                + "|elevation\\w*|incidence|rates?|due|one|two|three)\\b|, (?:the|a|an) )[^.;:]){0,160}";

        static Cue of(String line) {
            String[] columns = line.split("\t");
            boolean isBefore = columns[1].equals("before");
            String words = columns[2].replace("{CLAUSE}", CLAUSE).replace("{STATES}", STATES);
            return new Cue(valueOf(columns[0]), isBefore, Pattern.compile(isBefore ? "(?:" + words + ")$" : "^(?:" + words + ")", Pattern.CASE_INSENSITIVE));
        }

        boolean stands(String before, String after) {
            return pattern.matcher(isBefore ? before : after).find();
        }
    }

    /// Made when first asked for: an enum's own fields are not there yet while its values are made.
    private static final class Cues {
        private static final List<Cue> ALL = WordFiles.lines("contexts.txt").stream().map(Cue::of).toList();
    }
}
