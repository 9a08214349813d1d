package casewright.reading;

import java.util.List;

/// The source's sentences that a narrative has to tell.
///
/// @param ranked    the weightiest first
/// @param mostWords that the whole narrative may have, its sentences about the fields with them
public record Course(List<Quote> ranked, int mostWords) {

    static final Course NONE = new Course(List.of(), Integer.MAX_VALUE);

    public Course {
        ranked = List.copyOf(ranked);
    }
}
