package casewright.knowledge.forms;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A JSON object a line.
public final class JsonLinesForm implements KnowledgeForm {

    private static final int LONGEST_TITLE_CHARS = 80;

    private final @Nullable String product;
    private final int mostChars;
    private final boolean textIsEnough;
    private final JsonMapper json = JsonMapper.builder().build();

    /// @param product      for documents that name none
    /// @param textIsEnough where an id is missing, file and line are the id; where a title is missing, the first words are
    public JsonLinesForm(@Nullable String product, int mostChars, boolean textIsEnough) {
        this.product = product;
        this.mostChars = mostChars;
        this.textIsEnough = textIsEnough;
    }

    @Override
    public String accepted() {
        return ".jsonl files (a JSON object a line with " + (textIsEnough ? "text, and as known id, title" : "id, title, text, and as known") + " product, kind, date, source)";
    }

    @Override
    public boolean reads(String fileName) {
        return fileName.endsWith(".jsonl");
    }

    @Override
    public boolean isOneDocumentAFile() {
        return false;
    }

    @Override
    public void read(String fileName, InputStream in, Receiver receiver) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8.newDecoder()));
        String line;
        for (int number = 1; (line = lines.readLine()) != null; number++) {
            if (line.isBlank()) continue;
            if (line.length() > 2L * mostChars) throw MarkedUpText.tooLong(fileName, mostChars);
            receiver.document(document(fileName, number, object(fileName, number, line)));
        }
    }

    private JsonNode object(String fileName, int number, String line) {
        JsonNode node;
        try {
            node = json.readTree(line);
        } catch (JacksonException _) {
            throw PlainDocument.refused(fileName, number, "is no JSON");
        }
        if (!node.isObject()) throw PlainDocument.refused(fileName, number, "is no JSON object");
        return node;
    }

    private ImportedDocument document(String fileName, int number, JsonNode node) {
        Map<String, String> header = new HashMap<>();
        for (String name : PlainDocument.HEADERS) {
            String value = node.path(name.toLowerCase(Locale.ROOT)).asString("").strip();
            if (!value.isEmpty()) header.put(name, value);
        }
        for (String needed : textIsEnough ? List.of("text") : List.of("id", "title", "text")) {
            if (node.path(needed).asString("").isBlank()) throw PlainDocument.refused(fileName, number, "has no \"" + needed + "\"");
        }
        String text = node.get("text").asString();
        header.putIfAbsent("Title", firstWords(text));
        String id = node.path("id").asString("").strip();
        return new PlainDocument(fileName, number, id.isEmpty() ? fileName + ":" + number : id, header, text).asImported(product);
    }

    private static String firstWords(String text) {
        String line = text.strip().lines().findFirst().orElse("");
        if (line.length() <= LONGEST_TITLE_CHARS) return line;
        int end = line.lastIndexOf(' ', LONGEST_TITLE_CHARS);
        return line.substring(0, end <= 0 ? LONGEST_TITLE_CHARS : end) + " ...";
    }
}
