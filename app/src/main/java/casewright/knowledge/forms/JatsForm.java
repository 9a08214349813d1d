package casewright.knowledge.forms;

import casewright.retrieval.KnowledgeDocument;
import casewright.retrieval.Section;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// An article in JATS, as PubMed Central gives it: title, abstract and body by their headings. Source: ANSI/NISO Z39.96.
final class JatsForm implements KnowledgeForm {

    /// Not the article's own words, or no words at all.
    private static final Set<String> LEFT_OUT = Set.of("xref", "graphic", "inline-formula", "disp-formula", "ref-list", "back", "fn", "supplementary-material", "object-id", "tex-math");
    private static final Set<String> IN_META = Set.of("article-id", "article-title", "journal-title", "year", "month", "day");

    private final int mostChars;

    JatsForm(int mostChars) {
        this.mostChars = mostChars;
    }

    @Override
    public String accepted() {
        return "articles in JATS: .xml or .nxml files of PubMed Central";
    }

    @Override
    public boolean reads(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return name.endsWith(".xml") || name.endsWith(".nxml");
    }

    @Override
    public boolean isOneDocumentAFile() {
        return true;
    }

    @Override
    public void read(String fileName, InputStream in, Receiver receiver) throws IOException {
        Article article = new Article(fileName);
        SafeXml.read(fileName, in, article);
        receiver.document(article.document());
    }

    private final class Article implements SafeXml.Handler {

        private final String fileName;
        private final Map<String, String> meta = new HashMap<>();
        private final StringBuilder metaText = new StringBuilder();
        private final List<Section> sections = new ArrayList<>();
        private final Deque<String> headings = new ArrayDeque<>();
        private String idType = "";
        private MarkedUpText text;
        private @Nullable StringBuilder heading;
        private int leftOut;
        private boolean isArticle;
        private int chars;

        Article(String fileName) {
            this.fileName = fileName;
            this.text = new MarkedUpText(fileName, mostChars);
        }

        @Override
        public void start(String element, XMLStreamReader xml, Deque<String> path) {
            if (element.equals("article") && path.isEmpty()) isArticle = true;
            if (leftOut > 0 || LEFT_OUT.contains(element)) {
                leftOut++;
                return;
            }
            if (element.equals("article-id")) idType = String.valueOf(xml.getAttributeValue(null, "pub-id-type"));
            if (IN_META.contains(element)) metaText.setLength(0);
            if (isBorder(element)) {
                keepText();
                headings.push(element.equals("abstract") ? "Abstract" : "");
            } else if (element.equals("title") && Set.of("sec", "abstract").contains(String.valueOf(path.peek()))) {
                heading = new StringBuilder();
            } else if (isRead(path)) {
                text.start(element);
            }
        }

        private boolean isBorder(String element) {
            return Set.of("abstract", "body", "sec").contains(element);
        }

        private boolean isRead(Deque<String> path) {
            return path.contains("body") || path.contains("abstract");
        }

        @Override
        public void text(String piece, Deque<String> path) {
            if (leftOut > 0) return;
            if (heading != null) heading.append(piece);
            else if (isRead(path)) text.add(piece);
            else if (path.stream().anyMatch(IN_META::contains)) metaText.append(piece);
        }

        @Override
        public void end(String element, Deque<String> path) {
            if (leftOut > 0) {
                leftOut--;
                return;
            }
            if (heading != null && element.equals("title")) {
                headings.pop();
                headings.push(heading.toString().strip().replaceAll("\\s+", " "));
                heading = null;
            } else if (isBorder(element)) {
                keepText();
                headings.pop();
            } else if (isRead(path)) {
                text.end(element);
            } else if (IN_META.contains(element)) {
                String key = element.equals("article-id") ? "id-" + idType : element;
                meta.putIfAbsent(key, metaText.toString().strip().replaceAll("\\s+", " "));
            }
        }

        private void keepText() {
            String read = text.asText();
            text = new MarkedUpText(fileName, mostChars);
            if (read.isEmpty()) return;
            chars += read.length();
            if (chars > mostChars) throw MarkedUpText.tooLong(fileName, mostChars);
            List<String> around = new ArrayList<>(headings.reversed().stream().filter(one -> !one.isEmpty()).toList());
            sections.add(new Section(String.join(": ", around), read));
        }

        ImportedDocument document() {
            if (!isArticle) throw SafeXml.refused(fileName, "is XML, but no article in JATS");
            String id = Stream.of("id-pmcid", "id-pmc", "id-pmid", "id-doi").flatMap(key -> Stream.ofNullable(meta.get(key))).findFirst()
                    .orElseThrow(() -> SafeXml.refused(fileName, "has neither a PMC id nor a DOI, so it cannot be cited"));
            String title = meta.getOrDefault("article-title", "");
            if (title.isEmpty() || sections.isEmpty()) throw SafeXml.refused(fileName, "is an article without title or text");
            String doi = meta.getOrDefault("id-doi", "");
            String source = meta.getOrDefault("journal-title", "") + (doi.isEmpty() ? "" : ", doi " + doi);
            return new ImportedDocument(new KnowledgeDocument(id.matches("\\d+") ? "PMC" + id : id, title, null, source.isBlank() ? null : source, date(), sections), "article");
        }

        private @Nullable LocalDate date() {
            return Dates.of(meta.getOrDefault("year", ""), meta.getOrDefault("month", ""), meta.getOrDefault("day", ""));
        }
    }
}
