package casewright.drafting;

import casewright.drafting.NarrativeSentence.Kind;
import casewright.drafting.NarrativeSentence.Origin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// The source's own course in the template's wording.
///
/// @param told what of the source's sentences passed the check, the weightiest first; what did not is left to the fields' sentences
record RetoldCourse(List<NarrativeSentence> told) {

    private static final int SHORTEST_CHARS = 16;
    private static final Comparator<NarrativeSentence> AS_IN_THE_SOURCE = Comparator.comparing((NarrativeSentence sentence) -> (Citation.Source) sentence.citations().getFirst(),
            Comparator.comparingLong(Citation.Source::documentId).thenComparingInt(Citation.Source::page).thenComparingInt(Citation.Source::start));

    /// @param ranked    the source's sentences, the weightiest first
    /// @param causality the reporter's view, which has its own place
    static RetoldCourse of(List<Citation.Source> ranked, String causality, Wording wording, NarrativeCheck check) {
        List<NarrativeSentence> told = new ArrayList<>();
        for (Citation.Source source : ranked) {
            String sentence = wording.retold(source.quote());
            if (source.quote().equals(causality) || sentence.length() < SHORTEST_CHARS || check.fault(sentence, List.of(source)).isPresent()) continue;
            told.add(new NarrativeSentence("course", sentence, Kind.SOURCE, Origin.TEMPLATE, List.of(source), null));
        }
        return new RetoldCourse(told);
    }

    /// The weightiest sentences that there is room for, in the order of the source.
    ///
    /// @param room in words
    List<NarrativeSentence> within(int room) {
        Set<NarrativeSentence> fitting = new TreeSet<>(AS_IN_THE_SOURCE);
        int left = room;
        for (NarrativeSentence sentence : told) {
            int words = SlotNarrative.words(sentence.sentence());
            if (words <= left && fitting.add(sentence)) left -= words;
        }
        return List.copyOf(fitting);
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
