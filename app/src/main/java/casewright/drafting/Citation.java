package casewright.drafting;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/// Where a statement comes from. The quote was found in the text by code at exactly this place.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "of")
@JsonSubTypes({@JsonSubTypes.Type(value = Citation.Source.class, name = "source"), @JsonSubTypes.Type(value = Citation.Knowledge.class, name = "knowledge"),
        @JsonSubTypes.Type(value = Citation.Person.class, name = "person")})
public sealed interface Citation {

    String quote();

    /// A span [start, end) in UTF-16 units of a page of a document of the case.
    ///
    /// @param page 1-based within its document
    record Source(long documentId, int page, int start, int end, String quote) implements Citation {

        public Source {
            if (page < 1 || start < 0 || end <= start || end - start != quote.length()) throw new IllegalArgumentException("A citation's quote must have the length of its span");
        }
    }

    /// A passage of a corpus in the version that was searched.
    record Knowledge(String corpus, String version, String passage, String title, String quote) implements Citation {
    }

    /// A person entered it and stands for it; no source is claimed.
    ///
    /// @param quote the value as entered
    record Person(String by, String reason, String quote) implements Citation {
    }
}
