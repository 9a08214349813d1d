package casewright.extraction.recognition;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// How a camera was held: the tag "Orientation" (0x0112) of a JPEG's Exif part (Exif 2.32, 4.6.4). Mirrored images are taken as they are.
final class ImageOrientation {

    private static final int LOOKED_AT_BYTES = 65_536;
    private static final int ORIENTATION = 0x0112;

    private ImageOrientation() {
    }

    /// @return degrees by which the image has to be turned clockwise; 0 where nothing is said
    static int of(byte[] content) {
        String head = new String(content, 0, Math.min(LOOKED_AT_BYTES, content.length), StandardCharsets.ISO_8859_1);
        int exif = head.startsWith("\u00ff\u00d8") ? head.indexOf("Exif\0\0") : -1;
        if (exif < 0) return 0;
        try {
            return switch (tag(ByteBuffer.wrap(content, exif + 6, content.length - exif - 6).slice())) {
                case 3 -> 180;
                case 6 -> 90;
                case 8 -> 270;
                default -> 0;
            };
        } catch (IndexOutOfBoundsException e) {
            // a damaged Exif part says nothing
            return 0;
        }
    }

    private static int tag(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int count = tiff.getShort(directory) & 0xffff;
        for (int i = 0; i < count; i++) {
            int entry = directory + 2 + 12 * i;
            if ((tiff.getShort(entry) & 0xffff) == ORIENTATION) return tiff.getShort(entry + 8);
        }
        return 0;
    }
}
