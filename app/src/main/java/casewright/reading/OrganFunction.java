package casewright.reading;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// A function of the body by which a reaction's course is told: "creatinine fell" is a nephritis that gets better, "sodium rose" a hyponatraemia.
///
/// @param reaction words in the keys of the reactions
/// @param words    for the function
/// @param better   the turn to the good, behind the words
record OrganFunction(Pattern reaction, Pattern words, Pattern better) {

    private static final String FALLS = "\\b(?:fell|fallen|falling|decreas(?:ed|ing)|declin(?:ed|ing)|dropp(?:ed|ing)|came down|trended down(?:ward)?|went down)\\b";
    private static final String RISES = "\\b(?:rose|risen|rising|increas(?:ed|ing)|climbed|went up|came up|trended up(?:ward)?)\\b";

    /// In this order, so that the same text always gives the same outcome.
    private static final List<OrganFunction> ALL = List.of(
            function("nephr|renal|kidney|rhabdomyol", "\\b(?:kidney|renal) function\\b|\\burine output\\b", RISES),
            function("nephr|renal|kidney|creatinine", "\\bcreatinine\\b", FALLS),
            function("rhabdomyol|myopath|creatine", "\\b(?:CK|CPK|creatine (?:phospho)?kinase)\\b", FALLS),
            function("hepat|liver|cholesta|transamin|jaundice|\\balt\\b|\\bast\\b|aminotransferase", "\\bliver (?:function|enzymes?|tests?)\\b|\\btransaminases?\\b|\\baminotransferases?\\b|\\bbilirubin\\b|\\bALT\\b|\\bAST\\b", FALLS),
            function("penia|an(?:a)?emia|agranulocyt|marrow", "\\b(?:platelets?|neutrophils?|leu[ck]ocytes?|h(?:a)?emoglobin|blood counts?|cell counts?|WBC|white (?:blood )?cells?)\\b", RISES),
            function("encephal|coma|confus|deliri", "\\b(?:consciousness|mental (?:state|status)|orientation)\\b", RISES),
            function("pneumon|lung|respirat|dyspn|pulmonary", "\\b(?:respiratory (?:condition|status|function|symptoms)|oxygenation|oxygen saturation|breathing)\\b", RISES),
            function("cardio|myocard|heart failure", "\\b(?:ejection fraction|cardiac function|LVEF)\\b", RISES),
            function("hyponatr|antidiuretic|siadh", "\\bsodium\\b", RISES),
            function("hypokal", "\\bpotassium\\b", RISES),
            function("hyperkal", "\\bpotassium\\b", FALLS),
            function("hypogly", "\\bglucose\\b|\\bblood sugar\\b", RISES),
            function("hypergly", "\\bglucose\\b|\\bblood sugar\\b", FALLS),
            function("hypocalc", "\\bcalcium\\b", RISES),
            function("hypercalc", "\\bcalcium\\b", FALLS),
            function("hypotens", "\\bblood pressure\\b", RISES),
            function("hypertens", "\\bblood pressure\\b", FALLS),
            function("acidosis", "\\bpH\\b|\\bbicarbonate\\b", RISES),
            function("ammon", "\\bammoni(?:a|um)\\b", FALLS),
            function("bruis|h(?:a)?emorrhag|h(?:a)?ematuria|bleed|epistaxis|mel(?:a)?ena|purpura|ecchym|h(?:a)?ematoma", "\\bbleeding\\b", "\\bno further bleeding\\b"),
            function("hand-foot|rash|dermat|exanthem|erythema|blister|stevens|necrolysis|eruption|pustulosis|vasculitis|purpura", "\\b(?:skin|lesions?)\\b", "(?!)"),
            function("aggress|irritab|psycho|mania|agitat|behavio|suicid|hallucin|delusion|depress", "\\b(?:behaviou?r|mood|mental (?:state|status))\\b", "(?!)"),
            function("thyro|graves|goit", "\\bthyroid function\\b|\\bTSH\\b", "(?!)"));

    static List<OrganFunction> of(Collection<String> keys) {
        Set<String> each = new TreeSet<>(keys);
        return ALL.stream().filter(organ -> each.stream().anyMatch(key -> organ.reaction().matcher(key).find())).toList();
    }

    private static OrganFunction function(String reaction, String words, String better) {
        return new OrganFunction(pattern(reaction), pattern(words), pattern(better));
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(words, Pattern.CASE_INSENSITIVE);
    }
}
