package casewright.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something the source says, with the words that say it.
///
/// @param value       as a reader wants to see it
/// @param code        normalised, or null
/// @param quotes      at least one
/// @param ways        which ways of reading agreed: pattern, dictionary, model, table, form, rule
/// @param probability of the model's answer where it decided
/// @param others      what the source says differently: not empty makes the field unclear
public record Fact(String value, @Nullable String code, List<Quote> quotes, List<String> ways, @Nullable Double probability, boolean sure, List<Fact> others) {

    public Fact {
        quotes = List.copyOf(quotes);
        ways = List.copyOf(ways);
        others = List.copyOf(others);
        if (quotes.isEmpty()) throw new IllegalArgumentException("A fact needs a quote");
    }

    public static Fact of(String value, @Nullable String code, Quote quote, String way, boolean sure) {
        return new Fact(value, code, List.of(quote), List.of(way), null, sure, List.of());
    }

    public Fact conflictingWith(List<Fact> more) {
        return new Fact(value, code, quotes, ways, probability, false, more);
    }

    public Fact sure(boolean isSure) {
        return new Fact(value, code, quotes, ways, probability, isSure, others);
    }
}
