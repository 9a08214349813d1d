package casewright.drafting;

import casewright.reading.NullFlavor;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a report field says. What the source does not say is data, too.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "state")
@JsonSubTypes({@JsonSubTypes.Type(value = FieldValue.Stated.class, name = "stated"), @JsonSubTypes.Type(value = FieldValue.NotStated.class, name = "not stated"),
        @JsonSubTypes.Type(value = FieldValue.Unclear.class, name = "unclear")})
public sealed interface FieldValue {

    /// The source says it, there.
    ///
    /// @param value     as a reader wants to see it: verbatim where the field keeps the source's words, else the code's word
    /// @param code      normalised: E2B code, UCUM amount, ISO date as far as known; null where a field has none
    /// @param citations at least one
    record Stated(String value, @Nullable String code, List<Citation> citations, Assurance assurance) implements FieldValue {

        public Stated {
            citations = List.copyOf(citations);
            if (value.isBlank()) throw new IllegalArgumentException("A stated value cannot be blank");
            if (citations.isEmpty()) throw new IllegalArgumentException("A stated value needs a citation");
        }
    }

    /// @param reason    why E2B(R3) may have it empty, where the source or a person says so; else null
    /// @param citations the words that give the reason; empty where a person gave it
    record NotStated(@Nullable NullFlavor reason, List<Citation> citations) implements FieldValue {

        public NotStated {
            // a draft that was kept before there were reasons has none
            citations = citations == null ? List.of() : List.copyOf(citations);
        }

        public NotStated() {
            this(null, List.of());
        }
    }

    /// The source says several things, or says it so that a person has to decide.
    ///
    /// @param why plain words for the reviewer
    record Unclear(String why, List<Alternative> alternatives) implements FieldValue {

        public Unclear {
            alternatives = List.copyOf(alternatives);
        }
    }

    record Alternative(String value, List<Citation> citations) {

        public Alternative {
            citations = List.copyOf(citations);
        }
    }
}
