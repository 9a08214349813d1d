package casewright.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a PDF says of itself is kept, and told where its text does not say it.
class DocumentPropertiesTest {

    private static final String TITLE = "Rash after metoprolol in a patient of middle age";

    @Test
    void whatTheTextDoesNotSayIsTold() throws IOException {
        try (DrawnPdf pdf = new DrawnPdf().text(50, 50, "A 54-year-old man took metoprolol.")) {
            PDDocumentInformation information = new PDDocumentInformation();
            information.setTitle(TITLE);
            information.setAuthor("Anna Rossi; Jan van Dijk");
            information.setSubject("Journal of Invented Care, 12 (2018) 45-48. doi:10.9999/jic.45.");
            pdf.document.setDocumentInformation(information);

            DocumentText text = new TextExtractor(10).extract(pdf.bytes());

            assertThat(text.properties().unsaid(text.pages())).containsExactly("title \u201c" + TITLE + "\u201d", "DOI 10.9999/jic.45", "published in \u201cJournal of Invented Care, 12 (2018) 45-48\u201d", "authors Anna Rossi; Jan van Dijk");
            assertThat(text.pages().getFirst().text()).as("no words of the page").doesNotContain("Rossi");
        }
    }

    @Test
    void whatTheTextSaysIsNotToldAgain() throws IOException {
        try (DrawnPdf pdf = new DrawnPdf().lines(50, 50, "Rash after Metoprolol in a Patient", "of Middle Age", "Anna Rossi")) {
            PDDocumentInformation information = new PDDocumentInformation();
            information.setTitle(TITLE);
            information.setAuthor("Nobody Else");
            pdf.document.setDocumentInformation(information);

            DocumentText text = new TextExtractor(10).extract(pdf.bytes());

            assertThat(text.properties().unsaid(text.pages())).isEmpty();
        }
    }

    @Test
    void xmpIsReadWhereTheInformationHoldsTheNameOfAFile() throws IOException {
        try (DrawnPdf pdf = new DrawnPdf().text(50, 50, "A 54-year-old man took metoprolol.")) {
            String xmp = "<x:xmpmeta><rdf:RDF><rdf:Description prism:doi=\"10.9999/jic.46\"><dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" + TITLE + "</rdf:li></rdf:Alt></dc:title><dc:creator><rdf:Bag><rdf:li>Rossi, Anna</rdf:li>"
                    + "<rdf:li>D&amp;#x2019;Amora, Bruno</rdf:li></rdf:Bag></dc:creator><prism:publicationName>Journal of Invented Care</prism:publicationName></rdf:Description></rdf:RDF></x:xmpmeta>";
            PDMetadata metadata = new PDMetadata(pdf.document);
            metadata.importXMPMetadata(xmp.getBytes(StandardCharsets.UTF_8));
            pdf.document.getDocumentCatalog().setMetadata(metadata);
            pdf.titled("7245947.dvi");

            assertThat(new TextExtractor(10).extract(pdf.bytes()).properties()).isEqualTo(new DocumentProperties(TITLE, "Rossi, Anna; D\u2019Amora, Bruno", "Journal of Invented Care", "10.9999/jic.46"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Microsoft Word - case report final.doc", "9824762.dvi", "case_report_final", "untitled", "Letter", "Scan from the ward printer", "C:\\files\\my case report", "PII: S0140 6736"})
    void namesOfFilesAndProgramsAreNoTitle(String title) {
        assertThat(new DocumentProperties(title, "admin", "", "no doi").unsaid(List.of())).isEmpty();
    }

    @Test
    void aLongOneIsCutAndControlCharactersGo() {
        assertThat(new DocumentProperties("A title\u0000 with\n" + "words ".repeat(200), "", "", "").title()).hasSizeLessThanOrEqualTo(300).startsWith("A title with words").endsWith("\u2026");
    }

    @Test
    void aTextThatWasKeptBeforeHasNone() {
        assertThat(DocumentTexts.read("{\"extractor\":\"casewright-8/pdf\",\"pages\":[],\"warnings\":[]}").properties()).isEqualTo(DocumentProperties.NONE);
    }
}
