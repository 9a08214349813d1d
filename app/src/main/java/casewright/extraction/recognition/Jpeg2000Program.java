package casewright.extraction.recognition;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.foreign.AddressLayout;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.Path;

/// A program of its own, in a process of its own: JPEG 2000 from the standard input, opened by Leptonica with its OpenJPEG, as a gray image in the form PGM to
/// the standard output. Uses nothing else of this service, as it runs from this one class.
public final class Jpeg2000Program {

    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    private static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG;
    private static final AddressLayout POINTER = ValueLayout.ADDRESS;
    private static final double MOST_PIXELS = 20e6;
    private static final long MOST_PIXELS_IN_FILE = 400_000_000;

    private final SymbolLookup leptonica;

    private Jpeg2000Program(SymbolLookup leptonica) {
        this.leptonica = leptonica;
    }

    /// @param arguments Leptonica's library
    public static void main(String[] arguments) throws Throwable {
        try (Arena arena = Arena.ofConfined(); FileInputStream in = new FileInputStream(FileDescriptor.in); FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
            out.write(new Jpeg2000Program(SymbolLookup.libraryLookup(Path.of(arguments[0]), arena)).gray(in.readAllBytes(), arena));
        }
    }

    private byte[] gray(byte[] file, Arena arena) throws Throwable {
        MemorySegment content = arena.allocateFrom(ValueLayout.JAVA_BYTE, file);
        MemorySegment size = arena.allocate(INT, 5);
        // width, height, bits, colors, coding
        MethodHandle header = function("readHeaderMemJp2k", INT, POINTER, LONG, POINTER, POINTER, POINTER, POINTER, POINTER);
        int known = (int) header.invoke(content, (long) file.length, size, size.asSlice(4), size.asSlice(8), size.asSlice(12), size.asSlice(16));
        if (known != 0) throw new IOException("no JPEG 2000");
        long pixels = (long) size.getAtIndex(INT, 0) * size.getAtIndex(INT, 1);
        if (pixels > MOST_PIXELS_IN_FILE) throw new IOException("too large");
        // the form keeps smaller versions of the image, each half as wide and high
        int smaller = 1;
        while (pixels / ((double) smaller * smaller) > MOST_PIXELS) smaller *= 2;
        MethodHandle read = function("pixReadMemJp2k", POINTER, POINTER, LONG, INT, POINTER, INT, INT);
        MemorySegment image = present((MemorySegment) read.invoke(content, (long) file.length, smaller, MemorySegment.NULL, 0, 0));
        MemorySegment gray = present((MemorySegment) function("pixConvertTo8", POINTER, POINTER, INT).invoke(image, 0));
        MemorySegment written = arena.allocate(POINTER);
        MemorySegment length = arena.allocate(LONG);
        int outcome = (int) function("pixWriteMemPnm", INT, POINTER, POINTER, POINTER).invoke(written, length, gray);
        if (outcome != 0) throw new IOException("not written");
        return written.get(POINTER, 0).reinterpret(length.get(LONG, 0)).toArray(ValueLayout.JAVA_BYTE);
    }

    private static MemorySegment present(MemorySegment pointer) throws IOException {
        if (pointer.equals(MemorySegment.NULL)) throw new IOException("not read");
        return pointer;
    }

    private MethodHandle function(String name, ValueLayout result, ValueLayout... parameters) {
        return Linker.nativeLinker().downcallHandle(leptonica.find(name).orElseThrow(), FunctionDescriptor.of(result, parameters));
    }
}
