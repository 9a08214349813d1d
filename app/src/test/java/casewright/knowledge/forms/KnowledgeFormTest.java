package casewright.knowledge.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casewright.refusal.RefusedException;
import casewright.retrieval.KnowledgeDocument;
import casewright.retrieval.Section;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// All files are invented.
class KnowledgeFormTest {

    private static final String LABEL = """
            <?xml version="1.0" encoding="UTF-8"?>
            <document xmlns="urn:hl7-org:v3">
              <title>These highlights do not include all</title><effectiveTime value="20250203"/><setId root="aaaa-1111"/><versionNumber value="7"/>
              <author><assignedEntity><representedOrganization><name>Meridian</name></representedOrganization></assignedEntity></author>
              <component><structuredBody>
                <component><section><code code="48780-1"/><subject><manufacturedProduct><manufacturedProduct><name>Zelor<suffix>Forte</suffix></name>
                  <ingredient classCode="ACTIB"><ingredientSubstance><name>LOSARTAN POTASSIUM</name></ingredientSubstance></ingredient>
                  <ingredient classCode="IACT"><ingredientSubstance><name>WATER</name></ingredientSubstance></ingredient>
                </manufacturedProduct></manufacturedProduct></subject><text><paragraph>Elements.</paragraph></text></section></component>
                <component><section><code code="34084-4"/><title>6 <content>Adverse</content> Reactions</title>
                  <text><paragraph>Seen in <sub>most</sub> trials:</paragraph><list><item>Dizziness &amp; cough</item><item><content>Rash</content></item></list></text>
                  <excerpt><highlight><text><paragraph>In short.</paragraph></text></highlight></excerpt>
                  <component><section><code code="42229-5"/><title>6.1 Trials</title><text><table><tr><td>Event</td><td>%</td></tr><tr><td>Gout</td><td>3</td></tr></table></text></section></component>
                </section></component>
              </structuredBody></component>
            </document>""";
    private static final String ARTICLE = """
            <!DOCTYPE article PUBLIC "-//NLM//DTD JATS v1.1//EN" "JATS-archivearticle1.dtd">
            <article><front><journal-meta><journal-title>J Invented</journal-title></journal-meta><article-meta><article-id pub-id-type="pmcid">123</article-id>
              <article-id pub-id-type="doi">10.1/x</article-id><title-group><article-title>Taste <italic>lost</italic></article-title></title-group>
              <pub-date><day>5</day><month>3</month><year>2024</year></pub-date><abstract><sec><title>Aim</title><p>To tell.</p></sec></abstract></article-meta></front>
              <body><sec><title>Case</title><p>A woman<xref>1</xref> lost her taste.</p><sec><title>Course</title><p>It came back.</p></sec></sec></body>
              <back><ref-list><ref>Other</ref></ref-list></back></article>""";
    private static final String CITATIONS = """
            <!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN" "https://example.org/pubmed.dtd">
            <PubmedArticleSet><PubmedArticle><MedlineCitation><PMID Version="1">11</PMID><Article><Journal><JournalIssue><PubDate><Year>2023</Year><Month>Feb</Month></PubDate></JournalIssue>
              <Title>J Invented</Title></Journal><ArticleTitle>On <i>gout</i></ArticleTitle><Abstract><AbstractText Label="AIM">Why.</AbstractText><AbstractText>Thus.</AbstractText></Abstract></Article>
              <CommentsCorrectionsList><CommentsCorrections><PMID>99</PMID></CommentsCorrections></CommentsCorrectionsList></MedlineCitation></PubmedArticle>
            <DeleteCitation><PMID>7</PMID></DeleteCitation></PubmedArticleSet>""";

