package casewright.evaluation;

import casewright.evidence.listedness.Listedness;
import casewright.evidence.listedness.Listedness.Sentence;
import casewright.evidence.listedness.Listedness.Verdict;
import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import casewright.retrieval.Section;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// `listedness --labels FILE --pairs FILE --out FILE`: is the term listed in the label? One JSON object for each pair, in the order of the pairs: the pair
/// as it was given with `listed`, `sentence` (what decides, or null where the term is not named) and `reason` (why the sentence does not list it, else null).
///
/// Both files hold JSON objects, one a line or all in one array. A label has `label` (or `label_id`, `id`) and either `sections` (each with `name` and `text`) or, as in
/// SPL-ADR, one section in `section_text`; a label's sections may lie in several objects. A pair has `label` (or `label_id`) and `term`.
final class ListednessCommand {

    private final PrintStream out;
    private final JsonMapper json = JsonMapper.builder().build();

    ListednessCommand(PrintStream out) {
        this.out = out;
    }

    void run(Path labels, Path pairs, Path answers) throws IOException {
        Map<String, List<Section>> labelSections = sections(labels);
        Map<String, Listedness> read = new HashMap<>();
        int listed = 0;
        List<JsonNode> asked = objects(pairs);
        try (BufferedWriter lines = Files.newBufferedWriter(answers)) {
            for (JsonNode pair : asked) {
                String label = text(pair, pairs, "label", "label_id");
                String term = text(pair, pairs, "term");
                List<Section> sections = labelSections.get(label);
                if (sections == null) throw new RefusedException(Reason.NOT_FOUND, "The file " + pairs + " asks for a label that is not in " + labels + ": " + label + ".");
                Verdict verdict = read.computeIfAbsent(label, _ -> Listedness.of(sections)).find(term);
                ObjectNode line = ((ObjectNode) pair).put("listed", verdict.isListed()).put("sentence", verdict.sentence().map(Sentence::text).orElse(null))
                        .put("reason", verdict.reason().orElse(null));
                lines.write(json.writeValueAsString(line));
                lines.newLine();
                if (verdict.isListed()) listed++;
            }
        }
        out.printf("%d pairs, %d listed%n", asked.size(), listed);
    }

    private Map<String, List<Section>> sections(Path labels) throws IOException {
        Map<String, List<Section>> byLabel = new HashMap<>();
        for (JsonNode label : objects(labels)) {
            List<Section> sections = byLabel.computeIfAbsent(text(label, labels, "label", "label_id", "id"), _ -> new ArrayList<>());
            for (JsonNode section : label.has("sections") ? label.get("sections") : List.of(label)) {
                String name = section.hasNonNull("name") ? section.get("name").asString() : section.path("section_name").asString("");
                sections.add(new Section(name, text(section, labels, "text", "section_text")));
            }
        }
        return byLabel;
    }

    private List<JsonNode> objects(Path file) throws IOException {
        String whole = Files.readString(file).strip();
        try {
            List<JsonNode> objects = whole.startsWith("[") ? List.copyOf(json.readTree(whole).values()) : whole.lines().filter(line -> !line.isBlank()).map(json::readTree).toList();
            if (objects.stream().allMatch(JsonNode::isObject)) return objects;
        } catch (JacksonException _) {
            // refused below
        }
        throw new RefusedException(Reason.UNREADABLE, "The file " + file + " is neither an array of JSON objects nor one JSON object a line.");
    }

    private static String text(JsonNode node, Path file, String... names) {
        for (String name : names) if (node.hasNonNull(name)) return node.get(name).asString();
        throw new RefusedException(Reason.UNREADABLE, "An object in " + file + " has no \"" + String.join("\" or \"", names) + "\".");
    }
}
