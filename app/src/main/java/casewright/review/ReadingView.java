package casewright.review;

import casewright.reading.Quote;
import casewright.reading.Reading;
import casewright.reading.Triage;
import java.util.List;

/// What the triage decided and the words it rests on.
///
/// @param evidenceLabel what the cited words are for the verdict
/// @param patients      0 where none was found to report on
public record ReadingView(String verdict, String reason, String evidenceLabel, List<Words> evidence, List<String> notes, int patients) {

    /// @param cites as in [SectionView.Row]
    public record Words(String text, String cites) {
    }

    static ReadingView of(Reading reading, List<Long> documentIds) {
        String verdict = switch (reading.triage().verdict()) {
            case CASE -> "A suspected adverse reaction";
            case SPECIAL_SITUATION -> "A special situation without a reaction";
            case NEITHER -> "No case";
        };
        boolean none = reading.triage().verdict() == Triage.Verdict.NEITHER;
        return new ReadingView(verdict, reading.triage().reason(), none && reading.triage().reason().startsWith("Medicines are named") ? "Names a medicine" : "Rests on", reading.triage().evidence().stream().map(quote -> words(quote, documentIds)).toList(), reading.notes(), none ? 0 : reading.patients().size());
    }

    private static Words words(Quote quote, List<Long> documentIds) {
        return new Words(quote.text(), documentIds.get(quote.document()) + ":" + quote.page() + ":" + quote.start() + ":" + quote.end());
    }
}
