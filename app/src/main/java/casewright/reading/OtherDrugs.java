package casewright.reading;

import casewright.reading.ReactionMention.Said;
import casewright.reading.terms.Fold;
import casewright.reading.terms.Term;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The drugs that nobody blames, by their role: taken besides, or given against the reaction; those given instead, given up before or only planned are neither.
final class OtherDrugs {

    private static final Pattern LIST_HEADING = Pattern.compile("medication|medicine|drugs|therapy|treatment|prescription");
    private static final Pattern AFTERWARDS = Pattern.compile("discharge|recommend|plan|follow-up|proposed");
    private static final Pattern PAST_DRUG = Pattern.compile("\\b(?:previously|formerly|in the past|years? (?:ago|earlier|before)|had (?:been|previously)|allerg\\w+ to|intolerance to|earlier|prior)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAKEN = Pattern.compile("\\b(?:medications?|medicines?|drugs?|home|regular\\w*|current\\w*|concomitant|concurrent|taking|on treatment|was on|had been (?:taking|receiving|treated|on)|maintained on|regimen|long[- ]term|includ\\w+|therapy with|also received|daily|used|co-?administ\\w+)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern GIVEN_AGAINST = Pattern.compile("\\b(?:treated (?:as [^.;]{3,60}? )?(?:with|by)|managed (?:with|by)|treatment (?:with|of|was|consisted|comprised|included)|was (?:given|administered|started|initiated|commenced|prescribed|added)|were (?:given|administered|started|initiated|added)|received|responded to|(?:relieved|improved|resolved|controlled|subsided) (?:\\w+ly )?(?:with|by|under|on|after)|administration of|(?:initiation|institution|commencement) of|administered|despite|started on|(?:started|began|begun) receiving|therapy with|given|administration|followed by|pulse|infusion|injected|resuscitat\\w+|required|replaced (?:by|with)|took|used|course of|placed on|put on|tried on|applied|treated (?:\\w+ly )?with|managed (?:\\w+ly )?with)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_GIVEN = Pattern.compile("^No (?:other|additional|regular|concomitant)\\b|\\bno (?:additional|other|regular|concomitant) (?:medic|drug)\\w*|\\b(?:not (?:given|administered|taking|received)|denied|denies|without|no (?:use|history) of|avoid\\w*|instead of|levels? of|screen\\w*)\\b", Pattern.CASE_INSENSITIVE);
    /// Said of what was taken before anything happened, wherever it is told.
    private static final Pattern TAKEN_BEFORE = Pattern.compile("\\b(?:medications?|medicines?|drugs?|tablets?|(?:home|regular|current|concomitant|concurrent|usual|long-term|other) (?:therapy|treatment)) (?:at (?:home|admission) |on admission |taken )?(?:included?|were|comprised|consisted of|are|was)\\b(?! (?:\\w+ )?(?:stopped|discontinued|withdrawn|withheld|held|ceased|suspended|given|started|administered|initiated|added))|\\b(?:at-home|home|continued) (?:\\w+ )?(?:medications?|medicines?|drugs?),? $|\\b(?:remaining|other|usual|regular|current) (?:medications?|medicines|drugs) \\(|\\bhad been (?:given|administered|injected|infused)\\b(?=[^.;]*\\b(?:earlier|before|previously)\\b)|\\b(?:had been|was (?:already |also |noted to be |known to be )?|who was |been )(?:taking|on a stable dose of|maintained on)\\b|\\bhad been (?:receiving|treated with|on|using)\\b|\\bwho (?:was|had been) (?:already )?prescribed\\b|\\b(?:was|were) (?:currently |already )?being treated with\\b|\\b(?:was|been|patient was) exposed to\\b|\\btreated for (?:the )?(?:previous|past|last) [\\w ]{1,20} with\\b", Pattern.CASE_INSENSITIVE);
    /// A drug that takes the place of the suspect, or that the patient leaves with: neither taken besides nor given against the reaction.
    private static final Pattern INSTEAD = Pattern.compile("\\b(?:replaced (?:by|with)|switched to|changed to|substituted (?:by|with)|instead|discharged (?:\\w+ ){0,3}(?:on|with)|discharged\\b[^.;]{0,50}\\b(?:maintained|continued) on|replacement (?:therapy|treatment) with|maintenance (?:therapy|treatment) with|alternative|(?:later|subsequently) (?:treated|managed|started|given|switched)(?: with| on)?)\\b(?:(?!\\band (?:he|she|the|they|was|were|then|treated|received)\\b)[^.;]){0,60}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern INSTEAD_OF = Pattern.compile("^[^.;,]{0,40}\\binstead\\b", Pattern.CASE_INSENSITIVE);
    /// A drug that was tried before the suspect, or long ago.
    private static final Pattern GIVEN_UP = Pattern.compile("\\b(?:(?:inadequate\\w*|insufficient\\w*|poor\\w*|no) (?:[\\w-]+ ){0,4}(?:control\\w*|response|relief|effect) (?:by|to|with|on|of|from)|refractory to|unresponsive to|failure (?:of|on|to respond to)|failed (?:to respond to )?|at (?:the time of )?diagnosis)\\b[^.;]{0,60}$|\\b(?:initially|at first|originally) (?:treated|managed) with [^.;]{0,80}$", Pattern.CASE_INSENSITIVE);
    /// "treatment with ramipril is planned", "ramipril was considered but not given", "she refused ramipril": not taken, or not yet.
    private static final Pattern ONLY_PLANNED_BEFORE = Pattern.compile("\\b(?:plan(?:s|ned|ning)? (?:to (?:start|begin|give|administer|treat|use|switch|add|try)|(?:for )?(?:treatment|therapy) with)|scheduled (?:to (?:start|begin|receive)|for (?:treatment|therapy) with)|considered (?:starting|giving|adding|using|treatment with|therapy with)|(?:will|would|is to|was to|might) (?:then |soon )?(?:be (?:given|started|treated|switched|put)|start|begin|receive)|declined|refused)\\b[^.;,]{0,40}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern ONLY_PLANNED_BEHIND = Pattern.compile("^[^.;,]{0,30}\\b(?:(?:is|are|was|were|has been|had been) (?:\\w+ )?(?:planned|scheduled|considered|discussed|declined|refused)|will be (?:given|started|added|tried)|(?:was|were|is|are|has been|had been) (?:considered|prescribed|ordered),? but (?:(?:was |were )?(?:not|never)|she|he))\\b", Pattern.CASE_INSENSITIVE);
    /// "on treatment with quetiapine for the last two years"
    private static final Pattern TAKEN_LONG = Pattern.compile("^[^.;]{0,120}\\bfor (?:the (?:last|past|previous)|many|several|(?:more than|over|at least) (?:\\d+|an?|one|two|three|four|five|six|ten)|\\d+|two|three|four|five|six|seven|eight|nine|ten) (?:[\\w ]{1,20} )?(?:years|months)\\b", Pattern.CASE_INSENSITIVE);
    /// "Ramipril and levothyroxine had been taken for more than a decade"
    private static final Pattern TAKEN_BEHIND = Pattern.compile("^[^.;]{0,60}\\b(?:had|has|have) been taken\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ON_TREATMENT = Pattern.compile("\\b(?:on|under) (?:\\w+ )?(?:treatment|therapy|medication) with\\b[^.;]{0,80}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern GIVEN_UP_BEHIND = Pattern.compile("^[^.;]{0,20}\\bhad failed\\b|^[^.;]{0,60}\\b(?:at diagnosis\\b|but for the (?:past|last)\\b)", Pattern.CASE_INSENSITIVE);
    /// "Her ramipril was carried on throughout", "he uses salbutamol": taken besides, wherever it is told.
    private static final String NOW = "(?:(?:is|are) (?:treated|managed|controlled|maintained) (?:with|by|on)|(?:is|are) (?:maintained|continued)|takes|uses|used (?:daily|regularly)|(?:other|only other|usual|regular) (?:medicines?|medications?|tablets?|drugs?|therapy)|co-?medications?|co-?morbidit\\w+|(?:list|chart) (?:comprised|included|consisted)"
            + "|as (?:he|she|they) (?:is|was|are|were)|carried on|throughout|not (?:altered|changed|interrupted)|untouched|as (?:before|usual))";
    private static final Pattern HABIT_NOW = Pattern.compile("\\b" + NOW + "\\b", Pattern.CASE_INSENSITIVE);
    /// The same where no word of giving stands beside it.
    private static final Pattern HABIT = Pattern.compile("\\b(?:" + NOW + "|take|use|regular(?:ly)?|continu(?:es|ed|ing)|went on|unchanged|unaltered|left (?:as|alone)|as it (?:is|was)|only other|besides|long-term|had been (?:on|taking|using))\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern DOSE_IN_LIST = Pattern.compile(" \\d[\\d.,]* ?(?:mg|g|mcg|µg|micrograms?|IU|units?|mL)(?:/\\w+)?(?: (?:once|twice|three times|daily|nightly|a day|per day|at night|each (?:morning|night|day)|every (?:morning|night|day)|weekly|orally|b\\.?d\\.?|o\\.?d\\.?|t\\.?d\\.?s\\.?|nocte|mane))*", Pattern.CASE_INSENSITIVE);
    private static final Pattern ON_OR_TAKING = Pattern.compile("\\b(?:on|taking|takes|took|receiving|using|with) (?!arrival|admission|examination)[^.;]{0,110}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_TREATMENT = Pattern.compile("\\b(?:in order|unremarkable|negative|normal|(?:in|for) (?:the )?future|from now on|next time|should|would|recommend\\w*|advised|never|not|test(?:s|ed|ing)?|levels?|antibod\\w+|stain\\w*|immunohistochem\\w+|scans?|imaging|resistan\\w+|sensitiv\\w+|had (?:failed|not helped)|years (?:earlier|before|ago))\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_ITS_PLACE = Pattern.compile("(?:(?! and | but )[^.;,]){0,40}?\\b(?:in (?:its|their) (?:place|stead)|instead|substituted|took over|thereafter|from then on)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern MADE_WAY_FOR = Pattern.compile("\\b" + StopWords.REPLACED + "\\b (?:(?:over|across|her|him) ){0,2}(?:to|by|with|for) (?:[\\w-]+ ){0,3}$|\\b(?:(?:moved|crossed|put|went home|sent home|discharged) (?:him |her |over )*(?:on|to|onto))(?: [\\w-]+){0,2} $", Pattern.CASE_INSENSITIVE);
    /// "penicillin allergy", "Immunoglobulin G", "Escherichia coli": no drug that was taken.
    private static final Pattern NOT_TAKEN_BEHIND = Pattern.compile("^ ?(?:allerg\\w+|hypersensitivity|anaphylaxis|intolerance|levels?\\b|[GMAE]\\b|coli\\b)", Pattern.CASE_INSENSITIVE);

    /// "a man on phenytoin, levetiracetam and valproate"
    private static final Pattern PERSON_ON = Pattern.compile("\\b(?:man|woman|patient|boy|girl|male|female|infant|child),? (?:who was )?on (?!arrival|admission|examination|presentation)(?:[\\w-]+(?: [\\d.]+ ?\\w+)?(?:, and |, | and ))*$", Pattern.CASE_INSENSITIVE);
    /// "followed by a psychiatrist, taking mirtazapine and diazepam": taken besides, wherever it is told.
    private static final Pattern TAKING = Pattern.compile("\\b(?:comorbidit\\w+|(?:medical|past) history|history of|known)\\b[^.;]*\\b(?:treated|managed|controlled|for which (?:s?he) (?:took|takes|inhaled|used|received|was (?:taking|on|given)))\\b[^.;]{0,60}$|\\b(?:took|had taken|had been taking|was taking|was using)\\b[^.;]*\\b(?:together with|in addition(?: to)?|along(?:side| with)|besides)\\b[^.;]{0,80}$|(?:,|\\b(?:was|were|is|had been|has been|also|currently|regularly|chronically|already)) (?:taking|using) (?!part\\b|an? overdose)[^.;]{0,120}$|\\b(?:s?he|patient|i) (?:also |still |regularly |currently |usually |otherwise )?(?:takes?|injects?) (?!part\\b|an? overdose)[^.;]{0,120}$", Pattern.CASE_INSENSITIVE);
    /// "the commonly used antibiotic, nitrofurantoin": the same drug.
    private static final Pattern APPOSED = Pattern.compile(",? \\(?(?:the )?");
    /// "blood glucose", "serum creatine kinase": measured, not taken.
    private static final Pattern MEASURED = Pattern.compile("\\b(?:blood|serum|plasma|urine|urinary|fasting|random|capillary) $", Pattern.CASE_INSENSITIVE);

    /// @param named   its first telling by a name
    /// @param against given against the reaction; else taken besides
    record Other(String key, DrugMention named, boolean against, boolean sure) {
    }

    private final Mentions mentions;
    private final DrugDetailReader drugDetails;
    private final int event;

    /// @param event index of the sentence in which the reaction is told first
    OtherDrugs(Mentions mentions, DrugDetailReader drugDetails, int event) {
        this.mentions = mentions;
        this.drugDetails = drugDetails;
        this.event = event;
    }

    /// Drugs that nobody blames: given against the reaction when first told after it with a verb of giving; else taken besides.
    ///
    /// @param firstHarm index of the sentence with which the untoward course begins
    List<Other> read(Set<String> suspectKeys, Set<String> reactionKeys, int firstHarm) {
        List<Other> others = new ArrayList<>();
        Map<String, List<DrugMention>> byKey = new LinkedHashMap<>();
        for (DrugMention mention : mentions.drugs()) {
            if (mention.sentence().section().tellsOfPatient() && !suspectKeys.contains(mention.key())) byKey.computeIfAbsent(mention.key(), _ -> new ArrayList<>()).add(mention);
        }
        byKey.forEach((key, own) -> {
            DrugMention first = own.stream().filter(mention -> mention.term().kind() != Term.Kind.MODEL && !NOT_TAKEN_BEHIND.matcher(mention.sentence().text().substring(mention.term().end())).find() && !isOnlyPlanned(mention)).findFirst().orElse(own.getFirst());
            String before = first.sentence().text().substring(0, first.term().start());
            if (NOT_GIVEN.matcher(before).find() || general(first)) return;
            if (own.stream().allMatch(mention -> NOT_TAKEN_BEHIND.matcher(mention.sentence().text().substring(mention.term().end())).find() || mention.isDenied() || mention.isPast() || isOnlyPlanned(mention) || MEASURED.matcher(mention.sentence().before(mention.term().start(), 20)).find() || AFTERWARDS.matcher(mention.sentence().heading()).find())) return;
            boolean listed = own.stream().anyMatch(mention -> mention.term().start() <= 3 && LIST_HEADING.matcher(mention.sentence().heading()).find() && !AFTERWARDS.matcher(mention.sentence().heading()).find());
            if (listed) {
                others.add(new Other(key, first, false, true));
                return;
            }
            boolean after = first.sentence().index() > firstHarm || first.sentence().index() == firstHarm && !isBeforeHarm(first);
            boolean given = GIVEN_AGAINST.matcher(first.sentence().text()).find();
            boolean taken = TAKEN.matcher(before).find() || drugDetails.read(own.stream().limit(FactAssembly.MOST_MENTIONS).toList(), Integer.MAX_VALUE).containsKey("dose");
            String behind = first.sentence().text().substring(first.term().end());
            boolean takenBefore = TAKEN_BEFORE.matcher(before).find() || PERSON_ON.matcher(before).find() || TAKING.matcher(before).find() || ON_TREATMENT.matcher(before).find() && TAKEN_LONG.matcher(behind).find() || TAKEN_BEHIND.matcher(behind).find();
            boolean past = PAST_DRUG.matcher(before).find() && !takenBefore && !taken || (!after || mentions.drugsIn(first.sentence()).stream().anyMatch(drug -> suspectKeys.contains(drug.key()))) && GIVEN_UP.matcher(before).find() || GIVEN_UP_BEHIND.matcher(behind).find();
            if (past || isToldByMembers(first, suspectKeys, byKey.keySet()) || isClassOf(first, suspectKeys) || first.term().kind() == Term.Kind.CLASS && isNamedOtherwise(first, byKey.keySet())) return;
            boolean instead = (INSTEAD.matcher(before).find() || INSTEAD_OF.matcher(behind).find()) && !TAKEN_BEFORE.matcher(before).find();
            if (instead && after) return;
            boolean habit = HABIT.matcher(first.sentence().text()).find();
            if (after && (takenBefore || habit && !given || HABIT_NOW.matcher(first.sentence().text()).find())) others.add(new Other(key, first, false, true));
            else if (isGivenTogether(first, suspectKeys)) others.add(new Other(key, first, false, false));
            else if (after && given && isForSomethingElse(own, reactionKeys)) others.add(new Other(key, first, false, false));
            else if (after && (given || isPlainlyGiven(first))) others.add(new Other(key, first, true, false));
            else if (!after && (taken || given || takenBefore || isPlainlyGiven(first))) others.add(new Other(key, first, false, takenBefore));
        });
        return others;
    }

    /// "A smoker on aspirin and metoprolol began to gasp": in the sentence of the harm, before it.
    private boolean isBeforeHarm(DrugMention mention) {
        return mentions.reactionsIn(mention.sentence()).stream().filter(reaction -> reaction.said() == ReactionMention.Said.AFFIRMED).findFirst().filter(reaction -> mention.term().end() < reaction.term().start()).isPresent()
                && ON_OR_TAKING.matcher(mention.sentence().before(mention.term().start(), 120)).find();
    }

    /// By a name of its own, neither measured nor exchanged for the suspect nor meant for later.
    private static boolean isPlainlyGiven(DrugMention mention) {
        if (Set.of(Term.Kind.CLASS, Term.Kind.MODEL, Term.Kind.REGIMEN, Term.Kind.ENDING).contains(mention.term().kind()) || mention.term().doubtful()) return false;
        String text = mention.sentence().text();
        return !NO_TREATMENT.matcher(text).find() && !IN_ITS_PLACE.matcher(text).region(mention.term().end(), text.length()).lookingAt() && !MADE_WAY_FOR.matcher(mention.sentence().before(mention.term().start(), 60)).find();
    }

    /// "FOLFOX (oxaliplatin, fluorouracil, leucovorin)": each member has its entry.
    private boolean isToldByMembers(DrugMention mention, Set<String> suspectKeys, Set<String> others) {
        List<String> members = mention.term().kind() == Term.Kind.REGIMEN ? mentions.vocabulary().drugs().members(mention.key()) : List.of();
        return !members.isEmpty() && members.stream().allMatch(member -> suspectKeys.contains(member) || others.contains(member));
    }

    private static boolean isOnlyPlanned(DrugMention mention) {
        String text = mention.sentence().text();
        return ONLY_PLANNED_BEFORE.matcher(mention.sentence().before(mention.term().start(), 120)).find() || ONLY_PLANNED_BEHIND.matcher(text.substring(mention.term().end(), Math.min(text.length(), mention.term().end() + 80))).find();
    }

    /// "chemotherapy with oxaliplatin and capecitabine", of which capecitabine is blamed.
    private boolean isGivenTogether(DrugMention mention, Set<String> suspectKeys) {
        String text = mention.sentence().text();
        return mentions.drugsIn(mention.sentence()).stream().filter(drug -> suspectKeys.contains(drug.key())).anyMatch(drug -> {
            int from = Math.min(drug.term().end(), mention.term().end());
            int to = Math.max(drug.term().start(), mention.term().start());
            // "tacrolimus, prednisone and mycophenolate": the names between are of the same list
            StringBuilder between = new StringBuilder(from < to ? text.substring(from, to) : "with");
            mentions.drugsIn(mention.sentence()).reversed().stream().filter(other -> other.term().start() >= from && other.term().end() <= to).forEach(other -> between.delete(other.term().start() - from, other.term().end() - from));
            String bare = DOSE_IN_LIST.matcher(between).replaceAll("");
            boolean list = bare.matches("(?i)(?:(?: ?\\([^()]{1,40}\\))?(?:,? (?:and|plus|\\+|combined with|in combination with) (?:an? )?|/|, ))+");
            return list && (!bare.contains(", ") || ON_OR_TAKING.matcher(text.substring(0, from)).find() || DrugDetailReader.STARTED.matcher(text.substring(0, from)).find());
        });
    }

    /// "antibiotics including clarithromycin", which is blamed: no drug of its own.
    private boolean isClassOf(DrugMention mention, Set<String> suspectKeys) {
        if (mention.term().kind() == Term.Kind.CLASS && mentions.drugsIn(mention.sentence()).stream().anyMatch(drug -> suspectKeys.contains(drug.key()) && drug.term().start() > mention.term().end()
                && APPOSED.matcher(mention.sentence().text().substring(mention.term().end(), drug.term().start())).matches())) return true;
        return mention.term().kind() == Term.Kind.CLASS && suspectKeys.stream().anyMatch(key -> mentions.vocabulary().drugs().belongs(key, mention.term().text()))
                && (mentions.drugsIn(mention.sentence()).stream().anyMatch(drug -> suspectKeys.contains(drug.key())) || !GIVEN_AGAINST.matcher(mention.sentence().text().substring(0, mention.term().start())).find());
    }

    /// "steroids" where prednisolone is told of: the same again.
    private boolean isNamedOtherwise(DrugMention mention, Set<String> keys) {
        return keys.stream().anyMatch(key -> !key.equals(mention.key()) && mentions.vocabulary().drugs().belongs(key, mention.term().text()));
    }

    /// Given for a condition of its own ("the thyroid storm was treated with hydrocortisone"), not for the reaction.
    private boolean isForSomethingElse(List<DrugMention> own, Set<String> reactionKeys) {
        Fact indication = drugDetails.read(own.stream().limit(FactAssembly.MOST_MENTIONS).toList(), Integer.MAX_VALUE).get("indication");
        if (indication == null || !indication.ways().contains("dictionary")) return false;
        String key = mentions.vocabulary().reactions().preferred(indication.value());
        return reactionKeys.stream().noneMatch(reaction -> FactAssembly.sameOrPart(key, reaction) || FactAssembly.sameOrPart(reaction, key)) && !mentions.vocabulary().reactions().isSymptom(indication.value())
                && mentions.reactions().stream().anyMatch(mention -> mention.sentence().index() < event && mentions.keyOf(mention).equals(key));
    }

    private static boolean general(DrugMention mention) {
        return mention.term().kind() == Term.Kind.CLASS && Set.of("chemotherapy", "vaccine", "immunotherapy", "antibody", "contrast medium", "contrast agent", "monoclonal antibody", "vasoactive drug", "sedation", "sedoanalgesia", "anesthesia", "anaesthesia").contains(Fold.phrase(mention.term().text()));
    }
}
