package casewright.extraction.pdf;

import casewright.extraction.Heading;
import casewright.extraction.Page;
import casewright.extraction.Table;
import casewright.extraction.pdf.PageFlow.FlowingPage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the pages draw into text: first what only the whole document tells (the size of its body text, its running heads, its words), then page by page.
final class PagesWriter {

    private final List<PageLayout> layouts;
    private final HyphenRules hyphens = new HyphenRules();

    private PagesWriter(List<PageLayout> layouts) {
        this.layouts = layouts;
    }

    static PagesFound write(List<PageContent> contents) {
        return new PagesWriter(contents.stream().map(PageLayout::of).toList()).write();
    }

    private PagesFound write() {
        float bodySize = bodySize();
        layouts.forEach(page -> page.directions().forEach(turned -> turned.lines().forEach(hyphens::learn)));
        List<Page> pages = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        List<Heading> headings = new ArrayList<>();
        List<FlowingPage> flow = PageFlow.of(layouts, RunningHeads.in(layouts, bodySize), bodySize);
        for (int i = 0; i < layouts.size(); i++) {
            PageWriter writer = new PageWriter(layouts.get(i).content(), hyphens);
            flow.get(i).items().forEach(writer::write);
            writer.startAside();
            flow.get(i).aside().forEach(writer::write);
            writer.startHidden();
            layouts.get(i).hidden().forEach(writer::write);
            pages.add(writer.page());
            tables.addAll(writer.tables());
            headings.addAll(writer.headings());
        }
        return new PagesFound(pages, tables, headings, PageWarnings.of(layouts, pages));
    }

    /// The size that most letters have.
    private float bodySize() {
        Map<Float, Integer> chars = new HashMap<>();
        layouts.forEach(page -> page.directions().forEach(turned -> turned.lines()
                .forEach(line -> chars.merge(Math.round(line.size() * 2) / 2f, line.text().length(), Integer::sum))));
        return chars.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(10f);
    }
}
