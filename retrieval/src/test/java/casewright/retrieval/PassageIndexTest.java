package casewright.retrieval;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casewright.retrieval.ranking.BgeEmbedder;
import casewright.retrieval.ranking.BilingualEmbedder;
import casewright.retrieval.ranking.Embedder;
import casewright.retrieval.ranking.NoEmbedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassageIndexTest {

    private static final CorpusVersion RSI = new CorpusVersion("private", "1");

    private static final KnowledgeDocument LOSARTAN = new KnowledgeDocument(
            "velorin",
            "Velorin core data sheet",
            "Velorin (losartan)",
            "velorin-rsi.txt",
            null,
            List.of(
                    new Section("4.3 Contraindications", "Second and third trimester of pregnancy. Hypersensitivity to losartan."),
                    new Section("4.8 Undesirable effects", "Common: dizziness, hyperkalaemia. Rare: angioedema of face and tongue.")));

    private static final KnowledgeDocument CLASS_EFFECT = new KnowledgeDocument(
            "class",
            "Swelling under inhibitors of the renin-angiotensin system",
            null,
            null,
            null,
            List.of(new Section("", "Angioedema is caused by bradykinin. Beta-blockers do not cause it. Hyperkalemia is a different effect.")));

    @TempDir
    Path folder;

    @Test
    void findsBritishWordsByAmericanOnesAndSaysWhich() {
        try (PassageIndex index = index(new NoEmbedder(), LOSARTAN, CLASS_EFFECT)) {
            List<RankedPassage> found = index.search(PassageQuery.of("hyperkalemia with losartan", 5));

            RankedPassage first = found.getFirst();
            assertThat(first.passage().id()).isEqualTo(new PassageId("private", "1", "velorin", 2));
            assertThat(first.rank()).isEqualTo(1);
            assertThat(requireNonNull(first.explanation().words()).matched()).containsExactly("losartan", "hyperkalaemia");
            assertThat(first.explanation().asText()).startsWith("Rank 1 by words (BM25 ").endsWith("together 0.35 x 1.00 + 0.65 x 0.00 = 0.350.");
        }
    }

    @Test
    void returnsPassagesThatEqualTheirSectionAtTheirSpan() {
        long seed = System.nanoTime();
        // printed, since an exception carries no seed
        System.out.println("PassageIndexTest seed " + seed);
        List<Section> sections = randomSections(new Random(seed));

        try (PassageIndex index = index(new NoEmbedder(), new KnowledgeDocument("d", "Everything", null, null, null, sections))) {
            List<RankedPassage> found = index.search(PassageQuery.of("everything", 1000));

            assertThat(found).as("seed %d", seed).hasSize(index.description().passages());
            assertThat(found).as("seed %d", seed).extracting(RankedPassage::passage).allSatisfy(passage -> assertThat(
                            passage.span().in(sections.get(passage.sectionNumber() - 1).text()))
                    .isEqualTo(passage.text()));
        }
    }

    @Test
    void filtersByWordsOfProductAndHeading() {
        try (PassageIndex index = index(new NoEmbedder(), LOSARTAN, CLASS_EFFECT)) {
            PassageQuery angioedema = PassageQuery.of("angioedema", 5);

            assertThat(ids(index.search(angioedema))).containsExactlyInAnyOrder("velorin#2", "class#1");
            assertThat(ids(index.search(angioedema.withProduct("LOSARTAN")))).containsExactly("velorin#2");
            assertThat(ids(index.search(angioedema.withProduct("Velorin").withSection("contraindications")))).isEmpty();
            assertThat(ids(index.search(angioedema.withSection("undesirable effects")))).containsExactly("velorin#2");
        }
    }

    @Test
    void filtersByDateLanguageAndTheProductsThatOneIsHeldTo() {
        KnowledgeDocument dated = new KnowledgeDocument("dated", "Rash in 2024", "Otherol", null, LocalDate.of(2024, 5, 6), List.of(new Section("", "The rash was seen with the drug and it was mild.")));
        KnowledgeDocument german = new KnowledgeDocument("german", "Rash", "Velorin", null, LocalDate.of(2025, 1, 1), List.of(new Section("", "Der Rash und die Schwellung, nicht mit Fieber.")));
        KnowledgeDocument general = new KnowledgeDocument("general", "Rash in general", null, null, null, List.of(new Section("", "Rash.")));

        try (PassageIndex index = index(new NoEmbedder(), dated, german, general)) {
            PassageQuery rash = PassageQuery.of("rash", 5);

            assertThat(ids(index.search(rash.within(new PassageFilter(null, null, LocalDate.of(2024, 5, 6), null, null, List.of()))))).containsExactlyInAnyOrder("dated#1", "german#1");
            assertThat(ids(index.search(rash.within(new PassageFilter(null, null, null, LocalDate.of(2024, 5, 6), null, List.of()))))).containsExactly("dated#1");
            assertThat(ids(index.search(rash.within(new PassageFilter(null, null, null, null, "de", List.of()))))).containsExactly("german#1");
            assertThat(ids(index.search(rash.within(PassageFilter.ALL.onlyOn(List.of("velorin")))))).containsExactlyInAnyOrder("german#1", "general#1");
        }
    }

    @Test
    void countsAnotherNameOfADrugAsTheOneThatWasWritten() {
        KnowledgeDocument byIngredient = new KnowledgeDocument("ingredient", "Sartans", null, null, null, List.of(new Section("", "Losartan potassium made the tongue swell.")));
        KnowledgeDocument other = new KnowledgeDocument("other", "Tongue", null, null, null, List.of(new Section("", "Bees made the tongue swell. Potassium did not.")));

        try (PassageIndex index = index(new NoEmbedder(), other, byIngredient)) {
            PassageQuery query = PassageQuery.of("Cozaar tongue", 5).alsoNamed(List.of(new PassageQuery.OtherNames("Cozaar", List.of("losartan potassium"))));

            RankedPassage first = index.search(query).getFirst();

            assertThat(first.passage().id().document()).isEqualTo("ingredient");
            assertThat(requireNonNull(first.explanation().words()).matched()).containsExactly("Losartan", "potassium", "tongue");
            assertThat(index.search(PassageQuery.of("Cozaar tongue", 5)).getFirst().passage().id().document()).isEqualTo("other");
        }
    }

    @Test
    void aChineseQuestionIsAnsweredByWordsAloneWhereTheEmbedderKnowsOnlyEnglish() {
        KnowledgeDocument rash = new KnowledgeDocument("rash", "病例", null, null, null, List.of(new Section("", "患者因高血压服用氯沙坦后出现皮疹，停药后好转。")));

        try (PassageIndex index = index(new LetterCounts(), rash, CLASS_EFFECT)) {
            List<RankedPassage> found = index.search(PassageQuery.of("皮疹 停药", 5));

            assertThat(ids(found)).containsExactly("rash#1");
            assertThat(found.getFirst().explanation().meaning()).isNull();
        }
    }

    @Test
    void findsChineseByItsMeaningWithAnEmbedderThatKnowsIt() {
        KnowledgeDocument swelling = new KnowledgeDocument("swelling", "病例一", null, null, null, List.of(new Section("", "患者服用依那普利后口唇及舌部肿胀，停药后好转。")));
        KnowledgeDocument clinic = new KnowledgeDocument("clinic", "病例二", null, null, null, List.of(new Section("", "门诊工作日九点开诊，患者可预约。")));

        try (PassageIndex index = index(new BilingualEmbedder(new LetterCounts(), BgeEmbedder.chinese()), clinic, swelling, CLASS_EFFECT)) {
            List<RankedPassage> found = index.search(PassageQuery.of("血管性水肿", 5));

            assertThat(ids(found)).startsWith("swelling#1").doesNotContain("class#1");
            assertThat(found.getFirst().explanation().meaning()).isNotNull();
            assertThat(index.search(PassageQuery.of("angioedema 患者 of the tongue and the lips", 5)).getFirst().passage().id().document()).as("an English question with a Chinese word").isEqualTo("class");
        }
    }

    @Test
    void embedsOnlyWhatAnEarlierVersionDoesNotHold() {
        List<String> embedded = new ArrayList<>();
        Embedder counting = new LetterCounts() {
            @Override
            public List<float[]> embedPassages(List<String> passages) {
                embedded.addAll(passages);
                return super.embedPassages(passages);
            }
        };
        KnowledgeDocument old = new KnowledgeDocument("old", "Rash", null, null, null, List.of(new Section("", "The rash was mild.")));
        KnowledgeDocument changed = new KnowledgeDocument("old", "Rash", null, null, null, List.of(new Section("", "The rash was grave.")));

        try (PassageIndex earlier = index(folder.resolve("earlier"), counting, old, CLASS_EFFECT)) {
            embedded.clear();
            PassageIndex.create(folder.resolve("next"), new CorpusVersion("test", "2"), List.of(CLASS_EFFECT, changed), earlier.reusingVectors(), IndexingProgress.UNWATCHED);
            PassageIndex.create(folder.resolve("anew"), new CorpusVersion("test", "2"), List.of(CLASS_EFFECT, changed), new LetterCounts(), IndexingProgress.UNWATCHED);
        }

        assertThat(embedded).singleElement().asString().contains("grave");
        try (PassageIndex next = PassageIndex.open(folder.resolve("next"), new LetterCounts()); PassageIndex anew = PassageIndex.open(folder.resolve("anew"), new LetterCounts())) {
            PassageQuery query = PassageQuery.of("grave rash and angioedema", 5);
            assertThat(next.description()).isEqualTo(anew.description());
            assertThat(next.search(query)).extracting(hit -> hit.passage().id() + " " + hit.score()).isEqualTo(anew.search(query).stream().map(hit -> hit.passage().id() + " " + hit.score()).toList());
        }
    }

    /// An embedder that counts what it is asked for and breaks off like a process that is killed.
    private static final class BreaksOff extends LetterCounts {

        private final List<String> embedded = new ArrayList<>();
        private final int most;

        BreaksOff(int most) {
            this.most = most;
        }

        @Override
        public List<float[]> embedPassages(List<String> passages) {
            if (embedded.size() + passages.size() > most) throw new IllegalStateException("killed");
            embedded.addAll(passages);
            return super.embedPassages(passages);
        }
    }

    private static List<KnowledgeDocument> hundredDocuments() {
        return IntStream.rangeClosed(1, 100).mapToObj(i -> new KnowledgeDocument("d" + i, "Case " + i, null, null, null, List.of(new Section("", "The patient x" + i + "x had hiccups.")))).toList();
    }

    private BreaksOff attempt(String name, int most, List<KnowledgeDocument> documents) {
        BreaksOff embedder = new BreaksOff(most);
        try {
            PassageIndex.create(folder.resolve(name), RSI, documents, embedder, IndexingProgress.UNWATCHED);
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("killed");
        }
        return embedder;
    }

    @Test
    void goesOnEmbeddingWhereABrokenOffAttemptStopped() {
        attempt("broken", 70, hundredDocuments());
        attempt("whole", 100, hundredDocuments());

        BreaksOff rest = attempt("broken", 100, hundredDocuments());

        assertThat(rest.embedded).hasSize(36).first().asString().contains("x65x");
        assertThat(folder).isDirectoryContaining("glob:**/broken").isDirectoryNotContaining("glob:**/*vectors*");
        try (PassageIndex resumed = PassageIndex.open(folder.resolve("broken"), new LetterCounts()); PassageIndex whole = PassageIndex.open(folder.resolve("whole"), new LetterCounts())) {
            PassageQuery query = PassageQuery.of("x12x hiccups", 20);
            assertThat(resumed.description()).isEqualTo(whole.description());
            assertThat(resumed.search(query)).isEqualTo(whole.search(query));
        }
    }

    @Test
    void embedsAnewWhatABrokenOffAttemptLeftDamagedOrOfOtherTexts() throws IOException {
        Path kept = folder.resolve("broken.vectors");
        attempt("broken", 70, hundredDocuments());
        byte[] bytes = Files.readAllBytes(kept);
        bytes[bytes.length / 2] ^= 1;
        Files.write(kept, Arrays.copyOf(bytes, bytes.length - 5));

        BreaksOff second = attempt("broken", 33, hundredDocuments());
        assertThat(second.embedded).hasSize(33).first().asString().contains("x32x");

        BreaksOff others = attempt("broken", 100, hundredDocuments().reversed());
        assertThat(others.embedded).hasSize(100);
        try (PassageIndex index = PassageIndex.open(folder.resolve("broken"), new LetterCounts())) {
            assertThat(index.search(PassageQuery.of("x12x", 1), RankingMethod.WORDS).getFirst().passage().text()).contains("x12x");
        }
    }

    @Test
    void findsChineseByItsWords() {
        KnowledgeDocument rash = new KnowledgeDocument("rash", "病例", null, null, null, List.of(new Section("", "患者因高血压服用氯沙坦后出现皮疹，停药后好转。")));
        KnowledgeDocument pressure = new KnowledgeDocument("pressure", "指南", null, null, null, List.of(new Section("", "高血压患者的血压应定期测量。losartan 可用。")));

        try (PassageIndex index = index(new NoEmbedder(), rash, pressure)) {
            RankedPassage first = index.search(PassageQuery.of("皮疹 停药", 5)).getFirst();

            assertThat(first.passage().id().document()).isEqualTo("rash");
            assertThat(first.passage().language()).isEqualTo("zh");
            assertThat(requireNonNull(first.explanation().words()).matched()).contains("皮疹");
            assertThat(ids(index.search(PassageQuery.of("losartan", 5)))).containsExactly("pressure#1");
        }
    }

    @Test
    void takesEveryQuestionForText() {
        try (PassageIndex index = index(new LetterCounts(), LOSARTAN, CLASS_EFFECT)) {
            for (String odd : List.of("angioedema AND (", "words:angioedema^9 ~2 /[a-z]*/", "\"", "*:*", "\u0000\uffff\ud83d angioedema", "angioedema ".repeat(9_000), "NOT -angioedema")) {
                assertThat(index.search(PassageQuery.of(odd, 5))).as(odd.substring(0, Math.min(20, odd.length()))).isNotNull();
            }
            StringBuilder different = new StringBuilder("angioedema");
            for (int i = 0; different.length() < 100_000; i++) different.append(" word").append(i);
            assertThat(index.search(PassageQuery.of(different.toString(), 5)).getFirst().explanation().words()).isNotNull();
        }
    }

    @Test
    void fusesBothRankings() {
        try (PassageIndex index = index(new LetterCounts(), LOSARTAN, CLASS_EFFECT)) {
            RankedPassage first = index.search(PassageQuery.of("angioedema bradykinin", 3)).getFirst();

            assertThat(first.passage().id().document()).isEqualTo("class");
            assertThat(first.explanation().words()).isNotNull();
            assertThat(requireNonNull(first.explanation().meaning()).cosine()).isBetween(0.0, 1.0);
            assertThat(first.explanation().asText()).contains("by words").contains("by meaning").contains("together 0.35 x ");
        }
    }

    @Test
    void answersTheSameQueryTheSameWayAgainAndFromSeveralThreads() throws Exception {
        try (PassageIndex index = index(new LetterCounts(), LOSARTAN, CLASS_EFFECT);
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            PassageQuery query = PassageQuery.of("angioedema of the face", 10);
            List<RankedPassage> expected = index.search(query);

            List<Future<List<RankedPassage>>> answers = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                answers.add(threads.submit(() -> index.search(query)));
            }

            for (Future<List<RankedPassage>> answer : answers) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        }
    }

    @Test
    void ordersEqualPassagesById() {
        KnowledgeDocument twin = new KnowledgeDocument("a-twin", "Twin", null, null, null, List.of(new Section("", "Rash was seen.")));
        KnowledgeDocument other = new KnowledgeDocument("b-twin", "Twin", null, null, null, List.of(new Section("", "Rash was seen.")));

        try (PassageIndex index = index(new NoEmbedder(), other, twin)) {
            assertThat(ids(index.search(PassageQuery.of("rash", 5)))).containsExactly("a-twin#1", "b-twin#1");
        }
    }

    @Test
    void describesItselfWithAHashOfItsContent() {
        try (PassageIndex one = index(folder.resolve("one"), new NoEmbedder(), LOSARTAN);
                PassageIndex same = index(folder.resolve("same"), new NoEmbedder(), LOSARTAN);
                PassageIndex other = index(folder.resolve("other"), new NoEmbedder(), LOSARTAN, CLASS_EFFECT)) {
            assertThat(one.description().contentSha256()).matches("[0-9a-f]{64}").isEqualTo(same.description().contentSha256());
            assertThat(other.description().contentSha256()).isNotEqualTo(one.description().contentSha256());
            assertThat(other.description().documents()).isEqualTo(2);
            assertThat(other.description().passages()).isEqualTo(3);
        }
    }

    @Test
    void findsAPassageByItsIdAndExplainsItsScore() {
        try (PassageIndex index = index(new NoEmbedder(), LOSARTAN)) {
            PassageId id = new PassageId("private", "1", "velorin", 2);

            assertThat(index.findPassage(id)).get().extracting(Passage::text).isEqualTo(LOSARTAN.sections().get(1).text());
            assertThat(index.findPassage(new PassageId("private", "2", "velorin", 2))).isEmpty();
            assertThat(index.explainWords(PassageQuery.of("angioedema", 1), id)).get().asString().contains("weight(words:").contains("idf");
            assertThat(index.explainWords(PassageQuery.of("angioedema", 1).withProduct("otherol"), id)).isEmpty();
            assertThat(index.explainWords(PassageQuery.of("angioedema", 1), new PassageId("private", "1", "velorin", 9))).isEmpty();
        }
    }

    @Test
    void findsNothingForAQueryOfStopWords() {
        try (PassageIndex index = index(new NoEmbedder(), LOSARTAN)) {
            assertThat(index.search(PassageQuery.of("of the", 5))).isEmpty();
            assertThat(index.search(PassageQuery.of("+-&& (\"", 5))).isEmpty();
        }
    }

    @Test
    void searchesAnEmptyCorpus() {
        try (PassageIndex index = index(new LetterCounts())) {
            assertThat(index.search(PassageQuery.of("rash", 5))).isEmpty();
        }
    }

    @Test
    void leavesNoIndexWhereTwoDocumentsHaveOneId() {
        assertThatThrownBy(() -> index(new NoEmbedder(), LOSARTAN, LOSARTAN)).isInstanceOf(IllegalArgumentException.class);

        assertThat(PassageIndex.exists(folder)).isFalse();
        try (PassageIndex index = index(new NoEmbedder(), LOSARTAN)) {
            assertThat(index.description().documents()).isEqualTo(1);
        }
    }

    @Test
    void refusesToOverwriteAnIndexAndToMixEmbedders() {
        index(new LetterCounts(), LOSARTAN).close();

        assertThatThrownBy(() -> index(new NoEmbedder(), LOSARTAN)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> PassageIndex.open(folder, new OtherLetterCounts())).isInstanceOf(IllegalArgumentException.class);
        try (PassageIndex wordsOnly = PassageIndex.open(folder, new NoEmbedder())) {
            assertThat(wordsOnly.search(PassageQuery.of("angioedema", 5)))
                    .allSatisfy(hit -> assertThat(hit.explanation().meaning()).isNull());
        }
    }

    private PassageIndex index(Embedder embedder, KnowledgeDocument... documents) {
        return index(folder, embedder, documents);
    }

    private static PassageIndex index(Path folder, Embedder embedder, KnowledgeDocument... documents) {
        PassageIndex.create(folder, RSI, List.of(documents), embedder, IndexingProgress.UNWATCHED);
        return PassageIndex.open(folder, embedder);
    }

    private static List<String> ids(List<RankedPassage> found) {
        return found.stream().map(hit -> hit.passage().id().document() + "#" + hit.passage().id().number()).toList();
    }

    private static List<Section> randomSections(Random random) {
        String[] words = {"rash", "Fever.", "5.2", "肝", "😀", "\n\n", "\u00a0", "was", "seen", "Dr.", "mg", "\t"};
        List<Section> sections = new ArrayList<>();
        for (int s = 0; s < 20; s++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(600); i > 0; i--) {
                text.append(words[random.nextInt(words.length)]).append(' ');
            }
            sections.add(new Section("Section " + s, text.toString()));
        }
        return sections;
    }

    /// Texts with the same letters are near each other: no meaning, but the shape of an embedder, at once and on every machine.
    private static class LetterCounts implements Embedder {
        @Override
        public String name() {
            return "letters";
        }

        @Override
        public int dimensions() {
            return 26;
        }

        @Override
        public List<float[]> embedPassages(List<String> passages) {
            return passages.stream().map(this::embedQuery).toList();
        }

        @Override
        public float[] embedQuery(String text) {
            float[] counts = new float[26];
            counts[0] = 1;
            text.toLowerCase(Locale.ROOT).chars().filter(c -> c >= 'a' && c <= 'z').forEach(c -> counts[c - 'a']++);
            double length = 0;
            for (float count : counts) {
                length += (double) count * count;
            }
            for (int i = 0; i < counts.length; i++) {
                counts[i] /= (float) Math.sqrt(length);
            }
            return counts;
        }
    }

    private static final class OtherLetterCounts extends LetterCounts {
        @Override
        public String name() {
            return "other letters";
        }
    }
}
