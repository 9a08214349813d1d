package casewright.knowledge;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Walks a tar archive from its beginning to its end, a file at a time, without keeping any of it.
///
/// Source of the layout: POSIX.1-1988 ustar and POSIX.1-2001 pax, with the long names of GNU tar.
final class TarFile {

    private static final int BLOCK_BYTES = 512;
    private static final int NAME_BYTES = 100;
    private static final int SIZE_AT = 124;
    private static final int SIZE_BYTES = 12;
    private static final int TYPE_AT = 156;
    private static final int MAGIC_AT = 257;
    private static final int PREFIX_AT = 345;
    private static final int PREFIX_BYTES = 155;
    private static final int LONGEST_NAME_BYTES = 65_536;
    private static final Pattern PAX_PATH = Pattern.compile("(?m)^\\d+ path=(.*)$");

    private final InputStream in;
    private long left;
    private long padding;

    TarFile(InputStream in) {
        this.in = in;
    }

    /// The name of the next file, whose bytes [#content] gives then; empty at the end.
    ///
    /// @throws EOFException where the archive is cut off
    /// @throws IOException  where it is no tar archive
    Optional<String> next() throws IOException {
        @Nullable String longName = null;
        while (true) {
            in.skipNBytes(left + padding);
            byte[] header = in.readNBytes(BLOCK_BYTES);
            if (header.length == 0 || isEmpty(header)) return Optional.empty();
            if (header.length < BLOCK_BYTES) throw new EOFException("The tar archive is cut off.");
            if (!text(header, MAGIC_AT, 5).equals("ustar")) throw new IOException("This is no tar archive.");
            left = size(header);
            padding = (BLOCK_BYTES - left % BLOCK_BYTES) % BLOCK_BYTES;
            char type = (char) header[TYPE_AT];
            if (type == 'L' || type == 'x') {
                String told = toldName();
                Matcher path = PAX_PATH.matcher(told);
                if (type == 'L') longName = told.replace("\0", "");
                else if (path.find()) longName = path.group(1);
            } else if (type == '0' || type == 0) {
                String prefix = text(header, PREFIX_AT, PREFIX_BYTES);
                String name = text(header, 0, NAME_BYTES);
                return Optional.of(longName != null ? longName : prefix.isEmpty() ? name : prefix + "/" + name);
            } else {
                longName = null;
            }
        }
    }

    private String toldName() throws IOException {
        if (left > LONGEST_NAME_BYTES) throw new IOException("A name in the tar archive is too long.");
        byte[] name = in.readNBytes((int) left);
        if (name.length < left) throw new EOFException("The tar archive is cut off.");
        left = 0;
        return new String(name, StandardCharsets.UTF_8);
    }

    /// The bytes of the present file; closing it closes nothing.
    InputStream content() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                if (left == 0) return length == 0 ? 0 : -1;
                int read = in.read(bytes, offset, (int) Math.min(length, left));
                if (read < 0) throw new EOFException("The tar archive is cut off.");
                left -= read;
                return read;
            }
        };
    }

    private static boolean isEmpty(byte[] block) {
        for (byte one : block) if (one != 0) return false;
        return true;
    }

    private static String text(byte[] header, int at, int length) {
        int end = at;
        while (end < at + length && header[end] != 0) end++;
        return new String(header, at, end - at, StandardCharsets.UTF_8);
    }

    private static long size(byte[] header) throws IOException {
        String octal = text(header, SIZE_AT, SIZE_BYTES).strip();
        if (!octal.matches("[0-7]{1,11}")) throw new IOException("A file in the tar archive has no size.");
        return Long.parseLong(octal, 8);
    }
}
