package casewright.evaluation;

import casewright.drafting.Assessments;
import casewright.drafting.Citation;
import casewright.drafting.Draft;
import casewright.drafting.DraftField;
import casewright.drafting.FieldValue;
import casewright.drafting.NarrativeSentence;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A draft in the shape that the scorer's head documents: pages of all documents follow on, lists of names, codes in words.
public final class DraftAsJson {

    private static final List<String> DRUG_FIELDS = List.of("dose", "route", "indication", "start", "stop", "actionTaken", "dechallenge", "rechallenge");

    private static final Pattern NUMBER = Pattern.compile("\\d+(?:\\.\\d+)?");

    private final Draft draft;
    /// document id -> how many pages stand before its first
    private final Map<Long, Integer> pagesBefore;

    public DraftAsJson(Draft draft, Map<Long, Integer> pagesBefore) {
        this.draft = draft;
        this.pagesBefore = Map.copyOf(pagesBefore);
    }

    public Map<String, @Nullable Object> json() {
        Map<String, @Nullable Object> report = new LinkedHashMap<>();
        report.put("patient", patient());
        report.put("suspectDrugs", items("suspectDrugs", item -> {
            Map<String, @Nullable Object> drug = new LinkedHashMap<>();
            drug.put("name", draft.shown(item + "name"));
            DRUG_FIELDS.forEach(field -> drug.put(field, shown(item + field)));
            return drug;
        }));
        report.put("concomitantDrugs", items("concomitantDrugs", item -> draft.shown(item + "name")));
        report.put("treatmentDrugs", items("treatmentDrugs", item -> draft.shown(item + "name")));
        report.put("reactions", items("reactions", item -> {
            Map<String, @Nullable Object> reaction = new LinkedHashMap<>();
            reaction.put("term", draft.shown(item + "term"));
            reaction.put("onset", shown(item + "onset"));
            reaction.put("outcome", shown(item + "outcome"));
            reaction.put("seriousness", Arrays.stream(draft.shown(item + "seriousness").split("; ")).filter(one -> !one.isBlank()).toList());
            return reaction;
        }));
        report.put("serious", Assessments.isSerious(draft));
        report.put("reporterCausality", shown("reporter.causality"));
        report.put("keyTests", items("keyTests", item -> {
            Map<String, @Nullable Object> test = new LinkedHashMap<>();
            test.put("name", draft.shown(item + "name"));
            test.put("value", shown(item + "value"));
            test.put("when", shown(item + "when"));
            return test;
        }));
        report.put("sure", draft.fields().stream().filter(DraftAsJson::isSure).map(DraftField::path).toList());
        report.put("conflicts", conflicts());
        report.put("evidence", evidence());
        report.put("narrative", draft.narrative().stream().map(this::sentence).toList());
        return report;
    }

    private Map<String, @Nullable Object> patient() {
        Map<String, @Nullable Object> patient = new LinkedHashMap<>();
        String[] age = draft.code("patient.age").split(" ");
        patient.put("age", age.length == 2 ? Map.of("value", number("patient.age", age[0]), "unit", age[1]) : null);
        patient.put("sex", draft.shown("patient.sex").isEmpty() ? "unknown" : draft.shown("patient.sex"));
        patient.put("weightKg", draft.shown("patient.weightKg").isEmpty() ? null : number("patient.weightKg", draft.shown("patient.weightKg")));
        patient.put("initials", shown("patient.initials"));
        patient.put("medicalHistory", items("patient.medicalHistory", item -> draft.shown(item + "name")));
        return patient;
    }

    /// The number as the citation writes it ("33.0" in a form), where it writes the same one.
    private BigDecimal number(String path, String plain) {
        BigDecimal value = new BigDecimal(plain);
        if (draft.find(path).map(DraftField::value).orElse(null) instanceof FieldValue.Stated stated) {
            for (Citation citation : stated.citations()) {
                Matcher matcher = NUMBER.matcher(citation.quote());
                while (matcher.find()) if (new BigDecimal(matcher.group()).compareTo(value) == 0) return new BigDecimal(matcher.group());
            }
        }
        return value;
    }

    private interface Item {
        Object of(String itemPath);
    }

    private List<Object> items(String group, Item item) {
        List<Object> items = new ArrayList<>();
        for (int i = 0; i < draft.count(group); i++) items.add(item.of(group + "[" + i + "]."));
        return items;
    }

    private @Nullable String shown(String path) {
        String shown = draft.shown(path);
        return shown.isEmpty() ? null : shown;
    }

    private static boolean isSure(DraftField field) {
        return field.value() instanceof FieldValue.Stated stated && stated.assurance().sure();
    }

    private Map<String, List<String>> conflicts() {
        Map<String, List<String>> conflicts = new LinkedHashMap<>();
        for (DraftField field : draft.fields()) {
            if (field.value() instanceof FieldValue.Unclear unclear) conflicts.put(field.path(), unclear.alternatives().stream().map(FieldValue.Alternative::value).toList());
        }
        return conflicts;
    }

    private Map<String, List<Map<String, Object>>> evidence() {
        Map<String, List<Map<String, Object>>> evidence = new LinkedHashMap<>();
        for (DraftField field : draft.fields()) {
            if (field.value() instanceof FieldValue.Stated stated) evidence.put(field.path(), citations(stated.citations()));
        }
        return evidence;
    }

    /// What a person entered has no place in a document.
    private List<Map<String, Object>> citations(List<Citation> citations) {
        return citations.stream().flatMap(citation -> citation(citation).stream()).toList();
    }

    private Optional<Map<String, Object>> citation(Citation citation) {
        return switch (citation) {
            case Citation.Source source -> Optional.of(Map.of("page", pagesBefore.getOrDefault(source.documentId(), 0) + source.page(), "start", source.start(), "end", source.end(), "quote", source.quote()));
            case Citation.Knowledge knowledge -> Optional.of(Map.of("corpus", knowledge.corpus(), "version", knowledge.version(), "quote", knowledge.quote()));
            case Citation.Person _ -> Optional.empty();
        };
    }

    private Map<String, Object> sentence(NarrativeSentence sentence) {
        return Map.of("sentence", sentence.sentence(), "kind", sentence.kind().name().toLowerCase(Locale.ROOT), "citations", citations(sentence.citations()));
    }
}
