package casewright.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casewright.audit.Action;
import casewright.audit.AuditTrail;
import casewright.database.DataFolder;
import casewright.database.TestDatabase;
import casewright.refusal.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabularyImportTest {

    private static final Action ACTION = Action.byService("vocabulary imported");

    @TempDir
    Path folder;
    @TempDir
    Path tables;
    private VocabularyImport imports;

    @BeforeEach
    void open() {
        imports = new VocabularyImport(new DataFolder(folder), new AuditTrail(TestDatabase.fresh().sql(), Clock.systemUTC()));
    }

    @Test
    void copiesGoodTablesOnceIntoANumberedFolder() throws IOException {
        Files.writeString(tables.resolve("drugs.tsv"), "name\tkind\tingredients\tsource\tambiguous\nZelor\tbrand\tlosartan\town\t\n");
        Files.writeString(tables.resolve("reactions.tsv"), "preferred\tsynonyms\tsource\tsource_id\tambiguous\nhiccups\tsingultus|hiccoughs\town\t1\tyes\n");

        VocabularyImport.Imported imported = imports.run(tables, ACTION);
        VocabularyImport.Imported again = imports.run(tables, ACTION);
        VocabularyImport.Imported one = imports.run(tables.resolve("drugs.tsv"), ACTION);

        assertThat(imported.folder()).isEqualTo(folder.toAbsolutePath().resolve("vocabulary/1"));
        assertThat(imported.folder().resolve("reactions.tsv")).hasSameBinaryContentAs(tables.resolve("reactions.tsv"));
        assertThat(imported.rows()).isEqualTo(2);
        assertThat(again.isNew()).isFalse();
        assertThat(one.folder()).hasFileName("2");
    }

    @Test
    void refusesAMalformedRowWithFileLineAndReason() throws IOException {
        Files.writeString(tables.resolve("drugs.tsv"), "name\tkind\tingredients\tsource\tambiguous\nZelor\tbrand\tlosartan\town\t\nAcme\tpotion\tx\town\t\n");

        assertThatThrownBy(() -> imports.run(tables, ACTION)).isInstanceOf(RefusedException.class).hasMessageContaining("Line 3").hasMessageContaining("drugs.tsv").hasMessageContaining("kind");
        assertThat(folder.resolve("vocabulary/1")).doesNotExist();
    }

    @Test
    void refusesAFolderWithoutTables() {
        assertThatThrownBy(() -> imports.run(tables, ACTION)).isInstanceOf(RefusedException.class).hasMessageContaining("reactions.tsv");
    }
}
