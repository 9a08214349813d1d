package casewright.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import casewright.Await;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The process that reads a page's image is killed from outside, as the system does when memory is short.
@Timeout(300)
class KilledRecognitionTest {

    private static final String STORY = "A 54 year old woman took metoprolol 50 mg and developed a severe rash.";

    private final TextExtractor extractor = new TextExtractor(300);

    /// @return true: it waits until there is one
    private static boolean killTesseract() {
        Await.until("Tesseract reads a page", Duration.ofSeconds(60), () -> {
            List<ProcessHandle> running = ProcessHandle.current().children().filter(child -> child.info().command().orElse("").endsWith("/tesseract")).toList();
            return !running.isEmpty() && running.stream().allMatch(ProcessHandle::destroyForcibly);
        });
        return true;
    }

    @Test
    void onlyThePageThatWasBeingReadFails() throws IOException {
        assumeTrue(getClass().getResource("/org/bytedeco/tesseract/linux-x86_64/tesseract") != null && System.getProperty("os.arch").equals("amd64"), "Tesseract's program is not on this machine: its library has it for Linux on x86-64 only");
        DrawnPdf letter = new DrawnPdf();
        for (int line = 0; line < 40; line++) letter.text(60, 80 + 15 * line, STORY);
        BufferedImage image = Scan.of(letter);
        CompletableFuture<Boolean> killed = new CompletableFuture<>();

        DocumentText text = extractor.extract(Scan.pdf(image, image, image), said -> {
            if (said.startsWith("reading page 2 ")) killed.completeAsync(KilledRecognitionTest::killTesseract);
        });

        assertThat(killed).succeedsWithin(Duration.ofSeconds(60)).isEqualTo(true);
        assertThat(text.pages()).extracting(page -> page.body().contains(STORY)).containsExactly(true, false, true);
        assertThat(text.warnings()).containsExactly("Pages 1, 3 were read by text recognition (OCR): compare names, doses and numbers with the images.",
                "Page 2 is an image, and text recognition (OCR) took too long or failed: it was not read.");
        assertThat(extractor.extract(Scan.pdf(image)).pages().getFirst().body()).as("the next document").contains(STORY);
    }
}
