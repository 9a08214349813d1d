package casewright.reading;

import casewright.reading.ReactionMention.Said;
import casewright.reading.terms.Term;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// "His pre-existing epilepsy worsened": a condition that the patient had is no reaction, but that it got worse is one, beside the condition itself in the
/// history (ICH E2A II.A: an event may be a worsening of what was there before).
final class Worsening {

    private enum State { THERE_BEFORE, WORSE, NEW }

    private static final String ENDING = " worsened";
    private static final int MOST_BESIDE = 80;
    private static final String WHOSE = "(?:(?:the|his|her|my|our|patient's|pre-?existing|underlying|known|chronic|long-?standing|baseline) ){0,3}$";
    private static final Pattern BEFORE = Pattern.compile("\\b(?:(?:worsening|exacerbations?|aggravation|deterioration|flare(?:[- ]up)?s?) (?:of|in)|worsen(?:ed|s|ing)|exacerbat(?:ed|es|ing)|aggravat(?:ed|es|ing)) " + WHOSE, Pattern.CASE_INSENSITIVE);
    private static final Pattern BEHIND = Pattern.compile("^(?: symptoms)?(?: (?:had|has|have|was|were|is|became|becomes|got|grew|then|also|markedly|severely|clearly|significantly|much)){0,3} (?:worsen(?:ed|s|ing)|exacerbat(?:ed|ions?)|aggravat(?:ed|ion)|deteriorated|flared(?: up)?|flares?(?:[- ]ups?)?|worse)\\b", Pattern.CASE_INSENSITIVE);
    /// Only what was there can be exacerbated; what is new may worsen, too.
    private static final Pattern OF_OLD = Pattern.compile("exacerbat|aggravat|flare", Pattern.CASE_INSENSITIVE);

    private final Function<ReactionMention, String> keyOf;
    private final Map<String, State> states = new HashMap<>();

    /// @param keyOf the key of the condition itself
    Worsening(Function<ReactionMention, String> keyOf) {
        this.keyOf = keyOf;
    }

    /// @param mention the next one in the order of the text
    /// @return the same, or its worsening; once a condition got worse, what is affirmed of it then is told of the worsening
    ReactionMention told(ReactionMention mention) {
        if (mention.isAnaphor() || mention.said() == Said.DENIED || mention.said() == Said.FAMILY || mention.said() == Said.DOUBTED) return mention;
        String key = keyOf.apply(mention);
        boolean ofPast = mention.said() != Said.AFFIRMED || HistoryReader.isOfPatientWith(mention.sentence().text().substring(0, mention.term().start()));
        boolean now = isSaid(mention);
        State state = states.computeIfAbsent(key, _ -> ofPast ? State.THERE_BEFORE : now && isOfOld(mention) ? State.WORSE : State.NEW);
        if (state == State.THERE_BEFORE && now) states.put(key, state = State.WORSE);
        if (state != State.WORSE || ofPast && !now) return mention;
        Term term = mention.term();
        return new ReactionMention(mention.sentence(), new Term(term.start(), term.end(), term.text(), key + ENDING, Term.Kind.WORSENED, false), Said.AFFIRMED);
    }

    private static boolean isOfOld(ReactionMention mention) {
        return OF_OLD.matcher(mention.sentence().text()).region(span(mention)[0], mention.term().end()).lookingAt();
    }

    /// Do words beside it say that it got worse?
    static boolean isSaid(ReactionMention mention) {
        int[] span = span(mention);
        return span[0] < mention.term().start() || span[1] > mention.term().end();
    }

    /// The condition with the words, directly before or behind it, that say that it got worse; without such words the condition alone.
    static int[] span(ReactionMention mention) {
        String text = mention.sentence().text();
        int start = mention.term().start();
        int end = mention.term().end();
        Matcher before = BEFORE.matcher(mention.sentence().before(start, MOST_BESIDE));
        if (before.find()) return new int[] {Math.max(0, start - MOST_BESIDE) + before.start(), end};
        Matcher behind = BEHIND.matcher(text.substring(end, Math.min(text.length(), end + MOST_BESIDE)));
        return new int[] {start, behind.find() ? end + behind.end() : end};
    }

    /// The key of the condition itself.
    static String condition(String key) {
        return key.endsWith(ENDING) ? key.substring(0, key.length() - ENDING.length()) : key;
    }
}
