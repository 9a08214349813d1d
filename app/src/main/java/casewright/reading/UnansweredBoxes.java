package casewright.reading;

import static java.util.Map.entry;

import casewright.reading.text.FormField;
import casewright.reading.text.FormKey;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Boxes of a form that hold "unknown" or the like. A box is a question: where E2B(R3) has no "unknown" for an element, it was asked and could not be said (ASKU).
final class UnansweredBoxes {

    private record Asked(String group, String id, NullFlavor whenUnknown) {
    }

    private static final Map<FormKey, Asked> ASKED = Map.ofEntries(
            entry(FormKey.INITIALS, new Asked("patient", "initials", NullFlavor.UNK)), entry(FormKey.SEX, new Asked("patient", "sex", NullFlavor.UNK)),
            entry(FormKey.HISTORY, new Asked("patient", "statedNone", NullFlavor.UNK)),
            entry(FormKey.REPORTER, new Asked("reporter", "name", NullFlavor.ASKU)), entry(FormKey.ORGANISATION, new Asked("reporter", "organisation", NullFlavor.ASKU)),
            entry(FormKey.QUALIFICATION, new Asked("reporter", "qualification", NullFlavor.UNK)), entry(FormKey.COUNTRY, new Asked("reporter", "country", NullFlavor.UNK)),
            entry(FormKey.INDICATION, new Asked("suspectDrugs", "indication", NullFlavor.UNK)), entry(FormKey.FORM, new Asked("suspectDrugs", "form", NullFlavor.UNK)),
            entry(FormKey.ROUTE, new Asked("suspectDrugs", "route", NullFlavor.UNK)), entry(FormKey.START, new Asked("suspectDrugs", "start", NullFlavor.ASKU)),
            entry(FormKey.STOP, new Asked("suspectDrugs", "stop", NullFlavor.ASKU)),
            entry(FormKey.ONSET, new Asked("reactions", "onset", NullFlavor.ASKU)), entry(FormKey.END, new Asked("reactions", "end", NullFlavor.ASKU)));

    private UnansweredBoxes() {
    }

    /// @param found by the template's path, added to
    static void read(List<FormField> fields, PatientFacts facts, Map<String, Unanswered> found) {
        ASKED.forEach((key, asked) -> {
            List<FormField> boxes = fields.stream().filter(field -> FormKey.of(field) == key).toList();
            for (int i = 0; i < boxes.size(); i++) {
                FormField box = boxes.get(i);
                int at = i;
                NullFlavor.ofAnswer(box.value()).map(reason -> new Unanswered(reason == NullFlavor.UNK ? asked.whenUnknown() : reason, box.keyQuote()))
                        .ifPresent(unanswered -> paths(asked, at, boxes.size(), facts).forEach(path -> found.putIfAbsent(path, unanswered)));
            }
        });
    }

    /// One box speaks of all drugs or reactions, as many boxes as there are drugs each of its own.
    private static List<String> paths(Asked asked, int box, int boxes, PatientFacts facts) {
        int items = asked.group().equals("suspectDrugs") ? facts.suspects().size() : asked.group().equals("reactions") ? facts.reactions().size() : -1;
        if (items < 0) return List.of(asked.group() + "." + asked.id());
        if (boxes == items) return List.of(asked.group() + "[" + box + "]." + asked.id());
        return boxes > 1 ? List.of() : IntStream.range(0, items).mapToObj(i -> asked.group() + "[" + i + "]." + asked.id()).toList();
    }
}
