package casewright.reading;

import casewright.reading.CausalLinks.Strength;
import casewright.reading.ReactionMention.Said;
import casewright.reading.terms.Term;
import casewright.reading.text.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where no sentence blames and nothing listed befell ("food turned to cardboard ... he gave up the tablets"): the model says in the text's own words what harm
/// the case tells and which medicine may have done it. It finds some in nearly every text, so the words must bear it out: the medicine was stopped or reduced
/// after the harm and for no other reason, or somebody blames it.
final class WholeLook {

    private static final int SENTENCES_BEFORE = 10;
    private static final int LONGEST_PHRASE_WORDS = 12;
    private static final double BLAME = 0.5;
    /// Said of the medicine, in a sentence that names it.
    private static final Pattern BLAMED = Pattern.compile("\\b(?:blam(?:ed|ing)|to blame|(?:held|thought|felt|considered|be|been|was|were) responsible|suspicion (?:fell|turned)|suspect(?:ed|ing)?|(?:put|putting) (?:this|it|these|them|the \\w+) down to|culprit|incriminat\\w+|implicat\\w+|at fault|side[- ]effects?|adverse (?:drug )?(?:effect|reaction|event)s?|could not be tolerated|not tolerated|intoleran\\w+|positive (?:to|for|with)|toxicity|(?:above|over|beyond) (?:the |its )?(?:\\w+ )?range|idiosyncratic|link(?:ed|ing)|interaction|effect (?:is |was )?(?:the )?(?:most |very )?(?:likely|probable|suspected)|hold the|turn(?:ed)? (?:our|my) eyes to|offender|should not be (?:restarted|repeated|given again)|contraindicated|alert)\\b", Pattern.CASE_INSENSITIVE);
    /// Directly before the medicine.
    private static final Pattern CAUSED_BY = Pattern.compile("\\b(?:(?:attribut|ascrib)\\w+ (?:\\w+ )?to|(?:due|secondary|owing) to|(?:caused|triggered|provoked|precipitated) by|because of|reaction to|wheal to|chalked (?:\\w+ )?up to|root cause|raising)(?: (?!after\\b|before\\b)[\\w-]+){0,4} $", Pattern.CASE_INSENSITIVE);
    private static final Pattern CULPRIT = Pattern.compile("\\b(?:culprit|offender|(?:offending|responsible|causative|suspected|inciting) (?:drug|agent|medicine|medication))\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern CLEARED = Pattern.compile("\\b(?:exonerat\\w+|not (?:thought|felt|considered|held|suspected|blamed|responsible)|unlikely|no (?:side[- ]effects?|adverse|signs?)|den(?:y|ies|ied)|without (?:any )?(?:side|adverse|trouble|problem))\\b", Pattern.CASE_INSENSITIVE);
    /// Whoever looks for other causes suspects the medicine that was begun.
    private static final Pattern NO_OTHER_CAUSE = Pattern.compile("\\b(?:no|nothing|without|neither) (?:\\w+ ){0,2}(?:other|else|alternative|another) ?(?:\\w+ ){0,2}?(?:causes?|explanations?|reasons?|triggers?|accounted|explained)\\b|\\bother causes (?:were|had been) (?:excluded|ruled out)|\\b(?:offered|gave|yielded|found|revealed) no (?:clue|cause|explanation)", Pattern.CASE_INSENSITIVE);
    private static final Pattern STARTED = Pattern.compile("\\b(?:following|after|since|adding|started on|start of|begun|began|commenced|given|received|infusions?|injections?|doses?|course) (?:[\\w.,'-]+ ){0,5}$", Pattern.CASE_INSENSITIVE);
    /// Why a medicine was stopped that did no harm.
    private static final Pattern OTHER_REASON = Pattern.compile("\\b(?:pregnan\\w+|conce(?:ive|ption)|afford|insur\\w+|costs?|finish\\w*|complet\\w+|remission|before (?:the )?(?:operation|surgery|procedure)|progress\\w*|relaps\\w*|polic(?:y|ies)|sick[- ]day|ahead of|in preparation|start a family|one reason alone|no longer (?:needed|required|necessary|effective|controlled|worked)|as planned|resistan\\w+|lack of|without (?:effect|benefit|success)|no (?:relief|effect|benefit|response|improvement)|ineffective|(?:in)?adequate (?:response|control)|failure of|own request|supply|shortage)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAKEN_BEFORE = Pattern.compile("\\b(?:had been|has been|have been|was (?:already )?(?:taking|on|using)|takes|took|(?:gone on|been|keeps?) taking|had (?:taken|received|swallowed|used|started|begun)|since|ago|earlier|before|prior|previously|stable|maintained|for (?:the (?:past|last) )?(?:\\d+|\\w+) (?:days|weeks|months|years))\\b", Pattern.CASE_INSENSITIVE);
    /// "reduced carbon monoxide diffusion" is no dose.
    private static final Pattern OF_A_DOSE = Pattern.compile("\\b(?:dose|dosage|mg|micrograms?|tablets?|drops|units)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern INFECTION = Pattern.compile("infection|sepsis|septic|pneumonia|pyelonephritis|cellulitis|abscess|influenza|virus|lactate", Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_INFECTION = Pattern.compile("fever|febrile|pyrexi|hypotens|infect|sepsis|septic|pneumon|consolidation|crackles|cough|temperature|rigor|spiking|pressor|shock|CRRT|pus\\b", Pattern.CASE_INSENSITIVE);

    /// "plasma sodium": what was measured, not what befell.
    private static final Pattern ONLY_A_TEST = Pattern.compile("(?:(?:the|his|her|serum|plasma|blood|urine|urinary) )*(?:sodium|potassium|calcium|magnesium|phosphate|glucose|creatinine|urea|h(?:a)?emoglobin|platelets?(?: count)?|leu[ck]ocytes?|white cells?|neutrophils?(?: count)?|pressure|temperature|level|count|weight|pulse|rate)s?", Pattern.CASE_INSENSITIVE);

    private final Mentions mentions;
    private final List<Sentence> own;
    private final Function<String, ModelReader.Harm> harm;
    private final DrugDetailReader details;

    /// @param harm what the model holds to be the harm in a text
    WholeLook(Mentions mentions, Function<String, ModelReader.Harm> harm) {
        this.mentions = mentions;
        this.own = mentions.text().ofPatient();
        this.harm = harm;
        this.details = new DrugDetailReader(mentions, Set.of());
    }

    List<Suspicions.Pair> pairs() {
        List<DrugMention> blamed = candidates().stream().filter(drug -> evidenceOf(drug) != null).toList();
        // "the culprit was replaced": one of them is meant
        List<DrugMention> borneOut = blamed.isEmpty() && own.stream().anyMatch(sentence -> CULPRIT.matcher(sentence.text()).find()) ? candidates() : blamed;
        if (borneOut.isEmpty()) return List.of();
        int last = borneOut.stream().mapToInt(drug -> own.indexOf(evidenceOf(drug))).max().orElse(0);
        ModelReader.Harm said = harm.apply(textUpTo(last));
        List<ReactionMention> events = said.harm().stream().map(this::eventOf).flatMap(Optional::stream).toList();
        List<Suspicions.Pair> found = new ArrayList<>();
        for (DrugMention drug : borneOut) {
            if (borneOut.size() > 1 && said.suspected().stream().noneMatch(words -> names(words, drug))) continue;
            Sentence evidence = evidenceOf(drug);
            List<ReactionMention> before = events.stream().filter(event -> evidence == null || event.sentence().index() <= evidence.index() || isBlamed(drug)).filter(event -> isAfterStart(event, drug) || isBlamed(drug)).toList();
            if (before.isEmpty() || before.stream().allMatch(event -> INFECTION.matcher(event.term().text()).find()) || isAgainstInfection(drug) && before.stream().allMatch(event -> OF_INFECTION.matcher(event.term().text()).find())) continue;
            before.forEach(event -> found.add(new Suspicions.Pair(drug, event, Strength.ASSOCIATED, Set.of("model", "rule"), BLAME)));
        }
        return found;
    }

    private List<DrugMention> candidates() {
        List<DrugMention> first = new ArrayList<>();
        for (DrugMention drug : mentions.drugs()) {
            if (drug.sentence().section().tellsOfPatient() && !drug.isDenied() && !drug.isPast() && drug.term().kind() != Term.Kind.CLASS && drug.term().kind() != Term.Kind.MODEL && first.stream().noneMatch(one -> one.key().equals(drug.key()))) first.add(drug);
        }
        return first;
    }

    /// The drug's own mentions, and those of a class that it belongs to.
    private List<DrugMention> mentionsOf(DrugMention drug) {
        return mentions.drugs().stream().filter(mention -> mention.sentence().section().tellsOfPatient())
                .filter(mention -> mention.key().equals(drug.key()) || mention.term().kind() == Term.Kind.CLASS && mentions.vocabulary().drugs().belongs(drug.key(), mention.term().text())).toList();
    }

    /// @return the sentence that tells the blame, or that the drug was given no longer, or less of it; null where there is none
    private @Nullable Sentence evidenceOf(DrugMention drug) {
        List<DrugMention> named = mentionsOf(drug);
        for (DrugMention mention : named) if (blames(mention)) return mention.sentence();
        if (named.stream().anyMatch(Remedies::isInVain)) return null;
        if (isStartedThen(drug) && own.stream().anyMatch(sentence -> NO_OTHER_CAUSE.matcher(sentence.text()).find())) return own.getLast();
        return named.stream().filter(mention -> !Remedies.isReplacement(mention)).map(mention -> details.action(List.of(mention))).flatMap(Optional::stream)
                .filter(action -> action.value().equals("withdrawn") || action.value().equals("dose reduced"))
                .map(action -> own.stream().filter(sentence -> sentence.holds(action.quotes().getFirst())).filter(sentence -> action.value().equals("withdrawn") || OF_A_DOSE.matcher(sentence.text()).find()).findFirst()).flatMap(Optional::stream)
                .filter(sentence -> !OTHER_REASON.matcher(sentence.text()).find()).findFirst().orElse(null);
    }

    private static boolean isStartedThen(DrugMention drug) {
        return STARTED.matcher(drug.sentence().before(drug.term().start(), 80)).find();
    }

    private boolean isBlamed(DrugMention drug) {
        return mentionsOf(drug).stream().anyMatch(WholeLook::blames);
    }

    private static boolean blames(DrugMention mention) {
        return (BLAMED.matcher(mention.sentence().text()).find() || CAUSED_BY.matcher(mention.sentence().before(mention.term().start(), 70)).find()) && !CLEARED.matcher(mention.sentence().text()).find() && !mention.isListedAllergy();
    }

    private boolean isAgainstInfection(DrugMention drug) {
        return List.of("antibiotic", "antiviral", "antifungal", "carbapenem", "cephalosporin").stream().anyMatch(family -> mentions.vocabulary().drugs().belongs(drug.key(), family));
    }

    /// Told behind the drug, or the drug was taken before what the text begins with.
    private boolean isAfterStart(ReactionMention event, DrugMention drug) {
        return event.sentence().index() >= drug.sentence().index() || TAKEN_BEFORE.matcher(drug.sentence().text()).find();
    }

    /// As much of the case up to this sentence as one question holds.
    private String textUpTo(int last) {
        StringBuilder text = new StringBuilder();
        for (int i = Math.max(0, last - SENTENCES_BEFORE); i < own.size(); i++) {
            if (i > last && text.length() + own.get(i).text().length() > ModelReader.LONGEST_TEXT_CHARS) break;
            text.append(own.get(i).text()).append(' ');
        }
        return text.length() <= ModelReader.LONGEST_TEXT_CHARS ? text.toString().strip() : text.substring(text.length() - ModelReader.LONGEST_TEXT_CHARS).strip();
    }

    private boolean names(String words, DrugMention drug) {
        if (words.toLowerCase(Locale.ROOT).contains(drug.term().text().toLowerCase(Locale.ROOT))) return true;
        return mentions.drugs().stream().filter(mention -> mention.term().text().equalsIgnoreCase(words)).anyMatch(mention -> mention.key().equals(drug.key()) || mentions.vocabulary().drugs().belongs(drug.key(), mention.term().text()));
    }

    /// The listed event at these words, or the words themselves.
    private Optional<ReactionMention> eventOf(String words) {
        for (Sentence sentence : own) {
            int at = sentence.text().indexOf(words);
            if (at < 0) continue;
            Term term = new Term(at, at + words.length(), words, "", Term.Kind.MODEL, false);
            Optional<ReactionMention> listed = mentions.reactionsIn(sentence).stream().filter(reaction -> reaction.term().overlaps(term) && !reaction.isAnaphor()).min(Comparator.comparing(reaction -> reaction.said() != Said.AFFIRMED));
            if (listed.isPresent()) return listed.filter(reaction -> reaction.said() == Said.AFFIRMED && !HowSaid.isForLife(reaction));
            if (words.indexOf(' ') < 0 || ONLY_A_TEST.matcher(words).matches() || mentions.drugsIn(sentence).stream().anyMatch(drug -> drug.term().overlaps(term)) || words.split(" ").length > LONGEST_PHRASE_WORDS) return Optional.empty();
            return Optional.of(new ReactionMention(sentence, term, HowSaid.of(sentence.text(), term))).filter(reaction -> reaction.said() == Said.AFFIRMED);
        }
        return Optional.empty();
    }
}
