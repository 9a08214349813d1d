package casewright;

import casewright.refusal.RefusedException;
import casewright.refusal.UnavailableException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/// A start that is refused, or whose surroundings are missing, ends with the sentence that says why instead of a stack trace. Named in
/// `META-INF/spring.factories`.
final class StartFailure implements FailureAnalyzer {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RefusedException refused) return new FailureAnalysis(refused.text(), null, failure);
            if (cause instanceof UnavailableException away) return new FailureAnalysis(away.text(), null, failure);
        }
        return null;
    }
}
