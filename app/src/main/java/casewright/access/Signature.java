package casewright.access;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// A person's signature under one exact content (21 CFR 11.50: printed name, date and time, meaning; 11.70: bound to the record).
///
/// @param revision      of the draft that was signed
/// @param zone          the zone whose clock the signer saw, such as `Europe/Berlin`
/// @param contentSha256 of the draft's stored text
/// @param trailHash     the trail's newest hash when it was signed: the entry that tells of this signature
public record Signature(long caseId, int revision, long personId, String printedName, String meaning, Instant at, String zone, String contentSha256, String trailHash) {

    private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm:ss xxx", Locale.ENGLISH);

    public ZonedDateTime when() {
        return at.atZone(ZoneId.of(zone));
    }

    /// Time with its offset and zone, as it is printed.
    public String printedTime() {
        return SHOWN.format(when()) + " (" + zone + ")";
    }
}
