package casewright.access;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How many wrong passwords a sign-in may have before further tries wait.
///
/// @param mostFailures wrong passwords for one name
/// @param within       the time in which they are counted, and so the longest wait
@ConfigurationProperties("casewright.sign-in")
public record SignInSettings(@DefaultValue("10") int mostFailures, @DefaultValue("15m") Duration within) {

    public SignInSettings {
        if (mostFailures < 1 || !within.isPositive()) throw new IllegalArgumentException("casewright.sign-in needs at least one failure and a time longer than none");
    }
}
