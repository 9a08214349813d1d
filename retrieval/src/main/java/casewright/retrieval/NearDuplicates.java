package casewright.retrieval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Makes one hit of passages that say the same: the label of a generic drug is printed by forty repackagers.
///
/// Source: Broder (1997), "On the resemblance and containment of documents": the share of common shingles, runs of some words.
public final class NearDuplicates {

    private static final int SHINGLE_WORDS = 3;

    /// Texts that differ in a name or a number here and there have more in common, different texts on one drug far less.
    private static final double ALIKE = 0.8;

    private NearDuplicates() {}

    /// @param best  the first of those alike
    /// @param alike the others that were found, best first
    public record Distinct(RankedPassage best, List<RankedPassage> alike) {

        public Distinct {
            alike = List.copyOf(alike);
        }
    }

    /// @param ranked best first
    /// @param most   distinct passages wanted; what comes after the last of them is not looked at, unless it is like one of them
    public static List<Distinct> collapse(List<RankedPassage> ranked, int most) {
        List<RankedPassage> best = new ArrayList<>();
        List<Set<Integer>> shingles = new ArrayList<>();
        List<List<RankedPassage>> alike = new ArrayList<>();
        for (RankedPassage hit : ranked) {
            Set<Integer> own = shingles(hit.passage().text());
            int same = 0;
            while (same < best.size() && resemblance(own, shingles.get(same)) < ALIKE) {
                same++;
            }
            if (same < best.size()) {
                alike.get(same).add(hit);
            } else if (best.size() < most) {
                best.add(hit);
                shingles.add(own);
                alike.add(new ArrayList<>());
            }
        }
        List<Distinct> distinct = new ArrayList<>();
        for (int i = 0; i < best.size(); i++) {
            distinct.add(new Distinct(best.get(i), alike.get(i)));
        }
        return List.copyOf(distinct);
    }

    private static Set<Integer> shingles(String text) {
        int[] words = hashesOfWords(text);
        Set<Integer> shingles = HashSet.newHashSet(words.length);
        for (int i = 0; i == 0 || i + SHINGLE_WORDS <= words.length; i++) {
            int hash = 0;
            for (int j = i; j < Math.min(words.length, i + SHINGLE_WORDS); j++) {
                hash = 31 * hash + words[j];
            }
            shingles.add(hash);
        }
        return shingles;
    }

    /// Of runs of letters and digits, case apart.
    private static int[] hashesOfWords(String text) {
        int[] hashes = new int[text.length() / 2 + 1];
        int words = 0;
        int hash = 0;
        boolean isInWord = false;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            boolean isOfWord = Character.isLetterOrDigit(c) || Character.isSurrogate(c);
            if (isOfWord) {
                hash = 31 * hash + Character.toLowerCase(c);
            } else if (isInWord) {
                hashes[words++] = hash;
                hash = 0;
            }
            isInWord = isOfWord;
        }
        return Arrays.copyOf(hashes, words);
    }

    private static double resemblance(Set<Integer> one, Set<Integer> other) {
        int smaller = Math.min(one.size(), other.size());
        int larger = Math.max(one.size(), other.size());
        if (smaller < ALIKE * larger) {
            return 0;
        }
        int common = 0;
        for (Integer shingle : one) {
            if (other.contains(shingle)) {
                common++;
            }
        }
        return (double) common / (one.size() + other.size() - common);
    }
}
