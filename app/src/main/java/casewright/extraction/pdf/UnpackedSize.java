package casewright.extraction.pdf;

import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDStream;

/// What a drawing grows to when it is unpacked, counted before the library unpacks it into memory: a few kB may hold hundreds of MB.
final class UnpackedSize {

    /// About as long as the most steps that a page may take.
    private static final long MOST_BYTES = 80_000_000;
    /// What a byte of Flate becomes at most (zlib 1.3, "Technical Details").
    private static final long MOST_GROWTH = 1032;

    private final int page;
    private long bytes;

    private UnpackedSize(int page) {
        this.page = page;
    }

    /// @param number of the page, 1-based
    /// @throws RefusedException (too large)
    static void check(int number, PDPage page) throws IOException {
        COSBase contents = page.getCOSObject().getDictionaryObject(COSName.CONTENTS);
        List<COSStream> streams = new ArrayList<>();
        if (contents instanceof COSStream one) streams.add(one);
        if (contents instanceof COSArray several) {
            for (int i = 0; i < several.size(); i++) {
                if (several.getObject(i) instanceof COSStream one) streams.add(one);
            }
        }
        check(number, streams);
    }

    /// @param number of the page that draws it, 1-based
    /// @throws RefusedException (too large)
    static void check(int number, COSStream form) throws IOException {
        check(number, List.of(form));
    }

    private static void check(int number, List<COSStream> streams) throws IOException {
        long most = 0;
        for (COSStream stream : streams) most += mostBytes(stream);
        if (most <= MOST_BYTES) return;
        UnpackedSize size = new UnpackedSize(number);
        for (COSStream stream : streams) size.add(stream);
    }

    /// What it cannot grow beyond, told without unpacking it, which is enough for nearly all.
    private static long mostBytes(COSStream stream) throws IOException {
        List<COSName> filters = filters(stream);
        if (filters.isEmpty()) return packedBytes(stream);
        return filters.equals(List.of(COSName.FLATE_DECODE)) ? packedBytes(stream) * MOST_GROWTH : MOST_BYTES + 1;
    }

    private static long packedBytes(COSStream stream) throws IOException {
        try (InputStream packed = stream.createRawInputStream()) {
            return packed.available();
        }
    }

    /// The library, too, takes each but once.
    private static List<COSName> filters(COSStream stream) {
        return new PDStream(stream).getFilters().stream().distinct().toList();
    }

    private void add(COSStream stream) throws IOException {
        List<COSName> filters = filters(stream);
        if (filters.isEmpty()) {
            count(packedBytes(stream));
            return;
        }
        InputStream in = stream.createRawInputStream();
        for (int i = 0; i < filters.size(); i++) {
            boolean isLast = i == filters.size() - 1;
            Unpacked out = new Unpacked(isLast ? this : new UnpackedSize(page), !isLast);
            FilterFactory.INSTANCE.getFilter(filters.get(i)).decode(in, out, stream, i);
            in.close();
            in = new ByteArrayInputStream(out.toByteArray());
        }
    }

    private void count(long more) {
        bytes += more;
        if (bytes > MOST_BYTES || Thread.currentThread().isInterrupted()) {
            throw new RefusedException(Reason.TOO_LARGE, "Page " + page + " of the PDF holds more than " + MOST_BYTES / 1_000_000 + " MB when it is unpacked. Please print it into a new PDF, or upload the part that matters.");
        }
    }

    /// Keeps what the next filter unpacks further.
    private static final class Unpacked extends ByteArrayOutputStream {

        private final UnpackedSize size;
        private final boolean keeps;

        private Unpacked(UnpackedSize size, boolean keeps) {
            this.size = size;
            this.keeps = keeps;
        }

        @Override
        public void write(int b) {
            size.count(1);
            if (keeps) super.write(b);
        }

        @Override
        public void write(byte[] content, int start, int length) {
            size.count(length);
            if (keeps) super.write(content, start, length);
        }
    }
}
