package casewright.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/// A picture that may be a page or a part of one, not a logo or a signature; told by its size, without decoding it.
final class PageSizedPicture {

    /// A hand's breadth at the 150 dots an inch below which small print is not recognized.
    private static final int FEWEST_PIXELS = 500;

    private PageSizedPicture() {
    }

    static boolean is(byte[] content) {
        try (ImageInputStream stream = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(stream);
            if (!readers.hasNext()) return false;
            ImageReader reader = readers.next();
            try {
                reader.setInput(stream, true, true);
                return Math.min(reader.getWidth(0), reader.getHeight(0)) >= FEWEST_PIXELS;
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException e) {
            // a damaged picture; what Java makes of one varies
            return false;
        }
    }
}
