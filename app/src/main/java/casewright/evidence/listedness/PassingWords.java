package casewright.evidence.listedness;

import casewright.reading.terms.Fold;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/// Words beside a reaction that do not make it another one ("severe", "reported").
final class PassingWords {

    /// What a report says besides the name and a reference need not say.
    static final Set<String> MILD = CommonWords.of("mild moderate slight minor transient temporary sudden some his her their my", false).stream().map(CommonWords.Word::name)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> WORDS = new HashSet<>();

    static {
        for (String line : WordFiles.lines("passing-words.txt")) Fold.tokens(line).forEach(token -> WORDS.add(token.folded()));
    }

    private PassingWords() {
    }

    static boolean contains(String folded) {
        return WORDS.contains(folded) || folded.endsWith("ly") || Character.isDigit(folded.charAt(0)) || folded.length() == 1;
    }
}
