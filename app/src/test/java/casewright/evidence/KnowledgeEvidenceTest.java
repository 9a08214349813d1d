package casewright.evidence;

import static casewright.knowledge.Library.file;
import static org.assertj.core.api.Assertions.assertThat;

import casewright.audit.Action;
import casewright.knowledge.ImportedVersion.Kind;
import casewright.knowledge.KnowledgeFile;
import casewright.knowledge.KnowledgeImport;
import casewright.knowledge.Library;
import casewright.knowledge.Validity;
import casewright.reading.terms.Vocabulary;
import casewright.retrieval.IndexingProgress;
import java.nio.file.Path;
import java.time.LocalDate;
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

    private static final Vocabulary VOCABULARY = new Vocabulary("", Path.of("no-such-folder"));

    @TempDir
    Path folder;
    private Library library;
    private KnowledgeEvidence finder;

    @BeforeEach
    void open() {
        library = Library.in(folder);
        finder = finder(new EvidenceSettings(60, 2, 200, 100));
    }

    private KnowledgeEvidence finder(EvidenceSettings settings) {
        return new KnowledgeEvidence(library.corpora(), library.indexes(), new FurtherQuestions(library.indexes(), VOCABULARY, settings), settings);
    }

    /// Without the questions aside from the pair, which have a test of their own.
    private List<Evidence> ask(String drug, String... reaction) {
        return finder.find(List.of(List.of(drug)), List.of(List.of(reaction))).stream().filter(one -> !one.purpose().equals("class effect")).toList();
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
    void aPublicLabelOnTheDrugIsReadWholeWhereTheSearchFindsNoSentence() {
        library.add("labels", Kind.PUBLIC, List.of(file("label.txt", "Title: Zelor\nProduct: Zelor (losartan)\nKind: label (US)\n\n## 6 Adverse reactions\nSyncope, postural hypotension.\n"),
                file("other.txt", "Title: Otherol\nProduct: Otherol (amlodipine)\nKind: label (US)\n\n## 6 Adverse reactions\nGout, orthostatic dizziness.\n")));

        assertThat(ask("Zelor", "orthostatic hypotension")).singleElement().satisfies(one -> {
            assertThat(one.answer().orElseThrow().sentence()).isEqualTo("Syncope, postural hypotension.");
            assertThat(one.answer().orElseThrow().verdict()).isEqualTo("labelled in US");
            assertThat(one.hits()).filteredOn(Evidence.Hit::used).singleElement().satisfies(hit -> assertThat(hit.passage()).isEqualTo(one.answer().orElseThrow().passage()));
        });
        assertThat(ask("Zelor", "gout")).singleElement().satisfies(one -> assertThat(one.answer()).isEmpty());
    }

    @Test
    void aPublicLabelAnswersOnlyWhereItListsTheReactionItself() {
        library.add("labels", Kind.PUBLIC, List.of(file("label.txt", "Title: Zelor\nProduct: Zelor (losartan)\nKind: label (US)\n\n## 6 Adverse reactions\nSeen with Zelor were bullous rash and nausea.")));

        assertThat(ask("Zelor", "rash")).singleElement().satisfies(one -> assertThat(one.answer()).isEmpty());
        assertThat(ask("Zelor", "nausea")).singleElement().satisfies(one -> assertThat(one.answer().orElseThrow().verdict()).isEqualTo("labelled in US"));
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

    private String sheetOf(String validFrom, String validTo, String effects) {
        Validity validity = new Validity(validFrom.isEmpty() ? null : LocalDate.parse(validFrom), validTo.isEmpty() ? null : LocalDate.parse(validTo), "");
        KnowledgeFile sheet = file("sheet.txt", "Title: Zelor\nProduct: Zelor (losartan)\nKind: company core data sheet\n\n## 4.8 Undesirable effects\nCommon: " + effects + ".");
        return library.imports().run(new KnowledgeImport.Wanted("own", Kind.PRIVATE, null, "test", validity), List.of(sheet), Action.byService("knowledge imported"), IndexingProgress.UNWATCHED)
                .version().version();
    }

    @Test
    void asksWhatAppliedAtOnsetForStudiesAndAtTheLatestReceiptForOthers() {
        String old = sheetOf("2020-01-01", "2023-12-31", "tiredness");
        String present = sheetOf("2024-01-01", "", "tiredness, gout");
        String corrected = sheetOf("2019-01-01", "2019-12-31", "dizziness");

        assertThat(askedOn(new CaseContext(true, LocalDate.of(2025, 3, 4), List.of("2023-05-06"), List.of()))).isEqualTo(old + ": valid from 2020-01-01 to 2023-12-31, which applied on 2023-05-06, the onset of the reaction: unlisted");
        assertThat(askedOn(new CaseContext(false, LocalDate.of(2025, 3, 4), List.of("2023-05-06"), List.of()))).isEqualTo(present + ": valid from 2024-01-01, which applied on 2025-03-04, the latest receipt date: listed");
        assertThat(askedOn(new CaseContext(true, LocalDate.of(2025, 3, 4), List.of("2023"), List.of()))).startsWith(present).contains("as the day of onset is not known");
        assertThat(askedOn(new CaseContext(false, LocalDate.of(2019, 12, 31), List.of(), List.of()))).startsWith(corrected);
        assertThat(askedOn(new CaseContext(false, LocalDate.of(2018, 1, 1), List.of(), List.of()))).startsWith(present).contains("none was valid on 2018-01-01");
        assertThat(askedOn(CaseContext.UNKNOWN)).startsWith(present);
    }

    private String askedOn(CaseContext context) {
        Evidence one = finder.find(List.of(List.of("Zelor")), List.of(List.of("gout")), context).getFirst();
        return one.corpus().version() + ": " + one.corpus().basis() + ": " + one.answer().map(Evidence.Answer::verdict).orElse("unlisted");
    }

    @Test
    void asksForEffectsOfTheClassAndForInteractions() {
        library.add("articles", Kind.PUBLIC, List.of(file("class.txt", "Title: Statins\n\nThey lower lipids. Weeping tendons were seen with statins of all kinds."),
                file("both.txt", "Title: Two drugs\n\nSimvastatin was taken with amlodipine. Amlodipine increases the exposure to simvastatin."), file("none.txt", "Title: Zinc\n\nZinc and simvastatin were bought.")));

        List<Evidence> evidence = finder.find(List.of(List.of("simvastatin")), List.of(List.of("weeping tendons")), new CaseContext(false, null, List.of(), List.of(List.of("amlodipine"), List.of("zinc"))));

        assertThat(evidence).extracting(Evidence::purpose).containsExactly("literature", "class effect", "interaction", "interaction");
        assertThat(evidence.get(1).answer()).get().extracting(Evidence.Answer::sentence).isEqualTo("Weeping tendons were seen with statins of all kinds.");
        assertThat(evidence.get(2).answer()).get().extracting(Evidence.Answer::sentence).isEqualTo("Amlodipine increases the exposure to simvastatin.");
        assertThat(evidence.get(3).answer()).isEmpty();
        assertThat(evidence.get(3).tells()).isFalse();
        assertThat(evidence).allSatisfy(one -> assertThat(new Replay(library.corpora(), library.indexes()).repeat(one).isSame()).isTrue());
    }

    @Test
    void callsAClassByItsUsualNameAndFindsItByTheOthers() {
        library.add("articles", Kind.PUBLIC, List.of(file("class.txt", "Title: On ARBs\n\nA metallic taste was seen with ARBs of all kinds.")));

        Evidence one = finder.find(List.of(List.of("losartan")), List.of(List.of("metallic taste"))).stream().filter(asked -> asked.purpose().equals("class effect")).findFirst().orElseThrow();

        assertThat(one.question()).startsWith("Is metallic taste known of the class of losartan (angiotensin receptor blocker)?").contains("Searched: \"angiotensin receptor blocker metallic taste\"");
        assertThat(one.answer()).get().extracting(Evidence.Answer::sentence).isEqualTo("A metallic taste was seen with ARBs of all kinds.");
    }

    @Test
    void saysListedExpectedOrLabelledByTheKindOfDocument() {
        library.add("own", Kind.PRIVATE, List.of(SHEET, BROCHURE, file("label.txt", "Title: Zelor\nProduct: Zelor (losartan)\nKind: label (DE)\n\n## 4.8 Undesirable effects\nCommon: dizziness.")));

        assertThat(ask("Zelor", "dizziness")).extracting(one -> one.answer().orElseThrow().verdict()).containsExactly("listed", "expected", "labelled in DE");
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
        KnowledgeEvidence bounded = finder(new EvidenceSettings(3, 2, 200, 100));

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
