package casewright.reading.text;

import casewright.reading.NullFlavor;
import casewright.reading.Quote;

/// A line "key: value" of a form, a letter's head or an e-mail template.
///
/// @param key   as written
/// @param words the key's words in small letters, parted at blanks, underscores, digits and inner capitals
/// @param value never blank
public record FormField(String key, java.util.List<String> words, String value, Quote quote, Quote keyQuote) {

    public FormField {
        words = java.util.List.copyOf(words);
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
        return value.strip().toLowerCase(java.util.Locale.ROOT).replaceAll("[.!]+$", "");
    }

    public boolean saysYes() {
        return value.strip().toLowerCase(java.util.Locale.ROOT).matches("y|yes|x|true|\\[x]|☒|☑");
    }

    /// A value that a program would have to read as prose.
    public boolean isProse() {
        return value.split("\\s+").length > 6;
    }
}
