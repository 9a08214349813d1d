package casewright.extraction.pdf;

import casewright.extraction.recognition.RecognitionFailedException;
import casewright.extraction.recognition.TextRecognition;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.MissingImageReaderException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/// Pages as gray images of 300 dots an inch, which is what Tesseract was made for; a page larger than A3 with fewer.
final class PageRenderer extends PDFRenderer implements ScannedPages.PageImages {

    private static final int DPI = 300;
    private static final double MOST_PIXELS = 20e6;
    private static final int MOST_STEPS = 5_000_000;

    private final TextRecognition recognition;
    private boolean hasGaps;

    PageRenderer(PDDocument document, TextRecognition recognition) {
        super(document);
        this.recognition = recognition;
        setSubsamplingAllowed(true);
    }

    @Override
    public PageImage image(int number, Frame shown) throws IOException {
        double inches = (double) shown.width() * shown.height() / (72 * 72);
        float dpi = (float) Math.min(DPI, Math.sqrt(MOST_PIXELS / Math.max(inches, 1e-3)));
        hasGaps = false;
        BufferedImage image = renderImageWithDPI(number - 1, dpi, ImageType.GRAY);
        return new PageImage(image, dpi, hasGaps);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new BoundedDrawer(parameters);
    }

    /// The library swallows an IOException in a form, so what ends a page is unchecked.
    private final class BoundedDrawer extends PageDrawer {

        private int steps;

        BoundedDrawer(PageDrawerParameters parameters) throws IOException {
            super(parameters);
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            if (++steps > MOST_STEPS || Thread.currentThread().isInterrupted()) throw new IllegalStateException("The page is drawn in too many steps");
            super.processOperator(operator, operands);
        }

        /// The library has no decoder for JPEG 2000, and would leave it out.
        @Override
        public void drawImage(PDImage image) throws IOException {
            try {
                super.drawImage(image instanceof PDImageXObject object && isJpeg2000(object) ? opened(object) : image);
            } catch (MissingImageReaderException | RecognitionFailedException e) {
                hasGaps = true;
            }
        }
    }

    private static boolean isJpeg2000(PDImageXObject image) {
        return image.getStream().getFilters().contains(COSName.JPX_DECODE);
    }

    /// In gray, with the masks that say where it is seen.
    private PDImageXObject opened(PDImageXObject image) throws IOException, RecognitionFailedException {
        byte[] file;
        try (InputStream in = image.getStream().createInputStream(List.of(COSName.JPX_DECODE.getName()))) {
            file = in.readAllBytes();
        }
        PDImageXObject opened = LosslessFactory.createFromImage(document, recognition.openJpeg2000(file));
        for (COSName mask : List.of(COSName.SMASK, COSName.MASK)) {
            if (image.getCOSObject().getDictionaryObject(mask) instanceof COSStream stream) opened.getCOSObject().setItem(mask, stream);
        }
        return opened;
    }
}
