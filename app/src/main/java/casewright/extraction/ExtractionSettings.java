package casewright.extraction;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Limits of what is read out of one document.
///
/// @param longest        how long the reading of a PDF is waited for
/// @param mostChars      of the text of all pages
/// @param memoryBytes    of a PDF's streams that are kept in memory; beyond it they go to a temporary file
/// @param readRestricted whether PDFs are read whose owners have forbidden to take text out of them; the administrator's decision
@ConfigurationProperties("casewright.extraction")
public record ExtractionSettings(@DefaultValue("120s") Duration longest, @DefaultValue("3000000") int mostChars, @DefaultValue("100000000") long memoryBytes,
        @DefaultValue("false") boolean readRestricted) {

    public static ExtractionSettings standard() {
        return new ExtractionSettings(Duration.ofSeconds(120), 3_000_000, 100_000_000, false);
    }
}
