package casewright.review;

import casewright.drafting.Citation;
import casewright.drafting.Draft;
import casewright.drafting.DraftField;
import casewright.drafting.FieldValue;
import casewright.drafting.ReportTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A section of the template filled from a draft, as the workbench shows it.
///
/// @param repeats what one item is called; null where the section stands once
public record SectionView(String id, String title, @Nullable String repeats, List<Item> items) {

    /// @param heading the first field's value, for sections that repeat
    public record Item(int index, String heading, List<Row> rows) {
    }

    /// @param state  stated, not-stated or unclear
    /// @param cites  places in documents: `document:page:start:end`, parted by blanks
    /// @param ways   how it was read: pattern, dictionary, model, ..., or person
    /// @param taken  who stands for it; empty while it is drafted by the service
    /// @param knowledge passages and persons behind it, in words
    public record Row(String path, String label, String e2b, String state, String value, String code, String why, List<FieldValue.Alternative> alternatives, boolean sure, String ways,
            String cites, String taken, String knowledge) {

        public boolean isStated() {
            return state.equals("stated");
        }

        public boolean isUnclear() {
            return state.equals("unclear");
        }

        public String id() {
            return "f-" + path.replaceAll("[^A-Za-z0-9]+", "-");
        }
    }

    static List<SectionView> of(Draft draft, ReportTemplate template) {
        List<SectionView> views = new ArrayList<>();
        for (ReportTemplate.Section section : template.sections()) {
            int count = section.repeats() == null ? 1 : draft.count(section.id());
            List<Item> items = new ArrayList<>();
            for (int item = 0; item < count; item++) {
                List<Row> rows = new ArrayList<>();
                for (ReportTemplate.Field field : section.fields()) draft.find(section.path(field, item)).ifPresent(found -> rows.add(row(field, found)));
                items.add(new Item(item, section.repeats() == null ? "" : draft.shown(section.path(section.fields().getFirst(), item)), rows));
            }
            views.add(new SectionView(section.id(), section.title(), section.repeats(), items));
        }
        return views;
    }

    static Row row(ReportTemplate.Field field, DraftField found) {
        String taken = taken(found.takenBy());
        return switch (found.value()) {
            case FieldValue.Stated stated -> new Row(found.path(), field.label(), field.e2b(), "stated", stated.value(), Objects.requireNonNullElse(stated.code(), ""), "", List.of(),
                    stated.assurance().sure(), String.join(", ", stated.assurance().ways()), places(stated.citations()), taken, words(stated.citations()));
            case FieldValue.NotStated _ -> new Row(found.path(), field.label(), field.e2b(), "not-stated", "", "", "", List.of(), true, "", "", taken, "");
            case FieldValue.Unclear unclear -> new Row(found.path(), field.label(), field.e2b(), "unclear", "", "", unclear.why(), unclear.alternatives(), false, "",
                    places(unclear.alternatives().stream().flatMap(one -> one.citations().stream()).toList()), taken, "");
        };
    }

    static String taken(DraftField.@Nullable Taken taken) {
        return taken == null ? "" : taken.by();
    }

    static String places(List<Citation> citations) {
        return citations.stream().filter(Citation.Source.class::isInstance).map(Citation.Source.class::cast)
                .map(source -> source.documentId() + ":" + source.page() + ":" + source.start() + ":" + source.end()).distinct().collect(Collectors.joining(" "));
    }

    /// What stands behind a statement besides places in documents.
    static String words(List<Citation> citations) {
        return citations.stream().map(citation -> switch (citation) {
            case Citation.Source _ -> "";
            case Citation.Knowledge knowledge -> knowledge.title() + " (" + knowledge.corpus() + ", version " + knowledge.version() + ")";
            case Citation.Person person -> "entered by " + person.by() + ": " + person.reason();
        }).filter(text -> !text.isEmpty()).distinct().collect(Collectors.joining("; "));
    }
}
