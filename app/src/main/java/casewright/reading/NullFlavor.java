package casewright.reading;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Why a field is empty, by the codes of E2B(R3) (nullFlavor, from HL7). Which of them an element may have says the template.
public enum NullFlavor {
    NI("the source gives no information on it", null),
    UNK("the source says that it is not known", "u|unk|unknown|not known"),
    ASKU("it was asked and could not be said", "asku|asked,? but (?:unknown|not known)|(?:the )?(?:patient|reporter|caller|informant|mother|father|i)? ?(?:could|can)(?: ?not|n['\u2019]t) (?:recall|remember|say|tell)|(?:the )?(?:patient|reporter|caller|informant|mother|father|i)? ?(?:does|did|do)(?: not|n['\u2019]t) (?:recall|remember|know)"),
    NASK("it was not asked", "nask|(?:was )?not asked"),
    NA("it does not apply", "n/a|na|not applicable"),
    MSK("it is withheld for privacy", "masked|withheld|privacy|private|confidential");

    private final String words;
    private final @Nullable Pattern answer;

    NullFlavor(String words, @Nullable String answer) {
        this.words = words;
        this.answer = answer == null ? null : Pattern.compile(answer);
    }

    /// The end of the sentence "The field is empty: ...".
    public String words() {
        return words;
    }

    /// What the answer in a form's box says that is none.
    public static Optional<NullFlavor> ofAnswer(String written) {
        String folded = written.strip().toLowerCase(Locale.ROOT).replaceAll("[.!]+$", "");
        for (NullFlavor flavor : values()) if (flavor.answer != null && flavor.answer.matcher(folded).matches()) return Optional.of(flavor);
        return Optional.empty();
    }
}
