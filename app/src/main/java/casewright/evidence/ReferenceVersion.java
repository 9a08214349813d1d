package casewright.evidence;

import casewright.knowledge.ImportedVersion;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The version of a private corpus that was the reference on a day.
///
/// @param basis for the trail: which day was asked for and whether a version was valid then
record ReferenceVersion(ImportedVersion version, String basis) {

    /// Of the versions that were valid that day the one whose validity began last; one without a first day counts from the day of its import.
    private static final Comparator<ImportedVersion> BEGAN = Comparator.comparing((ImportedVersion version) -> {
        LocalDate from = version.validity().from();
        return from == null ? LocalDate.ofInstant(version.importedAt(), ZoneOffset.UTC) : from;
    }).thenComparing(ImportedVersion::id);

    /// @param versions of one corpus that can be searched, at least one
    static ReferenceVersion of(List<ImportedVersion> versions, CaseContext.Asked asked) {
        LocalDate day = asked.day();
        ImportedVersion newest = versions.stream().max(BEGAN).orElseThrow();
        boolean isDated = versions.stream().anyMatch(version -> !version.validity().inWords().isEmpty());
        if (day == null || !isDated) return new ReferenceVersion(newest, "the newest version");
        Optional<ImportedVersion> valid = versions.stream().filter(version -> version.validity().covers(day)).max(BEGAN);
        return valid.map(version -> new ReferenceVersion(version, valid(version) + "which applied on " + day + ", " + asked.why()))
                .orElseGet(() -> new ReferenceVersion(newest, "the newest version, as none was valid on " + day + ", " + asked.why()));
    }

    private static String valid(ImportedVersion version) {
        String words = version.validity().inWords();
        return words.isEmpty() ? "" : words + ", ";
    }
}
