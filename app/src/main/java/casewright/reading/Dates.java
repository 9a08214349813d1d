package casewright.reading;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Time expressions in text, and dates as far as they are written out.
final class Dates {

    private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    static final String MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\\.?|Feb\\.?|Mar\\.?|Apr\\.?|Jun\\.?|Jul\\.?|Aug\\.?|Sept?\\.?|Oct\\.?|Nov\\.?|Dec\\.?)";
    /// Chinese and full-width digits, too.
    private static final String CHINESE = "[\\d\uFF10-\uFF19]{4} ?\u5E74(?: ?[\\d\uFF10-\uFF19]{1,2} ?\u6708(?: ?[\\d\uFF10-\uFF19]{1,2} ?[\u65E5\u53F7])?)?";
    static final String CALENDAR = "(?:" + CHINESE + "|(?:early |mid[- ]|late |the (?:beginning|end|middle) of |beginning of |end of )?(?:\\d{1,2}(?:st|nd|rd|th)? (?:of )?)?" + MONTH + "(?: \\d{1,2}(?:st|nd|rd|th)?(?!\\d))?,? ?(?:19|20)\\d\\d"
            + "|\\d{1,2}[-/. ]" + MONTH + "[-/. ](?:19|20)?\\d\\d|\\d{1,2}[/.-]\\d{1,2}[/.-](?:19|20)\\d\\d|(?:19|20)\\d\\d[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}(?:st|nd|rd|th)? (?:of )?" + MONTH + "\\b|" + MONTH + " \\d{1,2}(?:st|nd|rd|th)?\\b|(?:about )?the (?:middle|beginning|end) of " + MONTH + "\\b|(?<=\\b(?:since|from|until|[Ii]n) )(?:early |late |mid[- ])?" + MONTH + "(?!\\w|\\.\\w)|(?<![\\d.,/])(?:19|20)\\d\\d(?![\\d/%-]|[.,]\\d))";
    private static final String NUMBER = "(?:\\d{1,3}(?:\\.\\d)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|several|a few|few|the next|the following|some|couple of|a couple of)";
    static final String MORE_ORDINALS = "eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|twenty-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|thirtieth";
    /// How many of something, in digits or in words.
    static final String COUNT = "(?:\\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|several|(?:a )?few)";
    static final String SPAN = "(?:seconds?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?)(?!\\p{L})";
    static final String RELATIVE = "(?:(?:on )?(?:the )?(?:post-?operative|postpartum|hospital|treatment|post-?transplant)? ?days? (?:\\(POD\\) ?)?\\d{1,3}(?: of \\w+)?|(?:the )?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|" + MORE_ORDINALS + "|\\d{1,2}(?:st|nd|rd|th)) (?:post-?operative |hospital |postpartum |treatment )?(?:day|week|month|night|cycle|dose)"
            + "|(?:within |about |approximately |around |over |nearly |some |only |for the past |over the past |in the past |for )?" + NUMBER + "(?:[- ]?(?:to|or|\u2013|-)[- ]?" + NUMBER + ")? ?-?" + SPAN + "(?: (?:later|after(?:wards?)?|before|ago|earlier|prior|previously|into|following))?|the (?:next|following|same|previous) (?:day|morning|evening|night|week|month)|(?:that|the same) (?:day|evening|night)|within (?:a few )?(?:seconds|minutes|hours|days|weeks|months)(?! of)|yesterday|today|last (?:night|week|month|year)|this (?:morning|week)|immediately|shortly)";
    /// "three weeks before admission", "2½ months earlier": a time counted back from an anchor.
    static final String BEFORE_ANCHOR = "(?:approximately |about |around |some )?(?:\\d{1,3}(?:\\.\\d|½)|" + COUNT + ") " + SPAN
            + " (?:before|prior to|ago|earlier|previously)(?: (?:the |his |her |this )?(?:admission|operation|surgery|presentation|onset|hospitali[sz]ation|visit|event|delivery|referral|\\w+ation))?";
    /// A full-width digit is no letter to a pattern, so no border stands before it.
    private static final String BEGIN = "(?:\\b|(?=[\uFF10-\uFF19]))";
    static final Pattern ANY = Pattern.compile(BEGIN + "(?:" + CALENDAR + "|" + RELATIVE + ")", Pattern.CASE_INSENSITIVE);
    static final Pattern WRITTEN_OUT = Pattern.compile(BEGIN + CALENDAR, Pattern.CASE_INSENSITIVE);

    private static final Pattern CHINESE_PARTS = Pattern.compile("((?:19|20)\\d\\d) ?\u5E74(?: ?(\\d{1,2}) ?\u6708(?: ?(\\d{1,2}) ?[\u65E5\u53F7])?)?");
    private static final Pattern DURATION = Pattern.compile("(?:about |approximately |nearly |some |only |for )?" + NUMBER + "(?:[- ]?(?:to|or|\u2013|-)[- ]?" + NUMBER + ")? ?-?" + SPAN, Pattern.CASE_INSENSITIVE);

    private Dates() {
    }

    /// A length of time without a point: "3 weeks", "for ten days".
    static boolean isDuration(String written) {
        return DURATION.matcher(written.strip()).matches();
    }

    /// ISO form as far as the expression is written out: `2019`, `2019-03`, `2019-03-04`; empty for relative ones and for days that do not exist.
    /// A date of three numbers parted by slashes is read the American way when its middle cannot be a month, else day first is not guessed: empty
    /// unless both readings agree.
    static Optional<String> iso(String written) {
        Matcher chinese = CHINESE_PARTS.matcher(Normalizer.normalize(written, Normalizer.Form.NFKC));
        if (chinese.find()) {
            if (chinese.group(3) != null) return day(chinese.group(1), chinese.group(2), chinese.group(3));
            return Optional.of(chinese.group(2) == null ? chinese.group(1) : chinese.group(1) + "-" + two(Integer.parseInt(chinese.group(2))));
        }
        String text = written.toLowerCase(Locale.ROOT).replaceAll("[,]", " ").replaceAll("(?<=\\d)(st|nd|rd|th)\\b", "").replaceAll("\\s+", " ").strip();
        Matcher ymd = Pattern.compile("\\b(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})\\b").matcher(text);
        if (ymd.find()) return day(ymd.group(1), ymd.group(2), ymd.group(3));
        Matcher numbers = Pattern.compile("\\b(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})\\b").matcher(text);
        if (numbers.find()) {
            int first = Integer.parseInt(numbers.group(1));
            int second = Integer.parseInt(numbers.group(3));
            if (numbers.group(2).equals(".") || first > 12) return day(numbers.group(4), numbers.group(3), numbers.group(1));
            if (second > 12) return day(numbers.group(4), numbers.group(1), numbers.group(3));
            return first == second ? day(numbers.group(4), numbers.group(1), numbers.group(3)) : Optional.empty();
        }
        Matcher year = Pattern.compile("\\b((?:19|20)\\d\\d)\\b").matcher(text);
        if (!year.find()) return Optional.empty();
        for (int m = 0; m < MONTHS.size(); m++) {
            if (!Pattern.compile("\\b" + MONTHS.get(m)).matcher(text).find()) continue;
            Matcher day = Pattern.compile("(?<!\\d)(\\d{1,2})(?!\\d)").matcher(text.replace(year.group(1), " "));
            if (day.find()) return day(year.group(1), Integer.toString(m + 1), day.group(1));
            return Optional.of(year.group(1) + "-" + two(m + 1));
        }
        return Optional.of(year.group(1));
    }

    private static Optional<String> day(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)).toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String two(int n) {
        return n < 10 ? "0" + n : Integer.toString(n);
    }
}
