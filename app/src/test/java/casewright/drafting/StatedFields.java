package casewright.drafting;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Drafts that say what a test wants them to say, each value cited by its own words.
final class StatedFields {

    private final List<DraftField> fields = new ArrayList<>();

    StatedFields say(String path, String value) {
        return say(path, value, null);
    }

    StatedFields say(String path, String value, @Nullable String code) {
        fields.add(new DraftField(path, new FieldValue.Stated(value, code, List.of(cited(value)), new Assurance(List.of("pattern"), null, true))));
        return this;
    }

    StatedFields unclear(String path, String one, String other) {
        fields.add(new DraftField(path, new FieldValue.Unclear("The source says different things.", List.of(new FieldValue.Alternative(one, List.of(cited(one))), new FieldValue.Alternative(other, List.of(cited(other)))))));
        return this;
    }

    static Citation cited(String words) {
        return new Citation.Source(1, 1, 0, words.length(), words);
    }

    Draft draft() {
        return new Draft(1, 1, "icsr/v1", "", fields, List.of(), List.of());
    }
}
