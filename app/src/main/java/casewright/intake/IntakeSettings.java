package casewright.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Limits of what is accepted.
@ConfigurationProperties("casewright.intake")
public record IntakeSettings(@DefaultValue("50000000") long largestFileBytes, @DefaultValue("300") int mostPages, @DefaultValue("20") int mostFilesAtOnce) {
}
