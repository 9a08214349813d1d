package casewright.knowledge.forms;

import casewright.retrieval.KnowledgeDocument;
import casewright.retrieval.Section;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// A label of the FDA: HL7 Structured Product Labeling, one XML file a label. Source: FDA, "Structured Product Labeling implementation guide".
final class SplForm implements KnowledgeForm {

    private final int mostChars;

    SplForm(int mostChars) {
        this.mostChars = mostChars;
    }

    @Override
    public String accepted() {
        return "labels of the FDA or DailyMed: .xml files of Structured Product Labeling, or the .zip files in which they are released";
    }

    @Override
    public boolean reads(String fileName) {
        return fileName.toLowerCase(Locale.ROOT).endsWith(".xml");
    }

    @Override
    public boolean isOneDocumentAFile() {
        return true;
    }

    @Override
    public void read(String fileName, InputStream in, Receiver receiver) throws IOException {
        Label label = new Label(fileName);
        SafeXml.read(fileName, in, label);
        receiver.document(label.document());
    }

    /// A section that is open: what it is called, and from where its heading is taken when it has none.
    private static final class OpenSection {

        private String loinc = "";
        private final StringBuilder title = new StringBuilder();
    }

    private final class Label implements SafeXml.Handler {

        private final String fileName;
        private final Set<String> brands = new LinkedHashSet<>();
        private final Set<String> ingredients = new LinkedHashSet<>();
        private final Deque<OpenSection> open = new ArrayDeque<>();
        private final List<Section> sections = new ArrayList<>();
        private final StringBuilder name = new StringBuilder();
        private String id = "";
        private String version = "";
        private String company = "";
        private @Nullable LocalDate date;
        private boolean isSpl;
        private boolean isActive;
        private @Nullable MarkedUpText text;
        private int textDepth;
        private int chars;

        Label(String fileName) {
            this.fileName = fileName;
        }

        @Override
        public void start(String element, XMLStreamReader xml, Deque<String> path) {
            if (path.isEmpty()) isSpl = element.equals("document") && "urn:hl7-org:v3".equals(xml.getNamespaceURI());
            if (text != null) {
                text.start(element);
                return;
            }
            switch (element) {
                case "setId" -> id = attribute(xml, "root");
                case "versionNumber" -> version = attribute(xml, "value");
                case "effectiveTime" -> {
                    if (path.size() == 1) date = day(attribute(xml, "value"));
                }
                case "ingredient" -> isActive = attribute(xml, "classCode").startsWith("ACT");
                case "activeIngredient" -> isActive = true;
                case "section" -> open.push(new OpenSection());
                case "code" -> {
                    if ("section".equals(path.peek()) && !open.isEmpty()) open.element().loinc = attribute(xml, "code");
                }
                case "text" -> {
                    if ("section".equals(path.peek())) beginText(path.size());
                }
                case "name" -> name.setLength(0);
                default -> {
                    // structure, codes and pictures say nothing to read
                }
            }
        }

        private void beginText(int depth) {
            text = new MarkedUpText(fileName, mostChars);
            textDepth = depth;
        }

        @Override
        public void text(String piece, Deque<String> path) {
            if (text != null) text.add(piece);
            else if (path.contains("name")) name.append(piece);
            else if (!open.isEmpty() && path.contains("title") && "section".equals(elementAround(path, "title"))) open.element().title.append(piece);
        }

        private static @Nullable String elementAround(Deque<String> path, String element) {
            boolean found = false;
            for (String each : path) {
                if (found) return each;
                found = each.equals(element);
            }
            return null;
        }

        @Override
        public void end(String element, Deque<String> path) {
            if (text != null) {
                if (path.size() == textDepth) keepText(text.asText());
                else text.end(element);
                return;
            }
            switch (element) {
                case "section" -> open.pop();
                case "name" -> keepName(String.valueOf(path.peek()), squeezed(name));
                default -> {
                    // nothing to keep
                }
            }
        }

        private void keepText(String read) {
            text = null;
            boolean isRead = open.stream().noneMatch(section -> SplHeadings.isWithoutText(section.loinc));
            if (read.isEmpty() || !isRead) return;
            chars += read.length();
            if (chars > mostChars) throw MarkedUpText.tooLong(fileName, mostChars);
            sections.add(new Section(heading(), read));
        }

        /// "Adverse reactions: 6.1 Clinical Trials Experience": a section is found by what the one around it is about, too.
        private String heading() {
            OpenSection here = open.element();
            String title = squeezed(here.title);
            String about = open.stream().flatMap(section -> SplHeadings.find(section.loinc).stream()).findFirst().orElse("");
            if (about.isEmpty() || title.toLowerCase(Locale.ROOT).contains(about.toLowerCase(Locale.ROOT))) return title;
            return title.isEmpty() ? about : about + ": " + title;
        }

        private void keepName(String around, String read) {
            if (read.isEmpty()) return;
            switch (around) {
                case "manufacturedProduct", "manufacturedMedicine" -> brands.add(read);
                case "activeMoiety", "genericMedicine" -> ingredients.add(read.toLowerCase(Locale.ROOT));
                case "ingredientSubstance", "activeIngredientSubstance" -> {
                    if (isActive) ingredients.add(read.toLowerCase(Locale.ROOT));
                }
                case "representedOrganization" -> company = company.isEmpty() ? read : company;
                default -> {
                    // packages, manufacturers, inactive ingredients
                }
            }
        }

        ImportedDocument document() {
            if (!isSpl) throw SafeXml.refused(fileName, "is XML, but no Structured Product Labeling");
            if (id.isBlank()) throw SafeXml.refused(fileName, "has no setId, so it cannot be cited");
            if (sections.isEmpty()) throw SafeXml.refused(fileName, "is a label without a section that has text");
            String product = String.join(", ", brands) + (ingredients.isEmpty() ? "" : " (" + String.join(", ", ingredients) + ")");
            String title = (product.isBlank() ? id : product.strip()) + ", label" + (company.isEmpty() ? "" : " of " + company);
            return new ImportedDocument(new KnowledgeDocument(id, title, product.isBlank() ? null : product.strip(), "SPL set " + id + ", version " + version, date, sections), "label (US)");
        }
    }

    private static String attribute(XMLStreamReader xml, String name) {
        @Nullable String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value.strip();
    }

    private static String squeezed(CharSequence text) {
        return text.toString().strip().replaceAll("[\\s\\p{Z}]+", " ");
    }

    private static @Nullable LocalDate day(String digits) {
        try {
            return LocalDate.parse(digits.substring(0, Math.min(8, digits.length())), DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException _) {
            return null;
        }
    }
}
