package casewright.extraction;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// Images in JPEG 2000, made by Leptonica, which the program brings along.
final class Jpeg2000 {

    private static final String LEPTONICA = "/org/bytedeco/leptonica/linux-x86_64/libleptonica.so.6";
    private static final int QUALITY_DECIBELS = 40;
    private static final int LEVELS = 5;

    private Jpeg2000() {
    }

    static byte[] of(BufferedImage image, Path folder) throws Throwable {
        Path library = folder.resolve("libleptonica.so");
        try (InputStream in = Objects.requireNonNull(Jpeg2000.class.getResourceAsStream(LEPTONICA))) {
            Files.copy(in, library);
        }
        byte[] pixels = pixels(image);
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup leptonica = SymbolLookup.libraryLookup(library, arena);
            MemorySegment read = (MemorySegment) Linker.nativeLinker().downcallHandle(leptonica.findOrThrow("pixReadMemPnm"), FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_LONG))
                    .invoke(arena.allocateFrom(ValueLayout.JAVA_BYTE, pixels), (long) pixels.length);
            MemorySegment data = arena.allocate(ValueLayout.ADDRESS);
            MemorySegment length = arena.allocate(ValueLayout.JAVA_LONG);
            int outcome = (int) Linker.nativeLinker().downcallHandle(leptonica.findOrThrow("pixWriteMemJp2k"), FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.ADDRESS,
                    ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT)).invoke(data, length, read, QUALITY_DECIBELS, LEVELS, 0, 0);
            if (outcome != 0) throw new IOException("Leptonica did not write the image");
            return data.get(ValueLayout.ADDRESS, 0).reinterpret(length.get(ValueLayout.JAVA_LONG, 0)).toArray(ValueLayout.JAVA_BYTE);
        }
    }

    /// As PPM, in color.
    private static byte[] pixels(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(("P6\n" + image.getWidth() + " " + image.getHeight() + "\n255\n").getBytes(StandardCharsets.US_ASCII));
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                int color = image.getRGB(x, y);
                out.write(color >> 16);
                out.write(color >> 8);
                out.write(color);
            }
        }
        return out.toByteArray();
    }
}
