package casewright.extraction.pdf;

import casewright.extraction.Heading;
import casewright.extraction.Page;
import casewright.extraction.Table;
import casewright.extraction.pdf.PageFlow.FlowingPage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// All pages of a PDF: first what they draw, then what only the whole document tells (the size of its body text, its running heads, its words), then the text.
public final class PdfDocumentReader {

    /// What was read.
    ///
    /// @param warnings plain words for the reviewer
    public record Found(List<Page> pages, List<Table> tables, List<Heading> headings, List<String> warnings) {
    }

    private final List<PageLayout> layouts = new ArrayList<>();
    private final HyphenRules hyphens = new HyphenRules();

    public static Found read(PDDocument document) throws IOException {
        PdfDocumentReader reader = new PdfDocumentReader();
        PageContentReader.read(document, content -> {
            reader.fillUpTo(content.number() - 1, document);
            reader.layouts.add(PageLayout.of(content));
        });
        reader.fillUpTo(document.getNumberOfPages(), document);
        return reader.write();
    }

    /// Pages that draw nothing.
    private void fillUpTo(int number, PDDocument document) {
        while (layouts.size() < number) {
            PDRectangle box = document.getPage(layouts.size()).getCropBox();
            Frame frame = new Frame(0, box.getWidth(), box.getHeight());
            layouts.add(PageLayout.of(new PageContent(layouts.size() + 1, frame, Map.of(), Map.of(), List.of(), false, false, true)));
        }
    }

    private Found write() {
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
            pages.add(writer.page());
            tables.addAll(writer.tables());
            headings.addAll(writer.headings());
        }
        return new Found(pages, tables, headings, PageWarnings.of(layouts, pages));
    }

    /// The size that most letters have.
    private float bodySize() {
        Map<Float, Integer> chars = new HashMap<>();
        layouts.forEach(page -> page.directions().forEach(turned -> turned.lines()
                .forEach(line -> chars.merge(Math.round(line.size() * 2) / 2f, line.text().length(), Integer::sum))));
        return chars.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(10f);
    }
}
