package casewright.extraction.pdf;

import casewright.extraction.pdf.PageLayout.Turned;
import java.util.ArrayList;
import java.util.List;

/// Paragraphs and tables in the order in which they are read: a paragraph that goes on behind a table or figure is put together, and what stood between
/// comes after it; what stands between two halves on two pages leaves the halves next to each other.
final class PageFlow {

    private final float bodySize;
    private final List<List<PageItem>> pages = new ArrayList<>();

    private PageFlow(float bodySize) {
        this.bodySize = bodySize;
    }

    /// @return the items of each page
    static List<List<PageItem>> of(List<PageLayout> layouts, float bodySize) {
        PageFlow flow = new PageFlow(bodySize);
        for (PageLayout layout : layouts) flow.pages.add(flow.items(layout));
        for (int i = 1; i < flow.pages.size(); i++) freeTheBreak(flow.pages.get(i - 1), flow.pages.get(i));
        return flow.pages;
    }

    private List<PageItem> items(PageLayout layout) {
        List<PageItem> items = new ArrayList<>();
        for (Turned turned : layout.directions()) {
            List<PageItem> own = new ArrayList<>(Paragraphs.of(ReadingOrder.of(turned.lines()), turned.frame(), bodySize));
            for (PlacedTable table : turned.tables()) own.add(place(table, own), table);
            items.addAll(own);
        }
        return joined(items);
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
