package casewright.knowledge;

import static casewright.knowledge.Library.file;
import static org.assertj.core.api.Assertions.assertThat;

import casewright.Await;
import casewright.audit.AuditEntry;
import casewright.knowledge.ImportedVersion.Kind;
import casewright.knowledge.ImportedVersion.State;
import casewright.retrieval.PassageQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartCheckTest {

    @TempDir
    Path folder;
    private Library library;
    private ImportedVersion version;

    @BeforeEach
    void open() {
        library = Library.in(folder);
        version = library.add("own", Kind.PRIVATE, IntStream.range(0, 50).mapToObj(n -> file(n + ".txt", "Title: T\n\nHiccups number " + n + " were seen.")).toList()).version();
    }

    private void start() {
        library = library.restarted();
        KnowledgeSettings settings = new KnowledgeSettings("none", 1_000, 100_000);
        ImportDesk desk = new ImportDesk(new ImportRuns(library.database().sql(), Clock.systemUTC()), library.imports(), settings, library.data());
        new StartCheck(library.corpora(), library.indexes(), desk, library.trail()).run();
    }

    private List<AuditEntry> made() {
        return library.trail().newest(Long.MAX_VALUE, 100).stream().filter(entry -> entry.action().equals("index made again")).toList();
    }

    @Test
    void leavesAWholeIndexAlone() {
        start();

        assertThat(made()).isEmpty();
    }

    @Test
    void namesADamagedFileAndMakesTheIndexAgain() throws IOException {
        List<String> damaged;
        try (Stream<Path> files = Files.list(index())) {
            damaged = files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("write.lock")).sorted().toList();
        }
        assertThat(damaged).hasSizeGreaterThanOrEqualTo(3);
        int repaired = 0;
        for (String name : damaged) {
            Path file = index().resolve(name);
            if (!Files.exists(file)) continue;
            byte[] bytes = Files.readAllBytes(file);
            bytes[bytes.length / 2] ^= 0x55;
            Files.write(file, bytes);

            start();

            repaired++;
            assertThat(made()).as(name).hasSize(repaired).first().satisfies(entry -> {
                assertThat(entry.reason()).contains("damaged");
                assertThat(entry.details()).containsEntry("corpus", "own").containsEntry("version", version.version());
            });
            assertThat(made().getFirst().reason()).contains(name.startsWith("segments") ? "segments_" : "the file _");
            assertThat(library.indexes().get(version).search(PassageQuery.of("hiccups", 100))).hasSize(50);
        }
        assertThat(repaired).isGreaterThanOrEqualTo(3);
    }

    @Test
    void makesAnIndexThatIsCutOffOrGone() throws IOException {
        try (Stream<Path> files = Files.list(index())) {
            Path largest = files.filter(file -> file.toString().endsWith(".cfs") || file.toString().endsWith(".fdt")).findFirst().orElseThrow();
            Files.write(largest, Arrays.copyOf(Files.readAllBytes(largest), 20));
        }
        start();
        assertThat(made()).hasSize(1);

        CorpusIndexes.removeAll(index());
        start();

        assertThat(made()).hasSize(2).first().satisfies(entry -> assertThat(entry.reason()).contains("no index"));
        assertThat(library.indexes().get(version).search(PassageQuery.of("hiccups", 100))).hasSize(50);
    }

    @Test
    void finishesAnImportThatBrokeOff() {
        library.corpora().setState(version.id(), State.BUILDING, 0, "");

        start();

        Await.until("the index is made", Duration.ofSeconds(30), () -> library.corpora().get(version.id()).state() == State.READY);
        assertThat(library.corpora().get(version.id()).passages()).isEqualTo(50);
    }

    private Path index() {
        return folder.resolve("index/own").resolve(version.version());
    }
}
