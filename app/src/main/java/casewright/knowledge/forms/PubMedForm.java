package casewright.knowledge.forms;

import casewright.retrieval.KnowledgeDocument;
import casewright.retrieval.Section;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/// Citations of PubMed: files of the baseline and of updates, which replace and delete. Source: NLM, "PubMed DTD" and "MEDLINE/PubMed data element descriptions".
final class PubMedForm implements KnowledgeForm {

    private static final Set<String> SINGLE = Set.of("ArticleTitle", "Title", "Year", "Month", "Day", "MedlineDate", "PublicationType");

    private static final Pattern YEAR = Pattern.compile("\\b\\d{4}\\b");

    private final int mostChars;

    PubMedForm(int mostChars) {
        this.mostChars = mostChars;
    }

    @Override
    public String accepted() {
        return "citations of PubMed: .xml files, packed as .gz or not";
    }

    @Override
    public boolean reads(String fileName) {
        return fileName.toLowerCase(Locale.ROOT).endsWith(".xml");
    }

    @Override
    public boolean isOneDocumentAFile() {
        return false;
    }

    @Override
    public boolean isUpdated() {
        return true;
    }

    @Override
    public void read(String fileName, InputStream in, Receiver receiver) throws IOException {
        SafeXml.read(fileName, in, new Citations(fileName, receiver));
    }

    private final class Citations implements SafeXml.Handler {

        private final String fileName;
        private final Receiver receiver;
        private final Map<String, String> fields = new HashMap<>();
        private final List<Section> sections = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private String label = "";

        Citations(String fileName, Receiver receiver) {
            this.fileName = fileName;
            this.receiver = receiver;
        }

        @Override
        public void start(String element, XMLStreamReader xml, Deque<String> path) {
            if (path.isEmpty() && !Set.of("PubmedArticleSet", "MedlineCitationSet", "DeleteCitation").contains(element)) throw SafeXml.refused(fileName, "is XML, but no set of PubMed citations");
            switch (element) {
                case "MedlineCitation" -> {
                    fields.clear();
                    sections.clear();
                }
                case "PMID", "AbstractText" -> {
                    text.setLength(0);
                    label = String.valueOf(xml.getAttributeValue(null, "Label"));
                }
                default -> {
                    if (SINGLE.contains(element)) text.setLength(0);
                }
            }
        }

        @Override
        public void text(String piece, Deque<String> path) {
            text.append(piece);
            if (text.length() > mostChars) throw MarkedUpText.tooLong(fileName, mostChars);
        }

        @Override
        public void end(String element, Deque<String> path) {
            String read = text.toString().strip().replaceAll("\\s+", " ");
            String around = String.valueOf(path.peek());
            switch (element) {
                case "PMID" -> {
                    if (around.equals("MedlineCitation")) fields.put("PMID", read);
                    if (around.equals("DeleteCitation")) receiver.deleted(read);
                }
                case "AbstractText" -> {
                    if (!read.isEmpty() && around.equals("Abstract")) sections.add(new Section(label.equals("null") ? "Abstract" : "Abstract: " + label, read));
                }
                case "ArticleTitle" -> fields.put("title", read);
                case "Title" -> fields.putIfAbsent("journal", read);
                case "Year", "Month", "Day" -> {
                    if (around.equals("PubDate")) fields.put(element, read);
                }
                // "1998 Dec-1999 Jan", "2000 Spring": NLM, "MEDLINE/PubMed data element descriptions", PubDate
                case "MedlineDate" -> YEAR.matcher(read).results().findFirst().ifPresent(year -> fields.put("Year", year.group()));
                case "PublicationType" -> {
                    if (read.equals("Retracted Publication")) fields.put("retracted", read);
                }
                case "MedlineCitation" -> keep();
                default -> {
                    // authors, grants, indexing terms
                }
            }
        }

        /// Citations without an abstract have nothing to read but their title, which is taken for it. Whoever is shown a passage has to know that it was retracted.
        private void keep() {
            String id = fields.getOrDefault("PMID", "");
            String told = fields.getOrDefault("title", "");
            String title = fields.containsKey("retracted") && !told.toLowerCase(Locale.ROOT).startsWith("retracted") ? "Retracted: " + told : told;
            if (id.isEmpty()) throw SafeXml.refused(fileName, "holds a citation without PMID");
            if (title.isEmpty() && sections.isEmpty()) return;
            List<Section> read = sections.isEmpty() ? List.of(new Section("", title)) : sections;
            receiver.document(new ImportedDocument(new KnowledgeDocument(id, title.isEmpty() ? "PMID " + id : title, null, fields.get("journal"),
                    Dates.of(fields.getOrDefault("Year", ""), fields.getOrDefault("Month", ""), fields.getOrDefault("Day", "")), read), "abstract"));
        }
    }
}
