package casewright;

import casewright.access.Person;
import casewright.audit.Action;
import casewright.cases.Arrival;
import casewright.cases.CaseStatus;
import casewright.cases.Cases;
import casewright.cases.ReportCase;
import casewright.company.Company;
import casewright.drafting.Assessments;
import casewright.drafting.Assurance;
import casewright.drafting.Citation;
import casewright.drafting.Draft;
import casewright.drafting.DraftField;
import casewright.drafting.Drafts;
import casewright.drafting.FieldValue;
import casewright.drafting.NarrativeSentence;
import casewright.drafting.ReportTemplate;
import casewright.extraction.DocumentText;
import casewright.extraction.DocumentTexts;
import casewright.extraction.Page;
import casewright.extraction.TextExtractor;
import casewright.intake.Documents;
import casewright.review.DraftSummary;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/// Drafted cases from an invented letter, without reading it: the draft says what a test wants it to say, each value cited where it stands.
public final class TestCases {

    public static final String LETTER = """
            Dear colleagues,
            Mrs. A.B., a 54 year old woman, took Nevrilan 25 mg daily for epilepsy. On 2025-04-28 she developed a rash.
            Nevrilan was stopped and the rash healed. She takes metformin.
            Dr. Ines Calloway, physician, Galway
            """;

    private final Cases cases;
    private final Documents documents;
    private final DocumentTexts texts;
    private final Drafts drafts;
    private final Company company;
    private final Assessments assessments;
    private int letters;

    TestCases(Cases cases, Documents documents, DocumentTexts texts, Drafts drafts, Company company, Assessments assessments) {
        this.cases = cases;
        this.documents = documents;
        this.texts = texts;
        this.drafts = drafts;
        this.company = company;
        this.assessments = assessments;
    }

    public static Arrival arrival() {
        return new Arrival(LocalDate.of(2025, 5, 6), "e-mail", "spontaneous", "", "IE");
    }

    /// Opened by the person, drafted, waiting for review.
    public ReportCase drafted(Person opener) {
        return drafted(opener, null, true);
    }

    /// @param valid false: the letter names no reporter
    public synchronized ReportCase drafted(Person opener, @Nullable ReportCase follows, boolean valid) {
        String letter = LETTER + "Letter " + ++letters + "\n";
        long document = documents.keep("letter.txt", "text/plain", letter.getBytes(StandardCharsets.UTF_8), opener).document().id();
        texts.keep(document, new DocumentText("test", List.of(Page.ofPlainText(1, letter)), List.of()));
        ReportCase opened = cases.open(arrival(), List.of(document), new Cases.Origin(opener.name(), opener.id(), CaseStatus.DRAFTING, 1, 1, follows == null ? null : follows.id()));
        Draft draft = draft(opened.id(), document, letter, valid);
        Drafts.Revision kept = drafts.keep(draft, "service", "drafted");
        DraftSummary.of(draft, opened, company.settings(), List.of()).keep(cases, opened.id());
        return cases.move(opened.id(), CaseStatus.WAITING_FOR_REVIEW, Action.byService("drafted").with("draftSha256", kept.sha256()));
    }

    /// Drafted as [#drafted], with the rules' findings and a sentence in whose place the model's failed a check.
    @SuppressWarnings("NullAway")
    public ReportCase draftedWithRefusedSentence(Person opener) {
        return draftedTelling(opener, "Refused", document -> List.of(new NarrativeSentence("course", "The rash healed.", NarrativeSentence.Kind.SOURCE, NarrativeSentence.Origin.TEMPLATE_AFTER_FAILED_CHECK,
                List.of(cite("the rash healed", document, LETTER)), null, new NarrativeSentence.Refused("The rash healed after 40 days.", "the number 40 is not in its citations"))));
    }

    /// Drafted as [#drafted], with the rules' findings and a narrative that leaves out the dose and names a drug that no field has.
    @SuppressWarnings("NullAway")
    public ReportCase draftedWithMismatches(Person opener) {
        return draftedTelling(opener, "Mismatches", document -> List.of(
                new NarrativeSentence("patient", "The patient was a 54-year-old female who takes metformin.", NarrativeSentence.Kind.SOURCE, NarrativeSentence.Origin.TEMPLATE, List.of(cite("a 54 year old woman", document, LETTER)), null),
                new NarrativeSentence("suspect drugs", "The patient received Nevrilan and metoprolol.", NarrativeSentence.Kind.SOURCE, NarrativeSentence.Origin.TEMPLATE, List.of(cite("took Nevrilan", document, LETTER)), null),
                new NarrativeSentence("outcome", "The patient recovered from the rash.", NarrativeSentence.Kind.SOURCE, NarrativeSentence.Origin.TEMPLATE, List.of(cite("the rash healed", document, LETTER)), null)));
    }

