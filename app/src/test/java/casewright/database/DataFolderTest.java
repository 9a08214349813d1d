package casewright.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import casewright.refusal.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    Path folder;

    @Test
    void saysThatAFolderCannotBeCreated() throws IOException {
        Path file = Files.writeString(folder.resolve("a-file"), "in the way");

        assertThatThrownBy(() -> new DataFolder(file.resolve("data"))).isInstanceOf(RefusedException.class).hasMessageContaining("cannot be created").hasMessageContaining("--data");
    }

    @Test
    void saysThatAFolderCannotBeWritten() throws IOException {
        // As root every folder can be written: a folder in the place of the lock file fails for everybody.
        Files.createDirectory(folder.resolve("service.lock"));

        assertThatThrownBy(() -> new DataFolder(folder).tryHold()).isInstanceOf(RefusedException.class).hasMessageContaining("cannot be written").hasMessageContaining("disk full");
    }

    @Test
    void isHeldByOneAtATime() throws IOException {
        DataFolder first = new DataFolder(folder);
        DataFolder second = new DataFolder(folder);

        assertThat(first.tryHold()).isTrue();
        assertThat(first.tryHold()).isTrue();
        assertThat(second.tryHold()).isFalse();

        first.destroy();
        assertThat(second.tryHold()).isTrue();
        second.destroy();
    }
}
