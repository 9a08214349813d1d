import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// Pages of PDFs as scans, for `recognition.py`: OUT/<name>-<page>-<dpi>.png, and of the first page of each a skewed (2.5 degrees) and a noisy variant.
/// With a font and a text instead of PDFs: OUT/chinese-1-300.png, the text in 11 points.
final class RenderPages {

    public static void main(String[] arguments) throws Exception {
        Path out = Files.createDirectories(Path.of(arguments[0]));
        if (arguments.length == 3 && arguments[1].endsWith(".ttf")) {
            typeset(Path.of(arguments[1]), Files.readString(Path.of(arguments[2])), out.resolve("chinese-1-300.png"));
            return;
        }
        for (int a = 1; a < arguments.length; a++) {
            Path file = Path.of(arguments[a]);
            String name = file.getFileName().toString().equals("fulltext.pdf") ? file.getParent().getFileName().toString() : file.getFileName().toString().replace(".pdf", "");
            try (PDDocument document = Loader.loadPDF(file.toFile())) {
                PDFRenderer renderer = new PDFRenderer(document);
                for (int page = 0; page < document.getNumberOfPages(); page++) {
                    for (int dpi : new int[] {200, 300}) {
                        BufferedImage image = renderer.renderImageWithDPI(page, dpi, ImageType.GRAY);
                        write(image, out.resolve(name + "-" + (page + 1) + "-" + dpi + ".png"));
                        if (page > 0 || dpi < 300) continue;
                        write(skewed(image), out.resolve(name + "-1-skewed.png"));
                        write(noisy(image), out.resolve(name + "-1-noisy.png"));
                    }
                }
            }
        }
    }

    private static void typeset(Path font, String text, Path image) throws Exception {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            PDType0Font chinese = PDType0Font.load(document, font.toFile());
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(chinese, 11);
                content.setLeading(18);
                content.newLineAtOffset(60, 760);
                for (String line : text.split("\\R")) {
                    content.showText(line);
                    content.newLine();
                }
                content.endText();
            }
            write(new PDFRenderer(document).renderImageWithDPI(0, 300, ImageType.GRAY), image);
        }
    }

    private static BufferedImage skewed(BufferedImage image) {
        BufferedImage out = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D canvas = out.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, out.getWidth(), out.getHeight());
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        canvas.rotate(Math.toRadians(2.5), out.getWidth() / 2.0, out.getHeight() / 2.0);
        canvas.drawImage(image, 0, 0, null);
        canvas.dispose();
        return out;
    }

    /// Gray paper and grain of 20 of 255 around it.
    private static BufferedImage noisy(BufferedImage image) {
        Random random = new Random(1);
        BufferedImage out = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                out.getRaster().setSample(x, y, 0, Math.clamp(image.getRaster().getSample(x, y, 0) - 20 + Math.round(random.nextGaussian() * 20), 0, 255));
            }
        }
        return out;
    }

    private static void write(BufferedImage image, Path file) throws Exception {
        ImageIO.write(image, "png", file.toFile());
    }
}
