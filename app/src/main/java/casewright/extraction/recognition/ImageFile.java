package casewright.extraction.recognition;

import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataFormatImpl;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/// A photograph or scan as a file: PNG, JPEG, or TIFF of several pages.
public final class ImageFile implements AutoCloseable {

    private static final double PAGE_INCHES = 11.69;
    private static final float DPI = 300;
    private static final double MOST_PIXELS = 20e6;
    private static final long MOST_PIXELS_IN_FILE = 400_000_000;
    /// As the JDK (JPEGImageReaderResources) and libjpeg (jerror.h) say it; they also warn of color profiles and stray bytes, which cost nothing of the page.
    private static final Pattern LACKS_PIXELS = Pattern.compile("^Truncated|premature end|^Corrupt JPEG data(?!.*extraneous bytes)", Pattern.CASE_INSENSITIVE);

    private final ImageReader reader;
    private final ImageInputStream stream;
    private final int turnedDegrees;
    private final int pages;
    private boolean isCutOff;

    private ImageFile(ImageReader reader, ImageInputStream stream, int turnedDegrees) throws IOException {
        this.reader = reader;
        this.stream = stream;
        this.turnedDegrees = turnedDegrees;
        this.pages = reader.getNumImages(true);
        // the decoder of JPEG fills up with gray what is missing, and says so; other decoders refuse
        reader.addIIOReadWarningListener((_, warning) -> isCutOff |= LACKS_PIXELS.matcher(warning).find());
    }

    /// @throws RefusedException (unreadable) when it is no image that can be read
    public static ImageFile open(byte[] content) {
        try {
            // in memory: the library's own choice is a temporary file
            ImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(content));
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) throw damaged();
            ImageReader reader = readers.next();
            reader.setInput(stream);
            return new ImageFile(reader, stream, ImageOrientation.of(content));
        } catch (IOException | RuntimeException e) {
            throw damaged();
        }
    }

    public int pageCount() {
        return pages;
    }

    /// As it is to be seen, of at most 20 million pixels.
    ///
    /// @param number 1-based
    /// @throws RefusedException (unreadable, too large)
    public BufferedImage page(int number) {
        isCutOff = false;
        try {
            long pixels = (long) reader.getWidth(number - 1) * reader.getHeight(number - 1);
            if (pixels > MOST_PIXELS_IN_FILE) {
                throw new RefusedException(Reason.TOO_LARGE, "The image has " + pixels / 1_000_000 + " million pixels; the limit is " + MOST_PIXELS_IN_FILE / 1_000_000 + " million. Please save it smaller.");
            }
            int step = (int) Math.ceil(Math.sqrt(pixels / MOST_PIXELS));
            ImageReadParam smaller = reader.getDefaultReadParam();
            smaller.setSourceSubsampling(step, step, 0, 0);
            BufferedImage image = opaque(reader.read(number - 1, smaller));
            return turnedDegrees == 0 ? image : ImagePreparation.upright(image, turnedDegrees);
        } catch (RefusedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw damaged();
        }
    }

    /// Whether a part of the page that was given out last is missing in the file.
    public boolean isCutOff() {
        return isCutOff;
    }

    /// As the file says it, or as if the page were as long as A4.
    ///
    /// @param image as [#page] gave it
    public float dpi(BufferedImage image, int number) {
        double longest = Math.max(image.getWidth(), image.getHeight());
        try {
            Element metadata = (Element) reader.getImageMetadata(number - 1).getAsTree(IIOMetadataFormatImpl.standardMetadataFormatName);
            NodeList sizes = metadata.getElementsByTagName("HorizontalPixelSize");
            if (sizes.getLength() == 0) return (float) (longest / PAGE_INCHES);
            double millimetres = Double.parseDouble(((Element) sizes.item(0)).getAttribute("value"));
            double stated = 25.4 / millimetres * longest / Math.max(reader.getWidth(number - 1), reader.getHeight(number - 1));
            // programs write 72 or 96 when they do not know
            return (float) (stated >= 100 && stated <= 1200 ? stated : longest / PAGE_INCHES);
        } catch (IOException | RuntimeException e) {
            return (float) (longest / PAGE_INCHES);
        }
    }

    /// A page for the workbench, whose browser does not show every kind of image.
    ///
    /// @return a JPEG
    public byte[] forBrowser(int number) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageIO.write(page(number), "jpeg", stream);
        } catch (IOException e) {
            throw damaged();
        }
        return out.toByteArray();
    }

    /// Gray and of about 300 dots an inch, which is what Tesseract was made for.
    public static BufferedImage forRecognition(BufferedImage image, float dpi) {
        double wanted = dpi < 200 || dpi > 400 ? DPI / dpi : 1;
        double scale = Math.min(wanted, Math.sqrt(MOST_PIXELS / ((double) image.getWidth() * image.getHeight())));
        return drawn(image, (int) Math.max(1, image.getWidth() * scale), (int) Math.max(1, image.getHeight() * scale), BufferedImage.TYPE_BYTE_GRAY);
    }

    private static BufferedImage opaque(BufferedImage image) {
        boolean gray = image.getColorModel().getNumComponents() == 1 && image.getColorModel().getColorSpace().getType() == ColorSpace.TYPE_GRAY;
        return drawn(image, image.getWidth(), image.getHeight(), gray ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB);
    }

    private static BufferedImage drawn(BufferedImage image, int width, int height, int type) {
        BufferedImage out = new BufferedImage(width, height, type);
        Graphics2D canvas = out.createGraphics();
        canvas.setColor(Color.WHITE);
        canvas.fillRect(0, 0, width, height);
        canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        canvas.drawImage(image, 0, 0, width, height, null);
        canvas.dispose();
        return out;
    }

    private static RefusedException damaged() {
        return new RefusedException(Reason.UNREADABLE, "The image is damaged, incomplete or of an unusual kind and cannot be read. Please save it as PNG or PDF and upload it again.");
    }

    @Override
    public void close() {
        reader.dispose();
        try {
            stream.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
