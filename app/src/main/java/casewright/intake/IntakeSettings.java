package casewright.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Limits of what is accepted.
@ConfigurationProperties("casewright.intake")
public record IntakeSettings(@DefaultValue("50000000") long largestFileBytes, @DefaultValue("300") int mostPages, @DefaultValue("20") int mostFilesAtOnce) {

    /// As people say it: "50 MB".
    public String largestFile() {
        return megabytes(largestFileBytes);
    }

    /// Rounded up to a tenth, so that a file over a limit of 50 MB is never said to have 50 MB.
    static String megabytes(long bytes) {
        return BigDecimal.valueOf(bytes).movePointLeft(6).setScale(1, RoundingMode.UP).stripTrailingZeros().toPlainString() + " MB";
    }
}
