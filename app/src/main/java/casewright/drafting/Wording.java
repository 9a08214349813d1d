package casewright.drafting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The template's words: slot sentences, and the replacements that retell a source sentence.
record Wording(Map<String, String> slots, List<Replacement> openings, List<Replacement> replacements) {

    private static final Pattern FORM_KEY = Pattern.compile("^[A-Z][A-Z0-9_ ]{1,40}:");

    record Replacement(Pattern pattern, String by) {
    }

    static Wording load() {
        JsonNode file = JsonMapper.builder().build().readTree(ReportTemplate.read("/templates/icsr/v1/wording.json"));
        Map<String, String> slots = new LinkedHashMap<>();
        file.get("slots").properties().forEach(entry -> slots.put(entry.getKey(), entry.getValue().asString()));
        return new Wording(slots, list(file.get("openings"), 0), list(file.get("replacements"), Pattern.CASE_INSENSITIVE));
    }

    private static List<Replacement> list(JsonNode pairs, int flags) {
        List<Replacement> list = new ArrayList<>();
        pairs.forEach(pair -> list.add(new Replacement(Pattern.compile(pair.get(0).asString(), flags), pair.get(1).asString())));
        return list;
    }

    /// @param values by the slot's name
    String slot(String id, Map<String, String> values) {
        String sentence = slots.getOrDefault(id, "");
        if (sentence.isEmpty()) throw new IllegalStateException("The wording has no slot sentence " + id);
        for (Map.Entry<String, String> value : values.entrySet()) sentence = sentence.replace("{" + value.getKey() + "}", value.getValue());
        return sentence;
    }

    /// The sentence for this very value, or the slot's own.
    String slotFor(String id, String value, Map<String, String> values) {
        String own = id + " " + value;
        return slot(slots.containsKey(own) ? own : id, values);
    }

    /// A source sentence in the third person and the past tense of a narrative.
    String retold(String source) {
        String told = plainKey(source.replaceAll("\\n[ \\t>|]*", "\n").replaceAll("\\s+", " ").strip().replaceFirst("^[-\u2013\u2022*] ", ""));
        for (Replacement opening : openings) told = opening.pattern().matcher(told).replaceFirst(opening.by());
        for (Replacement replacement : replacements) told = replacement.pattern().matcher(told).replaceAll(replacement.by());
        told = told.replaceAll("\\s+([,.;])", "$1").replaceAll("\\s{2,}", " ").strip().replaceFirst("[,;:]+$", "");
        if (!told.isEmpty()) told = Character.toUpperCase(told.charAt(0)) + told.substring(1);
        return told.matches("(?s).*[.!?\u201d\")]$") ? told : told + ".";
    }

    /// A box of a form with its key: to be told as it stands.
    static boolean isFormEntry(String source) {
        return FORM_KEY.matcher(source).find();
    }

    /// "PRIOR_VAX: headache from flu shot" becomes "prior vax: headache ...".
    private static String plainKey(String told) {
        Matcher key = FORM_KEY.matcher(told);
        return key.find() ? key.group().replace('_', ' ').toLowerCase(Locale.ROOT) + told.substring(key.end()) : told;
    }
}
