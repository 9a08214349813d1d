package casewright.extraction.pdf;

import casewright.extraction.pdf.PageLayout.Turned;
import casewright.extraction.pdf.Paragraph.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Paragraphs and tables in the order in which they are read: a paragraph that goes on behind a table or figure is put together, and what stood between
/// comes after it; what stands between two halves on two pages leaves the halves next to each other.
final class PageFlow {

    private static final Pattern FIGURE = Pattern.compile("^(?:fig|scheme|chart).*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /// @param items what is read
    /// @param aside running heads, page numbers, labels in figures
    record FlowingPage(List<PageItem> items, List<Paragraph> aside) {
    }

    private PageFlow() {
    }

    /// @param heads    the lines that are no part of what is told
    /// @param bodySize the size of most letters
    static List<FlowingPage> of(List<PageLayout> layouts, Set<Strip> heads, float bodySize) {
        List<FlowingPage> pages = new ArrayList<>();
        for (PageLayout layout : layouts) pages.add(page(layout, heads, bodySize));
        for (int i = 1; i < pages.size(); i++) freeTheBreak(pages.get(i - 1).items(), pages.get(i).items());
        return pages;
    }

    private static FlowingPage page(PageLayout layout, Set<Strip> heads, float bodySize) {
        List<PageItem> items = new ArrayList<>();
        List<Paragraph> aside = new ArrayList<>();
        for (Turned turned : layout.directions()) {
            List<Strip> lines = turned.lines().stream().filter(line -> !heads.contains(line)).toList();
            List<PageItem> own = new ArrayList<>(Paragraphs.of(ReadingOrder.of(lines), turned.frame(), bodySize));
            for (PlacedTable table : turned.tables()) own.add(place(table, own), table);
            List<Paragraph> labels = labelsInFigures(own);
            own.removeAll(labels);
            items.addAll(own);
            List<Strip> edges = turned.lines().stream().filter(heads::contains).toList();
            aside.addAll(Paragraphs.of(edges, turned.frame(), bodySize));
            aside.addAll(labels);
        }
        return new FlowingPage(joined(items), aside);
    }

    /// Short texts between a figure's caption and the text or table above it.
    private static List<Paragraph> labelsInFigures(List<PageItem> items) {
        List<Paragraph> labels = new ArrayList<>();
        for (PageItem item : items) {
            if (!(item instanceof Paragraph caption && caption.kind() == Kind.CAPTION && FIGURE.matcher(caption.text()).matches())) continue;
            float top = 0;
            for (PageItem other : items) {
                boolean text = !(other instanceof Paragraph paragraph) || paragraph.kind() == Kind.BODY || paragraph.kind() == Kind.HEADING || paragraph.kind() == Kind.CAPTION;
                Box box = box(other);
                if (text && other != item && box.sharedWidth(box(caption)) > 0 && box.bottom() <= box(caption).top() + 1) top = Math.max(top, box.bottom());
            }
            for (PageItem other : items) {
                if (!(other instanceof Paragraph label) || label.kind() != Kind.LABEL && label.kind() != Kind.NOTE) continue;
                Box box = box(label);
                if (box.top() > top - 1 && box.bottom() < box(caption).top() + 1 && box.sharedWidth(box(caption)) > 0) labels.add(label);
            }
        }
        return labels;
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
            boolean rest = !joined.isEmpty() && joined.getLast() instanceof Paragraph before && item instanceof Paragraph paragraph && before.goesOnIn(paragraph);
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
