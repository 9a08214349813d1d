package casewright.knowledge.forms;

import casewright.retrieval.KnowledgeDocument;
import casewright.retrieval.Section;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The grades of adverse events of the US National Cancer Institute (CTCAE v5.0, 2017), as a JSON array of terms with `soc`, `term`, `def`, `g1` to `g5`, `nav`.
final class CtcaeForm implements KnowledgeForm {

    private static final int GRADES = 5;

    private final JsonMapper json = JsonMapper.builder().build();

    @Override
    public String accepted() {
        return "CTCAE: a .json file with an array of terms (soc, term, def, g1 to g5)";
    }

    @Override
    public boolean reads(String fileName) {
        return fileName.toLowerCase(Locale.ROOT).endsWith(".json");
    }

    @Override
    public boolean isOneDocumentAFile() {
        return false;
    }

    @Override
    public void read(String fileName, InputStream in, Receiver receiver) throws IOException {
        try (JsonParser parser = json.createParser(in)) {
            if (parser.nextToken() != JsonToken.START_ARRAY) throw SafeXml.refused(fileName, "holds no array of terms");
            while (parser.nextToken() == JsonToken.START_OBJECT) receiver.document(term(fileName, parser.readValueAsTree()));
            if (parser.currentToken() != JsonToken.END_ARRAY) throw SafeXml.refused(fileName, "holds something else than terms");
        } catch (JacksonException _) {
            throw SafeXml.refused(fileName, "is no well-formed JSON; it may be cut off");
        }
    }

    private static ImportedDocument term(String fileName, JsonNode node) {
        String term = node.path("term").asString("").strip();
        String system = node.path("soc").asString("").strip();
        if (term.isEmpty()) throw SafeXml.refused(fileName, "holds a term without name");
        StringBuilder grades = new StringBuilder();
        for (int grade = 1; grade <= GRADES; grade++) {
            String told = node.path("g" + grade).asString("").strip();
            if (told.length() > 1) grades.append("Grade ").append(grade).append(": ").append(told).append("\n\n");
        }
        String note = node.path("nav").asString("").strip();
        String definition = node.path("def").asString("").strip() + (note.length() > 1 ? "\n\n" + note : "");
        List<Section> sections = java.util.stream.Stream.of(new Section("Definition", definition.strip()), new Section("Grades", grades.toString().strip()))
                .filter(section -> section.text().length() > 1).toList();
        if (sections.isEmpty()) throw SafeXml.refused(fileName, "holds a term without definition and grades");
        String id = (system + "-" + term).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return new ImportedDocument(new KnowledgeDocument(id, term, null, "CTCAE v5.0, " + system, null, sections), "grades");
    }
}
