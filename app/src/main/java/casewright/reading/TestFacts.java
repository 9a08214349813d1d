package casewright.reading;

import java.util.Map;

/// A test.
///
/// @param details by the template's field id: value, result, range, when
public record TestFacts(Fact name, Map<String, Fact> details) {

    public TestFacts {
        details = Map.copyOf(details);
    }
}
