package casewright.reading;

import casewright.reading.terms.Term;
import casewright.reading.text.Sentence;

/// A word for a disorder in a sentence, and in which way the sentence says it.
record ReactionMention(Sentence sentence, Term term, Said said) {

    /// How a sentence says it: only what is affirmed of the patient now can be a reaction.
    enum Said { AFFIRMED, DENIED, DOUBTED, FAMILY, HISTORY, TREATED }

    Quote quote() {
        return sentence.quote(term.start(), term.end());
    }
}
