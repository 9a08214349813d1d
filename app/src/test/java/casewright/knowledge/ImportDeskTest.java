package casewright.knowledge;

import static casewright.knowledge.Library.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casewright.Await;
import casewright.access.Person;
import casewright.access.Role;
import casewright.audit.Action;
import casewright.knowledge.ImportedVersion.Kind;
import casewright.refusal.RefusedException;
import casewright.retrieval.PassageQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportDeskTest {

    private static final Person ADMINISTRATOR = new Person(1, "adam", "Adam Administrator", Role.ADMINISTRATOR, true);
    private static final KnowledgeFile SHEET = file("zelor.txt", "Title: Zelor\nProduct: Zelor (losartan)\n\n## 4.8 Undesirable effects\nRare: angioedema.");

    @TempDir
    Path folder;
    private Library library;
    private ImportRuns runs;
    private ImportDesk desk;

    @BeforeEach
    void open() {
        library = Library.in(folder);
        runs = new ImportRuns(library.database().sql(), Clock.systemUTC());
        desk = desk();
    }

    @AfterEach
    void close() {
        desk.destroy();
    }

    private ImportDesk desk() {
        return new ImportDesk(runs, library.imports(), new KnowledgeSettings("none", 1_000, 100_000), library.data());
    }

    private static KnowledgeImport.Wanted wanted(String corpus) {
        return new KnowledgeImport.Wanted(corpus, Kind.PRIVATE, null, "uploaded by Adam Administrator", new Validity(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 6, 30), "DE"));
    }

    private ImportRun ended(long id) {
        Await.until("the import ends", Duration.ofSeconds(30), () -> runs.find(id).orElseThrow().state().isOver());
        return runs.find(id).orElseThrow();
    }

    @Test
    void makesAVersionOfUploadsAndKeepsWhenItIsValid() {
        ImportRun run = ended(desk.takeUploads(wanted("own"), ImportRun.OWN_TEXTS, List.of(SHEET), ADMINISTRATOR));

        assertThat(run.state()).isEqualTo(ImportRun.State.DONE);
        assertThat(run.message()).contains("can be searched");
        ImportedVersion version = library.corpora().get(run.versionId().orElseThrow());
        assertThat(version.validity()).isEqualTo(new Validity(LocalDate.of(2024, 1, 1), LocalDate.of(2025, 6, 30), "DE"));
        assertThat(version.validity().inWords()).isEqualTo("valid from 2024-01-01 to 2025-06-30 in DE");
        assertThat(library.indexes().get(version).search(PassageQuery.of("angioedema", 5))).hasSize(1);
        assertThat(library.trail().newest(Long.MAX_VALUE, 1)).singleElement().satisfies(entry -> assertThat(entry.actor()).isEqualTo("Adam Administrator"));
        assertThat(folder.resolve("imports")).isEmptyDirectory();
    }

    @Test
    void putsAnUpdateToTheNewestVersionAfterARestart() throws IOException {
        library.add("own", Kind.PRIVATE, List.of(SHEET));
        desk.destroy();
        KnowledgeImport.Wanted update = new KnowledgeImport.Wanted("own", Kind.PRIVATE, null, "test", Validity.ALWAYS, "", true);
        long id = runs.add(update, ImportRun.OWN_TEXTS, null, "Adam Administrator", 1);
        Files.writeString(Files.createDirectories(folder.resolve("imports/" + id)).resolve("more.txt"), "Title: M\n\nHiccups.");

        desk = desk();
        desk.goOn();

        assertThat(library.corpora().get(ended(id).versionId().orElseThrow()).documents()).isEqualTo(2);
    }

    @Test
    void saysWhyNothingWasImported() {
        ImportRun run = ended(desk.takeUploads(wanted("own"), ImportRun.OWN_TEXTS, List.of(file("sheet.xls", "x")), ADMINISTRATOR));

        assertThat(run.state()).isEqualTo(ImportRun.State.REFUSED);
        assertThat(run.message()).contains("sheet.xls").contains(".jsonl");
        assertThat(library.corpora().all()).isEmpty();
        assertThat(folder.resolve("imports")).isEmptyDirectory();
        assertThatThrownBy(() -> desk.takeUploads(wanted("own"), ImportRun.OWN_TEXTS, List.of(), ADMINISTRATOR)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> desk.takeUploads(wanted("own"), "runes", List.of(SHEET), ADMINISTRATOR)).isInstanceOf(RefusedException.class);
    }

    @Test
    void namesTheFilesThatWereLeftOut() {
        String topic = "<Document id=\"1\" source=\"NIH\"><Focus>Gout</Focus><QAPairs><QAPair><Question>What?</Question><Answer>Hiccups.</Answer></QAPair></QAPairs></Document>";

        ImportRun run = ended(desk.takeUploads(new KnowledgeImport.Wanted("medquad", Kind.PUBLIC, null, "test"), "medquad", List.of(file("a.xml", topic), file("b.xml", "<a>")), ADMINISTRATOR));

        assertThat(run.state()).isEqualTo(ImportRun.State.DONE);
        assertThat(run.leftOut()).singleElement().asString().contains("b.xml");
    }

    @Test
    void importsFromTheServersFolderAndNowhereElse() throws IOException {
        Files.writeString(Files.createDirectories(desk.serverFolder().resolve("labels")).resolve("a.txt"), "Title: A\n\nHiccups.");

        ImportRun run = ended(desk.takePath(wanted("own"), ImportRun.OWN_TEXTS, "labels", ADMINISTRATOR));

        assertThat(run.state()).isEqualTo(ImportRun.State.DONE);
        assertThat(desk.serverFolder().resolve("labels/a.txt")).exists();
        assertThatThrownBy(() -> desk.takePath(wanted("own"), ImportRun.OWN_TEXTS, "../imports", ADMINISTRATOR)).isInstanceOf(RefusedException.class).hasMessageContaining("nothing was imported");
        assertThatThrownBy(() -> desk.takePath(wanted("own"), ImportRun.OWN_TEXTS, "/etc", ADMINISTRATOR)).isInstanceOf(RefusedException.class);
    }

    @Test
    void goesOnWithWhatAKilledProcessLeftAndClearsWhatItNeverAnswered() throws IOException {
        desk.destroy();
        long id = runs.add(wanted("own"), ImportRun.OWN_TEXTS, null, "Adam Administrator", 1);
        Path kept = Files.createDirectories(folder.resolve("imports/" + id));
        Files.writeString(kept.resolve("a.txt"), "Title: A\n\nHiccups.");
        Files.createDirectories(folder.resolve("imports/arriving-123"));

        desk = desk();
        desk.goOn();

        assertThat(ended(id).state()).isEqualTo(ImportRun.State.DONE);
        try (Stream<Path> left = Files.list(folder.resolve("imports"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void takesAVersionOutOfUseAndBack() {
        ImportedVersion first = library.add("own", Kind.PRIVATE, List.of(SHEET)).version();
        ImportedVersion second = library.add("own", Kind.PRIVATE, List.of(file("more.txt", "Title: M\n\nHiccups."))).version();
        Retirement retirement = retirement(List.of());

        ImportedVersion retired = retirement.retire(second.id(), Action.byService("version retired"));

        assertThat(retired.state()).isEqualTo(ImportedVersion.State.RETIRED);
        assertThat(library.corpora().newestReady()).containsExactly(first);
        assertThat(folder.resolve("index/own").resolve(second.version())).doesNotExist();
        assertThat(library.trail().newest(Long.MAX_VALUE, 1).getFirst().action()).isEqualTo("version retired");
        assertThat(library.add("own", Kind.PRIVATE, List.of(file("more.txt", "Title: M\n\nHiccups."))).version().state()).isEqualTo(ImportedVersion.State.READY);
        assertThat(library.corpora().newestReady()).extracting(ImportedVersion::id).containsExactly(second.id());
    }

    @Test
    void keepsAVersionWhileADraftReliesOnIt() {
        ImportedVersion version = library.add("own", Kind.PRIVATE, List.of(SHEET)).version();

        assertThatThrownBy(() -> retirement(List.of("CW-2026-000001", "CW-2026-000002")).retire(version.id(), Action.byService("version retired"))).isInstanceOf(RefusedException.class)
                .hasMessageContaining("2 drafts rely on it (CW-2026-000001, CW-2026-000002)");
        assertThat(library.corpora().newestReady()).containsExactly(version);
    }

    private Retirement retirement(List<String> cases) {
        return new Retirement(library.corpora(), library.indexes(), List.of((corpus, version) -> cases), library.trail(), library.database().transaction());
    }
}
