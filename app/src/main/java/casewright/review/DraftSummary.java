package casewright.review;

import casewright.cases.Cases;
import casewright.cases.ReportCase;
import casewright.company.CompanySettings;
import casewright.company.ReportingClock;
import casewright.drafting.Assessments;
import casewright.drafting.CaseRecord;
import casewright.drafting.Draft;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// What the queue shows of a draft: product, reaction, patient, seriousness, due date, flags.
public record DraftSummary(ReportCase.Summary summary, Optional<ReportingClock.Due> due) {

    private static final String NOT_OURS = "not ours to report";
    private static final String FOLLOW_UP = "follow-up";

    /// @param flags plain words of the reading, or the case's flags so far; those that follow from the draft and the case are put in anew
    public static DraftSummary of(Draft draft, ReportCase report, CompanySettings company, List<String> flags) {
        // of a document that was not understood nobody knows yet: no word on it, and the clock as if it were
        boolean unread = draft.count("suspectDrugs") == 0 && draft.count("reactions") == 0;
        boolean serious = unread || Assessments.isSerious(draft);
        boolean death = Assessments.criteria(draft).contains("death");
        String patient = (draft.shown("patient.sex") + " " + draft.shown("patient.age") + " " + draft.shown("patient.initials")).replaceAll(" +", " ").strip();
        List<String> all = new ArrayList<>(flags);
        all.removeAll(List.of(NOT_OURS, FOLLOW_UP));
        boolean ours = isOurs(draft, company);
        if (!ours) all.add(NOT_OURS);
        if (report.followsCaseId() != null) all.add(FOLLOW_UP);
        ReportCase.Summary summary = new ReportCase.Summary(draft.shown("suspectDrugs[0].name"), draft.shown("reactions[0].term"), patient, draft.shown("reporter.name"), unread ? null : serious,
                String.join("|", all.stream().distinct().toList()));
        return new DraftSummary(summary, ours ? ReportingClock.earliest(company.jurisdictions(), report.arrival().receiptDate(), serious, death) : Optional.empty());
    }

    public void keep(Cases cases, long caseId) {
        cases.summarise(caseId, summary, due.map(ReportingClock.Due::date).orElse(null), due.map(ReportingClock.Due::rule).orElse(""));
    }

    /// What a draft takes from the case's own record.
    public static CaseRecord recordOf(ReportCase report, CompanySettings company) {
        return new CaseRecord(report.id(), report.number(), report.arrival().receiptDate(), report.arrival().reportType(), report.arrival().receivedHow(),
                report.arrival().country(), company.jurisdictions());
    }

    private static boolean isOurs(Draft draft, CompanySettings company) {
        if (company.ownProducts().isEmpty() || draft.count("suspectDrugs") == 0) return true;
        return IntStream.range(0, draft.count("suspectDrugs"))
                .mapToObj(i -> (draft.shown("suspectDrugs[" + i + "].name") + " " + draft.shown("suspectDrugs[" + i + "].substance")).toLowerCase(Locale.ROOT))
                .anyMatch(names -> company.ownProducts().stream().anyMatch(own -> names.contains(own.toLowerCase(Locale.ROOT))));
    }
}
