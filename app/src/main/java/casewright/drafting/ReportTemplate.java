package casewright.drafting;

import casewright.reading.NullFlavor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What a report of one type holds: sections and fields, from `templates/<type>/<version>/template.json`. A used version is never edited.
///
/// @param sha256 over the template's files, recorded with each draft
public record ReportTemplate(String name, String version, String title, List<Section> sections, String sha256) {

    private static final Pattern INDEX = Pattern.compile("\\[(\\d+)]");

    /// @param repeats what one item is called; null for a section that stands once
    public record Section(String id, String title, @Nullable String repeats, List<Field> fields) {

        /// The path of a field, with the item's index where the section repeats.
        public String path(Field field, int item) {
            return repeats == null ? id + "." + field.id() : id + "[" + item + "]." + field.id();
        }
    }

    /// @param kind       how it is checked: text (null), date, age, number, dose, code (one of codes), codes (several of them)
    /// @param codes      word -> E2B code
    /// @param whenStated true for what few documents tell: the draft has the field only where one does
    /// @param nullFlavors the reasons that E2B(R3) lets the element be empty for; null where it names none
    public record Field(String id, String label, String e2b, @Nullable String kind, @Nullable Map<String, String> codes, @Nullable Boolean whenStated,
            @Nullable List<NullFlavor> nullFlavors) {

        /// May it be empty for this reason?
        public boolean allows(NullFlavor reason) {
            return nullFlavors != null && nullFlavors.contains(reason);
        }

        /// Why it is empty: what source or person say, else "no information" where E2B(R3) has that; whether something was asked only a person knows.
        public Optional<NullFlavor> reasonOf(FieldValue.NotStated empty) {
            return Optional.ofNullable(empty.reason()).or(() -> Optional.of(NullFlavor.NI).filter(this::allows));
        }

        boolean isAlwaysThere() {
            return !Boolean.TRUE.equals(whenStated);
        }
    }

    private record Content(String name, String version, String title, List<Section> sections) {
    }

    /// @throws IllegalStateException when the template is not in the program or cannot be read: a mistake of ours
    public static ReportTemplate load(String type, String version) {
        String folder = "/templates/" + type + "/" + version + "/";
        byte[] bytes = read(folder + "template.json");
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes);
            digest.update(read(folder + "wording.json"));
            digest.update(read(folder + "questions.json"));
            Content content = JsonMapper.builder().build().readValue(bytes, Content.class);
            return new ReportTemplate(content.name(), content.version(), content.title(), content.sections(), HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    static byte[] read(String resource) {
        try (InputStream in = ReportTemplate.class.getResourceAsStream(resource)) {
            if (in == null) throw new IllegalStateException("The template file " + resource + " is missing from the program");
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String id() {
        return name + "/" + version;
    }

    /// The field that a path such as `suspectDrugs[1].dose` names.
    public Optional<Field> field(String path) {
        String plain = INDEX.matcher(path).replaceAll("");
        return sections.stream().flatMap(section -> section.fields().stream().filter(field -> plain.equals(section.id() + "." + field.id()))).findFirst();
    }

    /// A path as people say it: "Suspect drug 2, dose", "Patient, sex"; "Test 2" for the field that names the item.
    public Optional<String> titleOf(String path) {
        return field(path).map(field -> {
            // a concomitant drug has fields that are equal to a suspect's: the path says whose
            String plain = INDEX.matcher(path).replaceAll("");
            Section section = sections.stream().filter(one -> plain.equals(one.id() + "." + field.id())).findFirst().orElseThrow();
            Matcher index = INDEX.matcher(path);
            if (section.repeats() == null || !index.find()) return section.title() + ", " + lowered(field.label());
            String item = Character.toUpperCase(section.repeats().charAt(0)) + section.repeats().substring(1) + " " + (Integer.parseInt(index.group(1)) + 1);
            return field.label().equalsIgnoreCase(section.repeats()) ? item : item + ", " + lowered(field.label());
        });
    }

    private static String lowered(String label) {
        return Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }
}
