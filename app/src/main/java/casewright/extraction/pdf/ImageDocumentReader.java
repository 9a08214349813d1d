package casewright.extraction.pdf;

import casewright.extraction.pdf.ScannedPages.PageImages.PageImage;
import casewright.extraction.recognition.ImageFile;
import casewright.extraction.recognition.TextRecognition;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;

/// A file of images: each is a page like a scanned one of a PDF.
public final class ImageDocumentReader {

    private ImageDocumentReader() {
    }

    /// @param reading is told the number of each page before it is read
    public static PagesFound read(ImageFile file, TextRecognition recognition, IntConsumer reading) {
        List<PageContent> contents = new ArrayList<>();
        BufferedImage[] page = new BufferedImage[1];
        ScannedPages scans = new ScannedPages((_, shown) -> {
            float dpi = page[0].getWidth() * 72 / shown.width();
            BufferedImage gray = ImageFile.forRecognition(page[0], dpi);
            return new PageImage(gray, dpi * gray.getWidth() / page[0].getWidth(), false);
        }, recognition);
        for (int number = 1; number <= file.pageCount(); number++) {
            reading.accept(number);
            page[0] = file.page(number);
            float dpi = file.dpi(page[0], number);
            Frame shown = new Frame(0, page[0].getWidth() * 72 / dpi, page[0].getHeight() * 72 / dpi);
            Box whole = new Box(0, 0, shown.width(), shown.height());
            PageContent read = scans.read(new PageContent(number, shown, Map.of(), Map.of(), 0, List.of(), List.of(), List.of(), List.of(), List.of(whole), true, false, Tilt.NONE, Set.of()));
            contents.add(file.isCutOff() ? read.noted(PageNote.DAMAGED) : read);
        }
        return PagesWriter.write(contents);
    }
}
