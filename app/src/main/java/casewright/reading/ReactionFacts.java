package casewright.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A suspected reaction.
///
/// @param names       every wording of it in the text, the reported term first
/// @param details     by the template's field id: onset, end, outcome, ...
/// @param seriousness criteria with the words that make them so; empty: none is told
public record ReactionFacts(Fact term, List<String> names, Map<String, Fact> details, List<Fact> seriousness) {

    public ReactionFacts {
        names = List.copyOf(names);
        details = Map.copyOf(details);
        seriousness = List.copyOf(seriousness);
    }

    ReactionFacts with(String id, Fact fact) {
        Map<String, Fact> more = new HashMap<>(details);
        more.put(id, fact);
        return new ReactionFacts(term, names, more, seriousness);
    }
}
