package casewright.drafting;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Values of fields as parts of a sentence.
final class Phrases {

    /// A value as it stands at the head of a form's box or of a sentence, told within one.
    private static final Pattern CAPITAL_OF_PHRASE = Pattern.compile("^(?:An?|In|On|At|About|After|Before|Around|Within|Since|Until|During|From|For|By|Over|Approximately|The|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\\b");
    /// What "began" can stand before: "on day 6", "two hours later", "after the second dose".
    private static final Pattern POINT_IN_TIME = Pattern.compile("^(?:on|in|at|about|around|within|during|after|before|shortly|immediately|approximately|some|the (?:same|next|following) (?:day|morning|evening|night))\\b.*|.+ (?:later|after(?:wards)?|before|ago)\\b.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern CLAUSE = Pattern.compile("\\b(?:swelled|fell|rose|dropped|went|became|turned|could|felt|got|increased|decreased|worsened)\\b(?! \\w+ (?:count|level|pressure|rate)s?\\b)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ALLERGY = Pattern.compile("^allergy to (?<to>.+)$", Pattern.CASE_INSENSITIVE);

    private Phrases() {
    }

    /// "an 18-year-old", "an 80-year-old", "a 67-year-old", "another health professional".
    static String withArticle(String words) {
        if (words.startsWith("other ")) return "an" + words;
        return (words.matches("(?i)(?:[aeiou]|8\\d*(?!\\d)|1[18]\\b).*") ? "an " : "a ") + words;
    }

    /// "COVID19 (COVID19 (MODERNA))", as registers print it, says its first word twice.
    static String plainName(String name) {
        return name.replaceFirst("^(.+?) \\(\\1 \\((.+)\\)\\)$", "$1 ($2)");
    }

    /// "On day 6" within a sentence.
    static String withinSentence(String value) {
        return CAPITAL_OF_PHRASE.matcher(value).find() ? Character.toLowerCase(value.charAt(0)) + value.substring(1) : value;
    }

    /// "asthma since 2015", "penicillin (rash)".
    ///
    /// @param more may be empty
    static String withMore(String name, String more) {
        if (more.isEmpty()) return name;
        return more.matches("(?i)(?:since|in|from|on|at) .*") ? name + " " + more : name + " (" + more + ")";
    }

    /// "left lip swelled", "platelets fell": an event in the reporter's words that is a clause, which no "from" can stand before.
    static boolean isClause(String term) {
        return CLAUSE.matcher(term).find();
    }

    static boolean isPointInTime(String value) {
        return POINT_IN_TIME.matcher(value).matches();
    }

    static String joined(List<String> values) {
        if (values.size() < 2) return String.join("", values);
        return String.join(", ", values.subList(0, values.size() - 1)) + " and " + values.getLast();
    }

    /// "allergies to penicillin and bee venom" in place of each allergy by itself.
    static List<String> allergiesTogether(List<String> history) {
        List<String> together = new ArrayList<>();
        List<String> allergens = new ArrayList<>();
        for (String condition : history) {
            Matcher allergy = ALLERGY.matcher(condition);
            if (allergy.matches()) allergens.add(allergy.group("to"));
            else together.add(condition);
        }
        if (!allergens.isEmpty()) together.add((allergens.size() == 1 ? "allergy to " : "allergies to ") + joined(allergens));
        return together;
    }
}
