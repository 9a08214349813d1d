package casewright.review;

import casewright.drafting.Citation;
import casewright.drafting.Draft;
import casewright.drafting.DraftField;
import casewright.drafting.FieldValue;
import casewright.drafting.Finding;
import casewright.drafting.NarrativeSentence;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Does a sentence of the service's narrative tell a field's value?
final class Told {

    private static final int SHORTEST_CHARS = 3;

    private Told() {
    }

    /// The value as whole words; at the beginning of a sentence also with a capital.
    static Pattern words(String value) {
        String raised = Character.toUpperCase(value.charAt(0)) + value.substring(1);
        return Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + Pattern.quote(value) + "|^" + Pattern.quote(raised) + ")(?![\\p{L}\\p{N}])");
    }

    /// One of the value's places in a document overlaps one of the sentence's.
    static boolean fromOneSource(NarrativeSentence sentence, FieldValue.Stated value) {
        return sentence.citations().stream().anyMatch(told -> value.citations().stream().anyMatch(stated -> overlap(told, stated)));
    }

    private static boolean overlap(Citation one, Citation other) {
        return one instanceof Citation.Source a && other instanceof Citation.Source b && a.documentId() == b.documentId() && a.page() == b.page() && a.start() < b.end() && b.start() < a.end();
    }

    /// What the service's draft stated, no field states any more, and the narrative still tells.
    static List<Finding> outdated(Draft first, Draft now) {
        List<String> stated = now.fields().stream().map(DraftField::shown).toList();
        List<Finding> outdated = new ArrayList<>();
        for (DraftField field : first.fields()) {
            if (!(field.value() instanceof FieldValue.Stated old) || old.value().length() < SHORTEST_CHARS || stated.contains(old.value())) continue;
            boolean told = now.narrative().stream().anyMatch(sentence -> sentence.takenBy() == null && words(old.value()).matcher(sentence.sentence()).find() && fromOneSource(sentence, old));
            if (told) outdated.add(new Finding("mismatch", field.path(), "The narrative still says \"" + old.value() + "\"; no field states it any more.", "GVP VI.C.2.2.4: fields and narrative agree", List.of()));
        }
        return outdated;
    }
}
