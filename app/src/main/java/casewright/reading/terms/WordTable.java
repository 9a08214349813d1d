package casewright.reading.terms;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Words and what is said of each, looked up where they lie in an array of bytes. Such a table is read from a file in milliseconds; a map of a quarter of a million
/// words takes a cold JVM a second to fill. Never changes.
final class WordTable {

    /// two numbers a slot: the hash of a word and the place of its entry, counted from 1; place 0 is a free slot
    private final int[] slots;
    /// of each word: the word, a tab, its value, a line's end; in UTF-8
    private final byte[] entries;

    private WordTable(int[] slots, byte[] entries) {
        this.slots = slots;
        this.entries = entries;
    }

    /// @param words   words without tab and line's end, with what is said of them
    /// @param written as a value without line's end
    static <T> WordTable of(Map<String, T> words, Function<T, String> written) {
        ByteArrayOutputStream entries = new ByteArrayOutputStream(words.size() * 32);
        // half of the slots stay free, so that a search ends soon
        int[] slots = new int[2 * (2 * words.size() + 1)];
        words.forEach((word, said) -> {
            String value = written.apply(said);
            if (word.indexOf('\t') >= 0 || word.indexOf('\n') >= 0 || value.indexOf('\n') >= 0) throw new IllegalStateException("A word of a list holds a tab or a line's end");
            int slot = firstSlot(word.hashCode(), slots);
            while (slots[slot + 1] != 0) slot = nextSlot(slot, slots);
            slots[slot] = word.hashCode();
            slots[slot + 1] = entries.size() + 1;
            entries.writeBytes((word + '\t' + value + '\n').getBytes(StandardCharsets.UTF_8));
        });
        return new WordTable(slots, entries.toByteArray());
    }

    static WordTable read(DataInputStream in) throws IOException {
        int[] slots = new int[in.readInt()];
        ByteBuffer.wrap(in.readNBytes(slots.length * Integer.BYTES)).asIntBuffer().get(slots);
        return new WordTable(slots, in.readNBytes(in.readInt()));
    }

    void write(DataOutputStream out) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(slots.length * Integer.BYTES);
        bytes.asIntBuffer().put(slots);
        out.writeInt(slots.length);
        out.write(bytes.array());
        out.writeInt(entries.length);
        out.write(entries);
    }

    /// @return what is said of the word, or null when the table does not hold it
    @Nullable String get(String word) {
        int value = valueOf(word);
        if (value < 0) return null;
        int end = value;
        while (entries[end] != '\n') end++;
        return new String(entries, value, end - value, StandardCharsets.UTF_8);
    }

    boolean contains(String word) {
        return valueOf(word) >= 0;
    }

    private int valueOf(String word) {
        int hash = word.hashCode();
        int slot = firstSlot(hash, slots);
        for (int place; (place = slots[slot + 1]) != 0; slot = nextSlot(slot, slots)) {
            if (slots[slot] != hash) continue;
            byte[] asked = word.getBytes(StandardCharsets.UTF_8);
            int end = place - 1 + asked.length;
            if (end < entries.length && entries[end] == '\t' && Arrays.equals(entries, place - 1, end, asked, 0, asked.length)) return end + 1;
        }
        return -1;
    }

    private static int firstSlot(int hash, int[] slots) {
        return Math.floorMod(hash, slots.length / 2) * 2;
    }

    private static int nextSlot(int slot, int[] slots) {
        return slot + 2 == slots.length ? 0 : slot + 2;
    }
}
