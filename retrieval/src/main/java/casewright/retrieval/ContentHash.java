package casewright.retrieval;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// SHA-256 over the documents of a corpus in their order. Each field goes in with its length before it, so that no two corpora read alike.
final class ContentHash {

    private final MessageDigest digest;

    ContentHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256, this one has not.", e);
        }
    }

    void add(KnowledgeDocument document) {
        add(document.id());
        add(document.title());
        add(document.product());
        add(document.source());
        add(document.date() == null ? null : document.date().toString());
        addNumber(document.sections().size());
        for (Section section : document.sections()) {
            add(section.title());
            add(section.text());
        }
    }

    /// Lower-case hex; afterwards the hash begins anew.
    String finish() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private void add(@Nullable String field) {
        if (field == null) {
            addNumber(-1);
            return;
        }
        byte[] bytes = field.getBytes(StandardCharsets.UTF_8);
        addNumber(bytes.length);
        digest.update(bytes);
    }

    private void addNumber(int number) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).flip());
    }
}
