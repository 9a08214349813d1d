package casewright.knowledge.forms;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A text with a header block. The name of the file is the id.
public final class TextForm implements KnowledgeForm {

    private final @Nullable String product;
    private final int mostChars;

    /// @param product for documents that name none
    public TextForm(@Nullable String product, int mostChars) {
        this.product = product;
        this.mostChars = mostChars;
    }

    @Override
    public String accepted() {
        return ".txt files in UTF-8 (lines \"Title: ...\", and as known \"Product:\", \"Kind:\", \"Date:\" (ISO), \"Source:\", then a blank line and the text, \"## \" before the heading of a section)";
    }

    @Override
    public boolean reads(String fileName) {
        return fileName.endsWith(".txt");
    }

    @Override
    public boolean isOneDocumentAFile() {
        return true;
    }

    @Override
    public void read(String fileName, InputStream in, Receiver receiver) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
        Map<String, String> header = new HashMap<>();
        int number = 0;
        String line;
        while ((line = lines.readLine()) != null && !line.isBlank()) {
            number++;
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon).replace("\uFEFF", "").strip();
            if (!PlainDocument.HEADERS.contains(name)) throw PlainDocument.refused(fileName, number, "is no header line");
            header.put(name, line.substring(colon + 1).strip());
        }
        if (header.getOrDefault("Title", "").isBlank()) throw PlainDocument.refused(fileName, 1, "is no \"Title:\"");
        StringBuilder text = new StringBuilder();
        while ((line = lines.readLine()) != null) {
            text.append(line).append('\n');
            if (text.length() > mostChars) throw MarkedUpText.tooLong(fileName, mostChars);
        }
        String id = fileName.substring(0, fileName.length() - ".txt".length());
        receiver.document(new PlainDocument(fileName, 1, id, header, text.toString()).asImported(product));
    }
}
