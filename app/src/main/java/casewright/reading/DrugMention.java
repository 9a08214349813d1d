package casewright.reading;

import casewright.reading.terms.Term;
import casewright.reading.text.Sentence;
import java.util.regex.Pattern;

/// A drug's name in a sentence.
record DrugMention(Sentence sentence, Term term, String key) {

    private static final Pattern DENIED = Pattern.compile("\\b(?:not|no|never|denied|denies|without|nor|neither)\\b(?: (?!because|due|only)\\w+){0,5} (?:\\w+, )*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern DENIED_BEHIND = Pattern.compile("^[^.;]{0,60}\\b(?:had|has|was|were|is) (?:(?:not|never) (?:been )?(?:taken|given|used|administered|prescribed|started)|(?:discussed|offered|considered|suggested|proposed|recommended)[^.;]{0,30}\\bbut\\b[^.;]{0,30}\\b(?:declined|refused|not)\\b.*|(?:deliberately|intentionally|purposely) (?:withheld|avoided|omitted)|avoided)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern PAST = Pattern.compile("\\b(?:as a child|in childhood|in (?:his|her|my) (?:youth|teens|twenties)|\\d+ years (?:ago|earlier|before)|" + Dates.COUNT + " years? (?:earlier|before)|(?:stopped|discontinued|withdrawn) (?:(?:many|some|" + Dates.COUNT + ") )?years (?:ago|earlier|before)|the old ones?|previously had|once had)\\b", Pattern.CASE_INSENSITIVE);

    /// "The isolate was resistant to isoniazid and rifampicin": what a germ bears was not given.
    private static final Pattern RESISTANT = Pattern.compile("\\b(?:resistan(?:t|ce)|(?:isolate|strain|organism|germ|culture|coli|aureus|bacteri\\w+|pathogen)\\b[^.;]{0,60}\\b(?:sensitiv\\w+|susceptib\\w+)) (?:only )?to (?:(?!(?:she|he|and was|was|so|but)\\b)[^.;]){0,120}$", Pattern.CASE_INSENSITIVE);

    /// "Medication allergies included gabapentin and tramadol": known from before.
    private static final Pattern LISTED_ALLERGY = Pattern.compile("\\b(?<!\\bno )(?<!\\bno known )(?<!\\bno known drug )(?:(?:drug|medication|known|reported) )?allergies ?(?:included?|includes|were|are|to|:)(?:(?!\\b(?:he|she|medications?|started|received|none|no)\\b)[^.;])*$", Pattern.CASE_INSENSITIVE);

    /// "a history of rash from amoxicillin"
    private static final Pattern OF_HISTORY = Pattern.compile("\\bhistory of [^.;,]{3,40} (?:from|to|with|after|due to|caused by) $", Pattern.CASE_INSENSITIVE);

    /// Said not to have been taken.
    boolean isDenied() {
        String before = sentence.text().substring(0, term.start());
        if (isResisted() || DENIED_BEHIND.matcher(sentence.text().substring(term.end())).find()) return true;
        return DENIED.matcher(before).find() && !before.matches("(?is).*\\b(?:not|never) (?:tolerate\\w*|respond\\w*|improve\\w*|again)\\b.*");
    }

    /// Said to be resisted by a germ.
    boolean isResisted() {
        return RESISTANT.matcher(sentence.text().substring(0, term.start())).find();
    }

    /// Told of an earlier time of life.
    boolean isPast() {
        int from = Math.max(0, term.start() - 60);
        int to = Math.min(sentence.text().length(), term.end() + 40);
        return PAST.matcher(sentence.text().substring(from, to)).find() || OF_HISTORY.matcher(sentence.before(term.start(), 80)).find() || isListedAllergy();
    }

    /// Named in a list of allergies.
    boolean isListedAllergy() {
        return LISTED_ALLERGY.matcher(sentence.before(term.start(), 80)).find();
    }

    Quote quote() {
        return sentence.quote(term.start(), term.end());
    }
}
