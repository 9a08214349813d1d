package casewright.reading.text;

import casewright.reading.NullFlavor;
import casewright.reading.Quote;
import java.util.List;
import java.util.Locale;

/// A line "key: value" of a form, a letter's head or an e-mail template.
///
/// @param key   as written
/// @param words the key's words in small letters, parted at blanks, underscores, digits and inner capitals
/// @param value never blank; unit by unit what the quote says, with line breaks and the marks before a line as blanks
public record FormField(String key, List<String> words, String value, Quote quote, Quote keyQuote) {

    public FormField {
        words = List.copyOf(words);
    }

    /// Part of the value, as it stands in the document.
    public Quote part(int start, int end) {
        return new Quote(quote.document(), quote.page(), quote.start() + start, quote.start() + end, quote.text().substring(start, end));
    }

    /// The value as a reader wants to see it.
    public String shown() {
        return value.strip().replaceAll("\\s+", " ").replace(" ;", ";");
    }

    /// Does the key hold a word that begins so?
    public boolean has(String... beginnings) {
        for (String word : words) for (String beginning : beginnings) if (word.startsWith(beginning)) return true;
        return false;
    }

    public boolean saysNothing() {
        return NullFlavor.ofAnswer(value).isPresent() || folded().matches("none|no|n|nil|not reported|not available|no known|none known|none reported|nka|nkda|-+|\\?+|0|not done|not stated|not provided");
    }

    /// An answer that says that there is nothing, and not that nothing is known.
    public boolean saysNone() {
        return folded().matches("none|no|nil|no known|none known|none reported|nka|nkda");
    }

    private String folded() {
        return shown().toLowerCase(Locale.ROOT).replaceAll("[.!]+$", "");
    }

    public boolean saysYes() {
        return value.strip().toLowerCase(Locale.ROOT).matches("y|yes|x|true|\\[x]|☒|☑");
    }

    /// A value that a program would have to read as prose.
    public boolean isProse() {
        return value.split("\\s+").length > 6;
    }
}
