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
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/// Pages of PDFs as scans, for `recognition.py`: OUT/<name>-<page>-<dpi>.png, and of the first page of each a skewed (2.5 degrees) and a noisy variant.
final class RenderPages {

    public static void main(String[] arguments) throws Exception {
        Path out = Files.createDirectories(Path.of(arguments[0]));
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
