package casewright.export;

import casewright.access.Signature;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.PageSizeUnits;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/// The CIOMS I form as PDF: the page from the template's `cioms.html` and `cioms.json`, then continuation pages for what its boxes do not hold, then the
/// signatures. The same content gives the same bytes.
final class CiomsForm {

    private static final String FONT_FAMILY = "Form";

    static {
        // Its log quotes what it cannot lay out: text of the case.
        XRLog.setLoggingEnabled(false);
    }

    private final FormFont font = new FormFont();
    private final SpringTemplateEngine engine = new SpringTemplateEngine();

    CiomsForm() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver(CiomsForm.class.getClassLoader());
        resolver.setPrefix("templates/");
        resolver.setSuffix("/cioms.html");
        resolver.setCharacterEncoding("UTF-8");
        resolver.setTemplateMode(TemplateMode.HTML);
        resolver.setCacheable(true);
        engine.setTemplateResolver(resolver);
    }

    /// A text whose box was too small.
    record Continued(String caption, String text) {
    }

    byte[] pdf(ReportContent content) {
        return render(html(content), content);
    }

    String html(ReportContent content) {
        String template = content.draft().template();
        CiomsLayout layout = CiomsLayout.of(template);
        Map<String, String> texts = new LinkedHashMap<>();
        List<Continued> continued = new ArrayList<>();
        new CiomsBoxes(content).texts().forEach((id, text) -> {
            List<String> parts = layout.fit(id, font.printable(text), font);
            boolean all = parts.getLast().isEmpty();
            texts.put(id, all ? parts.getFirst() : (parts.getFirst() + "\n" + layout.box(id).continuation()).strip());
            if (!all) continued.add(new Continued(layout.box(id).caption(), parts.getLast()));
        });
        Context context = new Context(java.util.Locale.ENGLISH);
        context.setVariable("layout", layout);
        context.setVariable("texts", texts);
        context.setVariable("ticks", new CiomsBoxes(content).ticks());
        context.setVariable("continued", continued);
        context.setVariable("draft", content.isDraft());
        context.setVariable("signatures", content.signatures().stream().map(this::printed).toList());
        context.setVariable("caseNumber", content.report().number());
        context.setVariable("record", record(content, template));
        return engine.process(template, context);
    }

    private List<String> printed(Signature signature) {
        return List.of(font.printable(signature.printedName()), font.printable(signature.meaning()), signature.printedTime(), signature.contentSha256(), signature.trailHash());
    }

    /// What leads back from the paper to the record.
    private static Map<String, String> record(ReportContent content, String template) {
        Map<String, String> record = new LinkedHashMap<>();
        record.put("Case", content.report().number() + ", revision " + content.draft().revision());
        record.put("Content (SHA-256)", content.draftSha256());
        record.put("Report template", template + ", SHA-256 " + content.draft().templateSha256());
        record.put("Form", "cioms.html of " + template + ", SHA-256 " + ReportExporter.sha256(CiomsLayout.read(template, "cioms.html")));
        record.put("Audit trail (newest hash)", content.trailHash());
        return record;
    }

    private static byte[] render(String html, ReportContent content) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFont(FormFont::open, FONT_FAMILY);
        builder.useDefaultPageSize(210, 297, PageSizeUnits.MM);
        // Nothing outside the page is ever loaded.
        builder.useUriResolver((_, _) -> null);
        builder.withHtmlContent(html, null);
        builder.withProducer("Casewright");
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            renderer.createPDFWithoutClosing();
            PDDocument document = renderer.getPdfDocument();
            GregorianCalendar date = GregorianCalendar.from(content.date().atZone(ZoneOffset.UTC));
            PDDocumentInformation information = document.getDocumentInformation();
            information.setTitle("CIOMS I, case " + content.report().number());
            information.setCreationDate(date);
            information.setModificationDate(date);
            document.setDocumentId(Long.parseUnsignedLong(content.draftSha256().substring(0, 15), 16));
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("The CIOMS form of case " + content.report().number() + " could not be made", e);
        }
    }
}
