package casewright.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A condition of the medical history (E2B(R3) D.7.1.r).
///
/// @param details by the template's field id, each only where the source says it: start, continuing, end
public record ConditionFacts(Fact name, Map<String, Fact> details) {

    public ConditionFacts {
        details = Map.copyOf(details);
    }

    /// The words of the condition and of its details.
    List<Quote> quotes() {
        return Stream.concat(Stream.of(name), details.values().stream()).flatMap(fact -> fact.quotes().stream()).toList();
    }

    /// What a later place tells besides; what was told first stays.
    ConditionFacts completedBy(ConditionFacts later) {
        Map<String, Fact> both = new LinkedHashMap<>(later.details);
        both.putAll(details);
        return new ConditionFacts(name, both);
    }
}
