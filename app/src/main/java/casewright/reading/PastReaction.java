package casewright.reading;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/// A drug that the patient had before and the reaction to it (E2B(R3) D.8.r): no suspect of this report.
///
/// @param details by the template's field id: start
public record PastReaction(Fact drug, Fact reaction, Map<String, Fact> details) {

    public PastReaction {
        details = Map.copyOf(details);
    }

    /// Is this place told by it: the reaction, or the drug itself?
    boolean tells(Quote place) {
        return Stream.of(drug, reaction).flatMap(fact -> fact.quotes().stream()).anyMatch(quote -> quote.document() == place.document() && quote.page() == place.page() && quote.start() < place.end() && place.start() < quote.end());
    }

    /// By the template's field id.
    public Map<String, Fact> fields() {
        Map<String, Fact> fields = new LinkedHashMap<>(details);
        fields.put("name", drug);
        fields.put("reaction", reaction);
        return fields;
    }
}
