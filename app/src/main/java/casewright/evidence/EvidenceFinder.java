package casewright.evidence;

import casewright.reading.DrugFacts;
import casewright.reading.PatientFacts;
import casewright.reading.ReactionFacts;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asks the corpora what the facts raise.
public interface EvidenceFinder {

    /// One question a pair and purpose, each corpus for itself; bounded by the settings. Writes nothing.
    ///
    /// @param drugs     names of each suspect drug, reported name first
    /// @param reactions wordings of each reaction, reported term first
    List<Evidence> find(List<List<String>> drugs, List<List<String>> reactions, CaseContext context);

    /// What the facts of one patient raise.
    ///
    /// @param isStudy       as in [CaseContext]
    /// @param latestReceipt likewise
    default List<Evidence> find(PatientFacts facts, boolean isStudy, @Nullable LocalDate latestReceipt) {
        return find(facts.suspects().stream().map(DrugFacts::names).toList(), facts.reactions().stream().map(ReactionFacts::names).toList(), CaseContext.of(facts, isStudy, latestReceipt));
    }

    /// Asks the newest version of each corpus.
    default List<Evidence> find(List<List<String>> drugs, List<List<String>> reactions) {
        return find(drugs, reactions, CaseContext.UNKNOWN);
    }
}
