package casewright.extraction.pdf;

import casewright.extraction.pdf.PageLayout.Turned;
import casewright.extraction.pdf.Paragraph.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Paragraphs and tables in the order in which they are read: a paragraph that goes on behind a table or figure is put together, and what stood between
/// comes after it; what stands between two halves on two pages leaves the halves next to each other.
final class PageFlow {

    /// What journals print about the printing on an article's first page.
    private static final Pattern PUBLICATION = Pattern.compile("^(?:received:? .{0,40}\\d{4}|accepted:? .{0,40}\\d{4}|(?:academic |handling )?editors?:|(?:edited|reviewed) by|(?:copyright )?\u00A9|copyright \u00A9?|this is an open[- ]access).*",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FIGURE = Pattern.compile("^(?:fig|scheme|chart).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final int FEWEST_WORDS_OF_TURNED_TEXT = 16;
    private static final int LONGEST_LABEL_WORDS = 8;

    /// @param items what is read
    /// @param aside running heads, page numbers, labels in figures
    record FlowingPage(List<PageItem> items, List<Paragraph> aside) {
    }

    private PageFlow() {
    }

    /// @param heads    the lines that are no part of what is told
    /// @param bodySize the size of most letters
    static List<FlowingPage> of(List<PageLayout> layouts, RunningHeads.Found heads, float bodySize) {
        List<FlowingPage> pages = new ArrayList<>();
        for (PageLayout layout : layouts) pages.add(page(layout, heads, bodySize));
        for (int i = 1; i < pages.size(); i++) freeTheBreak(pages.get(i - 1).items(), pages.get(i).items());
        return pages;
    }

    private static FlowingPage page(PageLayout layout, RunningHeads.Found heads, float bodySize) {
        List<PageItem> items = new ArrayList<>();
        List<Paragraph> aside = new ArrayList<>(layout.aside());
        for (Turned turned : layout.directions()) {
            List<Strip> lines = turned.lines().stream().filter(line -> !heads.lines().contains(line)).toList();
            List<PageItem> own = new ArrayList<>(Paragraphs.of(ReadingOrder.of(lines, layout.content().isForm()), turned.frame(), bodySize));
            for (PlacedTable table : turned.tables()) own.add(place(table, own), table);
            List<Paragraph> labels = new ArrayList<>(labels(own, turned == layout.directions().getFirst(), bodySize));
            if (heads.journal() && layout.content().number() == 1) labels.addAll(publicationNotes(own));
            own.removeAll(labels);
            items.addAll(own);
            List<Strip> edges = turned.lines().stream().filter(heads.lines()::contains).toList();
            aside.addAll(Paragraphs.of(edges, turned.frame(), bodySize));
            aside.addAll(labels);
        }
        // what stands in the fields of a form is no text that flows
        return new FlowingPage(layout.content().isForm() ? items : joined(items), aside);
    }

    private static List<Paragraph> publicationNotes(List<PageItem> items) {
        List<Paragraph> notes = new ArrayList<>();
        for (PageItem item : items) {
            if (item instanceof Paragraph paragraph && PUBLICATION.matcher(paragraph.text()).matches()) notes.add(paragraph);
        }
        return notes;
    }

    /// Short texts between a figure's caption and the text or table above it, and a few words that run in another direction than the rest: the names of axes.
    ///
    /// @param main whether these are what most of the page is read as
    private static List<Paragraph> labels(List<PageItem> items, boolean main, float bodySize) {
        int words = items.stream().mapToInt(item -> item instanceof Paragraph paragraph ? paragraph.words() : FEWEST_WORDS_OF_TURNED_TEXT).sum();
        List<Paragraph> labels = new ArrayList<>();
        for (PageItem item : items) {
            if (!(item instanceof Paragraph paragraph)) continue;
            if (!main && words < FEWEST_WORDS_OF_TURNED_TEXT) labels.add(paragraph);
            else if (paragraph.kind() == Kind.CAPTION && FIGURE.matcher(paragraph.text()).matches()) labels.addAll(labelsAbove(paragraph, items, bodySize));
        }
        return labels;
    }

    private static List<Paragraph> labelsAbove(Paragraph caption, List<PageItem> items, float bodySize) {
        Box below = box(caption);
        List<PageItem> above = items.stream().filter(item -> item != caption && box(item).sharedWidth(below) > 0 && box(item).bottom() <= below.top() + 1).toList();
        double top = above.stream().filter(item -> !mayBeLabel(item, bodySize)).mapToDouble(item -> box(item).bottom()).max().orElse(0);
        return above.stream().filter(item -> mayBeLabel(item, bodySize) && box(item).top() > top - 1).map(Paragraph.class::cast).toList();
    }

    private static boolean mayBeLabel(PageItem item, float bodySize) {
        if (!(item instanceof Paragraph paragraph)) return false;
        boolean otherSize = Math.abs(paragraph.first().size() - bodySize) > 0.03f * bodySize;
        return paragraph.kind() == Kind.LABEL || paragraph.kind() == Kind.NOTE || paragraph.kind() == Kind.BODY && otherSize && paragraph.words() < LONGEST_LABEL_WORDS;
    }

    /// Behind the nearest text above it, which is its title; or before the nearest below it.
    private static int place(PlacedTable table, List<PageItem> items) {
        int above = -1;
        int below = -1;
        float nearestAbove = -Float.MAX_VALUE;
        float nearestBelow = Float.MAX_VALUE;
        for (int i = 0; i < items.size(); i++) {
            Box box = box(items.get(i));
            if (box.sharedWidth(table.box()) <= 0) continue;
            if (box.centre() < table.box().top() && box.bottom() > nearestAbove) {
                nearestAbove = box.bottom();
                above = i;
            } else if (box.centre() > table.box().bottom() && box.top() < nearestBelow) {
                nearestBelow = box.top();
                below = i;
            }
        }
        return above >= 0 ? above + 1 : below >= 0 ? below : items.size();
    }

    private static Box box(PageItem item) {
        return switch (item) {
            case PlacedTable table -> table.box();
            case Paragraph paragraph -> paragraph.lines().stream().map(Strip::box).reduce(Box::with).orElseThrow();
        };
    }

    private static List<PageItem> joined(List<PageItem> items) {
        List<PageItem> joined = new ArrayList<>();
        List<PageItem> floats = new ArrayList<>();
        for (PageItem item : items) {
            if (item.isFloat()) {
                floats.add(item);
                continue;
            }
            boolean rest = !joined.isEmpty() && joined.getLast() instanceof Paragraph before && item instanceof Paragraph paragraph
                    && (!floats.isEmpty() || paragraph.first().baseline() < before.last().baseline()) && before.goesOnIn(paragraph);
            if (rest) joined.add(((Paragraph) joined.removeLast()).with((Paragraph) item));
            else {
                joined.addAll(floats);
                floats.clear();
                joined.add(item);
            }
        }
        joined.addAll(floats);
        return joined;
    }

    private static void freeTheBreak(List<PageItem> page, List<PageItem> next) {
        int last = page.size() - 1;
        while (last >= 0 && page.get(last).isFloat()) last--;
        int first = 0;
        while (first < next.size() && next.get(first).isFloat()) first++;
        if (last < 0 || first == next.size()) return;
        if (!(page.get(last) instanceof Paragraph before && next.get(first) instanceof Paragraph after && before.goesOnIn(after))) return;
        page.addLast(page.remove(last));
        next.addFirst(next.remove(first));
    }
}
