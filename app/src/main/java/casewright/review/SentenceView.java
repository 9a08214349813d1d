package casewright.review;

import casewright.drafting.Draft;
import casewright.drafting.NarrativeSentence;
import java.util.ArrayList;
import java.util.List;

/// A sentence of the narrative as the workbench shows it.
///
/// @param kind   what it rests on, in words
/// @param origin who worded it, in words
/// @param refused the model's wording that failed a check; empty where there is none
/// @param why     it failed
public record SentenceView(int index, String section, boolean opensSection, String text, String kind, String origin, String cites, String taken, String knowledge, String refused,
        String why) {

    static List<SentenceView> of(Draft draft) {
        List<SentenceView> views = new ArrayList<>();
        String before = "";
        for (int i = 0; i < draft.narrative().size(); i++) {
            NarrativeSentence sentence = draft.narrative().get(i);
            views.add(of(i, sentence, !sentence.section().equals(before)));
            before = sentence.section();
        }
        return views;
    }

    static SentenceView of(int index, NarrativeSentence sentence, boolean opensSection) {
        String kind = switch (sentence.kind()) {
            case SOURCE -> "from the source";
            case ABSENT -> "not reported";
            case DERIVED -> "worked out";
            case CASE -> "case record";
            case KNOWLEDGE -> "knowledge";
        };
        String origin = switch (sentence.origin()) {
            case TEMPLATE -> "template wording";
            case MODEL -> "model wording, checked";
            case TEMPLATE_AFTER_FAILED_CHECK -> "template wording";
            case PERSON -> "a person's wording";
        };
        return new SentenceView(index, sentence.section(), opensSection, sentence.sentence(), kind, origin, SectionView.places(sentence.citations()), SectionView.taken(sentence.takenBy()),
                SectionView.words(sentence.citations()), sentence.refused() == null ? "" : sentence.refused().sentence(), sentence.refused() == null ? "" : sentence.refused().why());
    }
}
