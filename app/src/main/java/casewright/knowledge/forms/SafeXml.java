package casewright.knowledge.forms;

import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// XML as a stream of elements: no DTD is read, nothing is fetched, and an entity that XML itself does not define ends the reading, so entities can neither
/// multiply nor look outside (OWASP, "XML External Entity Prevention Cheat Sheet").
final class SafeXml {

    private static final int DEEPEST = 200;

    private SafeXml() {
    }

    /// Is told what the stream holds. Names are without prefix.
    interface Handler {

        /// @param path the names of the elements around, the innermost first; this element is not among them yet
        void start(String name, XMLStreamReader element, Deque<String> path);

        void text(String text, Deque<String> path);

        /// @param path as at the start
        void end(String name, Deque<String> path);
    }

    /// @throws RefusedException (unreadable) for XML that is malformed, cut off, in the wrong encoding or uses entities of its own
    static void read(String fileName, InputStream in, Handler handler) throws IOException {
        Deque<String> path = new ArrayDeque<>();
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(in);
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (path.size() >= DEEPEST) throw refused(fileName, "nests more than " + DEEPEST + " elements");
                        handler.start(xml.getLocalName(), xml, path);
                        path.push(xml.getLocalName());
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        path.pop();
                        handler.end(xml.getLocalName(), path);
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> handler.text(xml.getText(), path);
                    case XMLStreamConstants.ENTITY_REFERENCE -> throw refused(fileName, "uses an entity that XML does not define");
                    default -> {
                        // comments, processing instructions, the DOCTYPE's name
                    }
                }
            }
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException outside && !(outside instanceof java.io.CharConversionException)) throw outside;
            throw refused(fileName, "is no well-formed XML near line " + (e.getLocation() == null ? 1 : e.getLocation().getLineNumber()) + "; it may be cut off");
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    static RefusedException refused(String fileName, String what) {
        return new RefusedException(Reason.UNREADABLE, "The file " + fileName + " " + what + ".");
    }
}
