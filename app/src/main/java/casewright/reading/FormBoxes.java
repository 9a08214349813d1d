package casewright.reading;

import casewright.reading.text.FormField;
import casewright.reading.text.FormKey;
import casewright.reading.text.SourceText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A form's boxes by what they ask for, in the order of the form.
record FormBoxes(Map<FormKey, List<FormField>> byKey) {

    static FormBoxes of(SourceText text) {
        return new FormBoxes(text.fields().stream().collect(Collectors.groupingBy(FormKey::of)));
    }

    List<FormField> all(FormKey key) {
        return byKey.getOrDefault(key, List.of());
    }

    /// The first that was filled in.
    Optional<FormField> first(FormKey key) {
        return filled(key).stream().findFirst();
    }

    List<FormField> filled(FormKey key) {
        return all(key).stream().filter(field -> !field.saysNothing()).toList();
    }
}
