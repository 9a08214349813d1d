package casewright.extraction;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// One page of a document as text.
///
/// @param number      1-based
/// @param text        what is read and cited: spans are [start, end) in UTF-16 units of it
/// @param asideChars  how many characters at its end are no part of what is told: running heads, page numbers, a journal's masthead, labels in figures
/// @param hiddenChars how many of them, at the very end, are not visible on the page
/// @param words       the place of each word; several boxes share a span where a word was broken at a line end; empty for a plain text
/// @param lines       the lines of a PDF page with their look; empty for a plain text
public record Page(int number, String text, int asideChars, int hiddenChars, List<WordBox> words, List<Line> lines, float widthPoints, float heightPoints) {

    public Page {
        words = List.copyOf(words);
        lines = List.copyOf(lines);
    }

    public static Page ofPlainText(int number, String text) {
        return new Page(number, text, 0, 0, List.of(), List.of(), 0, 0);
    }

    /// What is read; a beginning of the text.
    public String body() {
        return text.substring(0, text.length() - asideChars);
    }

    /// Whether words of it were read from an image by text recognition.
    public boolean hasRecognizedWords() {
        return words.stream().anyMatch(word -> word.confidence() != null);
    }

    public String aside() {
        return text.substring(text.length() - asideChars).strip();
    }

    /// Where a word stands, in points from the upper left corner of the page as it is shown.
    ///
    /// @param confidence of text recognition, 0 to 100; null where the file itself says what the word is
    public record WordBox(int start, int end, float x, float y, float width, float height, @Nullable Integer confidence) {

        /// Of Tesseract's 0 to 100. A quarter of the words below are wrong, and they hold seven of ten of all wrong words; of the others 0.5 % are wrong
        /// (`benchmarks/extraction.md`).
        private static final int DOUBTFUL_BELOW = 90;

        public boolean isDoubtful() {
            return confidence != null && confidence < DOUBTFUL_BELOW;
        }
    }

    /// A line's span in the text and its look, from which headings and paragraphs are told.
    public record Line(int start, int end, float x, float y, float width, float fontSizePoints, boolean bold) {
    }
}
