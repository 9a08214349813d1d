package casewright.extraction.recognition;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Runs [Jpeg2000Program] for one image, within the limits of text recognition: what a hostile file makes of the decoder ends that process alone.
final class Jpeg2000Process {

    private static final Pattern HEAD = Pattern.compile("P5\\s+(?:#[^\\n]*\\n)?(\\d{1,9})\\s+(\\d{1,9})\\s+255\\s");
    private static final int LONGEST_HEAD = 120;
    /// What a JVM reserves beside its heap.
    private static final long JVM_BYTES = 1L << 30;

    private final TesseractFiles files;
    private final RecognitionSettings limits;

    Jpeg2000Process(TesseractFiles files, RecognitionSettings limits) {
        this.files = files;
        this.limits = limits;
    }

    /// @return of type TYPE_BYTE_GRAY, of at most 20 million pixels
    BufferedImage opened(byte[] file) throws RecognitionFailedException {
        try {
            Process process = start();
            try {
                CompletableFuture<byte[]> printed = CompletableFuture.supplyAsync(() -> printed(process), task -> Thread.ofVirtual().start(task));
                CompletableFuture.delayedExecutor(limits.longestPage().toMillis(), TimeUnit.MILLISECONDS, task -> Thread.ofVirtual().start(task)).execute(process::destroyForcibly);
                try (OutputStream in = process.getOutputStream()) {
                    in.write(file);
                } catch (IOException e) {
                    // it ended before it had the whole image; its exit code says more
                }
                if (process.waitFor() != 0) throw new RecognitionFailedException("shows an image in JPEG 2000 that cannot be opened");
                return image(printed.join());
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            throw new RecognitionFailedException("shows an image in JPEG 2000, for which no process could be started");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RecognitionFailedException("was not waited for");
        }
    }

    private Process start() throws IOException {
        List<String> command = List.of("/bin/sh", "-c", "ulimit -v " + (limits.memoryBytes() + JVM_BYTES) / 1024 + "; ulimit -t " + limits.longestPage().toSeconds() + "; ulimit -c 0; exec \"$@\"", "sh",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=32m",
                "-XX:CompressedClassSpaceSize=32m", "--enable-native-access=ALL-UNNAMED", "-cp", files.folder().toString(), Jpeg2000Program.class.getName(), files.leptonica().toString());
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().put("OPJ_NUM_THREADS", "1");
        return builder.start();
    }

    private static byte[] printed(Process process) {
        try {
            return process.getInputStream().readAllBytes();
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private static BufferedImage image(byte[] pgm) throws RecognitionFailedException {
        Matcher head = HEAD.matcher(new String(pgm, 0, Math.min(LONGEST_HEAD, pgm.length), StandardCharsets.ISO_8859_1));
        if (!head.lookingAt()) throw new RecognitionFailedException("shows an image in JPEG 2000 that cannot be opened");
        int width = Integer.parseInt(head.group(1));
        int height = Integer.parseInt(head.group(2));
        if ((long) width * height != pgm.length - head.end()) throw new RecognitionFailedException("shows an image in JPEG 2000 that is cut off");
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        System.arraycopy(pgm, head.end(), ((DataBufferByte) image.getRaster().getDataBuffer()).getData(), 0, width * height);
        return image;
    }
}
