package casewright.reading.terms;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/// The large lists as they are looked up. Making them from their sources takes seconds in a cold JVM, so they are kept in a file with the
/// fingerprint of their sources: what was made from other sources, or is damaged, is as good as missing.
final class PreparedLists {

    enum Name { NOUNS, OTHER_WORDS, DRUG_NAMES, DRUG_NAMES_BY_CASE, NAMES_OF_SUBSTANCES, DRUG_NAMES_BY_BEGINNING, REACTIONS, REACTIONS_BY_CASE }

    private final Map<Name, WordTable> tables;

    /// @param tables every list
    PreparedLists(Map<Name, WordTable> tables) {
        this.tables = new EnumMap<>(tables);
    }

    WordTable get(Name list) {
        WordTable table = tables.get(list);
        if (table == null) throw new IllegalStateException("The list " + list + " was not prepared");
        return table;
    }

    /// @param sources fingerprint of what they have to be made from
    static Optional<PreparedLists> read(Path file, String sources) {
        if (!Files.isReadable(file)) return Optional.empty();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            if (!in.readUTF().equals(sources)) return Optional.empty();
            long sum = in.readLong();
            byte[] content = in.readAllBytes();
            return sum(content) == sum ? Optional.of(of(content)) : Optional.empty();
        } catch (IOException e) {
            // cut off, or not readable after all: they are made anew
            return Optional.empty();
        }
    }

    private static PreparedLists of(byte[] content) throws IOException {
        Map<Name, WordTable> tables = new EnumMap<>(Name.class);
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(content))) {
            for (Name list : Name.values()) tables.put(list, WordTable.read(in));
        }
        return new PreparedLists(tables);
    }

    /// Whole or not at all: another process may start at any moment.
    void write(Path file, String sources) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (Name list : Name.values()) get(list).write(new DataOutputStream(content));
        Path incoming = Files.createTempFile(file.toAbsolutePath().getParent(), "vocabulary-", ".tmp");
        try {
            try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(incoming)))) {
                out.writeUTF(sources);
                out.writeLong(sum(content.toByteArray()));
                content.writeTo(out);
            }
            Files.move(incoming, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(incoming);
        }
    }

    private static long sum(byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        return sum.getValue();
    }
}
