package casewright.extraction.pdf;

import java.util.ArrayList;
import java.util.List;

/// Words on one baseline without a wide gap between them: a line of a column, or a piece of a table's row. Its size is that of its longest word, not of a
/// large sign in it.
record Strip(List<Word> words, Box box, float baseline, float size) {

    static Strip of(List<Word> words) {
        Box box = words.getFirst().box();
        Word longest = words.getFirst();
        for (Word word : words) {
            box = box.with(word.box());
            if (word.text().length() > longest.text().length()) longest = word;
        }
        return new Strip(List.copyOf(words), box, longest.baseline(), longest.size());
    }

    Strip with(Strip right) {
        List<Word> all = new ArrayList<>(words);
        all.addAll(right.words);
        return of(all);
    }

    boolean isBold() {
        return words.stream().allMatch(Word::bold);
    }

    boolean isItalic() {
        return words.stream().allMatch(Word::italic);
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (Word word : words) text.append(text.isEmpty() || word.glued() ? "" : " ").append(word.text());
        return text.toString();
    }

    boolean isOnLineOf(Strip other) {
        return Math.abs(baseline - other.baseline) < 0.35 * Math.max(size, other.size);
    }
}
