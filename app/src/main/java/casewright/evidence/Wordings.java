package casewright.evidence;

import casewright.reading.terms.Fold;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The wordings of a reaction, looked for in sentences with spellings made equal.
final class Wordings {

    private static final Pattern IN_BRACKETS = Pattern.compile("\\([^)]*\\)");
    private static final Pattern ARTICLE = Pattern.compile("^(?:an?|the|his|her|their|some)\\s+", Pattern.CASE_INSENSITIVE);
    /// Where what a negation governs ends.
    private static final Pattern CLAUSE = Pattern.compile("[;:.]|\\b(?:but|however|although|whereas|while)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern DENIED_BEFORE = Pattern.compile("\\b(?:no|not(?! only)|never|without|neither|nor|absence of|lack of|free of)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern DENIED_AFTER = Pattern.compile(
            "\\b(?:not|never)\\s+(?:yet\\s+)?(?:been\\s+)?(?:reported|observed|seen|described|associated|found|identified|noted|known|recorded|documented|occur(?:red)?|caused?)\\b",
            Pattern.CASE_INSENSITIVE);
    private static final int DENIAL_REACHES_CHARS = 90;
    private static final int SHORTEST_CHARS = 3;

    private final List<String> folded;

    private Wordings(List<String> folded) {
        this.folded = folded;
    }

    static Wordings of(List<String> names) {
        return new Wordings(names.stream().map(name -> ARTICLE.matcher(IN_BRACKETS.matcher(name).replaceAll(" ").strip()).replaceFirst("")).map(Wordings::fold)
                .filter(name -> name.length() >= SHORTEST_CHARS).distinct().toList());
    }

    /// [Fold] keeps "leuco" and "leuko" apart.
    private static String fold(String text) {
        return Fold.phrase(text).replace("leuc", "leuk");
    }

    /// Whether a text names the reaction other than to say that it does not occur.
    boolean areIn(String sentence) {
        List<Fold.Token> tokens = Fold.tokens(sentence);
        return folded.stream().anyMatch(wording -> places(wording, tokens).stream().anyMatch(place -> !isDenied(sentence, place[0], place[1])));
    }

    private static List<int[]> places(String wording, List<Fold.Token> tokens) {
        String[] words = wording.split(" ");
        List<int[]> places = new ArrayList<>();
        for (int i = 0; i + words.length <= tokens.size(); i++) {
            int n = 0;
            while (n < words.length && tokens.get(i + n).folded().replace("leuc", "leuk").equals(words[n])) n++;
            if (n == words.length) places.add(new int[] {tokens.get(i).start(), tokens.get(i + n - 1).end()});
        }
        return places;
    }

    private static boolean isDenied(String sentence, int start, int end) {
        String before = sentence.substring(Math.max(0, start - DENIAL_REACHES_CHARS), start);
        String[] clausesBefore = CLAUSE.split(before, -1);
        if (DENIED_BEFORE.matcher(clausesBefore[clausesBefore.length - 1]).find()) return true;
        String after = sentence.substring(end, Math.min(sentence.length(), end + DENIAL_REACHES_CHARS));
        return DENIED_AFTER.matcher(CLAUSE.split(after, -1)[0]).find();
    }
}
