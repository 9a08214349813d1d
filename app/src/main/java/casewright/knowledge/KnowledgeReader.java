package casewright.knowledge;

import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import casewright.retrieval.KnowledgeDocument;
import casewright.retrieval.Section;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads the two forms that are accepted: texts with a header block, and JSON lines.
final class KnowledgeReader {

    static final String ACCEPTED = "Accepted are .txt files in UTF-8 (lines \"Title: ...\", and as known \"Product:\", \"Kind:\", \"Date:\" (ISO), \"Source:\", then a blank line "
            + "and the text, \"## \" before the heading of a section) and .jsonl files (a JSON object a line with id, title, text, and as known product, kind, date, source).";
    private static final Set<String> HEADERS = Set.of("Title", "Product", "Kind", "Date", "Source");

    private final @Nullable String product;
    private final KnowledgeSettings settings;
    private final JsonMapper json = JsonMapper.builder().build();

    /// @param product for documents that name none
    KnowledgeReader(@Nullable String product, KnowledgeSettings settings) {
        this.product = product;
        this.settings = settings;
    }

    /// Hands over each document in its order.
    ///
    /// @throws RefusedException naming file, line and what is wrong there; what was handed over before is of no use then
    void read(List<KnowledgeFile> files, Consumer<ImportedDocument> receiver) {
        for (KnowledgeFile file : files) {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(file.content().open(), StandardCharsets.UTF_8.newDecoder()))) {
                if (file.name().endsWith(".txt")) receiver.accept(text(file, lines));
                else if (file.name().endsWith(".jsonl")) jsonLines(file, lines, receiver);
                else throw new RefusedException(Reason.UNREADABLE, "The file " + file.name() + " has an unknown form; nothing was imported. " + ACCEPTED);
            } catch (CharacterCodingException e) {
                throw new RefusedException(Reason.UNREADABLE, "The file " + file.name() + " is not in UTF-8; nothing was imported. " + ACCEPTED);
            } catch (IOException e) {
                throw new RefusedException(Reason.UNREADABLE, "The file " + file.name() + " cannot be read; nothing was imported.");
            }
        }
    }

    private ImportedDocument text(KnowledgeFile file, BufferedReader lines) throws IOException {
        Map<String, String> header = new HashMap<>();
        int number = 0;
        String line;
        while ((line = lines.readLine()) != null && !line.isBlank()) {
            number++;
            int colon = line.indexOf(':');
            String name = colon < 0 ? "" : line.substring(0, colon).replace("\uFEFF", "").strip();
            if (!HEADERS.contains(name)) throw refused(file, number, "is no header line");
            header.put(name, line.substring(colon + 1).strip());
        }
        if (header.getOrDefault("Title", "").isBlank()) throw refused(file, 1, "is no \"Title:\"");
        StringBuilder text = new StringBuilder();
        while ((line = lines.readLine()) != null) {
            text.append(line).append('\n');
            if (text.length() > settings.largestDocumentChars()) throw tooLong(file, number);
        }
        String id = file.name().substring(0, file.name().length() - ".txt".length());
        return document(file, 1, id, header, text.toString());
    }

    private void jsonLines(KnowledgeFile file, BufferedReader lines, Consumer<ImportedDocument> receiver) throws IOException {
        String line;
        for (int number = 1; (line = lines.readLine()) != null; number++) {
            if (line.isBlank()) continue;
            if (line.length() > 2L * settings.largestDocumentChars()) throw tooLong(file, number);
            JsonNode node;
            try {
                node = json.readTree(line);
            } catch (JacksonException e) {
                throw refused(file, number, "is no JSON");
            }
            if (!node.isObject()) throw refused(file, number, "is no JSON object");
            Map<String, String> header = new HashMap<>();
            for (String name : HEADERS) {
                JsonNode value = node.get(name.toLowerCase(java.util.Locale.ROOT));
                if (value != null && !value.isNull()) header.put(name, value.asString().strip());
            }
            for (String needed : List.of("id", "title", "text")) {
                if (!node.has(needed) || node.get(needed).asString().isBlank()) throw refused(file, number, "has no \"" + needed + "\"");
            }
            receiver.accept(document(file, number, node.get("id").asString(), header, node.get("text").asString()));
        }
    }

    private ImportedDocument document(KnowledgeFile file, int line, String id, Map<String, String> header, String text) {
        List<Section> sections = sections(text);
        if (sections.isEmpty()) throw refused(file, line, "begins a document without text");
        String own = header.getOrDefault("Product", "");
        KnowledgeDocument document = new KnowledgeDocument(id, header.getOrDefault("Title", id), own.isBlank() ? product : own, header.get("Source"), date(file, line, header.get("Date")), sections);
        return new ImportedDocument(document, header.getOrDefault("Kind", ""));
    }

    private static @Nullable LocalDate date(KnowledgeFile file, int line, @Nullable String date) {
        try {
            return date == null || date.isBlank() ? null : LocalDate.parse(date);
        } catch (DateTimeParseException e) {
            throw refused(file, line, "has a date that is not like 2026-03-01");
        }
    }

    /// A heading stands after "## "; text before the first heading is a section without one. Sections without text are left out.
    private static List<Section> sections(String text) {
        List<Section> sections = new ArrayList<>();
        String title = "";
        StringBuilder body = new StringBuilder();
        for (String line : text.lines().toList()) {
            if (line.startsWith("## ")) {
                if (!body.toString().isBlank()) sections.add(new Section(title, body.toString().strip()));
                title = line.substring(3).strip();
                body.setLength(0);
            } else {
                body.append(line).append('\n');
            }
        }
        if (!body.toString().isBlank()) sections.add(new Section(title, body.toString().strip()));
        return sections;
    }

    private static RefusedException refused(KnowledgeFile file, int line, String what) {
        return new RefusedException(Reason.UNREADABLE, "Line " + line + " of " + file.name() + " " + what + "; nothing was imported. " + ACCEPTED);
    }

    private RefusedException tooLong(KnowledgeFile file, int line) {
        return new RefusedException(Reason.TOO_LARGE, "The document in " + file.name() + " near line " + line + " has more than " + settings.largestDocumentChars()
                + " characters (setting casewright.knowledge.largest-document-chars); nothing was imported.");
    }
}
