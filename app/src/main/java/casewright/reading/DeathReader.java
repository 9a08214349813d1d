package casewright.reading;

import casewright.reading.text.Sentence;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// When the patient died, of what in the reporter's words, and whether there was an autopsy (E2B(R3) D.9).
final class DeathReader {

    private static final Pattern DIED = Pattern.compile("\\b(?:he|she|patient|infant|child|boy|girl|man|woman) (?:\\w+ )?(?:died|passed away|succumbed|expired)\\b|\\bdeath (?:occurred|ensued)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern OF = Pattern.compile("\\b(?:died|death)(?: \\w+){0,3}? (?:of|from|due to|because of|caused by|as a result of) (?:(?:the|an?|his|her) )?(?<c>[\\w][\\w' -]{2,70}?)(?= (?:on|in spite|despite|after|at|\\d|within|during|two|three|the next|the following)\\b|[.,;()]|$)"
            + "|\\bcause of (?:the |his |her )?death (?:was|were) (?:(?:the|an?) )?(?<d>[\\w][\\w' -]{2,70}?)(?=[.,;()]|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern AUTOPSY = Pattern.compile("\\b(?:autopsy|post-?mortem(?: examination)?|necropsy)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_DONE = Pattern.compile("\\b(?:no|not|without|refused|declined|denied)\\b", Pattern.CASE_INSENSITIVE);

    /// "It is unknown whether an autopsy was done"
    private static final Pattern UNKNOWN = Pattern.compile("\\b(?:unknown|not known|whether)\\b", Pattern.CASE_INSENSITIVE);

    private final Mentions mentions;

    DeathReader(Mentions mentions) {
        this.mentions = mentions;
    }

    Map<String, Fact> read() {
        Map<String, Fact> found = new LinkedHashMap<>();
        for (Sentence sentence : mentions.text().ofPatient()) {
            Matcher died = DIED.matcher(sentence.text());
            if (died.find()) date(sentence, died, found);
            Matcher cause = OF.matcher(sentence.text());
            if (cause.find()) {
                String group = cause.group("c") != null ? "c" : "d";
                found.putIfAbsent("deathCause", Fact.of(cause.group(group).strip(), null, sentence.quote(cause.start(group), cause.start(group) + cause.group(group).stripTrailing().length()), "pattern", false));
            }
            Matcher autopsy = AUTOPSY.matcher(sentence.text());
            if (!autopsy.find() || UNKNOWN.matcher(sentence.text()).find()) continue;
            boolean not = NOT_DONE.matcher(sentence.text()).find();
            found.putIfAbsent("autopsy", Fact.of(not ? "not done" : "done", not ? "false" : "true", sentence.quote(), "pattern", false));
        }
        return found;
    }

    /// The time nearest to the words of the death.
    private static void date(Sentence sentence, Matcher died, Map<String, Fact> found) {
        Matcher time = Dates.ANY.matcher(sentence.text());
        Quote best = null;
        int least = Integer.MAX_VALUE;
        while (time.find()) {
            int distance = time.start() >= died.end() ? time.start() - died.end() : died.start() - time.end();
            if (distance < 0 || distance >= least || Dates.isDuration(time.group())) continue;
            least = distance;
            best = sentence.quote(time.start(), time.end());
        }
        if (best == null) return;
        String iso = Dates.iso(best.text()).orElse(null);
        found.putIfAbsent("deathDate", Fact.of(best.text(), iso, best, "pattern", false));
    }
}
