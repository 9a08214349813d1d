package casewright.extraction.recognition;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Limits of the process that reads one page's image.
///
/// @param longestPage of processor time and by the clock
/// @param memoryBytes that the process may ask for; 400 MB are usual for a page at 300 dpi
@ConfigurationProperties("casewright.recognition")
public record RecognitionSettings(@DefaultValue("60s") Duration longestPage, @DefaultValue("2000000000") long memoryBytes) {

    public static RecognitionSettings standard() {
        return new RecognitionSettings(Duration.ofSeconds(60), 2_000_000_000);
    }
}
