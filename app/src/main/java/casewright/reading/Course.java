package casewright.reading;

import java.util.List;

/// The source's sentences that a narrative has to tell.
///
/// @param ranked     the weightiest first
/// @param mostWords  that the whole narrative may have, its sentences about the fields with them
/// @param shortForms that the source spells out once, perhaps in a sentence that is not told
public record Course(List<Quote> ranked, int mostWords, List<ShortForm> shortForms) {

    static final Course NONE = new Course(List.of(), Integer.MAX_VALUE, List.of());

    public Course {
        ranked = List.copyOf(ranked);
        shortForms = List.copyOf(shortForms);
    }
}
