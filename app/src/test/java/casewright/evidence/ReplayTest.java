package casewright.evidence;

import static casewright.knowledge.Library.file;
import static org.assertj.core.api.Assertions.assertThat;

import casewright.evidence.Evidence.Hit;
import casewright.evidence.Evidence.Search;
import casewright.knowledge.ImportedVersion;
import casewright.knowledge.ImportedVersion.Kind;
import casewright.knowledge.Library;
import casewright.reading.terms.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

class ReplayTest {

    @TempDir
    Path folder;
    private Library library;

    @BeforeEach
    void open() {
        library = Library.in(folder);
        library.add("own", Kind.PRIVATE, List.of(file("sheet.txt", """
                Title: Zelor (losartan): core data sheet
                Product: Zelor (losartan)

                ## 4.4 Warnings
                Angioedema of the face was seen with other drugs.

                ## 4.8 Undesirable effects
                Rare: angioedema, dizziness.
                """)));
        library.add("articles", Kind.PUBLIC, IntStream.range(1, 20).mapToObj(n -> file(n + ".txt", "Title: Case " + n + "\n\nLosartan and " + "angioedema ".repeat(n % 4 + 1) + "in case " + n + ".")).toList());
    }

    private List<Evidence> ask(Library asked) {
        EvidenceSettings settings = new EvidenceSettings(60, 5, 200, 100);
        FurtherQuestions further = new FurtherQuestions(asked.indexes(), new Vocabulary("", folder), settings);
        return new KnowledgeEvidence(asked.corpora(), asked.indexes(), further, settings).find(List.of(List.of("Zelor", "losartan")), List.of(List.of("angioedema")));
    }

    private static Replay replay(Library library) {
        return new Replay(library.corpora(), library.indexes());
    }

    @Test
    void findsTheSameInTheSameOrderAfterARestartAndANewerVersion() {
        List<Evidence> recorded = ask(library);
        library.add("own", Kind.PRIVATE, List.of(file("sheet.txt", "Title: Zelor\nProduct: Zelor (losartan)\n\n## 4.8 Undesirable effects\nNone.")));

        Library restarted = library.restarted();

        assertThat(recorded).hasSize(3).allSatisfy(one -> {
            Replay.Outcome outcome = replay(restarted).repeat(one);
            assertThat(outcome.isSame()).as(String.join(" ", outcome.reasons())).isTrue();
            assertThat(outcome.lines()).hasSameSizeAs(one.hits());
        });
    }

    @Test
    void repeatsASearchOfAVersionThatWasTakenOutOfUse() throws IOException {
        List<Evidence> recorded = ask(library);
        library.database().sql().sql("update corpus_version set state = 'RETIRED'").update();
        Library restarted = library.restarted();
        FileSystemUtils.deleteRecursively(folder.resolve("index"));

        assertThat(recorded).hasSize(3).allSatisfy(one -> assertThat(replay(restarted).repeat(one).isSame()).isTrue());
        assertThat(restarted.corpora().newestReady()).as("it stays out of use").isEmpty();
    }

    @Test
    void saysWhatDiffersAndWhy() {
        Evidence recorded = ask(library).getFirst();
        List<Hit> hits = recorded.hits();
        Search search = Objects.requireNonNull(recorded.search());
        Evidence otherOrder = with(recorded, List.of(at(1, hits.get(1)), at(2, hits.get(0))), search);
        Evidence otherProgram = with(otherOrder, otherOrder.hits(), new Search(search.words(), search.products(), search.documents(), search.limit(), new Search.Index("0".repeat(64), "letters"), "by chance"));

        assertThat(replay(library).repeat(otherOrder)).satisfies(outcome -> {
            assertThat(outcome.isSame()).isFalse();
            assertThat(outcome.lines()).extracting(Replay.Line::difference).allMatch(difference -> difference.startsWith("Another passage stands here now: articles "));
            assertThat(outcome.reasons()).singleElement().asString().contains("changed by other means");
        });
        assertThat(replay(library).repeat(otherProgram).reasons()).hasSize(3).first().asString().contains("0".repeat(64));
    }

    @Test
    void saysWhenAnOldRecordCannotBeRepeated() {
        Evidence recorded = ask(library).getFirst();

        assertThat(replay(library).repeat(with(recorded, recorded.hits(), null)).reasons()).singleElement().asString().contains("before searches were kept in full");
    }

    @Test
    void missesAPassageThatIsGone() {
        Evidence recorded = ask(library).getFirst();
        ImportedVersion version = library.corpora().find("articles", recorded.corpus().version()).orElseThrow();
        Hit behind = new Hit(99, "articles " + version.version() + "/gone#1", "Gone", "", "No more.", 0, "Found by reading the whole document.", false);

        assertThat(replay(library).repeat(with(recorded, List.of(behind), recorded.search())).lines()).singleElement()
                .satisfies(line -> assertThat(line.difference()).contains("not there as it was"));
    }

    private static Hit at(int rank, Hit hit) {
        return new Hit(rank, hit.passage(), hit.title(), hit.section(), hit.text(), hit.score(), hit.explanation(), hit.used());
    }

    private static Evidence with(Evidence one, List<Hit> hits, @Nullable Search search) {
        return new Evidence(one.question(), one.purpose(), one.subject(), one.corpus(), hits, one.answer(), search);
    }
}
