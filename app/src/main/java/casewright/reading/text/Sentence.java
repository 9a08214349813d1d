package casewright.reading.text;

import casewright.reading.Quote;

/// A sentence at its place.
///
/// @param index    0-based in the order of reading, over all documents of the case
/// @param document 0-based among the case's documents
/// @param page     1-based
/// @param start    first UTF-16 unit in the page's text, end excluded
/// @param written  as it stands in the page's text: what is quoted
/// @param heading  the short line that stands last above it, in small letters; empty when there is none
/// @param text     the same, unit by unit, with every kind of blank as a plain one and, where all is written in capitals, in small letters: what patterns look at
public record Sentence(int index, int document, int page, int start, int end, String written, String text, Section section, String heading) {

    public static Sentence of(int index, int document, int page, int start, String written, Section section, String heading) {
        StringBuilder plain = new StringBuilder(written.indexOf('\n') < 0 ? written : FormLines.inOneLine(written));
        for (int i = 0; i < plain.length(); i++) if (Character.isSpaceChar(plain.charAt(i)) || Character.isWhitespace(plain.charAt(i))) plain.setCharAt(i, ' ');
        String read = section.mayTellOfPatient() && section != Section.TITLE ? Capitals.plain(plain.toString()) : plain.toString();
        return new Sentence(index, document, page, start, start + written.length(), written, read, section, heading);
    }

    Sentence in(Section other) {
        return new Sentence(index, document, page, start, end, written, text, other, heading);
    }

    Sentence at(int newIndex) {
        return new Sentence(newIndex, document, page, start, end, written, text, section, heading);
    }

    /// @param from first unit within the sentence, `to` excluded
    public Quote quote(int from, int to) {
        return new Quote(document, page, start + from, start + to, written.substring(from, to));
    }

    /// The last words before a place, at most so many units: enough for a pattern that ends there, and quick in a text of one sentence.
    public String before(int at, int most) {
        return text.substring(Math.max(0, at - most), at);
    }

    /// Does the quote stand in it, whole?
    public boolean holds(Quote quote) {
        return document == quote.document() && page == quote.page() && start <= quote.start() && quote.end() <= end;
    }

    public Quote quote() {
        return quote(0, text.length());
    }
}
