package casewright.reading;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A drug of the patient.
///
/// @param names   every wording of it in the text, the reported name first
/// @param details by the template's field id: dose, route, start, actionTaken, ...
public record DrugFacts(Fact name, List<String> names, Map<String, Fact> details) {

    public DrugFacts {
        names = List.copyOf(names);
        details = Map.copyOf(details);
    }

    DrugFacts with(String id, Fact fact) {
        Map<String, Fact> more = new HashMap<>(details);
        more.put(id, fact);
        return new DrugFacts(name, names, more);
    }
}
