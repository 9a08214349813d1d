package casewright.drafting;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Time from the first dose to the onset (E2B(R3) G.k.9.i.3.1): only where both dates are known to the day. Example: started 2021-03-04, onset 2021-03-18:
/// 14 days.
final class Latency {

    private Latency() {
    }

    /// @param start ISO date as far as known
    /// @return whole days; empty when a day is missing or the onset lies before the start, which is a contradiction and not a latency
    static Optional<Long> days(String start, String onset) {
        if (start.length() != 10 || onset.length() != 10) return Optional.empty();
        long days = ChronoUnit.DAYS.between(LocalDate.parse(start), LocalDate.parse(onset));
        return days < 0 ? Optional.empty() : Optional.of(days);
    }
}
