package casewright.evidence;

import static casewright.knowledge.Library.file;
import static org.assertj.core.api.Assertions.assertThat;

import casewright.knowledge.ImportedVersion.Kind;
import casewright.knowledge.KnowledgeFile;
import casewright.knowledge.Library;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnowledgeEvidenceTest {

    private static final KnowledgeFile SHEET = file("sheet.txt", """
            Title: Zelor (losartan): reference
            Product: Zelor (losartan)
            Kind: company core data sheet

            ## 4.1 Therapeutic indications
            Hypertension, and migraine where nothing else helps.

            ## 4.3 Contraindications
            Severe hepatic impairment. Angioneurotic disorders. Gout.

            ## 4.8 Undesirable effects
            Frequencies are given as usual.

            Common: dizziness, hyperkalaemia.

            Rare: angioedema of the tongue. Gout has not been reported.
            """);
    private static final KnowledgeFile BROCHURE = file("brochure.txt", """
            Title: Zelor in heart failure
            Product: Zelor (losartan)
            Kind: investigator's brochure

            ## Adverse reactions
            Expected are tiredness and dizziness.
            """);
    private static final KnowledgeFile OTHER_PRODUCT = file("other.txt", """
            Title: Otherol: core data sheet
            Product: Otherol (amlodipine)
            Kind: company core data sheet

            ## 4.8 Undesirable effects
            Very common: gout, migraine, oedema.
            """);
    private static final KnowledgeFile ARTICLE = file("article.txt", """
            Title: Angiotensin receptor blockers and the tongue
            Product: losartan, valsartan
            Kind: published reactions

            ## Cases
            Two patients on losartan had a swollen tongue and a metallic taste. Valsartan was not studied.

            ## Discussion
            Gout is frequent in this age.
            """);

    @TempDir
    Path folder;
    private Library library;
    private KnowledgeEvidence finder;

    @BeforeEach
    void open() {
        library = Library.in(folder);
        finder = new KnowledgeEvidence(library.corpora(), library.indexes(), new EvidenceSettings(60, 2, 200, 100));
    }

    private List<Evidence> ask(String drug, String... reaction) {
        return finder.find(List.of(List.of(drug)), List.of(List.of(reaction)));
    }

    @Test
    void answersWithTheSentenceThatListsTheReaction() {
        library.add("own", Kind.PRIVATE, List.of(SHEET, OTHER_PRODUCT));

        List<Evidence> evidence = ask("losartan", "high potassium", "hyperkalemia");

        assertThat(evidence).singleElement().satisfies(one -> {
            assertThat(one.purpose()).isEqualTo("listedness");
            assertThat(one.corpus().isPrivate()).isTrue();
            assertThat(one.subject()).isEqualTo(new Evidence.Subject("losartan", "high potassium"));
            assertThat(one.answer()).get().satisfies(answer -> {
                assertThat(answer.sentence()).isEqualTo("Common: dizziness, hyperkalaemia.");
                assertThat(answer.documentType()).isEqualTo("core data sheet");
            });
            assertThat(one.hits()).filteredOn(Evidence.Hit::used).singleElement().satisfies(hit -> {
                assertThat(hit.section()).isEqualTo("4.8 Undesirable effects");
                assertThat(hit.passage()).isEqualTo(one.answer().orElseThrow().passage());
            });
        });
    }

    @Test
    void listsNothingThatOnlyIndicationsOrContraindicationsName() {
        library.add("own", Kind.PRIVATE, List.of(SHEET, OTHER_PRODUCT));

        assertThat(ask("Zelor", "migraine")).singleElement().satisfies(one -> {
            assertThat(one.answer()).isEmpty();
            assertThat(one.hits()).isNotEmpty().noneMatch(Evidence.Hit::used);
        });
        assertThat(ask("Zelor", "severe hepatic impairment")).singleElement().satisfies(one -> assertThat(one.answer()).isEmpty());
    }

    @Test
    void takesADenialForNoListing() {
        library.add("own", Kind.PRIVATE, List.of(SHEET));

        assertThat(ask("Zelor", "gout")).singleElement().satisfies(one -> assertThat(one.answer()).isEmpty());
    }

    @Test
    void asksEachTypeOfDocumentApart() {
        library.add("own", Kind.PRIVATE, List.of(SHEET, BROCHURE));

        List<Evidence> evidence = ask("Zelor", "tiredness");

        assertThat(evidence).hasSize(2);
        assertThat(evidence.get(0).question()).contains("core data sheet");
        assertThat(evidence.get(0).answer()).isEmpty();
        assertThat(evidence.get(1).answer()).get().extracting(Evidence.Answer::documentType).isEqualTo("brochure");
    }

    @Test
    void asksPrivateAndPublicKnowledgeApart() {
        library.add("own", Kind.PRIVATE, List.of(SHEET));
        library.add("articles", Kind.PUBLIC, List.of(ARTICLE));

        List<Evidence> evidence = ask("losartan", "metallic taste");

        assertThat(evidence).extracting(Evidence::purpose).containsExactly("literature", "listedness");
        assertThat(evidence.getFirst().answer()).get().extracting(Evidence.Answer::sentence).isEqualTo("Two patients on losartan had a swollen tongue and a metallic taste.");
        assertThat(evidence.getLast().answer()).isEmpty();
    }

    @Test
    void takesAPublicPassageForAnAnswerOnlyWhenItNamesBoth() {
        library.add("articles", Kind.PUBLIC, List.of(ARTICLE));

        assertThat(ask("losartan", "gout")).singleElement().satisfies(one -> assertThat(one.answer()).isEmpty());
        assertThat(ask("enalapril", "metallic taste")).singleElement().satisfies(one -> assertThat(one.answer()).isEmpty());
    }

    @Test
    void takesTheTitleForNamingTheReaction() {
        library.add("articles", Kind.PUBLIC, List.of(file("title.txt", "Title: Hyperkalaemia under sartans\n\nIt is a matter of dose. Blockers such as losartan retain potassium.")));

        assertThat(ask("losartan", "hyperkalaemia")).singleElement()
                .satisfies(one -> assertThat(one.answer()).get().extracting(Evidence.Answer::sentence).isEqualTo("Blockers such as losartan retain potassium."));
    }

    @Test
    void asksNothingAboutAForeignProductInThePrivateCorpus() {
        library.add("own", Kind.PRIVATE, List.of(SHEET));

        assertThat(ask("paracetamol", "hyperkalaemia")).isEmpty();
    }

    @Test
    void asksAtMostAsMuchAsTheSettingsAllow() {
        library.add("own", Kind.PRIVATE, List.of(SHEET));
        KnowledgeEvidence bounded = new KnowledgeEvidence(library.corpora(), library.indexes(), new EvidenceSettings(3, 2, 200, 100));

        List<Evidence> evidence = bounded.find(List.of(List.of("Zelor"), List.of("losartan")), List.of(List.of("rash"), List.of("gout"), List.of("fever")));

        assertThat(evidence).extracting(Evidence::subject).containsExactly(new Evidence.Subject("Zelor", "rash"), new Evidence.Subject("Zelor", "gout"), new Evidence.Subject("losartan", "rash"));
    }

    @Test
    void answersFromTheSampleKnowledge() {
        library.add("meridian-rsi", Kind.PRIVATE, KnowledgeFile.below(Path.of("../samples/knowledge/private")));
        library.add("pharmacology", Kind.PUBLIC, KnowledgeFile.below(Path.of("../samples/knowledge/public")));

        List<Evidence> listed = ask("Velorin", "angioedema");
        List<Evidence> unlisted = finder.find(List.of(List.of("Velorin", "losartan")), List.of(List.of("metallic taste", "dysgeusia")));

        assertThat(listed).filteredOn(one -> one.purpose().equals("listedness")).singleElement()
                .satisfies(one -> assertThat(one.answer()).get().extracting(Evidence.Answer::documentType).isEqualTo("core data sheet"));
        assertThat(unlisted).filteredOn(one -> one.purpose().equals("listedness")).singleElement().satisfies(one -> assertThat(one.answer()).isEmpty());
        assertThat(unlisted).filteredOn(one -> one.purpose().equals("literature")).singleElement()
                .satisfies(one -> assertThat(one.answer()).get().extracting(Evidence.Answer::title).isEqualTo("Taste disturbance under antihypertensive drugs"));
    }
}
