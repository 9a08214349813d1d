package casewright.extraction.pdf;

import casewright.extraction.recognition.TextRecognition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// All pages of a PDF: what they draw, and what is read from those that are images.
public final class PdfDocumentReader {

    private final List<PageContent> contents = new ArrayList<>();

    private PdfDocumentReader() {
    }

    /// @param reading is told the number of each page before its image is read, which takes seconds
    public static PagesFound read(PDDocument document, TextRecognition recognition, IntConsumer reading) throws IOException {
        PdfDocumentReader reader = new PdfDocumentReader();
        PageContentReader.read(document, content -> {
            reader.fillUpTo(content.number() - 1, document);
            reader.contents.add(content);
        });
        reader.fillUpTo(document.getNumberOfPages(), document);
        ScannedPages scans = new ScannedPages(new PageRenderer(document, recognition), recognition);
        reader.contents.replaceAll(content -> {
            if (!ScannedPages.isScanned(content)) return content;
            reading.accept(content.number());
            return scans.read(content);
        });
        return PagesWriter.write(reader.contents);
    }

    /// Pages that draw nothing.
    private void fillUpTo(int number, PDDocument document) {
        while (contents.size() < number) {
            PDRectangle box = document.getPage(contents.size()).getCropBox();
            contents.add(PageContent.empty(contents.size() + 1, new Frame(0, box.getWidth(), box.getHeight())));
        }
    }
}