    private final List<String> deleted = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    private List<ImportedDocument> read(String kind, String name, String text) {
        return read(kind, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private List<ImportedDocument> read(String kind, String name, byte[] bytes) {
        List<ImportedDocument> documents = new ArrayList<>();
        try {
            KnowledgeForm.named(kind, null, 10_000).orElseThrow().read(name, new ByteArrayInputStream(bytes), new KnowledgeForm.Receiver() {
                @Override
                public void document(ImportedDocument document) {
                    documents.add(document);
                }

                @Override
                public void deleted(String id) {
                    deleted.add(id);
                }

                @Override
                public void leftOut(String reason) {
                    leftOut.add(reason);
                }
            });
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return documents;
    }

    @Test
    void readsALabelByItsSections() {
        ImportedDocument label = read("spl", "a.xml", LABEL).getFirst();

        assertThat(label.kind()).isEqualTo("label (US)");
        assertThat(label.document()).isEqualTo(new KnowledgeDocument("aaaa-1111", "ZelorForte (losartan potassium), label of Meridian", "ZelorForte (losartan potassium)",
                "SPL set aaaa-1111, version 7", LocalDate.of(2025, 2, 3), List.of(new Section("6 Adverse Reactions", "Seen in most trials:\n\n  * Dizziness & cough\n  * Rash"),
                        new Section("Adverse reactions: 6.1 Trials", "Event    %\n  Gout    3"))));
    }

    @Test
    void readsAnArticleByItsHeadings() {
        ImportedDocument article = read("jats", "a.nxml", ARTICLE).getFirst();

        assertThat(article.document()).isEqualTo(new KnowledgeDocument("PMC123", "Taste lost", null, "J Invented, doi 10.1/x", LocalDate.of(2024, 3, 5),
                List.of(new Section("Abstract: Aim", "To tell."), new Section("Case", "A woman lost her taste."), new Section("Case: Course", "It came back."))));
    }

    @Test
    void readsCitationsAndDeletions() {
        List<ImportedDocument> citations = read("pubmed", "a.xml", CITATIONS);

        assertThat(citations).singleElement().extracting(ImportedDocument::document).isEqualTo(new KnowledgeDocument("11", "On gout", null, "J Invented", LocalDate.of(2023, 2, 1),
                List.of(new Section("Abstract: AIM", "Why."), new Section("Abstract", "Thus."))));
        assertThat(deleted).containsExactly("7");
    }

    @Test
    void readsQuestionsThatHaveAnswers() {
        List<ImportedDocument> topics = read("medquad", "a.xml", """
                <Document id="0001" source="NIH" url="http://example.org/a"><Focus>Gout</Focus><QAPairs><QAPair><Question>What is it?</Question><Answer>A disease.</Answer></QAPair>
                <QAPair><Question>And who?</Question><Answer></Answer></QAPair></QAPairs></Document>""");
        List<ImportedDocument> unanswered = read("medquad", "b.xml", "<Document id=\"2\" source=\"NIH\"><Focus>Gout</Focus><QAPairs/></Document>");

        assertThat(topics).singleElement().extracting(ImportedDocument::document)
                .isEqualTo(new KnowledgeDocument("NIH-0001", "Gout", null, "http://example.org/a", null, List.of(new Section("What is it?", "A disease."))));
        assertThat(unanswered).isEmpty();
        assertThat(read("medquad", "c.xml", """
                <doc docid="7" corpus="NINDS" url="http://example.org/c"><doctitle-focus>Gout</doctitle-focus><qaPairs><pair pid="1"><question qid="7-1">what is gout ?</question>
                <answer>A disease.</answer></pair></qaPairs></doc>""")).singleElement().extracting(ImportedDocument::document)
                .isEqualTo(new KnowledgeDocument("NINDS-7", "Gout", null, "http://example.org/c", null, List.of(new Section("what is gout ?", "A disease."))));
        String shared = "<%s %s=\"13_2\" source=\"NIH\"><Focus>Gout</Focus><QAPairs><QAPair><Question>What?</Question><Answer>A disease.</Answer></QAPair></QAPairs></%s>";
        assertThat(read("medquad", "medquad.tar/nih/13_2_5.xml", shared.formatted("Document", "id", "Document"))).extracting(one -> one.document().id()).containsExactly("NIH-13_2_5");
        assertThat(read("medquad", "13_2.xml", shared.formatted("DiseaseFile", "fid", "DiseaseFile"))).extracting(one -> one.document().id()).containsExactly("NIH-13_2");
    }

    @Test
    void readsGrades() {
        assertThat(read("ctcae", "a.json", """
                [{"soc": "Skin", "term": "Rash, mild", "g1": "A spot", "g2": " -", "g5": "Death", "def": "Spots.", "nav": " -"}]""")).singleElement().extracting(ImportedDocument::document)
                .isEqualTo(new KnowledgeDocument("skin-rash-mild", "Rash, mild", null, "CTCAE v5.0, Skin", null,
                        List.of(new Section("Definition", "Spots."), new Section("Grades", "Grade 1: A spot\n\nGrade 5: Death"))));
    }

    @Test
    void readsLabelsOfOpenFda() {
        assertThat(read("openfda", "a.json", """
                {"meta": {"results": {"total": 1}}, "results": [{"set_id": "s1", "effective_time": "20240102", "adverse_reactions": ["Rash.", "Gout."], "adverse_reactions_table": ["<table/>"],
                "openfda": {"brand_name": ["Zelor"], "generic_name": ["LOSARTAN"], "manufacturer_name": ["Meridian"]}}]}""")).singleElement().extracting(ImportedDocument::document)
                .isEqualTo(new KnowledgeDocument("s1", "Zelor (losartan), label of Meridian", "Zelor (losartan)", "openFDA, set s1", LocalDate.of(2024, 1, 2),
                        List.of(new Section("Adverse reactions", "Rash.\n\nGout."))));
    }

    @Test
    void leavesLabelsOfOpenFdaOutThatHoldNothingToRead() {
        List<ImportedDocument> labels = read("openfda", "a.json", """
                {"results": [{"set_id": "s1", "openfda": {}, "spl_product_data_elements": ["Zelor LOSARTAN WATER"], "package_label_principal_display_panel": ["a picture"]},
                {"openfda": {}, "warnings": ["Not for cats."]},
                {"set_id": "s2", "openfda": {}, "spl_product_data_elements": ["ZELOR FORTE losartan potassium %s"], "warnings": ["Not for dogs."]}]}""".formatted("CELLULOSE ".repeat(20)));

        assertThat(leftOut).containsExactly("The file a.json holds a label without sections (s1).", "The file a.json holds a label without set_id and id.");
        assertThat(labels).singleElement().extracting(ImportedDocument::document).satisfies(label -> {
            assertThat(label.id()).isEqualTo("s2");
            assertThat(label.title()).startsWith("ZELOR FORTE losartan potassium CELLULOSE").endsWith("CELLULOSE …, label");
            assertThat(label.product()).as("no list of excipients").isNull();
        });
    }

    @ParameterizedTest
    @CsvSource({"1998 Dec-1999 Jan, 1998", "Spring 2000, 2000", "2000 1st Quart, 2000"})
    void readsTheYearOfACitationThatSpansMonths(String told, int year) {
        String citations = CITATIONS.replace("<Year>2023</Year><Month>Feb</Month>", "<MedlineDate>" + told + "</MedlineDate>");

        assertThat(read("pubmed", "a.xml", citations)).singleElement().extracting(one -> one.document().date()).isEqualTo(LocalDate.of(year, 1, 1));
    }

    @Test
    void saysOfARetractedCitationThatItIs() {
        String type = "</Abstract><PublicationTypeList><PublicationType UI=\"D016428\">Journal Article</PublicationType><PublicationType UI=\"D016441\">Retracted Publication</PublicationType></PublicationTypeList>";

        assertThat(read("pubmed", "a.xml", CITATIONS.replace("</Abstract>", type))).singleElement().extracting(one -> one.document().title()).isEqualTo("Retracted: On gout");
        assertThat(read("pubmed", "a.xml", CITATIONS.replace("</Abstract>", type).replace("On <i>", "RETRACTED: On <i>"))).singleElement().extracting(one -> one.document().title()).isEqualTo("RETRACTED: On gout");
    }

    /// Memory does not grow with the file.
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "pubmed | <PubmedArticleSet> | <PubmedArticle><MedlineCitation><PMID>%d</PMID><Article><ArticleTitle>Hiccups</ArticleTitle></Article></MedlineCitation></PubmedArticle> | ` ` | </PubmedArticleSet>",
        "openfda | {\"meta\": {}, \"results\": [ | {\"set_id\": \"s%d\", \"warnings\": [\"Hiccups were seen with it in some.\"]} | `,` | ]}",
        "ctcae | [ | {\"soc\": \"Skin\", \"term\": \"Rash %d\", \"def\": \"A disorder characterized by spots.\"} | `,` | ]",
        "jsonl | ` ` | {\"id\": \"d%d\", \"title\": \"T\", \"text\": \"Hiccups were seen with it in some.\"} | `\n` | ` `"})
    void handsEachDocumentOverBeforeTheRestIsRead(String kind, String head, String one, String between, String tail) throws IOException {
        int documents = 30_000;
        byte[] file = (head + IntStream.range(0, documents).mapToObj(one::formatted).collect(Collectors.joining(between)) + tail).getBytes(StandardCharsets.UTF_8);
        ByteArrayInputStream in = new ByteArrayInputStream(file);
        int[] handedOver = {0};

        KnowledgeForm.named(kind, null, 10_000).orElseThrow().read("a", in, _ -> {
            int read = file.length - in.available();
            assertThat(read - (long) file.length * ++handedOver[0] / documents).as("read ahead of document %d", handedOver[0]).isLessThan(100_000);
        });

        assertThat(file.length).isGreaterThan(2_000_000);
        assertThat(handedOver[0]).isEqualTo(documents);
    }

    @Test
    void readsLinesThatHoldNothingButText() {
        assertThat(read("jsonl", "a.jsonl", "{\"text\": \"Zelor is indicated.\"}\n\n{\"id\": \"x\", \"title\": \"T\", \"text\": \"Y\"}")).extracting(one -> one.document().id() + " " + one.document().title())
                .containsExactly("a.jsonl:1 Zelor is indicated.", "x T");
    }

    @ParameterizedTest
    @CsvSource({"spl", "jats", "pubmed", "medquad"})
    void refusesXmlThatIsBrokenCutOffOrOfAnotherKind(String kind) {
        assertThatThrownBy(() -> read(kind, "a.xml", LABEL.substring(0, 900))).isInstanceOf(RefusedException.class).hasMessageContaining("a.xml").message().containsAnyOf("cut off", "no ");
        assertThatThrownBy(() -> read(kind, "a.xml", "")).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> read(kind, "a.xml", "<html><body>x</body></html>")).isInstanceOf(RefusedException.class).hasMessageContaining("is XML, but no");
        assertThatThrownBy(() -> read(kind, "a.xml", "%PDF-1.4 \0\0")).isInstanceOf(RefusedException.class);
    }

