package casewright.drafting;

import casewright.drafting.NarrativeSentence.Kind;
import casewright.drafting.NarrativeSentence.Origin;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The source's own course in the template's wording.
///
/// @param ranked    the source's sentences, the weightiest first
/// @param causality the reporter's view, which has its own place
record RetoldCourse(List<Citation.Source> ranked, String causality, Wording wording, NarrativeCheck check) {

    private static final int SHORTEST_CHARS = 16;
    private static final Comparator<Citation.Source> AS_IN_THE_SOURCE = Comparator.comparingLong(Citation.Source::documentId).thenComparingInt(Citation.Source::page).thenComparingInt(Citation.Source::start);

    /// The weightiest sentences that there is room for, in the order of the source. What the check does not pass is left to the fields' sentences.
    ///
    /// @param room in words
    List<NarrativeSentence> of(int room) {
        Map<Citation.Source, String> told = new TreeMap<>(AS_IN_THE_SOURCE);
        int left = room;
        for (Citation.Source source : ranked) {
            String sentence = wording.retold(source.quote());
            if (source.quote().equals(causality) || sentence.length() < SHORTEST_CHARS || SlotNarrative.words(sentence) > left || check.fault(sentence, List.of(source)).isPresent()) continue;
            told.put(source, sentence);
            left -= SlotNarrative.words(sentence);
        }
        return told.entrySet().stream().map(entry -> new NarrativeSentence("course", entry.getValue(), Kind.SOURCE, Origin.TEMPLATE, List.of(entry.getKey()), null)).toList();
    }

    /// Do the told sentences hold all the places that are cited?
    static boolean holds(List<NarrativeSentence> told, Collection<Citation> cited) {
        List<Citation> places = told.stream().flatMap(sentence -> sentence.citations().stream()).toList();
        return cited.stream().allMatch(inner -> places.stream().anyMatch(outer -> holds(outer, inner)));
    }

    private static boolean holds(Citation outer, Citation inner) {
        return outer instanceof Citation.Source told && inner instanceof Citation.Source cited && told.documentId() == cited.documentId() && told.page() == cited.page()
                && told.start() <= cited.start() && told.end() >= cited.end();
    }
}
