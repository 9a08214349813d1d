package casewright.knowledge.forms;

import casewright.retrieval.KnowledgeDocument;
import casewright.retrieval.Section;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Labels as openFDA gives them: JSON with an array `results`, each label with one field a section. Source: openFDA, "Drug labeling: searchable fields".
final class OpenFdaForm implements KnowledgeForm {

    private static final int LONGEST_TITLE_CHARS = 80;

    private final int mostChars;
    private final JsonMapper json = JsonMapper.builder().build();

    OpenFdaForm(int mostChars) {
        this.mostChars = mostChars;
    }

    @Override
    public String accepted() {
        return "labels of openFDA: .json files with \"results\", or the .zip files in which they are released";
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
            if (parser.nextToken() != JsonToken.START_OBJECT) throw SafeXml.refused(fileName, "holds no JSON object");
            boolean found = false;
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean isResults = parser.currentName().equals("results");
                if (parser.nextToken() == JsonToken.START_ARRAY && isResults) {
                    found = true;
                    while (parser.nextToken() == JsonToken.START_OBJECT) handOver(fileName, parser.readValueAsTree(), receiver);
                } else {
                    parser.skipChildren();
                }
            }
            if (!found || parser.currentToken() != JsonToken.END_OBJECT) throw SafeXml.refused(fileName, "has no array \"results\"");
        } catch (JacksonException _) {
            throw SafeXml.refused(fileName, "is no well-formed JSON; it may be cut off");
        }
    }

    /// Labels of nothing but pictures and lists of ingredients are in every release.
    private void handOver(String fileName, JsonNode label, Receiver receiver) {
        String id = label.path("set_id").asString(label.path("id").asString("")).strip();
        List<Section> sections = sections(fileName, label);
        if (id.isEmpty()) receiver.leftOut("The file " + fileName + " holds a label without set_id and id.");
        else if (sections.isEmpty()) receiver.leftOut("The file " + fileName + " holds a label without sections (" + id + ").");
        else receiver.document(label(id, label, sections));
    }

    private List<Section> sections(String fileName, JsonNode label) {
        List<Section> sections = new ArrayList<>();
        int chars = 0;
        for (Map.Entry<String, JsonNode> field : label.properties()) {
            // Tables come a second time as HTML.
            if (!field.getValue().isArray() || field.getKey().endsWith("_table") || field.getKey().startsWith("spl_product_data") || field.getKey().startsWith("package_label")) continue;
            String text = field.getValue().valueStream().filter(JsonNode::isString).map(JsonNode::asString).collect(Collectors.joining("\n\n")).strip();
            chars += text.length();
            if (chars > mostChars) throw MarkedUpText.tooLong(fileName, mostChars);
            if (!text.isEmpty()) sections.add(new Section(heading(field.getKey()), text));
        }
        return sections;
    }

    private static ImportedDocument label(String id, JsonNode label, List<Section> sections) {
        Set<String> brands = names(label, "brand_name");
        Set<String> ingredients = names(label, "generic_name");
        String product = String.join(", ", brands) + (ingredients.isEmpty() ? "" : " (" + String.join(", ", ingredients).toLowerCase(Locale.ROOT) + ")");
        String company = names(label, "manufacturer_name").stream().findFirst().map(name -> " of " + name).orElse("");
        String title = (product.isBlank() ? elements(label).orElse(id) : product.strip()) + ", label" + company;
        return new ImportedDocument(new KnowledgeDocument(id, title, product.isBlank() ? null : product.strip(), "openFDA, set " + id, date(label.path("effective_time").asString("")), sections), "label (US)");
    }

    /// Of labels that openFDA gives no names to: names, ingredients and excipients in one line. It says to a reader what the label is of, and is no product to rely on.
    private static Optional<String> elements(JsonNode label) {
        String line = label.path("spl_product_data_elements").path(0).asString("").strip();
        if (line.length() <= LONGEST_TITLE_CHARS) return Optional.of(line).filter(words -> !words.isEmpty());
        int end = line.lastIndexOf(' ', LONGEST_TITLE_CHARS);
        return Optional.of(line.substring(0, end > 0 ? end : LONGEST_TITLE_CHARS) + " …");
    }

    private static Set<String> names(JsonNode label, String field) {
        return label.path("openfda").path(field).valueStream().map(JsonNode::asString).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /// "adverse_reactions" is "Adverse reactions".
    private static String heading(String field) {
        String words = field.replace('_', ' ').strip();
        return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static @Nullable LocalDate date(String digits) {
        return digits.matches("\\d{8}") ? Dates.of(digits.substring(0, 4), digits.substring(4, 6), digits.substring(6)) : null;
    }
}
