package casewright.review;

import casewright.drafting.Citation;
import casewright.drafting.Draft;
import casewright.drafting.FieldValue;
import casewright.extraction.DocumentText;
import casewright.extraction.Mark;
import casewright.extraction.Page;
import casewright.intake.SourceDocument;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A document beside its draft. A PDF is painted by the browser; its text, or that of a text file, is cut at every border of a citation, so that each
/// cited place is a run of whole pieces.
///
/// @param language in words: "Chinese"; "unknown language" where it cannot be told
/// @param asText whether pieces of text are shown rather than the painted pages
/// @param unsaid what the file's own properties say and its text does not
/// @param marks  what must not be taken for what it seems
public record DocumentView(SourceDocument document, boolean asText, String language, int pageCount, List<PageView> pages, List<String> warnings, List<String> unsaid, List<MarkView> marks) {

    private static final int MOST_MARKS = 200;

    public record PageView(int number, List<Piece> pieces) {
    }

    /// @param cited whether anything in the draft rests on it
    /// @param mark  why it is marked; null where it is not
    public record Piece(int start, int end, String text, boolean cited, @Nullable MarkLook mark) {
    }

    /// A marked place in the list above the document.
    ///
    /// @param cites as in [SectionView.Row]
    public record MarkView(MarkLook look, int page, String text, String cites) {
    }

    /// How marks are said and shown.
    ///
    /// @param look class of the style sheet
    public record MarkLook(String look, String said) {

        static MarkLook of(Mark.Kind kind) {
            return switch (kind) {
                case DOUBTFUL -> new MarkLook("doubtful", "doubtful reading");
                case UNIT -> new MarkLook("unit", "unit that is easily misread");
                case HIDDEN -> new MarkLook("hidden-words", "not visible on the page");
            };
        }
    }

    /// How many marks of each look there are, in their order.
    public Map<MarkLook, Long> markCounts() {
        return marks.stream().collect(Collectors.groupingBy(MarkView::look, LinkedHashMap::new, Collectors.counting()));
    }

    static DocumentView of(SourceDocument document, DocumentText text, Draft draft, boolean wantedAsText) {
        boolean asText = wantedAsText || !document.isPainted();
        List<Citation.Source> cited = cited(draft).filter(source -> source.documentId() == document.id()).toList();
        List<PageView> pages = asText ? text.pages().stream().map(page -> page(page, cited)).toList() : List.of();
        List<MarkView> marks = text.pages().stream().flatMap(page -> Mark.in(page).stream().map(mark -> view(mark, page, document.id()))).limit(MOST_MARKS).toList();
        return new DocumentView(document, asText, language(text), text.pages().size(), pages, text.warnings(), text.properties().unsaid(text.pages()), marks);
    }

    private static String language(DocumentText text) {
        return text.language().equals("und") ? "unknown language" : Locale.of(text.language()).getDisplayLanguage(Locale.ENGLISH);
    }

    private static MarkView view(Mark mark, Page page, long documentId) {
        return new MarkView(MarkLook.of(mark.kind()), page.number(), page.text().substring(mark.start(), mark.end()).strip(), documentId + ":" + page.number() + ":" + mark.start() + ":" + mark.end());
    }

    private static Stream<Citation.Source> cited(Draft draft) {
        Stream<Citation> fields = draft.fields().stream().flatMap(field -> switch (field.value()) {
            case FieldValue.Stated stated -> stated.citations().stream();
            case FieldValue.Unclear unclear -> unclear.alternatives().stream().flatMap(one -> one.citations().stream());
            case FieldValue.NotStated empty -> empty.citations().stream();
        });
        Stream<Citation> rest = Stream.concat(draft.narrative().stream().flatMap(sentence -> sentence.citations().stream()), draft.findings().stream().flatMap(finding -> finding.citations().stream()));
        return Stream.concat(fields, rest).filter(Citation.Source.class::isInstance).map(Citation.Source.class::cast);
    }

    private static PageView page(Page page, List<Citation.Source> cited) {
        int length = page.text().length();
        List<Citation.Source> here = cited.stream().filter(source -> source.page() == page.number() && source.end() <= length).toList();
        TreeSet<Integer> borders = new TreeSet<>(List.of(0, length));
        here.forEach(source -> borders.addAll(List.of(source.start(), source.end())));
        List<Mark> marks = Mark.in(page);
        marks.forEach(mark -> borders.addAll(List.of(mark.start(), mark.end())));
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int to : borders.tailSet(1)) {
            int start = from;
            Optional<MarkLook> mark = marks.stream().filter(one -> one.start() <= start && one.end() >= to).findFirst().map(one -> MarkLook.of(one.kind()));
            pieces.add(new Piece(start, to, page.text().substring(start, to), here.stream().anyMatch(source -> source.start() <= start && source.end() >= to), mark.orElse(null)));
            from = to;
        }
        return new PageView(page.number(), pieces);
    }
}
