package casewright.company;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// When a valid case is due, in calendar days from day 0 (the day of receipt), weekends and holidays included.
///
/// Sources: EU: GVP Module VI, VI.B.7 (serious 15 days, non-serious 90). US: 21 CFR 314.80(c)(1)(i) (serious and unexpected 15 days; the rest is periodic).
/// China: NMPA announcement 2018 No. 66 (death at once, serious 15 days, others 30). UK: the MHRA keeps the EU's days.
public enum ReportingClock {
    EU(15, 90, 15, "GVP VI: serious 15 days, non-serious 90 days"),
    UK(15, 90, 15, "MHRA: serious 15 days, non-serious 90 days"),
    US(15, 0, 15, "21 CFR 314.80: serious and unexpected 15 days, others in the periodic report"),
    CN(15, 30, 0, "NMPA 2018 No. 66: death at once, serious 15 days, others 30 days");

    private final int seriousDays;
    private final int otherDays;
    private final int deathDays;
    private final String rule;

    ReportingClock(int seriousDays, int otherDays, int deathDays, String rule) {
        this.seriousDays = seriousDays;
        this.otherDays = otherDays;
        this.deathDays = deathDays;
        this.rule = rule;
    }

    /// @param day0 the day of receipt, itself not counted
    /// @return when and why; empty where only a periodic report is asked for
    public Optional<Due> due(LocalDate day0, boolean serious, boolean death) {
        int days = death ? deathDays : serious ? seriousDays : otherDays;
        if (days == 0 && !death) return Optional.empty();
        return Optional.of(new Due(day0.plusDays(days), name() + ": " + rule));
    }

    /// The clocks of the jurisdictions named; unknown codes are ignored.
    public static List<ReportingClock> of(List<String> jurisdictions) {
        return Arrays.stream(values()).filter(clock -> jurisdictions.contains(clock.name())).toList();
    }

    /// The earliest due date of the jurisdictions named; unknown codes are ignored.
    public static Optional<Due> earliest(List<String> jurisdictions, LocalDate day0, boolean serious, boolean death) {
        return of(jurisdictions).stream().flatMap(clock -> clock.due(day0, serious, death).stream())
                .min(Comparator.comparing(Due::date));
    }

    public static List<String> codes() {
        return Arrays.stream(values()).map(Enum::name).toList();
    }

    public String rule() {
        return rule;
    }

    public record Due(LocalDate date, String rule) {
    }
}
