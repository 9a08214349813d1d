package casewright.export;

import casewright.access.Signature;
import casewright.approval.ApprovedExample;
import casewright.approval.ApprovedReport;
import casewright.cases.Arrival;
import casewright.cases.CaseStatus;
import casewright.cases.ReportCase;
import casewright.company.CompanySettings;
import casewright.drafting.Assurance;
import casewright.drafting.Citation;
import casewright.drafting.Draft;
import casewright.drafting.DraftField;
import casewright.drafting.Drafts;
import casewright.drafting.FieldValue;
import casewright.drafting.Finding;
import casewright.drafting.NarrativeSentence;
import casewright.drafting.ReportTemplate;
import casewright.evidence.CitedPassages.Cited;
import casewright.retrieval.PassageId;
import casewright.reading.NullFlavor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An invented case, as it may leave the company.
final class ExampleCase {

    static final String TRAIL_HASH = "7".repeat(64);
    private static final String CONTENT = "1c".repeat(32);
    private static final Citation WORDS = new Citation.Source(1, 1, 10, 15, "words");
    private static final CompanySettings COMPANY = new CompanySettings("Meridian Pharma Ltd", "Quayside 12\nWesthaven WH1 4QQ\nUnited Kingdom", "GB", "MERIDIAN", List.of("Velorin"), List.of("EU"));

    private final List<DraftField> fields = new ArrayList<>();
    private final List<NarrativeSentence> narrative = new ArrayList<>();

    ExampleCase() {
        with("patient.initials", "A.B.", null).with("patient.birthDate", "1951", "1951").with("patient.age", "73 years", "73 year").with("patient.sex", "female", "2").with("patient.weightKg", "68", null)
                .with("patient.heightCm", "162", null).with("patient.medicalHistory[0].name", "arterial hypertension since 1998", null).with("patient.medicalHistory[1].name", "type 2 diabetes mellitus", null)
                .with("suspectDrugs[0].name", "Velorin", null).with("suspectDrugs[0].substance", "losartan", null).with("suspectDrugs[0].dose", "100 mg once daily", null)
                .with("suspectDrugs[0].route", "by mouth", null).with("suspectDrugs[0].indication", "hypertension", null).with("suspectDrugs[0].start", "24 February 2025", "2025-02-24")
                .with("suspectDrugs[0].stop", "11 March 2025", "2025-03-11").with("suspectDrugs[0].batch", "VL2207", null).with("suspectDrugs[0].dechallenge", "positive", "1")
                .with("reactions[0].term", "severe hyperkalaemia", null).with("reactions[0].onset", "8 March 2025", "2025-03-08").with("reactions[0].outcome", "recovered", "1")
                .with("reactions[0].seriousness", "life-threatening; hospitalisation", "b; c")
                .with("reactions[1].term", "acute kidney injury", null).with("reactions[1].onset", "11 March 2025", "2025-03-11").with("reactions[1].outcome", "recovering", "2")
                .with("concomitantDrugs[0].name", "amlodipine", null).with("concomitantDrugs[0].dose", "5 mg once daily", null).with("concomitantDrugs[1].name", "metformin", null)
                .with("treatmentDrugs[0].name", "calcium gluconate", null).with("keyTests[0].name", "potassium", null).with("keyTests[0].value", "7.1 mmol/L", null)
                .with("keyTests[0].range", "3.5-5.1", null).with("keyTests[0].when", "11 March 2025", "2025-03-11").with("reporter.name", "Dr. S. Okafor", null)
                .with("reporter.qualification", "physician", "1").with("reporter.organisation", "St. Brannock's Hospital, Westhaven", null).with("reporter.causality", "probably due to losartan", null);
        fields.add(new DraftField("suspectDrugs[0].rechallenge", new FieldValue.NotStated()));
        telling("patient", "The patient was a 73-year-old woman with arterial hypertension and type 2 diabetes mellitus.");
        telling("course", "From 08-MAR-2025 she noticed weakness of the legs; on 11-MAR-2025 the potassium was 7.1 mmol/L and Velorin was withdrawn.");
    }

    ExampleCase with(String path, String value, @Nullable String code) {
        fields.removeIf(field -> field.path().equals(path));
        fields.add(new DraftField(path, new FieldValue.Stated(value, code, List.of(WORDS), new Assurance(List.of("pattern"), 0.9, true))));
        return this;
    }

    ExampleCase without(String path) {
        fields.removeIf(field -> field.path().equals(path));
        return this;
    }

    ExampleCase withNothingStated(String path) {
        fields.add(new DraftField(path, new FieldValue.NotStated()));
        return this;
    }

    ExampleCase withNothingStated(String path, NullFlavor reason) {
        fields.removeIf(field -> field.path().equals(path));
        fields.add(new DraftField(path, new FieldValue.NotStated(reason, List.of(WORDS))));
        return this;
    }

    /// NullAway does not see in a class file that a nested type may be null.
    @SuppressWarnings("NullAway")
    ExampleCase telling(String section, String sentence) {
        narrative.add(new NarrativeSentence(section, sentence, NarrativeSentence.Kind.SOURCE, NarrativeSentence.Origin.TEMPLATE, List.of(WORDS), null));
        return this;
    }

    private Draft draft() {
        String hash = ReportTemplate.load("icsr", "v1").sha256();
        return new Draft(4, 2, "icsr/v1", hash, fields, narrative, List.of(new Finding("validity", "Four minimum criteria", "valid", "GVP VI.B.2", List.of())));
    }

    private static ReportCase report(CaseStatus status) {
        Instant opened = Instant.parse("2026-11-20T08:30:00Z");
        return new ReportCase(4, "CW-2026-000004", status, "", 0, new ReportCase.Opened(1, "Jonas Albrecht", opened), opened,
                new Arrival(LocalDate.of(2026, 11, 19), "e-mail", "spontaneous", "St. Brannock's Hospital", "GB"), 1, 1, null, null,
                new ReportCase.Summary("Velorin", "severe hyperkalaemia", "female 73 years A.B.", "Dr. S. Okafor", true, ""), LocalDate.of(2026, 12, 4), "EU");
    }

    static Cited cited(String corpus, boolean isPrivate) {
        return new Cited(1, 4, "reactions[0].term", new PassageId(corpus, "2026-11-01", "velorin", 3), 1, isPrivate, "Velorin: label", "Adverse reactions", "Hyperkalaemia was seen.", "Olga Officer",
                Instant.parse("2026-11-22T10:00:00Z"), false);
    }

    ApprovedReport approved() {
        Signature signed = new Signature(4, 2, 2, "Dr Katharina Vogel", "I reviewed this report against its source.", Instant.parse("2026-11-23T09:12:44Z"), "Europe/Berlin", CONTENT, "5".repeat(64));
        Signature approved = new Signature(4, 2, 3, "Dr Ines Moreau", "I approve this report.", Instant.parse("2026-11-24T14:01:02Z"), "Europe/Berlin", CONTENT, "6".repeat(64));
        return ApprovedExample.of(report(CaseStatus.APPROVED), draft(), CONTENT, List.of(signed, approved), COMPANY);
    }

    WatermarkedDraft draftOnly() {
        return new WatermarkedDraft(report(CaseStatus.IN_REVIEW), new Drafts.Revision(draft(), CONTENT, "service", "drafted", Instant.parse("2026-11-21T10:00:00Z")), COMPANY);
    }
}