    @ParameterizedTest
    @CsvSource({"spl", "jats", "pubmed", "medquad"})
    void refusesEntities(String kind) {
        String bomb = "<!DOCTYPE a [<!ENTITY b \"bbbbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;\">]>";
        String outside = "<!DOCTYPE a [<!ENTITY d SYSTEM \"file:///etc/hostname\">]>";

        for (String doctype : List.of(bomb, outside)) {
            assertThatThrownBy(() -> read(kind, "a.xml", doctype + "<Document id=\"1\"><Focus>&d;</Focus></Document>")).isInstanceOf(RefusedException.class);
            assertThatThrownBy(() -> read(kind, "a.xml", doctype + "<article><body>&d;</body></article>")).isInstanceOf(RefusedException.class);
        }
    }

    @Test
    void refusesAnEntityInsideAnOtherwiseGoodLabel() {
        assertThatThrownBy(() -> read("spl", "a.xml", LABEL.replace("<document ", "<!DOCTYPE d [<!ENTITY d \"text\">]><document ").replace("In short.", "&d;"))).isInstanceOf(RefusedException.class);
    }

    @Test
    void refusesWrongEncodingsAndDeepNesting() {
        byte[] latin = LABEL.replace("Rash", "Ausschl\u00e4ge").getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> read("spl", "a.xml", latin)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> read("jats", "a.xml", "<article>" + "<sec>".repeat(100_000))).isInstanceOf(RefusedException.class);
    }

    @Test
    void refusesALabelWithoutIdOrSections() {
        assertThatThrownBy(() -> read("spl", "a.xml", LABEL.replace("setId", "otherId"))).hasMessageContaining("setId");
        assertThatThrownBy(() -> read("spl", "a.xml", LABEL.replace("<text>", "<note>").replace("</text>", "</note>"))).hasMessageContaining("without a section");
    }

    @Test
    void refusesADocumentThatIsTooLong() {
        assertThatThrownBy(() -> read("spl", "a.xml", LABEL.replace("In short.", "x").replace("Seen in", "long ".repeat(3_000)))).isInstanceOf(RefusedException.class).hasMessageContaining("10000");
        assertThatThrownBy(() -> read("jsonl", "a.jsonl", "{\"text\": \"" + "x".repeat(30_000) + "\"}")).isInstanceOf(RefusedException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"ctcae | [{\"term\": \"A\", \"def\": \"B", "ctcae | {\"term\": 1}", "ctcae | [1]", "openfda | {\"results\": [{\"set_id\": \"1\"", "openfda | {\"meta\": {}}", "openfda | []",
            "jsonl | {\"text\": ", "jsonl | [1]", "jsonl | {\"title\": \"x\"}"})
    void refusesJsonThatIsBrokenOrOfAnotherKind(String kind, String text) {
        assertThatThrownBy(() -> read(kind, "a.json", text)).isInstanceOf(RefusedException.class).hasMessageContaining("a.json");
    }
}
