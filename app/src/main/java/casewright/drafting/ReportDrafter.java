package casewright.drafting;

import casewright.evidence.Evidence;
import casewright.llm.LanguageModel;
import casewright.llm.ModelCall;
import casewright.reading.ConditionFacts;
import casewright.reading.DrugFacts;
import casewright.reading.Course;
import casewright.reading.Fact;
import casewright.reading.PatientFacts;
import casewright.reading.Quote;
import casewright.reading.ReactionFacts;
import casewright.reading.TestFacts;
import casewright.reading.terms.Vocabulary;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Facts into the first revision of a draft: every field of the template, the assessments by rule, the narrative.
@Component
public class ReportDrafter {

    private static final int MODEL_SENTENCES = 3;

    private final ReportTemplate template = ReportTemplate.load("icsr", "v1");
    private final Narrator narrator;
    private final Assessments assessments;

    public ReportDrafter(Narrator narrator, Assessments assessments) {
        this.narrator = narrator;
        this.assessments = assessments;
    }

    /// A drafter that asks another model than the service's: for measurements.
    public static ReportDrafter asking(LanguageModel model, Vocabulary vocabulary, Clock clock) {
        return new ReportDrafter(new Narrator(new NarrativeCheck(vocabulary), new ModelProse(model, clock, MODEL_SENTENCES)), new Assessments(vocabulary));
    }

    public ReportTemplate template() {
        return template;
    }

    /// @param documentIds the case's documents in the order that the quotes count
    public Draft draft(CaseRecord record, List<Long> documentIds, PatientFacts facts, List<Evidence> evidence, List<ModelCall> calls) {
        Map<String, FieldValue> found = valuesOf(facts, documentIds);
        facts.unanswered().forEach((path, unanswered) -> template.field(path).filter(field -> field.allows(unanswered.reason()))
                .ifPresent(_ -> found.putIfAbsent(path, new FieldValue.NotStated(unanswered.reason(), List.of(citation(unanswered.quote(), documentIds))))));
        List<DraftField> fields = new ArrayList<>();
        for (ReportTemplate.Section section : template.sections()) {
            int items = section.repeats() == null ? 1 : itemsOf(section.id(), facts);
            for (int item = 0; item < items; item++) {
                for (ReportTemplate.Field field : section.fields()) {
                    String path = section.path(field, item);
                    if (field.isAlwaysThere() || found.containsKey(path)) fields.add(new DraftField(path, Objects.requireNonNullElseGet(found.get(path), FieldValue.NotStated::new)));
                }
            }
        }
        Draft plain = new Draft(record.caseId(), 1, template.id(), template.sha256(), fields, List.of(), List.of());
        List<Finding> findings = assessments.of(plain, record, evidence);
        Draft assessed = new Draft(record.caseId(), 1, template.id(), template.sha256(), fields, List.of(), findings);
        Course course = facts.course();
        ShortFormsSpelledOut shortForms = new ShortFormsSpelledOut(course.shortForms().stream().map(form -> new ShortFormsSpelledOut.Spelled(form.name(), form.longForm(), citation(form.quote(), documentIds))).toList());
        List<NarrativeSentence> narrative = narrator.tell(assessed, record, course.ranked().stream().map(quote -> citation(quote, documentIds)).toList(), shortForms, course.mostWords(), calls);
        return new Draft(record.caseId(), 1, template.id(), template.sha256(), fields, narrative, assessments.withMismatches(findings, assessed, narrative));
    }

    private static int itemsOf(String section, PatientFacts facts) {
        return switch (section) {
            case "patient.medicalHistory" -> facts.history().size();
            case "patient.pastReactions" -> facts.pastReactions().size();
            case "suspectDrugs" -> facts.suspects().size();
            case "reactions" -> facts.reactions().size();
            case "concomitantDrugs" -> facts.concomitants().size();
            case "treatmentDrugs" -> facts.treatments().size();
            case "keyTests" -> facts.tests().size();
            default -> throw new IllegalStateException("The template repeats the section " + section + ", which the reading does not know");
        };
    }

