package casewright.extraction.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;

/// What Tesseract needs on the disk goes with the process that needs it.
class TesseractFilesTest {

    @Test
    void removesWhatAKilledProcessLeftBehindAndNothingThatIsInUse() throws IOException, InterruptedException {
        Path left = Files.createTempDirectory("casewright-tesseract-1-");
        Files.createFile(left.resolve("held"));
        Files.createFile(left.resolve("eng.traineddata"));
        Path inUse = Files.createTempDirectory("casewright-tesseract-2-");
        Files.createFile(inUse.resolve("held"));
        Process other = new ProcessBuilder("python3", "-c", "import fcntl, sys; file = open(sys.argv[1], 'w'); fcntl.lockf(file, fcntl.LOCK_EX); print('holds', flush=True); sys.stdin.read()",
                inUse.resolve("held").toString()).start();
        assertThat(other.inputReader().readLine()).isEqualTo("holds");

        TesseractFiles first = TesseractFiles.unpacked(Optional.empty());
        TesseractFiles second = TesseractFiles.unpacked(Optional.empty());

        assertThat(left).doesNotExist();
        for (Path folder : List.of(inUse, first.folder(), second.folder())) assertThat(folder).isDirectoryContaining("glob:**/held");
        System.gc();
        for (TesseractFiles own : List.of(first, second)) {
            assertThat(new ProcessBuilder("python3", "-c", "import fcntl, sys; fcntl.lockf(open(sys.argv[1], 'w'), fcntl.LOCK_EX | fcntl.LOCK_NB)", own.folder().resolve("held").toString())
                    .redirectErrorStream(true).start().waitFor()).as("another process gets no lock on it").isNotZero();
        }
        other.destroyForcibly().waitFor();
        TesseractFiles.unpacked(Optional.empty());
        assertThat(inUse).as("its process was killed").doesNotExist();
        for (TesseractFiles own : List.of(first, second)) FileSystemUtils.deleteRecursively(own.folder());
    }
}
