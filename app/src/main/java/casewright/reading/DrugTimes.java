package casewright.reading;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// From when to when a drug was given (E2B(R3) G.k.4.r.4 and r.5), from the sentences that name it.
final class DrugTimes {

    /// "since May 2008", "for the past 20 years": how long it has been taken.
    private static final Pattern SINCE = Pattern.compile("\\b(?:since|from) (?<t>(?:about |approximately )?" + Dates.CALENDAR + "|" + Dates.COUNT + " (?:days?|weeks?|months?|years?)(?! (?:old|later|after|before)))", Pattern.CASE_INSENSITIVE);
    private static final Pattern STARTING_TIME = Pattern.compile("\\b(?:" + Dates.CALENDAR + "|" + Dates.BEFORE_ANCHOR + "|(?:for|over|during) (?:the )?(?:past|last|previous) \\S+ " + Dates.SPAN + "|on (?:the )?(?:hospital |treatment |post-?operative )?day \\d{1,3})", Pattern.CASE_INSENSITIVE);
    private static final Pattern STARTED_TOGETHER = Pattern.compile("[^.;]{0,140}? (?:were|was) (?:\\w+ )?(?:added|started|initiated|commenced|begun|prescribed|introduced)\\b", Pattern.CASE_INSENSITIVE);
    /// "discontinuation of valproate, and she was awake within 48 hours": the time is that of something else.
    private static final Pattern NEW_CLAUSE = Pattern.compile(",? (?:and|but|while|whereas) (?:the|s?he|her|his|its?|all|both|no) ", Pattern.CASE_INSENSITIVE);
    private static final Pattern STOPPING_TIME = Pattern.compile("\\b(?:on )?(?:" + Dates.CALENDAR + "|" + Dates.BEFORE_ANCHOR + "|" + Dates.RELATIVE + "|within the (?:past|last) \\w+|the day of (?:admission|surgery|discharge|presentation)|admission\\b)", Pattern.CASE_INSENSITIVE);
    /// "on the fourth day after stopping linezolid": no time of the stop.
    private static final Pattern AFTER_STOP = Pattern.compile("\\s*(?:after|of|from|following|since)\\b", Pattern.CASE_INSENSITIVE);
    /// "on day 7 of his second course": the day counts from the start.
    private static final Pattern DAY_OF = Pattern.compile(" (?:of|into) (?:[\\w-]+ ){0,4}(?:course|treatment|therapy|cycle|taking|receiving|administration|dose|regimen|use)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern LAST_DOSE = Pattern.compile("\\blast (?:\\w+ )?(?:tablet|dose|injection|infusion|capsule|administration|cycle)\\b[^.;]{0,40}?(?<t>" + Dates.CALENDAR + "|" + Dates.BEFORE_ANCHOR + ")", Pattern.CASE_INSENSITIVE);
    /// "treated with meropenem, and died on hospital day 14": the time of what befell.
    private static final Pattern BEFELL_BETWEEN = Pattern.compile("\\b(?:died|developed|discharged|presented|admitted|noticed|recovered)\\b", Pattern.CASE_INSENSITIVE);
    /// "from 10 to 14 February 2023".
    private static final Pattern RANGE = Pattern.compile("\\b(?:from |between )?(?<a>\\d{1,2}(?:st|nd|rd|th)?)(?: ?[-\u2013] ?| to | until | and )(?<b>\\d{1,2}(?:st|nd|rd|th)?(?<m> " + Dates.MONTH + ",?(?: (?:19|20)\\d\\d)?))(?![\\w])", Pattern.CASE_INSENSITIVE);

    private final Mentions mentions;
    private final DoseReader doses;

    DrugTimes(Mentions mentions, DoseReader doses) {
        this.mentions = mentions;
        this.doses = doses;
    }

    /// "from 10 to 14 February 2023": both days.
    void range(DrugMention mention, Map<String, Fact> details) {
        String text = mention.sentence().text();
        Matcher days = RANGE.matcher(text).region(mention.term().end(), Math.min(text.length(), Math.min(mention.term().end() + 80, doses.nextDrug(mention))));
        if (!days.find() || BEFELL_BETWEEN.matcher(text.substring(mention.term().end(), days.start())).find() || DrugDetailReader.STOPPED.matcher(text.substring(mention.term().end(), days.start())).find()) return;
        Quote quote = mention.sentence().quote(days.start("a"), days.end("b"));
        String first = days.group("a") + days.group("m");
        details.putIfAbsent("start", Fact.of(first, Dates.iso(first).orElse(null), quote, "pattern", false));
        details.putIfAbsent("stop", Fact.of(days.group("b"), Dates.iso(days.group("b")).orElse(null), quote, "pattern", false));
    }

    /// When the drug was begun, as its sentence tells it.
    Optional<Fact> start(DrugMention mention) {
        String text = mention.sentence().text();
        int from = Math.max(0, mention.term().start() - 70);
        int to = Math.min(text.length(), Math.min(mention.term().end() + 80, doses.nextDrug(mention)));
        Matcher since = SINCE.matcher(text);
        while (since.find()) {
            boolean behind = since.start() >= mention.term().end() && since.end() <= to;
            boolean before = since.end() <= mention.term().start() && since.start() >= from && text.substring(since.end(), mention.term().start()).matches("(?is)(?!.*\\b(?:started|begun|initiated|prescribed|and who)\\b).*\\b(?:taking|receiving|on|treated with|using|took)\\b.*");
            if (behind || before) return Optional.of(timed(mention, since.start("t"), since.end("t")));
        }
        Matcher times = STARTING_TIME.matcher(text);
        while (times.find()) {
            boolean behind = times.start() >= mention.term().end() && times.end() <= to;
            boolean inList = times.end() <= mention.term().start() && startedTogether(mention, times.end());
            boolean before = inList || times.end() <= mention.term().start() && (times.start() >= from || times.start() == 0 && noOtherTime(text, times.end(), mention.term().start())) && noDrugBetween(mention, times.end());
            if (!behind && !before) continue;
            String around = text.substring(before ? Math.max(0, times.start() - 30) : mention.term().start(), before ? Math.min(to, mention.term().end() + 40) : times.start());
            boolean starting = DrugDetailReader.STARTED.matcher(around).find() || behind && DrugDetailReader.STARTED.matcher(text.substring(from, mention.term().start())).find();
            if (behind && BEFELL_BETWEEN.matcher(text.substring(mention.term().end(), times.start())).find()) continue;
            if (DAY_OF.matcher(text).region(times.end(), text.length()).lookingAt()) continue;
            boolean switched = DrugDetailReader.SWITCHED_TO.matcher(text.substring(from, mention.term().start())).find();
            if (!switched && startedTogether(mention, times.end())) return Optional.of(timed(mention, times.start(), times.end()));
            if (!switched && (!starting || DrugDetailReader.STOPPED.matcher(around).find()) || around.contains("since ") && !behind) continue;
            return Optional.of(timed(mention, times.start(), times.end()));
        }
        return Optional.empty();
    }

    /// "On 30 October lamotrigine 50 mg and phenobarbital 100 mg were added": the time is each drug's.
    private static boolean startedTogether(DrugMention mention, int timeEnd) {
        String text = mention.sentence().text();
        return mention.term().start() >= timeEnd && text.substring(0, timeEnd).length() <= 40 && noOtherTime(text, timeEnd, mention.term().start()) && !DrugDetailReader.STOPPED.matcher(text.substring(timeEnd, mention.term().start())).find()
                && STARTED_TOGETHER.matcher(text).region(mention.term().end(), text.length()).lookingAt();
    }

    /// When it was given up, as its sentence tells it.
    Optional<Fact> stop(DrugMention mention) {
        String text = mention.sentence().text();
        if (DrugDetailReader.SWITCHED_TO.matcher(text.substring(0, mention.term().start())).find()) return Optional.empty();
        Matcher last = LAST_DOSE.matcher(text);
        if (last.find()) return Optional.of(timed(mention, last.start("t"), last.end("t")));
        Matcher verbs = DrugDetailReader.STOPPED.matcher(text);
        while (verbs.find()) {
            if (Math.abs(verbs.start() - mention.term().start()) > 60) continue;
            Matcher times = STOPPING_TIME.matcher(text);
            while (times.find()) {
                int distance = times.start() >= verbs.end() ? times.start() - verbs.end() : verbs.start() - times.end();
                if (distance < 0 || distance > 45) continue;
                String amid = text.substring(Math.min(times.end(), verbs.end()), Math.max(times.start(), verbs.start()));
                if (times.start() < verbs.start() && AFTER_STOP.matcher(amid).lookingAt()) continue;
                if (amid.contains(";") || NEW_CLAUSE.matcher(amid).find() || Suspicions.BETTER.matcher(amid).find()) continue;
                if (Dates.isDuration(times.group()) || times.group().matches("(?i)over .*|immediately|shortly") || times.group().matches("(?i)for .*|.*\\bafter$") || times.start() > verbs.end() && text.substring(Math.max(0, times.start() - 5), times.start()).matches("(?is).*for $") || times.group().matches("(?i).*\\b(?:later|after)$") && times.start() > verbs.end()) continue;
                return Optional.of(timed(mention, times.start(), times.end()));
            }
        }
        return Optional.empty();
    }

    private static boolean noOtherTime(String text, int from, int to) {
        return !Dates.ANY.matcher(text.substring(from, to)).find();
    }

    private boolean noDrugBetween(DrugMention mention, int from) {
        return mentions.drugsIn(mention.sentence()).stream().noneMatch(drug -> !drug.key().equals(mention.key()) && drug.term().start() >= from && drug.term().end() <= mention.term().start());
    }

    private static Fact timed(DrugMention mention, int start, int end) {
        String text = mention.sentence().text();
        String written = text.substring(start, end).strip().replaceAll("(?i)^(?:in|from|since) ", "");
        int from = text.indexOf(written, start);
        return Fact.of(written, Dates.iso(written).orElse(null), mention.sentence().quote(from, from + written.length()), "pattern", Dates.iso(written).isPresent());
    }
}
