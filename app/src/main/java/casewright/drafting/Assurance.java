package casewright.drafting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a value is believed.
///
/// @param ways        which ways of reading agreed: pattern, dictionary, model, table, form, rule
/// @param probability of the model's answer where it decided, 0 to 1; null where it did not
/// @param sure        shown to the reviewer as sure
public record Assurance(List<String> ways, @Nullable Double probability, boolean sure) {

    public Assurance {
        ways = List.copyOf(ways);
    }
}
