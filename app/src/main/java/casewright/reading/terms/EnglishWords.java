package casewright.reading.terms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The words of WordNet: which are ordinary ones, which are words at all.
final class EnglishWords {

    private static final String SUBSTANCE = WordNet.Kind.SUBSTANCE.name();

    /// folded noun -> what it means first of all, as [WordNet.Kind]
    private final WordTable nouns;
    /// folded verbs, adjectives, adverbs
    private final WordTable others;

    EnglishWords(WordTable nouns, WordTable others) {
        this.nouns = nouns;
        this.others = others;
    }

    /// Is it an ordinary word in the first place: a noun for something other than a substance, a verb, an adjective?
    boolean isOrdinary(String folded) {
        @Nullable String kind = nouns.get(folded);
        return kind == null ? isOtherWord(folded) : !kind.equals(SUBSTANCE);
    }

    /// Is it any English word, inflected or not?
    boolean knows(String folded) {
        return nouns.contains(folded) || isOtherWord(folded);
    }

    private boolean isOtherWord(String folded) {
        if (others.contains(folded)) return true;
        for (String ending : List.of("ed", "ing", "ly", "d", "er")) {
            if (!folded.endsWith(ending) || folded.length() < ending.length() + 3) continue;
            String stem = folded.substring(0, folded.length() - ending.length());
            if (others.contains(stem) || others.contains(stem + "e") || stem.charAt(stem.length() - 1) == stem.charAt(stem.length() - 2) && others.contains(stem.substring(0, stem.length() - 1))) return true;
        }
        return false;
    }
}
