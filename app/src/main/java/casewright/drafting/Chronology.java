package casewright.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What follows from the dates and from the source's different words: times to onset, and what cannot be true at once.
final class Chronology {

    private static final String ONSET_RULE = "E2B(R3) G.k.9.i.3.1: from the first dose to the onset, both dates known to the day";
    private static final String ORDER_RULE = "dates of one course have an order";
    private static final String DAY_RULE = "E2B(R3) dates are CCYYMMDD: a day that cannot be told is asked back";
    private static final Set<String> DATES = Set.of("birthDate", "start", "stop", "onset", "end", "when", "deathDate");
    private static final String MONTH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\\w*\\.?";
    private static final Pattern DAY_IN_WORDS = Pattern.compile("\\b\\d{1,2}(?:st|nd|rd|th)? (?:of )?" + MONTH + ",? (?:19|20)\\d\\d|\\b" + MONTH + " \\d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\\d\\d|\\b(?:19|20)\\d\\d[-/.]\\d{1,2}[-/.]\\d{1,2}\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern DAY_IN_NUMBERS = Pattern.compile("\\b(\\d{1,2})[-/.](\\d{1,2})[-/.](?:19|20)\\d\\d\\b");
    private static final Pattern UNITLESS = Pattern.compile("\\d{3,}|\\d+[.,]\\d+|\\d+(?:[.,]\\d+)? (?:once|twice|thrice|(?:three|four) times|daily|weekly|every|a day|per day|bid|bd|tid|tds|qid|od|qd)\\b.*", Pattern.CASE_INSENSITIVE);
    private static final String ONE_VALUE_RULE = "GVP VI.B.3: what the source says differently is asked back";

    private final Draft draft;
    private final List<Finding> findings = new ArrayList<>();

    private Chronology(Draft draft) {
        this.draft = draft;
    }

    static List<Finding> of(Draft draft) {
        Chronology chronology = new Chronology(draft);
        chronology.differentWords();
        chronology.impossibleDays();
        chronology.dosesWithoutUnit();
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

    /// "31 February 2021", "03/04/2021": written out, and yet no day, or either of two. The words stay; nothing is made of them.
    private void impossibleDays() {
        for (DraftField field : draft.fields()) {
            if (!DATES.contains(field.path().substring(field.path().lastIndexOf('.') + 1)) || field.shown().isEmpty() || !draft.code(field.path()).isEmpty()) continue;
            Matcher numbers = DAY_IN_NUMBERS.matcher(field.shown());
            boolean eitherDay = numbers.find() && Integer.parseInt(numbers.group(1)) <= 12 && Integer.parseInt(numbers.group(2)) <= 12;
            if (!eitherDay && !numbers.reset().find() && !DAY_IN_WORDS.matcher(field.shown()).find()) continue;
            String fault = eitherDay ? "\" can be read as day and month or as month and day." : "\" is no day of the calendar.";
            findings.add(new Finding("contradiction", field.path(), "\"" + field.shown() + fault, DAY_RULE, citations(field.path())));
        }
    }

    /// "50 twice daily": of what, the source does not say. A number alone is a form's number of the dose in a series.
    private void dosesWithoutUnit() {
        for (DraftField field : draft.fields()) {
            if (!field.path().endsWith(".dose") || !UNITLESS.matcher(field.shown()).matches()) continue;
            findings.add(new Finding("contradiction", field.path(), "The dose \"" + field.shown() + "\" has no unit.", "E2B(R3) G.k.4.r.1a and 1b: a dose is a number with its unit", citations(field.path())));
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
