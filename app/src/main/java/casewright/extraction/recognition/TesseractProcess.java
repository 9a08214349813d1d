package casewright.extraction.recognition;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tesseract as a program, once for each image: what it does wrong ends it alone. The image goes in and the words come out through pipes, so nothing of a
/// document is written to the disk.
final class TesseractProcess {

    private static final Logger log = LoggerFactory.getLogger(TesseractProcess.class);
    private static final Duration SLACK = Duration.ofSeconds(5);

    private final TesseractFiles files;
    private final RecognitionSettings limits;

    TesseractProcess(TesseractFiles files, RecognitionSettings limits) {
        this.files = files;
        this.limits = limits;
    }

    /// @param gray      of type TYPE_BYTE_GRAY
    /// @param arguments of Tesseract's command line behind the names of input and output
    /// @return what it printed
    String run(BufferedImage gray, List<String> arguments) throws RecognitionFailedException {
        try {
            Process process = start(arguments);
            CompletableFuture<String> printed = CompletableFuture.supplyAsync(() -> printed(process), task -> Thread.ofVirtual().start(task));
            // whoever writes to it or reads from it goes on when it is gone
            CompletableFuture.delayedExecutor(limits.longestPage().plus(SLACK).toMillis(), TimeUnit.MILLISECONDS, task -> Thread.ofVirtual().start(task)).execute(process::destroyForcibly);
            return result(process, gray, printed);
        } catch (IOException e) {
            log.error("Tesseract could not be started from {}; may programs be run there? Another folder for temporary files: -Djava.io.tmpdir", files.folder());
            throw new RecognitionFailedException("could not be read, because Tesseract does not start");
        }
    }

    private Process start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "ulimit -v " + limits.memoryBytes() / 1024 + "; ulimit -t " + limits.longestPage().toSeconds() + "; ulimit -c 0; exec \"$@\"", "sh",
                files.program().toString(), "stdin", "stdout", "--tessdata-dir", files.folder().toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().put("LD_LIBRARY_PATH", files.folder().toString());
        builder.environment().put("OMP_THREAD_LIMIT", "1");
        builder.environment().put("LC_ALL", "C.UTF-8");
        return builder.start();
    }

    private static String result(Process process, BufferedImage gray, CompletableFuture<String> printed) throws RecognitionFailedException {
        try {
            try (OutputStream in = process.getOutputStream()) {
                in.write(("P5 " + gray.getWidth() + " " + gray.getHeight() + " 255\n").getBytes(StandardCharsets.US_ASCII));
                in.write(((DataBufferByte) gray.getRaster().getDataBuffer()).getData());
            } catch (IOException e) {
                // it ended before it had the whole image; its exit code says more
            }
            int code = process.waitFor();
            String words = printed.join();
            if (code == 0) return words;
            throw new RecognitionFailedException(code > 128 ? "took too long or too much memory" : "could not be read by Tesseract");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RecognitionFailedException("was not waited for");
        } finally {
            process.destroyForcibly();
        }
    }

    private static String printed(Process process) {
        try {
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
