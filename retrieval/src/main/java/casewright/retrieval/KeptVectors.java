package casewright.retrieval;

import casewright.retrieval.ranking.Embedder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/// Keeps each vector in a file as soon as it is made, so that an attempt that is tried again after a broken-off one embeds only the rest: embedding is what takes an import hours.
///
/// A version is always embedded in the same order, so its vectors lie in the order in which they are asked for, and nothing of the file is held in memory. The first record that is
/// cut off, damaged or of another text ends what is taken from it; the rest is written anew.
///
/// The file: the embedder's name in a frame of its length, then a record for each text: SHA-256 of the text, the vector, CRC-32 of both. One thread.
final class KeptVectors implements Embedder, AutoCloseable {

    private static final int HASH_BYTES = 32;

    private final Path file;
    private final Embedder embedder;
    private final int recordBytes;
    private @Nullable FileChannel channel;
    private long position;
    private boolean readsOn = true;
    private int taken;

    /// @param file made when the first vector is
    KeptVectors(Path file, Embedder embedder) {
        this.file = file;
        this.embedder = embedder;
        this.recordBytes = HASH_BYTES + Float.BYTES * embedder.dimensions() + Long.BYTES;
    }

    /// How many vectors came from an earlier attempt.
    int taken() {
        return taken;
    }

    @Override
    public String name() {
        return embedder.name();
    }

    @Override
    public int dimensions() {
        return embedder.dimensions();
    }

    @Override
    public List<float[]> embedPassages(List<String> passages) {
        try {
            FileChannel open = opened();
            List<float[]> vectors = new ArrayList<>();
            while (readsOn && vectors.size() < passages.size()) {
                float[] kept = read(open, passages.get(vectors.size()));
                readsOn = kept != null;
                if (kept != null) vectors.add(kept);
            }
            taken += vectors.size();
            List<String> rest = passages.subList(vectors.size(), passages.size());
            if (!rest.isEmpty()) {
                List<float[]> embedded = embedder.embedPassages(rest);
                write(open, rest, embedded);
                vectors.addAll(embedded);
            }
            return vectors;
        } catch (IOException e) {
            throw new UncheckedIOException("The vectors made so far could not be kept in " + file + ".", e);
        }
    }

    private FileChannel opened() throws IOException {
        FileChannel known = channel;
        if (known != null) return known;
        FileChannel opened = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        channel = opened;
        byte[] name = embedder.name().getBytes(StandardCharsets.UTF_8);
        ByteBuffer head = ByteBuffer.allocate(Integer.BYTES + name.length).putInt(name.length).put(name).flip();
        ByteBuffer found = ByteBuffer.allocate(head.remaining());
        fill(opened, found, 0);
        if (!found.flip().equals(head)) {
            opened.truncate(0);
            writeAll(opened, head, 0);
        }
        position = Integer.BYTES + name.length;
        return opened;
    }

    /// The next record's vector; null when there is none or it is not this text's.
    private float @Nullable [] read(FileChannel from, String text) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(recordBytes);
        fill(from, bytes, position);
        if (bytes.hasRemaining() || bytes.getLong(recordBytes - Long.BYTES) != checksum(bytes) || !Arrays.equals(bytes.array(), 0, HASH_BYTES, hash(text), 0, HASH_BYTES)) return null;
        position += recordBytes;
        float[] vector = new float[embedder.dimensions()];
        bytes.position(HASH_BYTES).asFloatBuffer().get(vector);
        return vector;
    }

    private void write(FileChannel to, List<String> texts, List<float[]> vectors) throws IOException {
        ByteBuffer all = ByteBuffer.allocate(recordBytes * texts.size());
        for (int i = 0; i < texts.size(); i++) {
            ByteBuffer bytes = ByteBuffer.allocate(recordBytes).put(hash(texts.get(i)));
            for (float x : vectors.get(i)) bytes.putFloat(x);
            all.put(bytes.putLong(checksum(bytes)).flip());
        }
        to.truncate(position);
        writeAll(to, all.flip(), position);
        position += all.limit();
    }

    private static void fill(FileChannel from, ByteBuffer bytes, long start) throws IOException {
        while (bytes.hasRemaining() && from.read(bytes, start + bytes.position()) >= 0) {
            // A read may bring less than was asked for.
        }
    }

    private static void writeAll(FileChannel to, ByteBuffer bytes, long start) throws IOException {
        while (bytes.hasRemaining()) to.write(bytes, start + bytes.position());
    }

    private long checksum(ByteBuffer bytes) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes.array(), 0, recordBytes - Long.BYTES);
        return checksum.getValue();
    }

    private static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256, this one has not.", e);
        }
    }

    @Override
    public float[] embedQuery(String query) {
        return embedder.embedQuery(query);
    }

    @Override
    public void close() throws IOException {
        if (channel != null) channel.close();
    }
}