    private ReportCase draftedTelling(Person opener, String name, LongFunction<List<NarrativeSentence>> narrative) {
        long document = documents.keep(name + ".txt", "text/plain", (LETTER + name).getBytes(StandardCharsets.UTF_8), opener).document().id();
        texts.keep(document, new DocumentText("test", List.of(Page.ofPlainText(1, LETTER + name)), List.of()));
        ReportCase opened = cases.open(arrival(), List.of(document), new Cases.Origin(opener.name(), opener.id(), CaseStatus.DRAFTING, 1, 1, null));
        Draft plain = draft(opened.id(), document, LETTER, true);
        Draft told = new Draft(plain.caseId(), 1, plain.template(), plain.templateSha256(), plain.fields(), narrative.apply(document), List.of());
        drafts.keep(new Draft(told.caseId(), 1, told.template(), told.templateSha256(), told.fields(), told.narrative(),
                assessments.anew(told, DraftSummary.recordOf(opened, company.settings()), List.of())), "service", "drafted");
        return cases.move(opened.id(), CaseStatus.WAITING_FOR_REVIEW, Action.byService("drafted"));
    }

    /// Drafted from a PDF that was really read; its age and reaction are cited on the first page.
    public ReportCase draftedFromPdf(Person opener, byte[] pdf, TextExtractor extractor, String age, String reaction) {
        long document = documents.keep("article.pdf", "application/pdf", pdf, opener).document().id();
        DocumentText text = extractor.extract(pdf);
        texts.keep(document, text);
        String page = text.pages().getFirst().text();
        ReportCase opened = cases.open(arrival(), List.of(document), new Cases.Origin(opener.name(), opener.id(), CaseStatus.DRAFTING, 1, 1, null));
        ReportTemplate template = ReportTemplate.load("icsr", "v1");
        List<DraftField> fields = List.of(new DraftField("patient.age", stated(age, null, age, document, page)), new DraftField("reactions[0].term", stated(reaction, null, reaction, document, page)));
        drafts.keep(new Draft(opened.id(), 1, template.id(), template.sha256(), fields, List.of(), List.of()), "service", "drafted");
        return cases.move(opened.id(), CaseStatus.WAITING_FOR_REVIEW, Action.byService("drafted"));
    }

    // NullAway does not see in the class file that a sentence's `takenBy` may be null.
    @SuppressWarnings("NullAway")
    private static Draft draft(long caseId, long document, String letter, boolean valid) {
        ReportTemplate template = ReportTemplate.load("icsr", "v1");
        Map<String, FieldValue> values = new LinkedHashMap<>();
        values.put("patient.initials", stated("A.B.", null, "A.B.", document, letter));
        values.put("patient.age", stated("54 years", "54 a", "54 year old", document, letter));
        values.put("patient.sex", stated("female", "2", "woman", document, letter));
        values.put("suspectDrugs[0].name", stated("Nevrilan", null, "Nevrilan", document, letter));
        values.put("suspectDrugs[0].dose", stated("25 mg daily", null, "25 mg daily", document, letter));
        values.put("suspectDrugs[0].indication", new FieldValue.Unclear("The source says different things.",
                List.of(new FieldValue.Alternative("epilepsy", List.of(cite("epilepsy", document, letter))), new FieldValue.Alternative("rash", List.of(cite("rash", document, letter))))));
        values.put("reactions[0].term", stated("rash", null, "rash", document, letter));
        values.put("reactions[0].outcome", stated("recovered", "1", "the rash healed", document, letter));
        values.put("concomitantDrugs[0].name", stated("metformin", null, "metformin", document, letter));
        if (valid) {
            values.put("reporter.name", stated("Dr. Ines Calloway", null, "Dr. Ines Calloway", document, letter));
            values.put("reporter.qualification", stated("physician", "1", "physician", document, letter));
        }
        List<DraftField> fields = new ArrayList<>();
        for (ReportTemplate.Section section : template.sections()) {
            for (ReportTemplate.Field field : section.fields()) {
                boolean has = section.repeats() == null || section.fields().stream().anyMatch(one -> values.containsKey(section.path(one, 0)));
                if (has) fields.add(new DraftField(section.path(field, 0), values.getOrDefault(section.path(field, 0), new FieldValue.NotStated())));
            }
        }
        List<NarrativeSentence> narrative = List.of(
                new NarrativeSentence("introduction", "The case (spontaneous report) was received on 2025-05-06.", NarrativeSentence.Kind.CASE, NarrativeSentence.Origin.TEMPLATE, List.of(), null),
                new NarrativeSentence("patient", "The patient was a 54 years old female.", NarrativeSentence.Kind.SOURCE, NarrativeSentence.Origin.TEMPLATE,
                        List.of(cite("54 year old", document, letter), cite("woman", document, letter)), null),
                new NarrativeSentence("suspect drugs", "The patient received Nevrilan at a dose of 25 mg daily.", NarrativeSentence.Kind.SOURCE, NarrativeSentence.Origin.TEMPLATE,
                        List.of(cite("Nevrilan 25 mg daily", document, letter)), null),
                new NarrativeSentence("outcome", "The outcome of rash was recovered.", NarrativeSentence.Kind.SOURCE, NarrativeSentence.Origin.TEMPLATE,
                        List.of(cite("the rash healed", document, letter)), null));
        return new Draft(caseId, 1, template.id(), template.sha256(), fields, narrative, List.of());
    }

    private static FieldValue stated(String value, @Nullable String code, String quote, long document, String letter) {
        return new FieldValue.Stated(value, code, List.of(cite(quote, document, letter)), new Assurance(List.of("pattern"), null, true));
    }

    private static Citation cite(String quote, long document, String letter) {
        int start = letter.indexOf(quote);
        return new Citation.Source(document, 1, start, start + quote.length(), quote);
    }
}