    private static Map<String, FieldValue> valuesOf(PatientFacts facts, List<Long> documentIds) {
        Map<String, FieldValue> values = new LinkedHashMap<>();
        facts.patient().forEach((id, fact) -> values.put("patient." + id, value(fact, documentIds)));
        facts.reporter().forEach((id, fact) -> values.put("reporter." + id, value(fact, documentIds)));
        for (int i = 0; i < facts.history().size(); i++) {
            ConditionFacts condition = facts.history().get(i);
            String item = "patient.medicalHistory[" + i + "].";
            values.put(item + "name", value(condition.name(), documentIds));
            condition.details().forEach((id, fact) -> values.put(item + id, value(fact, documentIds)));
        }
        for (int i = 0; i < facts.pastReactions().size(); i++) {
            String item = "patient.pastReactions[" + i + "].";
            facts.pastReactions().get(i).fields().forEach((id, fact) -> values.put(item + id, value(fact, documentIds)));
        }
        drugs("suspectDrugs", facts.suspects(), values, documentIds);
        drugs("concomitantDrugs", facts.concomitants(), values, documentIds);
        drugs("treatmentDrugs", facts.treatments(), values, documentIds);
        for (int i = 0; i < facts.reactions().size(); i++) {
            ReactionFacts reaction = facts.reactions().get(i);
            String item = "reactions[" + i + "].";
            values.put(item + "term", value(reaction.term(), documentIds));
            reaction.details().forEach((id, fact) -> values.put(item + id, value(fact, documentIds)));
            if (!reaction.seriousness().isEmpty()) values.put(item + "seriousness", joined(reaction.seriousness(), documentIds));
        }
        for (int i = 0; i < facts.tests().size(); i++) {
            TestFacts test = facts.tests().get(i);
            String item = "keyTests[" + i + "].";
            values.put(item + "name", value(test.name(), documentIds));
            test.details().forEach((id, fact) -> values.put(item + id, value(fact, documentIds)));
        }
        return values;
    }

    private static void drugs(String group, List<DrugFacts> drugs, Map<String, FieldValue> values, List<Long> documentIds) {
        for (int i = 0; i < drugs.size(); i++) {
            String item = group + "[" + i + "].";
            values.put(item + "name", value(drugs.get(i).name(), documentIds));
            drugs.get(i).details().forEach((id, fact) -> values.put(item + id, value(fact, documentIds)));
        }
    }

    /// Several criteria stand in one field, parted by semicolons.
    private static FieldValue joined(List<Fact> facts, List<Long> documentIds) {
        String words = facts.stream().map(Fact::value).distinct().collect(Collectors.joining("; "));
        String codes = facts.stream().map(Fact::code).filter(Objects::nonNull).distinct().collect(Collectors.joining(";"));
        List<Citation> citations = facts.stream().flatMap(fact -> citations(fact, documentIds).stream()).distinct().toList();
        List<String> ways = facts.stream().flatMap(fact -> fact.ways().stream()).distinct().toList();
        return new FieldValue.Stated(words, codes, citations, new Assurance(ways, null, facts.stream().allMatch(Fact::sure)));
    }

    private static FieldValue value(Fact fact, List<Long> documentIds) {
        if (!fact.others().isEmpty()) {
            List<FieldValue.Alternative> alternatives = new ArrayList<>();
            alternatives.add(new FieldValue.Alternative(fact.value(), citations(fact, documentIds)));
            fact.others().forEach(other -> alternatives.add(new FieldValue.Alternative(other.value(), citations(other, documentIds))));
            return new FieldValue.Unclear("The source says different things.", alternatives);
        }
        return new FieldValue.Stated(fact.value(), fact.code(), citations(fact, documentIds), new Assurance(fact.ways(), fact.probability(), fact.sure()));
    }

    private static List<Citation> citations(Fact fact, List<Long> documentIds) {
        return fact.quotes().stream().<Citation>map(quote -> citation(quote, documentIds)).toList();
    }

    private static Citation.Source citation(Quote quote, List<Long> documentIds) {
        return new Citation.Source(documentIds.get(quote.document()), quote.page(), quote.start(), quote.end(), quote.text());
    }
}
