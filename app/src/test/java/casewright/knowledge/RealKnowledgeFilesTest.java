package casewright.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import casewright.audit.Action;
import casewright.knowledge.ImportedVersion.Kind;
import casewright.knowledge.KnowledgeImport.Imported;
import casewright.knowledge.KnowledgeImport.Wanted;
import casewright.knowledge.forms.ImportedDocument;
import casewright.knowledge.forms.KnowledgeForm;
import casewright.retrieval.IndexingProgress;
import casewright.retrieval.NearDuplicates;
import casewright.retrieval.PassageQuery;
import casewright.retrieval.RankedPassage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real files of the kinds that are imported, where the folder of shared data lies beside the project. Counts are those that the folder's own README tells.
class RealKnowledgeFilesTest {

    private static final Path DATA = Path.of(Optional.ofNullable(System.getenv("CASEWRIGHT_SHARED")).orElse("../../shared")).resolve("data");
    private static final Action IMPORTING = Action.byService("knowledge imported");
    private static final int LONGEST_DOCUMENT_CHARS = 5_000_000;

    @TempDir
    Path folder;

    @BeforeEach
    void skipWithoutFiles() {
        Assumptions.assumeTrue(Files.isDirectory(DATA), "There is no folder of shared data (CASEWRIGHT_SHARED)");
    }

    private static KnowledgeForm form(String kind) {
        return KnowledgeForm.named(kind, null, LONGEST_DOCUMENT_CHARS).orElseThrow();
    }

    private static void read(String kind, String path, Consumer<ImportedDocument> receiver) {
        new KnowledgeReader(List.of(form(kind)), true).read(KnowledgeFile.below(DATA.resolve(path)), receiver);
    }

    private static Imported add(Library library, String kind, String path) {
        return library.imports().run(new Wanted(kind, Kind.PUBLIC, null, path), form(kind), KnowledgeFile.below(DATA.resolve(path)), IMPORTING, IndexingProgress.UNWATCHED);
    }

    private static String first(Library library, Imported imported, String question) {
        RankedPassage hit = library.indexes().get(imported.version()).search(PassageQuery.of(question, 5)).getFirst();
        return hit.passage().title() + " / " + hit.passage().section() + " / " + hit.passage().text();
    }

    @Test
    void labelsOfTheFdaAndAReleaseOfDailyMed() {
        Library library = Library.in(folder);

        Imported labels = add(library, "spl", "knowledge/spl");

        assertThat(labels.version().documents()).isEqualTo(5);
        assertThat(first(library, labels, "rhabdomyolysis with acute renal failure secondary to myoglobinuria")).contains("Lipitor");
        List<NearDuplicates.Distinct> distinct = NearDuplicates.collapse(library.indexes().get(labels.version()).search(PassageQuery.of("rhabdomyolysis with acute renal failure secondary to myoglobinuria", 20)), 20);
        assertThat(distinct.stream().filter(one -> one.alike().stream().anyMatch(other -> !other.passage().id().document().equals(one.best().passage().id().document()))))
                .as("what the company and the repackager of Lipitor print alike is one hit").isNotEmpty();
        assertThat(add(library, "spl", "knowledge/spl").version()).as("the same files make no second version").isEqualTo(labels.version());
    }

    @Test
    void gradesOfAdverseEvents() {
        Library library = Library.in(folder);

        Imported grades = add(library, "ctcae", "knowledge/ctcae-v5.json");

        assertThat(grades.version().documents()).isEqualTo(837);
        assertThat(first(library, grades, "febrile neutropenia")).startsWith("Febrile neutropenia");
    }

    @Test
    void articles() {
        Library library = Library.in(folder);

        Imported articles = add(library, "jats", "documents/articles");

        assertThat(articles.version().documents()).isGreaterThanOrEqualTo(33);
        assertThat(first(library, articles, "ipilimumab induced Graves' disease")).contains("Ipilimumab");
    }

    @Test
    void linesOfLabels() {
        AtomicInteger lines = new AtomicInteger();

        read("jsonl", "knowledge/dailymed-curated/curation.jsonl", _ -> lines.incrementAndGet());

        assertThat(lines).hasValue(2_973);
    }

    @Test
    void questionsAndAnswersInAnArchive() {
        AtomicInteger documents = new AtomicInteger();
        AtomicInteger answers = new AtomicInteger();

        read("medquad", "knowledge/medquad.tar.gz", one -> {
            documents.incrementAndGet();
            answers.addAndGet(one.document().sections().size());
        });

        assertThat(documents).hasValueGreaterThan(1_000);
        assertThat(answers).as("16,407 in files that say <Answer>, 16 in those that say <answer>").hasValue(16_423);
    }
}
