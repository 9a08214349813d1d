package casewright.evidence;

import casewright.reading.DrugFacts;
import casewright.reading.PatientFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What else of a case matters to what is asked: which reference safety information applied, and what was taken besides.
///
/// @param isStudy       report of a study, E2B(R3) C.1.3
/// @param latestReceipt E2B(R3) C.1.5; null: not known, the newest version is asked
/// @param onsets        of each reaction in their order, as told: `2025-03-04`, or less than a day; empty where not told
/// @param concomitants  names of each drug taken besides, reported name first
public record CaseContext(boolean isStudy, @Nullable LocalDate latestReceipt, List<String> onsets, List<List<String>> concomitants) {

    public static final CaseContext UNKNOWN = new CaseContext(false, null, List.of(), List.of());

    private static final int DAY_CHARS = 10;

    public CaseContext {
        onsets = List.copyOf(onsets);
        concomitants = concomitants.stream().map(List::copyOf).toList();
    }

    static CaseContext of(PatientFacts facts, boolean isStudy, @Nullable LocalDate latestReceipt) {
        List<String> onsets = facts.reactions().stream().map(reaction -> Optional.ofNullable(reaction.details().get("onset")).flatMap(onset -> Optional.ofNullable(onset.code())).orElse("")).toList();
        return new CaseContext(isStudy, latestReceipt, onsets, facts.concomitants().stream().map(DrugFacts::names).toList());
    }

    /// @param day null: the newest version is asked
    /// @param why what the day is, in words
    record Asked(@Nullable LocalDate day, String why) {
    }

    /// For study cases the information in force when the reaction began counts, for all others that at the latest receipt.
    ///
    /// Sources: European Commission, detailed guidance CT-3 (2011/C 172/01) 7.2.3.2, and CTFG, Q and A on reference safety information (2017), for studies; GVP VI.B.7 for others.
    ///
    /// @param reaction counts from 0
    Asked askedFor(int reaction) {
        String onset = reaction < onsets.size() ? onsets.get(reaction) : "";
        if (isStudy && onset.length() == DAY_CHARS) return new Asked(LocalDate.parse(onset), "the onset of the reaction");
        String why = isStudy ? "the latest receipt date, as the day of onset is not known" : "the latest receipt date";
        return new Asked(latestReceipt, latestReceipt == null ? "" : why);
    }
}
