package casewright.knowledge.forms;

import casewright.knowledge.forms.PageReader.Heading;
import casewright.knowledge.forms.PageReader.PagedText;
import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import casewright.retrieval.KnowledgeDocument;
import casewright.retrieval.Section;
import casewright.retrieval.TextSpan;
import casewright.retrieval.splitting.Sentences;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A PDF or Word file of the company: core data sheet, brochure, procedure. Its headings make the sections, and a section of several pages is one for each of them, named
/// with the page, so that whoever cites a passage can turn to it.
public final class PagedForm implements KnowledgeForm {

    private static final int LARGEST_BYTES = 50_000_000;
    private static final int LONGEST_HEADING_CHARS = 150;

    private final PageReader reader;
    private final String kind;
    private final @Nullable String product;
    private final int mostChars;

    /// @param kind    what the documents are: "company core data sheet"; empty when not told
    /// @param product that they are about; null: about none in particular
    public PagedForm(PageReader reader, String kind, @Nullable String product, int mostChars) {
        this.reader = reader;
        this.kind = kind;
        this.product = product;
        this.mostChars = mostChars;
    }

    @Override
    public String accepted() {
        return ".pdf and .docx files (what they are and their product are told with the import)";
    }

    @Override
    public boolean reads(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        return lower.endsWith(".pdf") || lower.endsWith(".docx");
    }

    @Override
    public boolean isOneDocumentAFile() {
        return true;
    }

    @Override
    public void read(String fileName, InputStream in, Receiver receiver) throws IOException {
        byte[] content = in.readNBytes(LARGEST_BYTES + 1);
        if (content.length > LARGEST_BYTES) throw new RefusedException(Reason.TOO_LARGE, "The file " + fileName + " is larger than 50 MB.");
        PagedText text;
        try {
            text = reader.read(content);
        } catch (RefusedException e) {
            // the page of a case, which takes the password of a locked one, is not for knowledge
            String why = e.reason() == Reason.LOCKED ? "it opens only with a password. Please import a version without one." : e.text();
            throw new RefusedException(e.reason(), "The file " + fileName + " cannot be read: " + why);
        }
        if (text.pages().stream().mapToLong(String::length).sum() > mostChars) throw MarkedUpText.tooLong(fileName, mostChars);
        List<Section> sections = sections(text);
        if (sections.isEmpty()) throw new RefusedException(Reason.UNREADABLE, "The file " + fileName + " holds no text.");
        String name = fileName.substring(fileName.lastIndexOf('/') + 1, fileName.lastIndexOf('.'));
        String title = (product == null ? "" : product + ": ") + (kind.isEmpty() ? "" : kind + ", ") + name;
        receiver.document(new ImportedDocument(new KnowledgeDocument(fileName, title, product, fileName, null, sections), kind));
    }

    /// What begins at a place of the whole text.
    ///
    /// @param start where its own text begins, behind the heading
    private record Beginning(String heading, int page, int start) {
    }

    private static List<Section> sections(PagedText text) {
        StringBuilder whole = new StringBuilder();
        List<Integer> pageStarts = new ArrayList<>();
        for (String page : text.pages()) {
            pageStarts.add(whole.length());
            whole.append(page.stripTrailing()).append('\n');
        }
        TreeMap<Integer, Beginning> beginnings = beginnings(whole.toString(), pageStarts, text.headings());
        List<Section> sections = new ArrayList<>();
        beginnings.forEach((at, beginning) -> {
            Integer next = beginnings.higherKey(at);
            String part = whole.substring(Math.min(beginning.start(), next == null ? whole.length() : next), next == null ? whole.length() : next).strip();
            String page = text.pages().size() == 1 ? "" : "page " + beginning.page();
            String title = beginning.heading().isEmpty() || page.isEmpty() ? beginning.heading() + page : beginning.heading() + ", " + page;
            if (!part.isEmpty()) sections.add(new Section(title, part));
        });
        return sections;
    }

    /// By place: headings, and the first sentence of each page; a sentence that goes on from one page to the next belongs to the first.
    private static TreeMap<Integer, Beginning> beginnings(String whole, List<Integer> pageStarts, List<Heading> headings) {
        TreeMap<Integer, Beginning> found = new TreeMap<>();
        found.put(0, new Beginning("", 1, 0));
        for (Heading heading : headings) {
            int at = pageStarts.get(heading.page() - 1) + heading.start();
            if (at >= whole.length()) continue;
            int lineEnd = whole.indexOf('\n', at);
            int end = whole.startsWith(heading.text(), at) ? at + heading.text().length() : lineEnd < 0 ? whole.length() : lineEnd;
            String said = heading.text().replaceAll("\\s+", " ").strip();
            found.put(at, new Beginning(said.substring(0, Math.min(said.length(), LONGEST_HEADING_CHARS)), heading.page(), end));
        }
        List<Integer> sentences = Sentences.of(whole).stream().map(TextSpan::start).toList();
        for (int page = 2; page <= pageStarts.size(); page++) {
            int from = pageStarts.get(page - 1);
            int end = page < pageStarts.size() ? pageStarts.get(page) : whole.length();
            int number = page;
            if (!hasSentenceBefore(found, sentences, from, end)) continue;
            sentences.stream().filter(start -> start >= from && start < end).findFirst().ifPresent(start -> found.putIfAbsent(start, new Beginning(found.floorEntry(start).getValue().heading(), number, start)));
        }
        return found;
    }

    /// Whether a sentence begins on the page before its first heading does. What else stands there goes on from the page before.
    private static boolean hasSentenceBefore(TreeMap<Integer, Beginning> found, List<Integer> sentences, int from, int end) {
        Integer heading = found.ceilingKey(from);
        return heading == null || heading >= end || sentences.stream().anyMatch(start -> start >= from && start < heading);
    }
}
