package casewright;

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

    public static DraftSummary of(Draft draft, CaseRecord record, CompanySettings company, List<String> flags) {
        boolean serious = Assessments.isSerious(draft);
        boolean death = Assessments.criteria(draft).contains("death");
        String product = first(draft, "suspectDrugs", "name");
        String patient = (draft.shown("patient.sex") + " " + draft.shown("patient.age") + " " + draft.shown("patient.initials")).strip();
        List<String> all = new ArrayList<>(flags);
        if (!isOurs(draft, company)) all.add("not ours to report");
        ReportCase.Summary summary = new ReportCase.Summary(product, first(draft, "reactions", "term"), patient, draft.shown("reporter.name"), serious, String.join("|", all.stream().distinct().toList()));
        Optional<ReportingClock.Due> due = all.contains("not ours to report") ? Optional.empty()
                : ReportingClock.earliest(record.jurisdictions(), record.receiptDate(), serious, death);
        return new DraftSummary(summary, due);
    }

    void keep(Cases cases, ReportCase report) {
        cases.summarise(report.id(), summary, due.map(ReportingClock.Due::date).orElse(null), due.map(ReportingClock.Due::rule).orElse(""));
    }

    private static boolean isOurs(Draft draft, CompanySettings company) {
        if (company.ownProducts().isEmpty() || draft.count("suspectDrugs") == 0) return true;
        return IntStream.range(0, draft.count("suspectDrugs"))
                .mapToObj(i -> (draft.shown("suspectDrugs[" + i + "].name") + " " + draft.shown("suspectDrugs[" + i + "].substance")).toLowerCase(Locale.ROOT))
                .anyMatch(names -> company.ownProducts().stream().anyMatch(own -> names.contains(own.toLowerCase(Locale.ROOT))));
    }

    private static String first(Draft draft, String group, String field) {
        return draft.shown(group + "[0]." + field);
    }
}
