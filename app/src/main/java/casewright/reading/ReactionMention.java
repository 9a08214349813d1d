package casewright.reading;

import casewright.reading.terms.Term;
import casewright.reading.text.Sentence;

/// A word for a disorder in a sentence, and in which way the sentence says it.
record ReactionMention(Sentence sentence, Term term, Said said) {

    /// How a sentence says it: only what is affirmed of the patient now can be a reaction.
    enum Said { AFFIRMED, DENIED, DOUBTED, FAMILY, HISTORY, TREATED }

    /// "this syndrome": stands for the disorder named before.
    boolean isAnaphor() {
        return term.kind() == Term.Kind.MODEL && !term.preferred().isEmpty();
    }

    /// A condition that the patient had got worse.
    boolean isWorsened() {
        return term.kind() == Term.Kind.WORSENED;
    }

    /// As a reader wants to see it: "his epilepsy" that got worse with the words that say so.
    String words() {
        int[] span = span();
        return sentence.text().substring(span[0], span[1]);
    }

    Quote quote() {
        int[] span = span();
        return sentence.quote(span[0], span[1]);
    }

    private int[] span() {
        return isWorsened() ? Worsening.span(this) : new int[] {term.start(), term.end()};
    }
}
