package casewright.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How much of a drug was given, in which form and for how long, as written; a single amount besides in UCUM (E2B(R3) G.k.4.r.1a to r.3): "100 mg twice
/// daily" is `100 mg, every 12 h`.
final class DoseReader {

    private static final String AMOUNT = "\\d+(?:[.,]\\d+)?(?:\\s?(?:-|\u2013|to)\\s?\\d+(?:[.,]\\d+)?)?\\s?(?:mg|g|mcg|\u00b5g|\u03bcg|ug|micrograms?|milligrams?|miligrams?|mgs|grams?|ml|mL|IU|U|units?|mEq|mmol|MBq|tablets?|capsules?|puffs?|drops?|vials?|ampoules?)\\b";
    private static final String PER = "(?:\\s?/\\s?(?:kg|m2|m\u00b2|day|d|h|hr|hour|min|week|wk|dose|mL|ml)(?:/(?:day|d|h|hr|hour|min|week|dose))?|\\s?/\\s?\\((?:kg|m2)[^()]{0,15}\\)| per (?:kg|kilogram|square meter(?: of body[- ]surface area)?|day|hour|dose|week|m2)(?: per day)?| (?:once|twice|three times|thrice|four times|five times)(?: (?:a|per|every|each|daily|weekly|monthly))?(?: ?(?:day|week|month|daily))?| daily| weekly| monthly| every (?:" + Dates.COUNT + "|other|second|third|fourth|alternate)? ?(?:-|to )?(?:\\d{1,2} )?(?:hours?|hrs?|h|days?|weeks?|months?|years?)\\b| on alternate days| (?:a|each|per) day| (?:q\\d+h|qd|qid|bid|tid|b\\.i\\.d\\.|t\\.i\\.d\\.|q\\.i\\.d\\.|od|qhs|prn)\\b| (?:every|each|in the) (?:morning|evening|night)| at (?:night|bedtime))*";
    private static final Pattern DOSE = Pattern.compile(AMOUNT + "(?: (?:orally|oral|by mouth|po|intravenously|iv|subcutaneously|sc)(?= (?:once|twice|three|thrice|four|daily|every|at|q|b\\.?i\\.?d|t\\.?i\\.?d|od|qd|per|weekly|in the)\\b))?(?: (?:\\d/\\d|\\d|one|two|half(?: an?)?) (?:tablets?|capsules?))?" + PER, Pattern.CASE_INSENSITIVE);
    /// "tramadol had been increased from 50 mg twice daily to 100 mg three times daily"
    private static final Pattern RAISED = Pattern.compile("(?: dose| dosage)? (?:was|were|had been|has been) (?:then |gradually |subsequently )?(?:increased|raised|titrated(?: up)?|escalated) (?:from [^.;]{3,40}? )?to (?<d>" + DOSE.pattern() + ")", Pattern.CASE_INSENSITIVE);
    private static final Pattern TEST_VALUE_BEFORE = Pattern.compile("(?:level|concentration|serum|plasma|blood|count|pressure|clearance|creatinine|hemoglobin|urine|excretion)\\w*[^.;]{0,30}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern WITHOUT_UNIT = Pattern.compile(" ?(?<d>\\d{1,4}(?:\\.\\d+)? (?:once|twice|three times|four times)?(?: ?(?:a day|per day|daily|weekly|every (?:day|morning|evening|night)|bd|bid|b\\.i\\.d\\.|tds|tid|t\\.i\\.d\\.|qds|qid|od|qd)))(?![\\w/])", Pattern.CASE_INSENSITIVE);
    private static final String FORMS = "(?:(?:extended|sustained|modified|prolonged|slow|immediate|controlled)[- ]release |film-coated |coated |effervescent |chewable |soluble |oral |eye |nasal |ear |topical )*(?:tablets?|capsules?|suspension|syrup|solution|cream|ointment|gel|lotion|patch(?:es)?|suppositor(?:y|ies)|drops|spray|inhaler|granules|lozenges?|pessar(?:y|ies)|enema|implant)";
    private static final Pattern FORM_BEHIND = Pattern.compile(" (?:\\d+(?:\\.\\d+)? ?(?:mg|g|mcg|\u00b5g|%) )?(?<f>" + FORMS + ")\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern FORM_BEFORE = Pattern.compile("\\b(?<f>" + FORMS + ") of $", Pattern.CASE_INSENSITIVE);
    private static final String LENGTH = Dates.COUNT + " (?:hours?|days?|weeks?|months?|years?)";
    private static final Pattern FOR_SO_LONG = Pattern.compile("\\b(?:for|over|(?:a )?(?:total )?course of) (?<t>(?:about |approximately |only )?" + LENGTH + ")(?! (?:of|later|before|ago|earlier|after|history|prior|old|previously)\\b)", Pattern.CASE_INSENSITIVE);
    private static final Pattern COURSE_OF = Pattern.compile("\\b(?<t>(?:\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fourteen)[- ](?:day|week|month))s? course of (?:[a-z]+ ){0,2}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern ONE_AMOUNT = Pattern.compile("(?<n>\\d+(?:\\.\\d+)?)\\s?(?<u>[A-Za-z\u00b5\u03bc]+)(?<per>\\s?/\\s?kg|\\s?/\\s?m(?:2|\u00b2)| per kg| per m2| per kilogram| per square meter)?(?<rest>.*)", Pattern.CASE_INSENSITIVE);
    private static final Map<String, Pattern> INTERVALS = intervals();
    private static final Pattern EVERY_HOURS = Pattern.compile("\\bevery (\\d{1,2}) ?h(?:ours?|rs?)?\\b|\\bq(\\d{1,2})h\\b", Pattern.CASE_INSENSITIVE);
    /// "was stopped for two weeks": no time of taking.
    private static final Pattern GIVEN_UP = Pattern.compile("\\b(?:stopp|discontinu|withdr|withh|held|paus|interrupt|without|ceas|improv|resol|well)\\w*", Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_WAY = 60;

    private final Mentions mentions;

    DoseReader(Mentions mentions) {
        this.mentions = mentions;
    }

    /// The amount that stands nearest to the name, without another drug between.
    Optional<Fact> dose(DrugMention mention) {
        String text = mention.sentence().text();
        int nextDrug = nextDrug(mention);
        int previousDrug = mentions.drugsIn(mention.sentence()).stream().mapToInt(drug -> drug.term().end()).filter(end -> end <= mention.term().start()).max().orElse(0);
        Matcher raised = RAISED.matcher(text).region(mention.term().end(), Math.min(text.length(), nextDrug));
        if (raised.lookingAt()) return Optional.of(Fact.of(raised.group("d").strip(), ucum(raised.group("d")), mention.sentence().quote(raised.start("d"), raised.start("d") + raised.group("d").stripTrailing().length()), "pattern", false));
        Matcher matcher = DOSE.matcher(text);
        while (matcher.find()) {
            String between = matcher.start() >= mention.term().end() ? text.substring(mention.term().end(), matcher.start()) : "";
            boolean behind = matcher.start() >= mention.term().end() && between.length() <= 110 && matcher.start() < nextDrug && !between.matches("(?s).*(?:\\. |;|\\bwas \\d|level|concentration|increased|rose|fell).*");
            boolean before = matcher.end() <= mention.term().start() && matcher.start() >= previousDrug
                    && text.substring(matcher.end(), mention.term().start()).matches("\\s*(?:of|per day of|/day of|daily of)?\\s*(?:\\d+(?:\\.\\d+)? ?% )?(?:oral|intravenous|iv|IV|the|generic|isobaric|hyperbaric|heavy|plain)?\\s*");
            if (!behind && !before) continue;
            if (!before && TEST_VALUE_BEFORE.matcher(text.substring(mention.term().end(), matcher.start())).find()) continue;
            if (matcher.group().matches("(?is)\\d[\\d.,]*\\s?(?:mg|g|µg|μg|mcg|ug|U|IU|mmol|mEq)/(?:d?l|mL|ml)\\b.*") || text.startsWith("/dL", matcher.end()) || text.startsWith("/L", matcher.end())) continue;
            return Optional.of(Fact.of(matcher.group().strip(), ucum(matcher.group()), mention.sentence().quote(matcher.start(), matcher.start() + matcher.group().stripTrailing().length()), "pattern", between.length() < 40));
        }
        return Optional.empty();
    }

    /// "metoprolol 50 twice daily": the number is kept as it is written, and that its unit is missing is said in the draft.
    Optional<Fact> withoutUnit(DrugMention mention) {
        Matcher matcher = WITHOUT_UNIT.matcher(mention.sentence().text()).region(mention.term().end(), mention.sentence().text().length());
        if (!matcher.lookingAt()) return Optional.empty();
        return Optional.of(Fact.of(matcher.group("d"), null, mention.sentence().quote(matcher.start("d"), matcher.end("d")), "pattern", false));
    }

    /// Of several doses over time one is the dose at the reaction; the reviewer sees the others with their places.
    static Optional<Fact> others(List<Fact> told) {
        Map<String, Fact> others = new LinkedHashMap<>();
        for (Fact dose : told) if (!same(dose, told.getFirst())) others.putIfAbsent(key(dose), dose);
        if (others.isEmpty()) return Optional.empty();
        String values = String.join("; ", others.values().stream().map(Fact::value).toList());
        return Optional.of(new Fact(values, null, others.values().stream().flatMap(dose -> dose.quotes().stream()).toList(), List.of("pattern"), null, false, List.of()));
    }

    /// "100 mg" and "100 mg daily" are one dose, told shorter.
    private static boolean same(Fact one, Fact other) {
        return key(one).startsWith(key(other)) || key(other).startsWith(key(one));
    }

    private static String key(Fact dose) {
        return dose.value().toLowerCase(Locale.ROOT).replaceAll("\\s", "");
    }

    Optional<Fact> form(DrugMention mention) {
        String text = mention.sentence().text();
        Matcher behind = FORM_BEHIND.matcher(text).region(mention.term().end(), text.length());
        if (behind.lookingAt()) return Optional.of(Fact.of(behind.group("f"), null, mention.sentence().quote(behind.start("f"), behind.end("f")), "pattern", false));
        Matcher before = FORM_BEFORE.matcher(text).region(Math.max(0, mention.term().start() - LONGEST_WAY), mention.term().start());
        return before.find() ? Optional.of(Fact.of(before.group("f"), null, mention.sentence().quote(before.start("f"), before.end("f")), "pattern", false)) : Optional.empty();
    }

    /// "for ten days", "a 7-day course of": how long it was given (E2B(R3) G.k.4.r.6).
    Optional<Fact> duration(DrugMention mention) {
        String text = mention.sentence().text();
        Matcher course = COURSE_OF.matcher(text).region(Math.max(0, mention.term().start() - LONGEST_WAY), mention.term().start());
        if (course.find()) return Optional.of(Fact.of(course.group("t"), null, mention.sentence().quote(course.start("t"), course.end("t")), "pattern", false));
        Matcher length = FOR_SO_LONG.matcher(text).region(mention.term().end(), Math.min(text.length(), Math.min(nextDrug(mention), mention.term().end() + LONGEST_WAY)));
        if (!length.find() || GIVEN_UP.matcher(text.substring(mention.term().end(), length.start())).find()) return Optional.empty();
        boolean another = mentions.reactionsIn(mention.sentence()).stream().anyMatch(reaction -> reaction.term().start() >= mention.term().end() && reaction.term().end() <= length.start());
        return another ? Optional.empty() : Optional.of(Fact.of(length.group("t"), null, mention.sentence().quote(length.start("t"), length.end("t")), "pattern", false));
    }

    /// Where the next name of another drug begins; names in brackets directly behind are the same drug's.
    int nextDrug(DrugMention mention) {
        String text = mention.sentence().text();
        return mentions.drugsIn(mention.sentence()).stream().filter(drug -> drug.term().start() >= mention.term().end() && !drug.key().equals(mention.key())).mapToInt(drug -> drug.term().start())
                .filter(start -> !text.substring(mention.term().end(), start).matches("\\s*[®™]?\\s*\\(\\s*")).min().orElse(text.length());
    }

    /// UCUM of a single amount, with the interval where it is told; null for ranges and for units that UCUM does not know.
    static @Nullable String ucum(String written) {
        Matcher matcher = ONE_AMOUNT.matcher(written.strip());
        if (!matcher.matches()) return null;
        String unit = switch (matcher.group("u").toLowerCase(Locale.ROOT)) {
            case "mg", "mgs", "milligram", "milligrams", "miligram", "miligrams" -> "mg";
            case "g", "gram", "grams" -> "g";
            case "mcg", "ug", "\u00b5g", "\u03bcg", "microgram", "micrograms" -> "ug";
            case "ml" -> "mL";
            case "iu" -> "[iU]";
            case "meq" -> "meq";
            case "mmol" -> "mmol";
            case "mbq" -> "MBq";
            case "tablet", "tablets", "capsule", "capsules", "puff", "puffs", "vial", "vials", "ampoule", "ampoules" -> "{DF}";
            default -> "";
        };
        if (unit.isEmpty()) return null;
        String per = matcher.group("per") == null ? "" : matcher.group("per").contains("k") ? "/kg" : "/m2";
        String rest = matcher.group("rest");
        Matcher hours = EVERY_HOURS.matcher(rest);
        String interval = hours.find() ? ", every " + (hours.group(1) != null ? hours.group(1) : hours.group(2)) + " h"
                : INTERVALS.entrySet().stream().filter(one -> one.getValue().matcher(rest).find()).map(one -> ", every " + one.getKey()).findFirst().orElse("");
        return matcher.group("n") + " " + unit + per + interval;
    }

    private static Map<String, Pattern> intervals() {
        Map<String, Pattern> intervals = new LinkedHashMap<>();
        intervals.put("12 h", Pattern.compile("\\b(?:twice(?: (?:a|per|every|each))? ?(?:day|daily)|bid|bd|b\\.i\\.d\\.)", Pattern.CASE_INSENSITIVE));
        intervals.put("8 h", Pattern.compile("\\b(?:(?:three times|thrice)(?: (?:a|per|every|each))? ?(?:day|daily)|tid|tds|t\\.i\\.d\\.)", Pattern.CASE_INSENSITIVE));
        intervals.put("6 h", Pattern.compile("\\b(?:four times(?: (?:a|per|every|each))? ?(?:day|daily)|qid|qds|q\\.i\\.d\\.)", Pattern.CASE_INSENSITIVE));
        intervals.put("2 d", Pattern.compile("\\bevery (?:other|second) day\\b", Pattern.CASE_INSENSITIVE));
        intervals.put("1 wk", Pattern.compile("\\bweekly\\b|/ ?(?:week|wk)\\b|\\b(?:per|a|every|each|once) week\\b", Pattern.CASE_INSENSITIVE));
        intervals.put("1 mo", Pattern.compile("\\bmonthly\\b|\\b(?:per|a|every|each) month\\b", Pattern.CASE_INSENSITIVE));
        intervals.put("1 d", Pattern.compile("\\b(?:daily|once|od|qd|qhs)\\b|/ ?d(?:ay)?\\b|\\b(?:per|a|every|each) day\\b|\\b(?:every|each|in the) (?:morning|evening|night)\\b|\\bat (?:night|bedtime)\\b", Pattern.CASE_INSENSITIVE));
        return intervals;
    }
}
