package casewright.reading;

import casewright.reading.text.Sentence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// When a reaction ended and how long it lasted (E2B(R3) E.i.5, E.i.6): only where the words of the end, or of the length, stand in a sentence that names
/// the reaction. And an end that cannot be: a patient who is discharged home after having died of it.
final class ReactionEndReader {

    private static final Pattern ENDED = Pattern.compile("\\b" + OutcomeWords.OVER + "\\b(?: (?:completely|fully|entirely|spontaneously|gradually|slowly|rapidly|quickly|totally|without (?:treatment|sequelae|scarring)))?,?"
            + " (?:on |by |in |at |after |within |over )?(?:the )?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_ENDED = Pattern.compile("\\b(?:not|never|no|until|if|whether|partially|partly|incompletely)\\b[^.;]{0,40}$", Pattern.CASE_INSENSITIVE);
    /// What the end was counted from, told behind its time: "three days after stopping metoprolol".
    private static final Pattern COUNTED_FROM = Pattern.compile(" (?:the )?(?:(?:stopping|discontinuing|withdrawing|(?:discontinuation|withdrawal|cessation) of|(?:last|first) (?:dose|injection|infusion)(?: of)?|starting)(?: the)?(?: [\\w-]+)?|discontinuation|withdrawal|admission|discharge|onset)", Pattern.CASE_INSENSITIVE);
    private static final String LENGTH = "(?:(?:about |approximately |around |some |nearly |at least )?(?:\\d{1,3}(?:\\.\\d)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|several|a few) (?:minutes?|hours?|days?|weeks?|months?|years?))";
    private static final Pattern LASTED = Pattern.compile("\\b(?:last(?:ed|ing)|persist(?:ed|ing)|continued|went on) (?:for )?(?<t>" + LENGTH + ")(?! (?:after|later|before))\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern DIED = Pattern.compile("\\b(?:(?:he|she|patient) (?:\\w+ )?(?:died|expired|succumbed|passed away)|(?:was|were|proved) fatal|death (?:occurred|ensued))\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern DISCHARGED = Pattern.compile("\\b(?:he|she|patient|boy|girl|man|woman|child) (?:was|had been) (?:\\w+ )?(?<d>discharged)\\b(?! (?:diagnos|medic))", Pattern.CASE_INSENSITIVE);

    private final Mentions mentions;

    ReactionEndReader(Mentions mentions) {
        this.mentions = mentions;
    }

    Map<String, Fact> read(List<ReactionMention> own) {
        Map<String, Fact> found = new LinkedHashMap<>();
        for (ReactionMention mention : own) {
            if (!mention.sentence().section().tellsOfPatient()) continue;
            end(mention).ifPresent(fact -> found.put("end", fact));
            duration(mention).ifPresent(fact -> found.putIfAbsent("duration", fact));
        }
        return found;
    }

    private Optional<Fact> end(ReactionMention mention) {
        Sentence sentence = mention.sentence();
        String text = sentence.text();
        Matcher time = Dates.ANY.matcher(text).region(mention.term().end(), text.length());
        while (time.find()) {
            String before = text.substring(mention.term().end(), time.start());
            Matcher ended = ENDED.matcher(before);
            if (!ended.find() || NOT_ENDED.matcher(before.substring(0, ended.start())).find() || isOfAnother(mention, time.start()) || Dates.isDuration(time.group()) && !time.group().matches("(?i)(?:within|after|in|over) .*")
                    && !before.matches("(?is).*\\b(?:in|after|within|over) (?:the )?$")) continue;
            Matcher from = COUNTED_FROM.matcher(text).region(time.end(), text.length());
            boolean counted = time.group().matches("(?is).*\\b(?:after|before|following)") || time.group().matches("(?i)(?:within|after) .*");
            int end = counted && time.group().matches("(?is).*\\b(?:after|before|following)") && from.lookingAt() ? from.end() : time.end();
            int start = before.matches("(?is).*\\b(?:after|within|over) $") ? time.start() - before.length() + before.lastIndexOf(' ', before.length() - 2) + 1 : time.start();
            Quote quote = sentence.quote(start, end);
            String iso = Dates.iso(quote.text()).orElse(null);
            return Optional.of(Fact.of(quote.text().strip(), iso, quote, "pattern", iso != null));
        }
        return Optional.empty();
    }

    private Optional<Fact> duration(ReactionMention mention) {
        Matcher lasted = LASTED.matcher(mention.sentence().text()).region(mention.term().end(), mention.sentence().text().length());
        if (!lasted.find() || isOfAnother(mention, lasted.start())) return Optional.empty();
        return Optional.of(Fact.of(lasted.group("t"), null, mention.sentence().quote(lasted.start("t"), lasted.end("t")), "pattern", false));
    }

    private boolean isOfAnother(ReactionMention mention, int before) {
        return mentions.reactionsIn(mention.sentence()).stream().anyMatch(other -> other.term().start() >= mention.term().end() && other.term().end() <= before && !mentions.keyOf(other).equals(mentions.keyOf(mention)));
    }

    /// "The hepatitis was fatal. He was discharged home on day 5": both cannot be, so both are shown.
    Fact checked(Fact outcome) {
        if (!outcome.value().equals("fatal") || !outcome.others().isEmpty()) return outcome;
        Sentence died = null;
        Sentence discharged = null;
        Quote words = null;
        for (Sentence sentence : mentions.text().ofPatient()) {
            if (DIED.matcher(sentence.text()).find()) died = sentence;
            Matcher matcher = DISCHARGED.matcher(sentence.text());
            if (!matcher.find()) continue;
            discharged = sentence;
            words = sentence.quote(matcher.start("d"), matcher.end("d"));
        }
        if (died == null || discharged == null || words == null || discharged.index() <= died.index()) return outcome;
        return outcome.conflictingWith(List.of(Fact.of("discharged alive", null, words, "rule", false)));
    }
}
