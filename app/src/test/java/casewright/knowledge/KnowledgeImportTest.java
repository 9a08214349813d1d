package casewright.knowledge;

import static casewright.knowledge.Library.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casewright.knowledge.ImportedVersion.Kind;
import casewright.knowledge.ImportedVersion.State;
import casewright.refusal.RefusedException;
import casewright.retrieval.PassageIndex;
import casewright.retrieval.PassageQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnowledgeImportTest {

    private static final KnowledgeFile SHEET = file("sheets/zelor.txt", """
            Title: Zelor (losartan): core data sheet
            Product: Zelor (losartan)
            Kind: core data sheet
            Date: 2025-02-03

            ## 4.8 Undesirable effects
            Common: dizziness. Rare: angioedema.
            """);

    @TempDir
    Path folder;
    private Library library;

    @BeforeEach
    void open() {
        library = Library.in(folder);
    }

    @Test
    void makesAVersionThatCanBeSearchedAndSaysSoInTheTrail() {
        KnowledgeImport.Imported imported = library.add("own", Kind.PRIVATE, List.of(SHEET));

        ImportedVersion version = imported.version();
        assertThat(imported.isNew()).isTrue();
        assertThat(version.state()).isEqualTo(State.READY);
        assertThat(version.documents()).isEqualTo(1);
        assertThat(library.indexes().get(version).search(PassageQuery.of("angioedema", 5))).singleElement()
                .satisfies(hit -> assertThat(hit.passage().id()).hasToString("own " + version.version() + "/sheets/zelor#1"));
        assertThat(library.corpora().findHead(version, "sheets/zelor")).get().extracting(Corpora.Head::kind).isEqualTo("core data sheet");
        assertThat(library.trail().newest(Long.MAX_VALUE, 1)).singleElement().satisfies(entry -> assertThat(entry.details()).containsEntry("corpus", "own").containsEntry("documents", "1"));
    }

    @Test
    void namesTheVersionThatHoldsTheSameContent() {
        ImportedVersion first = library.add("own", Kind.PRIVATE, List.of(SHEET)).version();

        KnowledgeImport.Imported again = library.add("own", Kind.PRIVATE, List.of(SHEET));

        assertThat(again.isNew()).isFalse();
        assertThat(again.version()).isEqualTo(first);
        assertThat(library.corpora().all()).hasSize(1);
    }

    @Test
    void keepsTheOldVersionBesideANewOne() {
        ImportedVersion old = library.add("own", Kind.PRIVATE, List.of(SHEET)).version();

        ImportedVersion latest = library.add("own", Kind.PRIVATE, List.of(SHEET, file("more.jsonl", "{\"id\": \"m\", \"title\": \"More\", \"text\": \"Hiccups.\"}"))).version();

        assertThat(latest.version()).isEqualTo(old.version() + ".2");
        assertThat(library.corpora().newestReady()).containsExactly(latest);
        assertThat(library.indexes().get(old).search(PassageQuery.of("hiccups", 5))).isEmpty();
        assertThat(library.indexes().get(latest).search(PassageQuery.of("hiccups", 5))).hasSize(1);
    }

    @Test
    void makesAMissingIndexAgainFromTheDatabase() throws IOException {
        ImportedVersion version = library.add("own", Kind.PRIVATE, List.of(SHEET)).version();
        Path index = folder.resolve("index/own").resolve(version.version());
        Library restarted = library.restarted();
        try (Stream<Path> files = Files.list(index)) {
            for (Path file : files.toList()) Files.delete(file);
        }

        PassageIndex again = restarted.indexes().get(version);

        assertThat(again.search(PassageQuery.of("angioedema", 5))).hasSize(1);
    }

    @Test
    void makesADamagedIndexAgain() throws IOException {
        ImportedVersion version = library.add("own", Kind.PRIVATE, List.of(SHEET)).version();
        Library restarted = library.restarted();
        try (Stream<Path> files = Files.list(folder.resolve("index/own").resolve(version.version()))) {
            for (Path file : files.filter(file -> file.toString().contains("segments_")).toList()) Files.writeString(file, "rubbish");
        }

        assertThat(restarted.indexes().get(version).search(PassageQuery.of("angioedema", 5))).hasSize(1);
    }

    @Test
    void finishesAnImportThatBrokeOffBeforeItsIndexWasMade() {
        ImportedVersion version = library.add("own", Kind.PRIVATE, List.of(SHEET)).version();
        library.corpora().setState(version.id(), State.BUILDING, 0, "");
        assertThat(library.corpora().newestReady()).isEmpty();

        ImportedVersion finished = library.restarted().add("own", Kind.PRIVATE, List.of(SHEET)).version();

        assertThat(finished.id()).isEqualTo(version.id());
        assertThat(finished.state()).isEqualTo(State.READY);
    }

    @Test
    void refusesAnUnknownFormAndSaysWhatIsAccepted() {
        assertThatThrownBy(() -> library.add("own", Kind.PRIVATE, List.of(SHEET, file("sheet.docx", "x")))).isInstanceOf(RefusedException.class)
                .hasMessageContaining("sheet.docx").hasMessageContaining(".jsonl");
        assertThat(library.corpora().all()).isEmpty();
    }

    @Test
    void namesFileAndLineOfWhatIsMalformed() {
        assertThatThrownBy(() -> library.add("own", Kind.PUBLIC, List.of(file("a.jsonl", "{\"id\": \"1\", \"title\": \"T\", \"text\": \"x\"}\n{\"id\": \"2\"")))).hasMessageContaining("Line 2 of a.jsonl is no JSON");
        assertThatThrownBy(() -> library.add("own", Kind.PUBLIC, List.of(file("b.txt", "Title: T\nColour: red\n\nText")))).hasMessageContaining("Line 2 of b.txt");
        assertThatThrownBy(() -> library.add("own", Kind.PUBLIC, List.of(file("c.jsonl", "{\"id\": \"1\", \"title\": \"T\"}")))).hasMessageContaining("has no \"text\"");
    }

    @Test
    void refusesToMakeAPrivateCorpusPublic() {
        library.add("own", Kind.PRIVATE, List.of(SHEET));

        assertThatThrownBy(() -> library.add("own", Kind.PUBLIC, List.of(file("x.txt", "Title: X\n\nText.")))).isInstanceOf(RefusedException.class).hasMessageContaining("private");
    }

    @Test
    void refusesANameThatWouldLeaveTheFolder() {
        assertThatThrownBy(() -> library.add("../own", Kind.PRIVATE, List.of(SHEET))).isInstanceOf(RefusedException.class);
    }
}
