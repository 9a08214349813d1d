package casewright.retrieval;

/// A place in a text: [start, end) in UTF-16 units, never empty.
public record TextSpan(int start, int end) {

    public TextSpan {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("Not a span of text: [" + start + ", " + end + ").");
        }
    }

    /// The piece of `text` at this span; the text must be at least `end` long.
    public String in(String text) {
        return text.substring(start, end);
    }
}
