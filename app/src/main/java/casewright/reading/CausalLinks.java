package casewright.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The words that link a drug and an untoward event within a sentence.
///
/// The sentence is looked at with its names replaced by marks of the same kind (D0, D1 for drugs, R0, R1 for disorders), so that the patterns see
/// grammar, not names.
final class CausalLinks {

    /// How plainly a sentence blames.
    enum Strength { STATED, ASSOCIATED, TEMPORAL }

    /// @param drug     index of the drug mention within the sentence, or -1
    /// @param reaction index of the reaction mention, or -1 where only the drug is blamed ("D was stopped because of intolerance")
    record Link(int drug, int reaction, Strength strength, String words) {
    }

    private record Rule(Pattern pattern, Strength strength) {
    }

    private static final String D = "D(?<d>\\d+)d";
    private static final String R = "R(?<r>\\d+)r";
    /// "0.5 mg" ends no sentence.
    private static final Pattern DECIMAL_POINT = Pattern.compile("(?<=\\d)\\.(?=\\d)");
    /// Up to n characters without a clause's end.
    private static final String W = "(?:(?! but | however |;)[^.]){0,%d}?";

    private static String w(int n) {
        return W.formatted(n);
    }

    private static Rule stated(String pattern) {
        return new Rule(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), Strength.STATED);
    }

    private static Rule associated(String pattern) {
        return new Rule(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), Strength.ASSOCIATED);
    }

    private static Rule temporal(String pattern) {
        return new Rule(Pattern.compile(pattern, Pattern.CASE_INSENSITIVE), Strength.TEMPORAL);
    }

    private static final String STOPPED = "(?:" + StopWords.STOPPED + "|" + StopWords.REPLACED + "|" + StopWords.REDUCED + ")";
    /// Between a drug and its stop the sentence may turn: "was added, but had to be abandoned because of".
    private static final String TURNING = "[^.;]{0,70}?";
    private static final String CAUSED_BY = "(?:due to|secondary to|because of|attribut\\w+ to|ascribed to|as a (?:result|consequence|complication) of|result(?:ing|ed)? from|complication of|side[- ]effects? of|adverse (?:effects?|reactions?|events?) (?:of|to|from)|consequence of|caused by|induced by|triggered by|precipitated by|provoked by|produced by|owing to|toxic effects? of|reactions? to)";
    private static final String ASSOCIATED_WITH = "(?:associated with|in association with|linked to|related to|from|under)";
    private static final String CAUSES = "(?:caus(?:ed|es|ing|e)|induc(?:ed|es|ing|e)|led to|leads to|leading to|result(?:ed|ing|s)? in|precipitat\\w+|provok\\w+|produc(?:ed|es|ing|e)|trigger\\w*|responsible for|elicit\\w+|gave (?:me|him|her|the patient)|g(?:ave|ives) rise to)";
    private static final String MAY_CAUSE = "(?:associated with|implicated in|accounted for|contribut\\w+ to|complicated by|exacerbat\\w+|aggravat\\w+|worsen\\w*)";
    private static final String BEGAN = "(?:develop\\w*|experienc\\w+|complain\\w*|present\\w*|notic\\w+|suffer\\w*|occur\\w*|appear\\w*|manifest\\w*|report\\w*|diagnosed|observed|seen|noted|became|becom\\w+|had|emerged|detected|followed|succumbed|died (?:of|from))";
    private static final String STARTED = "(?:start\\w*|initiat\\w*|introduc\\w+|administ\\w+|receiv\\w+|taking|took|intake|ingest\\w*|inject\\w*|infusion|infused|given|exposure|use|therapy|treatment|begin\\w*|beginning|dose|doses|cycle|course|vaccinat\\w+|immuni[sz]ation|addition|adding|commenc\\w+|institution)";

    private static final Pattern OTHER_NAME = Pattern.compile("\\b(?:D\\d+d|R\\d+r)\\b");
    private static final Pattern NAMELESS_BRACKETS = Pattern.compile("\\s*[(\\[](?:[^()\\[\\]]|\\([^()]{0,30}\\)){0,60}[)\\]]");
    /// "which led to the cessation of fevers" blames nobody.
    private static final String NOT_BETTER = "(?!(?:(?:the|an?|his|her|complete|full|rapid|marked|significant|prompt|some|partial|further|gradual|successful) ){0,3}(?:cessation|removal|resection|excision|healing|response|resolution|improvement|relief|remission|disappearance|reduction|normali[sz]ation|control|recovery|regression|clearance|amelioration|decrease of|decrease in)\\b)";

    private static final String NOT_BETTER_WITHIN = "(?:(?! but | however |;|\\b(?:remission|resolution|improvement|relief|disappearance|regression|control|response)\\b)[^.]){0,40}?";

    private static final List<Rule> RULES = List.of(
            stated(D + "[- ](?:induced|related|associated|caused|mediated|triggered|provoked)\\b" + w(40) + R),
            stated("\\b(?:drug|medication|medicine)[- ](?:induced|related|associated)\\b" + w(30) + R + w(30) + "\\b(?:from|by|with|to|after|under)\\b" + w(20) + D),
            stated(R + w(25) + "\\b(?:induced|caused|triggered|provoked|precipitated|produced) by " + w(50) + D),
            stated(R + " (?:by|from|on|with|under|of) (?:the |his |her )?" + D + w(15) + "\\b(?:was|is) (?:the |our )?(?:\\w+ ){0,2}diagnosis\\b"),
            stated(R + w(80) + "\\b" + CAUSED_BY + " " + w(60) + D),
            stated(D + w(80) + "(?<!d-)\\b" + CAUSES + " " + NOT_BETTER + w(80) + R),
            associated(R + w(80) + "\\b" + ASSOCIATED_WITH + " " + w(40) + D),
            stated("\\b(?:certain|definite|probable|possible|likely|causal) (?:association|relation(?:ship)?|causality|link|adverse reaction)\\b" + w(60) + "\\b(?:with|to|between|of) " + w(20) + D),
            stated("\\bre-?(?:challenge|exposure|introduction|administration|starting)\\w*" + w(25) + D + w(60) + "\\b(?:re-?occur|recur|reappear|relaps|return|again)\\w*"),
            associated(R + w(25) + "\\bcomplicating " + w(30) + D),
            associated("\\bassociation (?:of|between) " + w(60) + R + w(40) + "\\b(?:with|and) " + w(30) + D),
            associated("\\bassociation (?:of|between) " + w(40) + D + w(30) + "\\b(?:with|and) " + w(40) + R),
            associated(R + w(30) + "\\bin (?:an? |the |our )?" + w(40) + "\\b(?:treated with|receiving|taking|given|under treatment with|on) " + w(20) + D),
            stated(R + w(20) + "\\b(?:exacerbated|aggravated|worsened) by " + w(40) + D),
            stated(D + w(15) + "\\b(?:exacerbated|aggravated|worsened) " + w(25) + R),
            stated(R + w(25) + "\\b(?:exacerbated|aggravated|worsened|deteriorated) (?:with|under|on) " + w(20) + D),
            associated(R + w(90) + "\\b(?:occurr?ed|developed|arose|appeared|was (?:seen|found|diagnosed|observed)) in " + w(40) + "\\b(?:on|receiving|taking|treated with) " + w(20) + D),
            associated(D + w(60) + "\\b" + MAY_CAUSE + " " + w(60) + R),
            stated(D + w(50) + "\\b" + STOPPED + "\\b" + w(30) + "\\b(?:" + StopWords.BECAUSE + "|for|following|after|when|given) " + w(60) + R),
            stated(D + TURNING + "\\b" + STOPPED + "\\b" + w(30) + "\\b" + StopWords.BECAUSE + " " + w(60) + R),
            stated("\\b" + StopWords.BECAUSE + " " + w(30) + R + w(60) + D + w(25) + STOPPED),
            stated("\\b" + STOPPED + "\\b" + w(25) + D + w(40) + "\\b(?:" + StopWords.BECAUSE + "|for) " + w(50) + R),
            stated(R + w(70) + "\\b" + StopWords.LED_TO + "\\b" + w(50) + "\\b" + STOPPED + "\\b" + w(25) + D),
            stated(R + w(70) + "\\b" + StopWords.LED_TO + "\\b" + w(50) + D + w(25) + "\\b" + STOPPED + "\\b"),
            stated("\\b(?:attribut|ascrib|credit|imput|trac|assign|laid|lay|put|link)\\w*" + w(20) + R + w(60) + "\\b(?:down to|to|at the door of) " + w(60) + D),
            stated(R + w(60) + "\\b(?:disappear\\w*|resolv\\w*|improv\\w*|ameliorat\\w*|subsid\\w*|abat\\w*|recover\\w*|normali[sz]\\w*|regress\\w*|cleared|reversed)\\b" + w(50) + "\\b" + STOPPED + "\\b" + w(25) + D),
            stated("\\b(?:after|on|upon|following|with|by|concurrently (?:to|with)|in parallel (?:to|with)) (?:the )?" + STOPPED + "\\b" + w(25) + D + w(40) + R + w(60) + "\\b(?:disappear|resolv|improv|ameliorat|subsid|abat|recover|normali|regress|cleared|reversed|declin|returned to (?:normal|baseline))"),
            stated(D + w(30) + "\\b" + STOPPED + "\\b" + w(60) + R + w(40) + "\\b(?:disappear|resolv|improv|ameliorat|subsid|abat|recover|normali|regress|cleared|declin|decline|returned to (?:normal|baseline))"),
            stated("\\b(?:discontinuation|withdrawal|cessation|stopping|suspension|withholding) of" + w(25) + D + w(60) + "\\b(?:was|were) followed by " + w(60) + "\\b(?:resolution|improvement|normali\\w+|disappearance|recovery|remission|return to (?:normal|baseline)|lowering of the elevated)\\b(?:" + w(30) + R + ")?"),
            stated("\\b(?:reaction|allerg\\w+|hypersensitiv\\w+|sensitivity|intoleran\\w+|adverse \\w+|side[- ]effects?)\\b" + w(12) + "\\b(?:to|of|from|with) (?:the )?(?:\\w+ ){0,2}" + D),
            stated(D + " ?(?:toxicity|overdose|overdosage|poisoning|intoxication|allergy|hypersensitivity|intolerance|reaction|abuse)"),
            stated("\\b(?:a?etiology|cause|culprit|trigger|offender)\\b" + w(25) + "\\b(?:was|is) (?:thought|believed|felt|considered|determined|suspected|presumed|found|most likely|likely)(?: to (?:be|have been))? (?:(?:his|her|the|use of) )*" + D),
            stated("\\bpositive (?:skin|prick|intradermal|patch|drug|challenge|provocation|lymphocyte|scratch) (?:\\w+ ){0,3}tests?\\b" + w(25) + "\\b(?:for|to|with) " + w(12) + D),
            stated("\\b(?:skin|prick|intradermal|patch|provocation|challenge|lymphocyte) (?:\\w+ ){0,3}tests?\\b" + w(25) + "\\b(?:for|to|with) " + w(12) + D + w(20) + "\\b(?:was|were) (?:strongly |clearly )?positive\\b"),
            stated("(?<!none of the )\\b(?:skin|prick|intradermal|patch|provocation|challenge|lymphocyte) (?:\\w+ ){0,3}tests?\\b(?! had been)" + w(40) + "\\bpositive (?:for|to|with) " + w(12) + D),
            stated("\\b(?:toxic|adverse|side|untoward|undesir\\w+) effects? of " + w(15) + D),
            stated("\\b(?:overdose|overdosage|poisoning|intoxication|toxicity)\\b" + w(15) + "(?:of|with|by|from|due to) (?:\\w+ ){0,3}" + D),
            stated("(?<!previously )\\btolerated (?:\\w+ ){0,3}" + D + "[^.;]{0,30}\\b(?:but with|except for|apart from|aside from|with the exception of|other than)\\b(?:(?!D\\d+d)[^.;]){0,40}?" + R),
            stated(D + w(40) + "\\bnot (?:well )?tolerated\\b(?:" + w(60) + R + ")?"),
            stated("\\b(?:could not|unable to|did not|not able to) tolerate (?:\\w+ ){0,2}" + D + "(?:" + w(60) + R + ")?"),
            stated(D + "[^.]{0,80}?\\b(?:therefore|thus|hence|consequently)\\b,?[^.]{0,30}?\\b(?:suspect\\w*|diagnos\\w+|consider\\w*|concluded)\\b" + w(40) + R),
            stated(D + "[- ](?:dependent|specific|reactive)\\b" + w(40) + "antibod(?:y|ies)\\b" + w(30) + "\\b(?:identified|detected|found|positive|demonstrated|present)\\b"),
            stated("\\b(?:causal(?:ity| (?:role|relation(?:ship)?|link|association|connection|involvement))|contribut(?:ion|ory role)|role) (?:of|to|with|by) (?:the )?" + D + w(30) + "\\b(?:cannot|could not|can not) be (?:\\w+ )?(?:excluded|ruled out)\\b"),
            stated("\\b(?:it|this|that|they|these|which) (?:is|was|are|were) (?:very |most |quite |highly |almost )?(?:likely|probably|certainly|definitely|surely|down to|due to|caused by) (?:(?:due|down) to |caused by |from )?(?:the |my |his |her |your )?" + D),
            stated("\\b(?:is|was|are|were|could|can|might|may) (?:this|that|it|these|they) (?:be |have been |come |have come )?(?:from|due to|because of|caused by) (?:the |my |his |her |your )?" + D),
            stated("\\b(?:culprit|causative|offending|implicated|responsible|suspect(?:ed)?) (?:drug|agent|medication|medicine)s?\\b" + w(40) + D),
            stated("\\b(?:side[- ]effects?|adverse (?:drug )?(?:events?|reactions?)|reaction|problems?|experience) (?:of|to|from|with|under|after|on) (?:your |our |the |a )?(?:product |drug |medicine |tablets? |vaccine )?" + D),
            stated("\\b(?:comes?|came|is|was|are|were) (?:probably |certainly |most likely |likely )?from (?:your |the )?(?:\\w+ )?" + D),
            stated(D + w(40) + "\\b(?:culprit|causative|offending|implicated|(?:was|were) (?:most |strongly |highly |therefore )?suspected|was blamed|as the cause|as a cause|the cause of)\\b(?: (?:as|to|of|for|in)" + w(50) + R + ")?"),
            temporal(R + w(120) + "\\b(?:after|following|since|within (?:\\w+ )?(?:hours?|days?|weeks?|months?) of|(?:hours?|days?|weeks?|months?|minutes?) (?:after|following|into)|while (?:on|taking|receiving)|during|upon|shortly after|immediately after|coinciding with) " + w(60) + D),
            temporal(R + w(80) + "\\b(?:prior to|before) (?:the |his |her )?(?:second|third|fourth|fifth|sixth|next|following|\\d{1,2}(?:nd|rd|th)) (?:\\w+ )?(?:doses?|cycles?|courses?|infusions?|injections?|administration)\\b" + w(60) + D),
            temporal("\\b(?:after|following|upon|since|(?:minutes?|hours?|days?|weeks?|months?) (?:after|following|into)|while (?:on|taking|receiving)|during|on) " + w(50) + D + w(100) + "\\b" + BEGAN + "\\b" + w(80) + R),
            temporal("\\b(?:after|following|upon|(?:minutes?|hours?|days?|weeks?|months?) (?:after|following|into)|while (?:on|taking|receiving)|during|on) " + w(50) + D + NOT_BETTER_WITHIN + R + w(40) + "\\b(?:develop\\w*|occur\\w*|appear\\w*|ensued|began|started|emerged|was (?:noted|observed|seen)|were (?:noted|observed|seen))\\b"),
            temporal("\\b(?:concomitantly|coinciding|simultaneously|in parallel|together) with " + w(50) + D + w(60) + R),
            temporal(D + w(60) + "\\b(?:and|,|when|but|then|;) " + w(60) + "\\b" + BEGAN + "\\b" + w(60) + R),
            temporal(D + w(60) + "\\b(?:following|after|upon|during|under) which\\b" + w(30) + "\\b" + BEGAN + "\\b" + w(60) + R),
            temporal("\\b" + STARTED + "\\b" + w(30) + D + w(80) + "\\b(?:later|thereafter|after(?:wards)?|subsequently)\\b" + w(80) + R));

    private CausalLinks() {
    }

    /// The links between what a sentence names.
    static List<Link> between(String sentence, List<DrugMention> drugs, List<ReactionMention> reactions) {
        return of(sentence, drugs.stream().map(drug -> new int[] {drug.term().start(), drug.term().end()}).toList(), reactions.stream().map(reaction -> new int[] {reaction.term().start(), reaction.term().end()}).toList());
    }

    /// @param drugs     [start, end) of each drug mention in the sentence, in order
    /// @param reactions [start, end) of each reaction mention, in order; none overlaps a drug
    static List<Link> of(String sentence, List<int[]> drugs, List<int[]> reactions) {
        if (drugs.isEmpty()) return List.of();
        String marked = DECIMAL_POINT.matcher(marked(sentence, drugs, reactions)).replaceAll("·");
        List<Link> links = new ArrayList<>();
        for (Rule rule : RULES) {
            Matcher matcher = rule.pattern().matcher(marked);
            int from = 0;
            while (from < marked.length() && matcher.find(from)) {
                int drug = Integer.parseInt(matcher.group("d"));
                int reaction = rule.pattern().pattern().contains("(?<r>") && matcher.group("r") != null ? Integer.parseInt(matcher.group("r")) : -1;
                String words = matcher.group();
                addWithNeighbours(links, marked, drug, reaction, drugs.size(), reactions.size(), rule.strength(), words);
                from = matcher.start() + 1;
            }
        }
        return links;
    }

    /// A list is blamed as a whole: "D0, D1 and D2" and "R0, R1 and R2".
    private static void addWithNeighbours(List<Link> links, String marked, int drug, int reaction, int drugCount, int reactionCount, Strength strength, String words) {
        List<Integer> drugs = run(marked, "D", "d", drug, drugCount);
        List<Integer> reactions = reaction < 0 ? List.of(-1) : run(marked, "R", "r", reaction, reactionCount);
        for (int d : drugs) for (int r : reactions) links.add(new Link(d, r, strength, words));
    }

    private static List<Integer> run(String marked, String open, String close, int index, int count) {
        List<Integer> all = new ArrayList<>(List.of(index));
        for (int i = index; i + 1 < count && coordinated(marked, open + i + close, open + (i + 1) + close); i++) all.add(i + 1);
        for (int i = index; i > 0 && coordinated(marked, open + (i - 1) + close, open + i + close); i--) all.addFirst(i - 1);
        return all;
    }

    private static boolean coordinated(String marked, String first, String second) {
        int a = marked.indexOf(first);
        int b = marked.indexOf(second);
        if (a < 0 || b < a) return false;
        // "docetaxel (75 mg/m2), pirarubicin (45 mg/m2)": what stands in brackets does not part a list
        String between = NAMELESS_BRACKETS.matcher(marked.substring(a + first.length(), b)).replaceAll("");
        // "a cough from lisinopril and a rash from metoprolol": two statements, no list
        return between.length() <= 45 && !OTHER_NAME.matcher(between).find() && between.matches("(?i)(?:\\s*\\([^)]{0,30}\\))?(?:\\s*[®™])?(?:\\s?(?:\\d[\\w./]*|mg|daily|g|day|twice|once|per|injections?|severe|acute|mild|moderate|generalized|and|therapy))*\\s*(?:,|,? and|,? or|/|\\+|,? as well as|with|plus|&|,? followed by)\\s*(?:\\w+[- ]){0,3}");
    }

    private static String marked(String sentence, List<int[]> drugs, List<int[]> reactions) {
        StringBuilder marked = new StringBuilder();
        int at = 0;
        int d = 0;
        int r = 0;
        while (at < sentence.length()) {
            int nextDrug = d < drugs.size() ? drugs.get(d)[0] : Integer.MAX_VALUE;
            int nextReaction = r < reactions.size() ? reactions.get(r)[0] : Integer.MAX_VALUE;
            int next = Math.min(nextDrug, nextReaction);
            if (next == Integer.MAX_VALUE) break;
            if (next > at) marked.append(sentence, at, next);
            if (next == nextDrug) {
                marked.append('D').append(d).append('d');
                at = Math.max(at, drugs.get(d++)[1]);
            } else {
                marked.append('R').append(r).append('r');
                at = Math.max(at, reactions.get(r++)[1]);
            }
        }
        if (at < sentence.length()) marked.append(sentence, at, sentence.length());
        return marked.toString();
    }
}
