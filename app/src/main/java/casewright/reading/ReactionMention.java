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

    Quote quote() {
        return sentence.quote(term.start(), term.end());
    }
}
