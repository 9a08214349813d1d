package casewright.extraction;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.rendering.PDFRenderer;

/// What a scanner or camera makes of a page.
public final class Scan {

    private static final long SEED = 20261127;

    private Scan() {
    }

    /// The first page at 300 dpi.
    public static BufferedImage of(DrawnPdf pdf) throws IOException {
        return of(pdf.bytes(), 300);
    }

    public static BufferedImage of(byte[] pdf, float dpi) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(0, dpi);
        }
    }

    /// The paper lies so many degrees clockwise.
    static BufferedImage askew(BufferedImage image, double degrees) {
        BufferedImage out = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = out.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, out.getWidth(), out.getHeight());
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        canvas.rotate(Math.toRadians(degrees), out.getWidth() / 2.0, out.getHeight() / 2.0);
        canvas.drawImage(image, 0, 0, null);
        canvas.dispose();
        return out;
    }

    /// The paper lies on its side, or upside down.
    static BufferedImage turned(BufferedImage image, int quarters) {
        BufferedImage out = image;
        for (int i = 0; i < quarters; i++) {
            BufferedImage next = new BufferedImage(out.getHeight(), out.getWidth(), BufferedImage.TYPE_INT_RGB);
            for (int y = 0; y < out.getHeight(); y++) {
                for (int x = 0; x < out.getWidth(); x++) next.setRGB(out.getHeight() - 1 - y, x, out.getRGB(x, y));
            }
            out = next;
        }
        return out;
    }

    /// Gray dust all over, as an old copier makes it.
    static BufferedImage noisy(BufferedImage image) {
        Random random = new Random(SEED);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int light = Math.clamp((image.getRGB(x, y) & 0xff) - 20 + Math.round(random.nextGaussian() * 30), 0, 255);
                image.setRGB(x, y, light << 16 | light << 8 | light);
            }
        }
        return image;
    }

    /// A PDF whose pages are these images and nothing else.
    public static byte[] pdf(BufferedImage... images) throws IOException {
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (BufferedImage image : images) {
                PDPage page = new PDPage(image.getWidth() > image.getHeight() ? new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth()) : PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.drawImage(LosslessFactory.createFromImage(document, image), 0, 0, page.getMediaBox().getWidth(), page.getMediaBox().getHeight());
                }
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    public static byte[] file(String format, BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    /// As a camera saves it that was held otherwise: a JPEG whose Exif part (Exif 2.32, 4.5.4) names the orientation.
    static byte[] photograph(BufferedImage image, int orientation) throws IOException {
        byte[] exif = {(byte) 0xff, (byte) 0xe1, 0, 34, 'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0};
        byte[] jpeg = file("jpeg", image);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, 2);
        out.write(exif);
        out.write(jpeg, 2, jpeg.length - 2);
        return out.toByteArray();
    }

    /// Lines in 11 points on a page of A4 at 300 dpi.
    static BufferedImage typeset(String font, String... lines) {
        BufferedImage page = new BufferedImage(2480, 3508, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D canvas = page.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, page.getWidth(), page.getHeight());
        canvas.setColor(Color.BLACK);
        canvas.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        canvas.setFont(new Font(font, Font.PLAIN, 46));
        for (int i = 0; i < lines.length; i++) canvas.drawString(lines[i], 250, 400 + 75 * i);
        canvas.dispose();
        return page;
    }

    static byte[] tiff(BufferedImage... images) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.prepareWriteSequence(null);
            for (BufferedImage image : images) writer.writeToSequence(new IIOImage(image, null, null), null);
            writer.endWriteSequence();
        }
        return out.toByteArray();
    }
}
