package casewright.review;

import casewright.drafting.Assurance;
import casewright.drafting.Citation;
import casewright.drafting.Draft;
import casewright.drafting.DraftField;
import casewright.drafting.FieldValue;
import casewright.drafting.ReportTemplate;
import casewright.reading.NullFlavor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A section of the template filled from a draft, as the workbench shows it.
///
/// @param repeats what one item is called; null where the section stands once
public record SectionView(String id, String title, @Nullable String repeats, List<Item> items) {

    private static final int LONGEST_QUOTE_CHARS = 160;
    private static final Basis NOTHING = new Basis(true, "");
    private static final Map<String, String> WAYS = Map.of("pattern", "a pattern of words", "dictionary", "the dictionary of terms", "model", "the model", "table", "a table of the document",
            "form", "a labelled line of the form", "rule", "a rule");

    /// @param heading the first field's value, for sections that repeat
    public record Item(int index, String heading, List<Row> rows) {
    }

    /// @param state  stated, not-stated or unclear
    /// @param cites  places in documents: `document:page:start:end`, parted by blanks
    /// @param code   of a stated value; of one that is not stated the reason's E2B code
    /// @param why    of an unclear field, and of one that is not stated where E2B names its reason
    /// @param basis  why a stated value is believed
    /// @param quotes the cited words, each with its place
    /// @param taken  who stands for it; empty while it is drafted by the service
    /// @param knowledge passages and persons behind it, in words
    public record Row(String path, String label, String e2b, String state, String value, String code, String why, List<FieldValue.Alternative> alternatives, Basis basis,
            String cites, List<Quoted> quotes, String taken, String knowledge) {

        public boolean isStated() {
            return state.equals("stated");
        }

        public boolean isUnclear() {
            return state.equals("unclear");
        }

        /// Should a reviewer look at it before anything else?
        public boolean toCheck() {
            return taken.isEmpty() && (isUnclear() || isStated() && !basis.sure());
        }

        public String id() {
            return rowId(path);
        }
    }

    /// @param words which ways of reading found it, and how sure the model was
    public record Basis(boolean sure, String words) {
    }

    /// @param cites as in [Row]
    public record Quoted(String text, int page, String cites) {
    }

    /// The id of a field's row in the page.
    static String rowId(String path) {
        return "f-" + path.replaceAll("[^A-Za-z0-9]+", "-");
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
                    basis(stated.assurance()), places(stated.citations()), quotes(stated.citations()), taken, words(stated.citations()));
            case FieldValue.NotStated empty -> new Row(found.path(), field.label(), field.e2b(), "not-stated", "", field.reasonOf(empty).map(NullFlavor::name).orElse(""), field.reasonOf(empty).map(NullFlavor::words).orElse(""), List.of(), NOTHING,
                    places(empty.citations()), quotes(empty.citations()), taken, "");
            case FieldValue.Unclear unclear -> {
                List<Citation> citations = unclear.alternatives().stream().flatMap(one -> one.citations().stream()).toList();
                yield new Row(found.path(), field.label(), field.e2b(), "unclear", "", "", unclear.why(), unclear.alternatives(), new Basis(false, ""), places(citations), quotes(citations), taken, "");
            }
        };
    }

    private static Basis basis(Assurance assurance) {
        if (assurance.ways().equals(List.of("person"))) return new Basis(true, "Entered by a person.");
        List<String> ways = assurance.ways().stream().map(way -> WAYS.getOrDefault(way, way)).toList();
        String model = assurance.probability() == null ? "" : String.format(Locale.ROOT, " The model gave its answer a probability of %.0f %%.", 100 * assurance.probability());
        String found = ways.size() > 1 ? "Agreed on by " + String.join(", ", ways.subList(0, ways.size() - 1)) + " and " + ways.getLast() + "." : "Found by " + String.join("", ways) + ".";
        return new Basis(assurance.sure(), found + model + (assurance.sure() ? "" : " Not sure: " + (ways.size() > 1 ? "the text does not say plainly that it belongs here." : "no other way of reading confirms it.")));
    }

    private static List<Quoted> quotes(List<Citation> citations) {
        return citations.stream().filter(Citation.Source.class::isInstance).map(Citation.Source.class::cast).distinct()
                .map(source -> new Quoted(shortened(source.quote()), source.page(), places(List.of(source)))).toList();
    }

    private static String shortened(String quote) {
        String line = quote.replaceAll("\\s+", " ").strip();
        return line.length() <= LONGEST_QUOTE_CHARS ? line : line.substring(0, LONGEST_QUOTE_CHARS) + "…";
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
            case Citation.Knowledge knowledge -> "“" + shortened(knowledge.quote()) + "” " + knowledge.title() + " (" + knowledge.corpus() + ", version " + knowledge.version() + ")";
            case Citation.Person person -> "entered by " + person.by() + ": " + person.reason();
        }).filter(text -> !text.isEmpty()).distinct().collect(Collectors.joining("; "));
    }
}
