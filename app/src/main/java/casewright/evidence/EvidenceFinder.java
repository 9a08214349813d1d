package casewright.evidence;

import java.util.List;

/// Asks the corpora what the facts raise.
public interface EvidenceFinder {

    /// One question a pair and purpose, each corpus for itself; bounded by the settings. Writes nothing.
    ///
    /// @param drugs     names of each suspect drug, reported name first
    /// @param reactions wordings of each reaction, reported term first
    List<Evidence> find(List<List<String>> drugs, List<List<String>> reactions, CaseContext context);

    /// Asks the newest version of each corpus.
    default List<Evidence> find(List<List<String>> drugs, List<List<String>> reactions) {
        return find(drugs, reactions, CaseContext.UNKNOWN);
    }
}
