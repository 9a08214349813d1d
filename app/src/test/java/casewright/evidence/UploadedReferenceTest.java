package casewright.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casewright.ServiceTest;
import casewright.audit.Action;
import casewright.extraction.DrawnPdf;
import casewright.knowledge.ImportedVersion.Kind;
import casewright.knowledge.KnowledgeFile;
import casewright.knowledge.KnowledgeImport;
import casewright.knowledge.Validity;
import casewright.refusal.RefusedException;
import casewright.retrieval.IndexingProgress;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.springframework.beans.factory.annotation.Autowired;

/// A company's own PDF and Word files as reference safety information. Both are made here and invented.
@ServiceTest
class UploadedReferenceTest {

    private static final String[] INTERACTIONS = {"Quivelin is broken down by the liver. Medicines that slow this down raise its level.", "Grapefruit juice does so, too, and should not be taken with the tablets.",
        "No other interactions are known. Studies were done in adults only, at the", "recommended dose."};
    private static final String[] EFFECTS = {"The reactions below were seen in trials with 812 patients treated with quivelin", "and in reports from the market. Common are dizziness and dry mouth; rare are", "angioedema and gout."};

    @Autowired
    private KnowledgeImport imports;
    @Autowired
    private EvidenceFinder finder;

    private static byte[] coreDataSheet() throws IOException {
        try (DrawnPdf pdf = new DrawnPdf()) {
            pdf.text(FontName.HELVETICA_BOLD, 16, 60, 70, "Quivelin core data sheet");
            pdf.text(FontName.HELVETICA_BOLD, 12, 60, 110, "4.5 Interactions");
            for (int i = 0; i < INTERACTIONS.length; i++) pdf.text(60, 130 + 14 * i, INTERACTIONS[i]);
            pdf.newPage().text(FontName.HELVETICA_BOLD, 12, 60, 70, "4.8 Undesirable effects");
            for (int i = 0; i < EFFECTS.length; i++) pdf.text(60, 90 + 14 * i, EFFECTS[i]);
            return pdf.bytes();
        }
    }

    private static byte[] brochure(String... lines) throws IOException {
        try (XWPFDocument document = new XWPFDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            CTStyle style = CTStyle.Factory.newInstance();
            style.setStyleId("Heading1");
            style.addNewName().setVal("heading 1");
            document.createStyles().addStyle(new XWPFStyle(style));
            for (String line : lines) {
                XWPFParagraph paragraph = document.createParagraph();
                if (line.startsWith("# ")) paragraph.setStyle("Heading1");
                paragraph.createRun().setText(line.replace("# ", ""));
            }
            document.write(out);
            return out.toByteArray();
        }
    }

    private KnowledgeImport.Imported add(String corpus, String documentKind, @Nullable String product, KnowledgeFile file) {
        return imports.run(new KnowledgeImport.Wanted(corpus, Kind.PRIVATE, product, "test", new Validity(LocalDate.of(2025, 1, 1), null, ""), documentKind), List.of(file),
                Action.byService("knowledge imported"), IndexingProgress.UNWATCHED);
    }

    private static KnowledgeFile file(String name, byte[] content) {
        return new KnowledgeFile(name, () -> new ByteArrayInputStream(content));
    }

    private List<Evidence> listedness(String reaction, String corpus) {
        return finder.find(List.of(List.of("Quivelin")), List.of(List.of(reaction)), new CaseContext(false, LocalDate.of(2025, 5, 6), List.of(), List.of())).stream()
                .filter(one -> one.corpus().name().equals(corpus)).toList();
    }

    @Test
    void aPdfListsByItsTypeAndNamesThePage() throws IOException {
        add("quivelin-sheet", "company core data sheet", "Quivelin", file("ccds.pdf", coreDataSheet()));

        Evidence asked = listedness("angioedema", "quivelin-sheet").getFirst();

        Evidence.Answer answer = asked.answer().orElseThrow();
        assertThat(answer.verdict()).isEqualTo("listed");
        assertThat(answer.sentence()).contains("rare are").contains("angioedema and gout");
        assertThat(asked.hits().stream().filter(Evidence.Hit::used).map(Evidence.Hit::section)).containsExactly("4.8 Undesirable effects, page 2");
        assertThat(asked.corpus().basis()).contains("valid from 2025-01-01");
        assertThat(listedness("migraine", "quivelin-sheet").getFirst().answer()).isEmpty();
    }

    @Test
    void aWordFileAnswersAsTheBrochureThatItIs() throws IOException {
        add("quivelin-brochure", "investigator's brochure", "Quivelin", file("brochure.docx", brochure("# Purpose", "Quivelin is studied in migraine.", "# Adverse reactions", "Expected are tiredness and dizziness.")));

        assertThat(listedness("dizziness", "quivelin-brochure").getFirst().answer().orElseThrow().verdict()).isEqualTo("expected");
        assertThat(listedness("migraine", "quivelin-brochure").getFirst().answer()).isEmpty();
    }

    @Test
    void aWordFileWithoutHeadingsIsReadWhole() throws IOException {
        add("quivelin-plain", "investigator's brochure", "Quivelin", file("plain.docx", brochure("Quivelin is studied in migraine.", "Expected are tiredness and dizziness.")));
        add("quivelin-titled", "investigator's brochure", "Quivelin", file("titled.docx", brochure("# Quivelin: what is known", "Quivelin is studied in migraine.", "Expected are tiredness and dizziness.")));

        assertThat(listedness("dizziness", "quivelin-plain").getFirst().answer().orElseThrow().verdict()).isEqualTo("expected");
        assertThat(listedness("dizziness", "quivelin-titled").getFirst().answer().orElseThrow().verdict()).as("a title is no heading of a section").isEqualTo("expected");
    }

    @Test
    void isRefusedWithoutAProductOrText() throws IOException {
        assertThatThrownBy(() -> add("quivelin-none", "company core data sheet", null, file("ccds.pdf", new byte[] {1}))).isInstanceOf(RefusedException.class).hasMessageContaining("name the product");
        assertThatThrownBy(() -> add("quivelin-none", "label", "Quivelin", file("label.pdf", "%PDF-1.7 cut".getBytes(StandardCharsets.US_ASCII)))).isInstanceOf(RefusedException.class)
                .hasMessageContaining("label.pdf cannot be read");
        byte[] locked = new DrawnPdf().text(60, 100, "Rash").locked("secret");
        assertThatThrownBy(() -> add("quivelin-none", "label", "Quivelin", file("label.pdf", locked))).isInstanceOf(RefusedException.class)
                .hasMessageContaining("opens only with a password. Please import a version without one.").hasMessageNotContaining("page of the case");
    }
}
