package casewright.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionRemoteGoTo;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.xmlbeans.XmlException;
import org.apache.xmlbeans.XmlObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Documents that name something on a server: it never hears of them.
@Timeout(60)
class OutsideReferencesTest {

    private static final String SENTENCE = "A severe rash appeared after the second dose of metoprolol.";
    /// A picture that Word would fetch.
    private static final String PICTURE = """
            <wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:extent cx="9525" cy="9525"/><wp:docPr id="1" name="Picture"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">
            <a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="1" name="Picture"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>
            <a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:link="%s"/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline>
            """;

    private final TextExtractor extractor = new TextExtractor(300);
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final HttpServer server = listening();

    private HttpServer listening() {
        try {
            HttpServer made = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
            made.createContext("/", exchange -> {
                asked.add(exchange.getRequestURI().getPath());
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            return made;
        } catch (IOException e) {
            throw new IllegalStateException("No free port", e);
        }
    }

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String at(String name) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + name;
    }

    /// The test's own question shows that the server hears.
    private void nobodyElseAsked() throws IOException {
        try (InputStream answer = URI.create(at("by-the-test")).toURL().openStream()) {
            answer.readAllBytes();
        }
        assertThat(asked).containsExactly("/by-the-test");
    }

    @Test
    void ofAWebPageAreNotFetched() throws IOException {
        String page = """
                <!DOCTYPE html><html><head><base href="%1$s"><link rel="stylesheet" href="%1$sstyle.css"><script src="%1$sscript.js"></script>
                <meta http-equiv="refresh" content="0; url=%1$snext.html"></head><body><p>%2$s</p><img src="%1$spicture.png" srcset="%1$slarger.png 2x">
                <iframe src="%1$sframe.html"></iframe><object data="%1$sobject.svg"></object><embed src="%1$sembedded.pdf"><a href="%1$slink.html"></a></body></html>
                """.formatted(at(""), SENTENCE);

        assertThat(extractor.extract(page.getBytes(StandardCharsets.UTF_8)).pages().getFirst().text()).isEqualTo(SENTENCE);

        nobodyElseAsked();
    }

    @Test
    void ofAWordDocumentAreNotFetched() throws IOException, XmlException {
        byte[] word;
        try (XWPFDocument document = new XWPFDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XWPFRun run = document.createParagraph().createRun();
            run.setText(SENTENCE);
            String picture = document.getPackagePart().addExternalRelationship(at("picture.png"), PackageRelationshipTypes.IMAGE_PART).getId();
            document.getPackagePart().addExternalRelationship(at("template.dotm"), "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate");
            run.getCTR().addNewDrawing().set(XmlObject.Factory.parse(PICTURE.formatted(picture)));
            document.write(out);
            word = out.toByteArray();
        }

        assertThat(extractor.extract(word).pages().getFirst().text()).isEqualTo(SENTENCE);

        nobodyElseAsked();
    }

    @Test
    void ofAPdfAreNotFetched() throws IOException {
        DrawnPdf pdf = new DrawnPdf().text(72, 100, SENTENCE);
        PDPage page = pdf.document.getPage(0);
        PDActionURI whenOpened = new PDActionURI();
        whenOpened.setURI(at("opened"));
        pdf.document.getDocumentCatalog().setOpenAction(whenOpened);
        PDActionRemoteGoTo elsewhere = new PDActionRemoteGoTo();
        elsewhere.setFile(new PDComplexFileSpecification(file("other.pdf")));
        PDAnnotationLink link = new PDAnnotationLink();
        link.setRectangle(new PDRectangle(72, 700, 100, 20));
        link.setAction(elsewhere);
        page.setAnnotations(List.of(link));
        try (PDPageContentStream content = new PDPageContentStream(pdf.document, page, PDPageContentStream.AppendMode.APPEND, false)) {
            content.drawImage(outsideImage(pdf), 72, 600, 20, 20);
        }

        assertThat(extractor.extract(pdf.bytes()).pages().getFirst().text()).isEqualTo(SENTENCE);

        nobodyElseAsked();
    }

    /// ISO 32000-1, 7.11.5: a file that is named by its address.
    private COSDictionary file(String name) {
        COSDictionary file = new COSDictionary();
        file.setItem(COSName.TYPE, COSName.FILESPEC);
        file.setName(COSName.FS, "URL");
        file.setString(COSName.F, at(name));
        return file;
    }

    /// ISO 32000-1, 7.3.8.2: a stream whose content lies in another file.
    private PDImageXObject outsideImage(DrawnPdf pdf) throws IOException {
        COSStream stream = pdf.document.getDocument().createCOSStream();
        try (OutputStream out = stream.createOutputStream()) {
            out.write(0);
        }
        stream.setItem(COSName.TYPE, COSName.XOBJECT);
        stream.setItem(COSName.SUBTYPE, COSName.IMAGE);
        stream.setItem(COSName.F, file("image.raw"));
        PDImageXObject image = new PDImageXObject(new PDStream(stream), pdf.document.getPage(0).getResources());
        image.setWidth(1);
        image.setHeight(1);
        image.setBitsPerComponent(8);
        image.setColorSpace(PDDeviceGray.INSTANCE);
        return image;
    }
}
