package casewright.reading;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Since when a condition was there, whether it goes on and when it ended (E2B(R3) D.7.1.r.2 to r.4), from the words that stand right at it: a time
/// further away may belong to another condition or to a treatment. Continuing only where it is said, never from silence.
final class ConditionDetails {

    private static final String LENGTH = "(?:\\d{1,2}|a|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|several|many) (?:months?|years?)";
    /// A year at the end of a sentence or a clause, too.
    private static final String DAY = "(?:" + Dates.CALENDAR + "|(?:19|20)\\d\\d(?![\\d/%-]|[.,]\\d))";
    private static final String AGE = "at (?:the )?age (?:of )?(?:\\d{1,2}|(?:thir|four|fif|six|seven|eigh|nine)teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: years)?|since (?:his|her|their) \\d0s|(?:in|since) (?:early )?(?:childhood|infancy|adolescence)|(?:since|from) birth";
    private static final String TIME = "(?<t>(?:since|in|from|on) (?:the )?" + DAY + "|since (?:the age of|(?:he|she) was) \\d{1,2}(?: years(?: old| of age)?)?|" + AGE
            + "|for (?:about |over |more than |at least |the (?:past|last) )?" + LENGTH + "(?! (?:with|on|by)\\b)|" + LENGTH + " (?:ago|earlier|before|previously))";
    /// Words that belong to the name: "diabetes mellitus type 2 since 2015", "attention deficit disorder (ADD) in 2005", "Crohn's disease (CD) of the ileum".
    private static final String NAMED_ON = "(?:,? (?:mellitus|type|I{1,2}|[12]|disease|syndrome|disorder|grade|stage))*(?: \\([A-Z]{2,6}\\))?(?: of the [\\w-]+)?";
    private static final Pattern START_BEHIND = Pattern.compile("^" + NAMED_ON + "[, (]+(?:(?:which|that) )?(?:(?:had been|has been|was|is) )?(?:(?:first )?(?:diagnosed|known|detected|discovered|confirmed|present) )?" + TIME, Pattern.CASE_INSENSITIVE);
    private static final Pattern START_BEFORE = Pattern.compile("\\b(?:diagnosed|known) " + TIME + " (?:with|as having|to have) (?:an? )?(?:(?!and\\b)[\\w-]+ ){0,2}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern LONG_HISTORY = Pattern.compile("\\b(?<t>" + LENGTH.replace(" (?:months?", "[- ](?:months?") + "['\u2019]? history) of (?:(?!and\\b)[\\w-]+ ){0,2}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern END_BEHIND = Pattern.compile("^[^.;]{0,40}?\\b(?:resolved|cured|healed|subsided|ended|recovered)(?: completely| fully)? (?:in|on|by) (?<t>" + DAY + ")|^" + NAMED_ON + "[, (]+until (?<until>" + DAY + ")", Pattern.CASE_INSENSITIVE);
    private static final Pattern GOES_ON_BEFORE = Pattern.compile("(?<!\\bno )(?<!\\bnot )(?<!\\bun)\\b(?<t>known|ongoing|(?:currently|still|being) (?:(?:being )?treated for|suffer(?:s|ing) from)|current) (?:to have |case of |for )?(?:(?!and\\b)[\\w-]+ ){0,2}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern GOES_ON_BEHIND = Pattern.compile("^" + NAMED_ON + "[, (]+(?:(?:which|that) )?(?:(?:is|was) )?(?<t>ongoing|continuing|still present|currently (?:being )?treated)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_CONDITION = Pattern.compile(" and |, (?!which|that|resolved|cured|healed)|[.;]");
    private static final int LOOK_AROUND = 80;

    private ConditionDetails() {
    }

    /// @param place the words in which the condition stands: a sentence or a form's item
    /// @param from  first unit of the condition in the place's text, `to` excluded
    static Map<String, Fact> at(Quote place, int from, int to, String way) {
        String text = place.text().replaceAll("\\s", " ");
        String before = text.substring(Math.max(0, from - LOOK_AROUND), from);
        int base = Math.max(0, from - LOOK_AROUND);
        String behind = text.substring(to, Math.min(text.length(), to + LOOK_AROUND));
        Map<String, Fact> details = new LinkedHashMap<>();
        put(details, "start", START_BEHIND, behind, place, to, way);
        put(details, "start", START_BEFORE, before, place, base, way);
        put(details, "start", LONG_HISTORY, before, place, base, way);
        put(details, "end", END_BEHIND, otherConditionCut(behind), place, to, way);
        if (details.containsKey("end")) return details;
        put(details, "continuing", GOES_ON_BEFORE, before, place, base, way);
        put(details, "continuing", GOES_ON_BEHIND, behind, place, to, way);
        return details;
    }

    /// Where an item of a list ends to be a name: "asthma since 2015", "pneumonia, resolved in 2010"; its length where nothing follows.
    static int nameEnd(String item) {
        Matcher behind = Pattern.compile("[, (]+(?:" + TIME + "|(?:diagnosed|first|resolved|cured|healed|ongoing|continuing|until)\\b)", Pattern.CASE_INSENSITIVE).matcher(item);
        return behind.find() ? behind.start() : item.length();
    }

    /// "pneumonia and asthma, which resolved in 2010": the end is the nearer one's.
    private static String otherConditionCut(String behind) {
        Matcher other = OTHER_CONDITION.matcher(behind);
        return other.find() ? behind.substring(0, other.start()) : behind;
    }

    private static void put(Map<String, Fact> details, String id, Pattern pattern, String text, Quote place, int base, String way) {
        Matcher matcher = pattern.matcher(text);
        if (details.containsKey(id) || !matcher.find()) return;
        String group = matcher.group("t") != null ? "t" : "until";
        int from = base + matcher.start(group);
        int to = base + matcher.end(group);
        String written = place.text().substring(from, to);
        Quote quote = new Quote(place.document(), place.page(), place.start() + from, place.start() + to, written);
        boolean goesOn = id.equals("continuing");
        details.put(id, Fact.of(goesOn ? "yes" : written, goesOn ? "true" : Dates.iso(written).orElse(null), quote, way, true));
    }
}
