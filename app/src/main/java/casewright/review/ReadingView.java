package casewright.review;

import casewright.reading.Quote;
import casewright.reading.Reading;
import java.util.List;

/// What the triage decided and the words it rests on.
public record ReadingView(String verdict, String reason, List<Words> evidence, List<String> notes, int patients) {

    /// @param cites as in [SectionView.Row]
    public record Words(String text, String cites) {
    }

    static ReadingView of(Reading reading, List<Long> documentIds) {
        String verdict = switch (reading.triage().verdict()) {
            case CASE -> "A suspected adverse reaction";
            case SPECIAL_SITUATION -> "A special situation without a reaction";
            case NEITHER -> "No case";
        };
        return new ReadingView(verdict, reading.triage().reason(), reading.triage().evidence().stream().map(quote -> words(quote, documentIds)).toList(), reading.notes(), reading.patients().size());
    }

    private static Words words(Quote quote, List<Long> documentIds) {
        return new Words(quote.text(), documentIds.get(quote.document()) + ":" + quote.page() + ":" + quote.start() + ":" + quote.end());
    }
}
