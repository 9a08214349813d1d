package casewright.reading;

/// Words of the source that say why something is not told: "for an unknown indication", "SEX: UNK".
public record Unanswered(NullFlavor reason, Quote quote) {
}
