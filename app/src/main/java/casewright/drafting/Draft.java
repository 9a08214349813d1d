package casewright.drafting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A drafted report: an immutable revision. A correction makes the next one.
///
/// @param template  name and version, such as `icsr/v1`
/// @param templateSha256 over the template's files
/// @param fields    in the template's order
public record Draft(long caseId, int revision, String template, String templateSha256, List<DraftField> fields, List<NarrativeSentence> narrative, List<Finding> findings) {

    private static final Pattern ITEM = Pattern.compile("([A-Za-z.]+)\\[(\\d+)]\\..*");

    public Draft {
        fields = List.copyOf(fields);
        narrative = List.copyOf(narrative);
        findings = List.copyOf(findings);
    }

    public Optional<DraftField> find(String path) {
        return fields.stream().filter(field -> field.path().equals(path)).findFirst();
    }

    /// The stated value shown for a path; empty when it is not stated or unclear.
    public String shown(String path) {
        return find(path).map(DraftField::shown).orElse("");
    }

    /// Is a value stated? "Unknown" is a code of some fields and answers nothing.
    public boolean isKnown(String path) {
        String shown = shown(path);
        return !shown.isBlank() && !shown.equals("unknown");
    }

    /// The normalised code of a stated value, or empty.
    public String code(String path) {
        return find(path).map(DraftField::value).map(value -> value instanceof FieldValue.Stated stated && stated.code() != null ? stated.code() : "").orElse("");
    }

    /// How many items a repeating group has, such as `suspectDrugs`.
    public int count(String group) {
        TreeSet<Integer> seen = new TreeSet<>();
        for (DraftField field : fields) {
            Matcher matcher = ITEM.matcher(field.path());
            if (matcher.matches() && matcher.group(1).equals(group)) seen.add(Integer.valueOf(matcher.group(2)));
        }
        return seen.size();
    }

    /// The same draft with some fields put in the place of their namesakes, as the next revision.
    public Draft nextRevision(Map<String, DraftField> changed, List<NarrativeSentence> sentences) {
        Map<String, DraftField> merged = new LinkedHashMap<>();
        fields.forEach(field -> merged.put(field.path(), field));
        merged.putAll(changed);
        return new Draft(caseId, revision + 1, template, templateSha256, new ArrayList<>(merged.values()), sentences, findings);
    }
}
