package casewright.retrieval.splitting;

import casewright.retrieval.TextSpan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Cuts a text into passages of about equal length at borders of sentences.
///
/// The pieces are as even as sentences allow instead of full ones and a small rest, because BM25 and embeddings both judge very short passages badly.
/// A sentence longer than a passage is cut between words. Between two passages, before the first and after the last lies nothing but white space.
public final class PassageSplitter {

    /// An abstract is one passage: half of one ranks worse, see benchmarks/retrieval.md. The embedder takes the mean of the parts of what is longer than the 512
    /// word pieces that bge-small reads (Xiao et al. 2023).
    static final int MOST_WORDS = 360;

    private static final int WANTED_WORDS = 300;

    private PassageSplitter() {}

    /// The passages of `text` in reading order; empty for a text of white space.
    public static List<TextSpan> split(String text) {
        List<TextSpan> pieces = new ArrayList<>();
        for (TextSpan sentence : Sentences.of(text)) {
            pieces.addAll(cutBetweenWords(text, sentence));
        }
        int[] words = pieces.stream().mapToInt(piece -> countWords(text, piece)).toArray();
        int left = Arrays.stream(words).sum();

        List<TextSpan> passages = new ArrayList<>();
        int first = 0;
        while (first < words.length) {
            // Evenly over what is left: 200 words are two passages of 100, not 180 and 20.
            int target = (int) Math.ceil(left / Math.ceil((double) left / WANTED_WORDS));
            int count = words[first];
            int next = first + 1;
            while (next < words.length && count + words[next] <= MOST_WORDS && isNearer(target, count, count + words[next])) {
                count += words[next++];
            }
            passages.add(new TextSpan(pieces.get(first).start(), pieces.get(next - 1).end()));
            left -= count;
            first = next;
        }
        return List.copyOf(passages);
    }

    private static boolean isNearer(int target, int without, int with) {
        return Math.abs(target - with) <= Math.abs(target - without);
    }

    private static List<TextSpan> cutBetweenWords(String text, TextSpan sentence) {
        List<TextSpan> pieces = new ArrayList<>();
        int start = sentence.start();
        int words = 0;
        int at = start;
        int lastEnd = start;
        while (at < sentence.end()) {
            int end = endOfWord(text, at, sentence.end());
            if (words == MOST_WORDS) {
                pieces.add(new TextSpan(start, lastEnd));
                start = at;
                words = 0;
            }
            words++;
            lastEnd = end;
            at = startOfWord(text, end, sentence.end());
        }
        pieces.add(new TextSpan(start, sentence.end()));
        return pieces;
    }

    private static int countWords(String text, TextSpan span) {
        int words = 0;
        int at = span.start();
        while (at < span.end()) {
            words++;
            at = startOfWord(text, endOfWord(text, at, span.end()), span.end());
        }
        return words;
    }

    private static int endOfWord(String text, int from, int limit) {
        int at = from;
        while (at < limit && !Sentences.isBlank(text.charAt(at))) {
            boolean isHan = Character.isIdeographic(text.codePointAt(at));
            at += Character.charCount(text.codePointAt(at));
            if (isHan) {
                // Chinese has no blanks: each sign counts as a word, which is on the safe side for the embedder.
                return Math.min(at, limit);
            }
        }
        return Math.min(at, limit);
    }

    private static int startOfWord(String text, int from, int limit) {
        int at = from;
        while (at < limit && Sentences.isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
