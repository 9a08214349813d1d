package casewright.review;

import casewright.drafting.Citation;
import casewright.drafting.Draft;
import casewright.drafting.FieldValue;
import casewright.extraction.DocumentText;
import casewright.extraction.Page;
import casewright.intake.SourceDocument;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/// A document beside its draft. A PDF is painted by the browser; its text, or that of a text file, is cut at every border of a citation, so that each
/// cited place is a run of whole pieces.
///
/// @param asText whether pieces of text are shown rather than the painted pages
public record DocumentView(SourceDocument document, boolean asText, int pageCount, List<PageView> pages, List<String> warnings) {

    public record PageView(int number, List<Piece> pieces) {
    }

    /// @param cited whether anything in the draft rests on it
    public record Piece(int start, int end, String text, boolean cited) {
    }

    static DocumentView of(SourceDocument document, DocumentText text, Draft draft, boolean wantedAsText) {
        boolean asText = wantedAsText || !document.isPdf();
        List<Citation.Source> cited = cited(draft).filter(source -> source.documentId() == document.id()).toList();
        List<PageView> pages = asText ? text.pages().stream().map(page -> page(page, cited)).toList() : List.of();
        return new DocumentView(document, asText, text.pages().size(), pages, text.warnings());
    }

    private static Stream<Citation.Source> cited(Draft draft) {
        Stream<Citation> fields = draft.fields().stream().flatMap(field -> switch (field.value()) {
            case FieldValue.Stated stated -> stated.citations().stream();
            case FieldValue.Unclear unclear -> unclear.alternatives().stream().flatMap(one -> one.citations().stream());
            case FieldValue.NotStated _ -> Stream.of();
        });
        Stream<Citation> rest = Stream.concat(draft.narrative().stream().flatMap(sentence -> sentence.citations().stream()), draft.findings().stream().flatMap(finding -> finding.citations().stream()));
        return Stream.concat(fields, rest).filter(Citation.Source.class::isInstance).map(Citation.Source.class::cast);
    }

    private static PageView page(Page page, List<Citation.Source> cited) {
        int length = page.text().length();
        List<Citation.Source> here = cited.stream().filter(source -> source.page() == page.number() && source.end() <= length).toList();
        TreeSet<Integer> borders = new TreeSet<>(List.of(0, length));
        here.forEach(source -> borders.addAll(List.of(source.start(), source.end())));
        List<Piece> pieces = new ArrayList<>();
        int from = 0;
        for (int to : borders.tailSet(1)) {
            int start = from;
            pieces.add(new Piece(start, to, page.text().substring(start, to), here.stream().anyMatch(source -> source.start() <= start && source.end() >= to)));
            from = to;
        }
        return new PageView(page.number(), pieces);
    }
}
