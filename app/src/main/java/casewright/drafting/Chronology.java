package casewright.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What follows from the dates and from the source's different words: times to onset, and what cannot be true at once.
final class Chronology {

    private static final String ONSET_RULE = "E2B(R3) G.k.9.i.3.1: from the first dose to the onset, both dates known to the day";
    private static final String ORDER_RULE = "dates of one course have an order";
    private static final String ONE_VALUE_RULE = "GVP VI.B.3: what the source says differently is asked back";

    private final Draft draft;
    private final List<Finding> findings = new ArrayList<>();

    private Chronology(Draft draft) {
        this.draft = draft;
    }

    static List<Finding> of(Draft draft) {
        Chronology chronology = new Chronology(draft);
        chronology.differentWords();
        chronology.orderOfDates();
        chronology.fatalAndOver();
        return chronology.findings;
    }

    /// A field for which the source gives several values.
    private void differentWords() {
        for (DraftField field : draft.fields()) {
            if (!(field.value() instanceof FieldValue.Unclear unclear) || unclear.alternatives().size() < 2) continue;
            String values = String.join(" / ", unclear.alternatives().stream().map(one -> "\"" + one.value() + "\"").toList());
            findings.add(new Finding("contradiction", field.path(), "The source says " + values + ".", ONE_VALUE_RULE,
                    unclear.alternatives().stream().flatMap(one -> one.citations().stream()).distinct().toList()));
        }
    }

    private void orderOfDates() {
        for (int d = 0; d < draft.count("suspectDrugs"); d++) {
            String drug = "suspectDrugs[" + d + "].";
            order(drug + "start", drug + "stop", draft.shown(drug + "name") + " was stopped before it was started");
            for (int r = 0; r < draft.count("reactions"); r++) {
                String reaction = "reactions[" + r + "].";
                String pair = draft.shown(drug + "name") + " / " + draft.shown(reaction + "term");
                order(drug + "start", reaction + "onset", pair + ": the reaction began before the drug was started");
                Latency.days(draft.code(drug + "start"), draft.code(reaction + "onset")).ifPresent(days -> findings.add(new Finding("time to onset", pair,
                        days == 0 ? "the same day" : days == 1 ? "1 day" : days + " days", ONSET_RULE, citations(drug + "start", reaction + "onset"))));
            }
        }
        for (int r = 0; r < draft.count("reactions"); r++) {
            String reaction = "reactions[" + r + "].";
            order(reaction + "onset", reaction + "end", draft.shown(reaction + "term") + " ended before it began");
        }
    }

    /// Compares only what both dates tell: a year with a day says nothing of the month.
    private void order(String earlier, String later, String words) {
        String first = draft.code(earlier);
        String second = draft.code(later);
        int known = Math.min(first.length(), second.length());
        if (known < 4 || first.substring(0, known).compareTo(second.substring(0, known)) <= 0) return;
        findings.add(new Finding("contradiction", later, words + " (" + first + ", " + second + ").", ORDER_RULE, citations(earlier, later)));
    }

    /// Death is a criterion, and the outcome of the same reaction says that it is over.
    private void fatalAndOver() {
        for (int r = 0; r < draft.count("reactions"); r++) {
            String reaction = "reactions[" + r + "].";
            String outcome = draft.shown(reaction + "outcome");
            if (!draft.shown(reaction + "seriousness").contains("death") || !outcome.startsWith("recover")) continue;
            findings.add(new Finding("contradiction", reaction + "outcome", draft.shown(reaction + "term") + ": death is told as seriousness and \"" + outcome + "\" as outcome.",
                    "E2B(R3) E.i.3.2a and E.i.7 tell the same course", citations(reaction + "seriousness", reaction + "outcome")));
        }
    }

    private List<Citation> citations(String... paths) {
        return Stream.of(paths).map(draft::find).flatMap(Optional::stream).map(DraftField::value)
                .flatMap(value -> value instanceof FieldValue.Stated stated ? stated.citations().stream() : Stream.empty()).distinct().toList();
    }
}
