package casewright.review;

import casewright.cases.CaseStatus;
import casewright.cases.ReportCase;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How far the service is with a case that it works on by itself.
///
/// @param words what it does now
/// @param done  of `of` equal parts of the present step; 0 of 0 where the step tells no number
public record Progress(List<Step> steps, String words, int done, int of) {

    private static final Pattern PART = Pattern.compile("\\b(\\d{1,5}) of (\\d{1,5})\\b");

    /// @param look done, now or next: class of the style sheet
    public record Step(String name, String look) {
    }

    /// @param before cases that the service takes first
    static Progress of(ReportCase report, long before) {
        int at = switch (report.status()) {
            case RECEIVED -> 0;
            case READING -> 1;
            case NEEDS_ATTENTION, NO_CASE_PROPOSED, NO_CASE_CONFIRMED, SPECIAL_SITUATION, DRAFTING, WAITING_FOR_REVIEW, IN_REVIEW, RETURNED, SIGNED, APPROVED, SUPERSEDED, DUPLICATE, VOIDED -> 2;
        };
        List<String> names = List.of("Received", "Reading", "Looking up and drafting", "Ready for review");
        List<Step> steps = java.util.stream.IntStream.range(0, names.size()).mapToObj(i -> new Step(names.get(i), i < at ? "done" : i == at ? "now" : "next")).toList();
        String reason = report.statusReason();
        String words = !reason.isBlank() ? reason : report.status() == CaseStatus.RECEIVED && before > 0 ? "waiting: " + (before == 1 ? "one case is" : before + " cases are") + " read first" : "about to begin";
        Matcher part = PART.matcher(reason);
        boolean counted = report.status() == CaseStatus.READING && part.find() && Integer.parseInt(part.group(2)) > 0;
        return counted ? new Progress(steps, words, Integer.parseInt(part.group(1)), Integer.parseInt(part.group(2))) : new Progress(steps, words, 0, 0);
    }
}
