package casewright.knowledge.forms;

import casewright.retrieval.KnowledgeDocument;
import casewright.retrieval.Section;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamReader;

/// Questions and answers of the NIH: MedQuAD, one XML file a topic. Source: Ben Abacha, Demner-Fushman (2019), "A question-entailment approach to question
/// answering", BMC Bioinformatics 20:511.
final class MedQuadForm implements KnowledgeForm {

    private static final Set<String> TEXTS = Set.of("Focus", "Question", "Answer", "doctitle-focus", "question", "answer");

    private final int mostChars;

    MedQuadForm(int mostChars) {
        this.mostChars = mostChars;
    }

    @Override
    public String accepted() {
        return "MedQuAD: .xml files of questions and answers";
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
        Topic topic = new Topic(fileName);
        SafeXml.read(fileName, in, topic);
        topic.handTo(receiver);
    }

    private final class Topic implements SafeXml.Handler {

        private final String fileName;
        private final List<Section> sections = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();
        private String id = "";
        private String source = "";
        private String url = "";
        private String focus = "";
        private String question = "";
        private int chars;

        Topic(String fileName) {
            this.fileName = fileName;
        }

        @Override
        public void start(String element, XMLStreamReader xml, Deque<String> path) {
            if (path.isEmpty()) {
                // Some files have other names for the same: doc, docid, corpus, doctitle-focus, question, answer; one is a DiseaseFile with a fid.
                boolean isOther = element.equals("doc");
                String nameOfId = isOther ? "docid" : element.equals("DiseaseFile") ? "fid" : element.equals("Document") ? "id" : "";
                if (nameOfId.isEmpty()) throw SafeXml.refused(fileName, "is XML, but no file of MedQuAD");
                id = String.valueOf(xml.getAttributeValue(null, nameOfId));
                source = String.valueOf(xml.getAttributeValue(null, isOther ? "corpus" : "source"));
                url = String.valueOf(xml.getAttributeValue(null, "url"));
            }
            if (TEXTS.contains(element)) text.setLength(0);
        }

        @Override
        public void text(String piece, Deque<String> path) {
            text.append(piece);
            chars += piece.length();
            if (chars > mostChars) throw MarkedUpText.tooLong(fileName, mostChars);
        }

        @Override
        public void end(String element, Deque<String> path) {
            String read = text.toString().strip();
            switch (element) {
                case "Focus", "doctitle-focus" -> focus = read;
                case "Question", "question" -> question = read;
                case "Answer", "answer" -> {
                    if (!read.isEmpty()) sections.add(new Section(question, read));
                }
                default -> {
                    // annotations and numbers
                }
            }
        }

        /// Some files share an id, and only their names go on: 0000013_2_1.xml and 0000013_2_2.xml are both 0000013_2.
        private String idOrName() {
            String name = fileName.substring(fileName.lastIndexOf('/') + 1).replaceFirst("\\.[^.]*$", "");
            return name.startsWith(id + "_") ? name : id;
        }

        /// Many files hold questions only, as their answers may not be passed on; they are no documents.
        void handTo(Receiver receiver) {
            if (id.equals("null")) throw SafeXml.refused(fileName, "has no id");
            if (sections.isEmpty()) return;
            String title = focus.isEmpty() ? sections.getFirst().title() : focus;
            receiver.document(new ImportedDocument(new KnowledgeDocument(source + "-" + idOrName(), title, null, url.equals("null") ? source : url, null, sections), "questions and answers"));
        }
    }
}
