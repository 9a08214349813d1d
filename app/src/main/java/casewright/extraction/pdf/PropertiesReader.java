package casewright.extraction.pdf;

import casewright.extraction.DocumentProperties;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.jspecify.annotations.Nullable;

/// A PDF's document information (ISO 32000-1, 14.3.3) and its XMP, by the names that publishers use there: Dublin Core and PRISM. Compressed XMP is left
/// alone, as it may grow beyond measure; the standard asks for plain one.
public final class PropertiesReader {

    private static final int MOST_XMP_BYTES = 200_000;
    private static final Pattern ITEM = Pattern.compile("<rdf:li[^>]{0,200}>([^<]{1,2000})</rdf:li>");

    private PropertiesReader() {
    }

    /// Nothing of it is needed: what is damaged says nothing.
    public static DocumentProperties of(PDDocument document) {
        try {
            PDDocumentInformation information = document.getDocumentInformation();
            String xmp = xmp(document);
            String doi = Stream.of(value(xmp, "prism:doi"), value(xmp, "dc:identifier"), plain(information.getCustomMetadataValue("doi")), plain(information.getSubject())).filter(one -> one.contains("10.")).findFirst().orElse("");
            String publication = first(first(value(xmp, "prism:publicationName"), DocumentProperties.titleOf(value(xmp, "dc:source"))), DocumentProperties.imprintOf(plain(information.getSubject())));
            return new DocumentProperties(first(DocumentProperties.titleOf(plain(information.getTitle())), value(xmp, "dc:title")), first(value(xmp, "dc:creator"), plain(information.getAuthor())), publication, doi);
        } catch (IOException | RuntimeException e) {
            return DocumentProperties.NONE;
        }
    }

    private static String xmp(PDDocument document) throws IOException {
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        if (metadata == null || !metadata.getFilters().isEmpty()) return "";
        try (InputStream bytes = metadata.createInputStream()) {
            return new String(bytes.readNBytes(MOST_XMP_BYTES), StandardCharsets.UTF_8);
        }
    }

    /// The value of an element or attribute of this name; a list's items joined by semicolons.
    private static String value(String xmp, String name) {
        Matcher element = Pattern.compile("<" + name + "(?: [^>]{0,200})?>(.{0,8000}?)</" + name + ">", Pattern.DOTALL).matcher(xmp);
        if (element.find()) {
            String items = ITEM.matcher(element.group(1)).results().map(item -> item.group(1).strip()).collect(Collectors.joining("; "));
            return withoutEntities(items.isEmpty() && !element.group(1).contains("<") ? element.group(1) : items);
        }
        Matcher attribute = Pattern.compile("\\b" + name + "=\"([^\"<]{1,2000})\"").matcher(xmp);
        return attribute.find() ? withoutEntities(attribute.group(1)) : "";
    }

    /// Publishers' programs write them twice: "D&amp;#x2019;Amora".
    private static String withoutEntities(String written) {
        String once = written.replace("&amp;", "&");
        return Pattern.compile("&#x([0-9a-fA-F]{2,5});").matcher(once).replaceAll(found -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16)))).replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'");
    }

    private static String first(String one, String other) {
        return one.isBlank() ? other : one;
    }

    private static String plain(@Nullable String written) {
        return Objects.requireNonNullElse(written, "");
    }
}
