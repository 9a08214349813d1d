package casewright.reading;

import casewright.reading.terms.Term;
import casewright.reading.text.Sentence;

/// A drug's name in a sentence.
record DrugMention(Sentence sentence, Term term, String key) {

    Quote quote() {
        return sentence.quote(term.start(), term.end());
    }
}
