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

    private static final int LITTLE_TEXT_CHARS = 20;

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
        return new Found(pages, tables, headings, warnings(pages));
    }

    private List<String> warnings(List<Page> pages) {
        List<String> warnings = new ArrayList<>();
        for (int i = 0; i < layouts.size(); i++) {
            PageContent content = layouts.get(i).content();
            String page = "Page " + content.number();
            int chars = pages.get(i).text().strip().length();
            if (!content.isWhole()) warnings.add(page + " is damaged: only a part of it could be read.");
            if (chars == 0) warnings.add(page + " has no text that can be read: it may be an image.");
            else if (chars < LITTLE_TEXT_CHARS && content.hasImages()) warnings.add(page + " is an image with little text beside it; what the image says is not read.");
            if (!layouts.get(i).hidden().isEmpty()) warnings.add(page + " holds text that is not visible on the page. It stands behind the page's text and is not read.");
            long unknown = pages.get(i).text().chars().filter(c -> c == Characters.UNKNOWN).count();
            if (unknown > 0.1 * chars) warnings.add(page + " is set in letters that the file does not name; its text cannot be relied on.");
        }
        return warnings;
    }

    /// The size that most letters have.
    private float bodySize() {
        Map<Float, Integer> chars = new HashMap<>();
        layouts.forEach(page -> page.directions().forEach(turned -> turned.lines()
                .forEach(line -> chars.merge(Math.round(line.size() * 2) / 2f, line.text().length(), Integer::sum))));
        return chars.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey).orElse(10f);
    }
}
