package casewright.reading;

import casewright.extraction.DocumentText;
import casewright.extraction.Page;
import casewright.llm.LanguageModel;
import casewright.reading.CausalLinks.Link;
import casewright.reading.CausalLinks.Strength;
import casewright.reading.terms.Term;
import casewright.reading.terms.Vocabulary;
import casewright.reading.text.Sentence;
import casewright.reading.text.SourceText;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The reading of single sentences: the same questions and lists as for documents, without a document's context.
public final class SentenceReader {

    private static final int MOST_DRUGS_ASKED = 2;
    /// Below this a drug beside one that the words blame is the remedy or the disease's own treatment; a drug that the first answer listed with an
    /// effect, although it denied an adverse event, needs no more.
    private static final double LEAST_BLAME_BESIDE = 0.15;
    private static final Pattern BENEFIT = Pattern.compile("\\b(?:remission|regression|improvement|resolution|relief|efficacy|benefit)\\b", Pattern.CASE_INSENSITIVE);
    /// What stands behind these words has the disease, or is it.
    private static final Pattern GIVEN_TO = Pattern.compile("(?:\\b(?:therapy|treatment|treated) for|\\b(?:patients?|child(?:ren)?|man|woman|boy|girl|subjects?) with) (?:[\\w-]+ ){0,2}$", Pattern.CASE_INSENSITIVE);

    /// "a vitiligo patient", "patients with CML", "to suppress a tachycardia": what is treated, not what befell.
    private static final Pattern HAD_BEFORE = Pattern.compile("(?:\\b(?:patients?|child(?:ren)?|man|woman|boy|girl|infants?|adults?|subjects?|case of an?|case of a) (?:with|having|suffering from) (?:an? |the )?(?:(?!who\\b)[\\w-]+ ){0,3}|\\b(?:treatment|therapy|management|prevention|prophylaxis) (?:of|for) (?:[\\w-]+ ){0,3}|\\bto (?:treat|suppress|prevent|control|manage) (?:[\\w-]+ ){0,3}|\\b(?:approved|indicated|licensed) (?:for|to treat) (?:[\\w-]+,? ){0,4})$", Pattern.CASE_INSENSITIVE);
    private static final Pattern AFTER_A_DRUG = Pattern.compile("^[^.;,]{0,25}\\b(?:after|on|during|due to|following|caused by|from|secondary to|associated with|suspected|attributed)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern HARM = Pattern.compile("\\b(?:develop\\w*|experienc\\w+|suffer\\w*|occur\\w*|complicat\\w*|induc\\w+|\\w*toxic\\w*|adverse|side[- ]effects?|caus\\w+|discontinu\\w+|interactions?|overdos\\w+|intoxication|reactions?|death|died|fatal|withdrawn|stopped|recur\\w*)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_PATIENTS = Pattern.compile("^ patients?\\b(?! (?:develop|experienc))", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_EFFECT = Pattern.compile("(?:drug[- ](?:drug )?)?interactions?|(?:patho)?physiology|pharmacokinetics|(?:the )?pathogenesis|mechanisms?|efficacy|.*\\b(?:properties|activity|treatment|therapy|prevention of .*|target .*|scores?|scales?|transplantation|examination|exam|agents?|antiarrhythmic|antagonists?|inhibitors?)|normo\\w+|(?:ir)?reversible|fatal|severe", Pattern.CASE_INSENSITIVE);
    /// "responsive to dantrolene", "managed with danaparoid": the remedy beside the drug that is blamed.
    private static final Pattern REMEDY_BEFORE = Pattern.compile("\\b(?:respon(?:sive|d\\w*) to|(?:resol\\w+|improv\\w+|relie\\w+|revers\\w+|manag\\w+|ameliorat\\w+|rescu\\w+|mitigat\\w+|recover\\w*|(?:successful(?:ly)? )?treat(?:ed|ment)) (?:[\\w-]+ ){0,4}?(?:with|by|after)) (?:(?:intravenous|oral|high-dose|low-dose|the|systemic|topical) ){0,2}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern REMEDY_BEHIND = Pattern.compile("^ (?:is|was|may be|can be) (?:beneficial|effective|useful|helpful)\\b|^ may (?:decrease|reduce|prevent)\\b", Pattern.CASE_INSENSITIVE);
    /// "methotrexate (MTX)": the name in full stands before its short form.
    private static final Pattern NAME_BEFORE_BRACKET = Pattern.compile("(?<![\\p{L}\\d-])(?<name>(?!(?:with|by|of|the|an?|and|or|to|after|for|from|in|on|during|treatment|therapy)\\b)[\\p{L}\\d][\\p{L}\\d,'-]*(?: (?!(?:with|by|of|the|an?|and|or|to|after|for|from|in|on|during|treatment|therapy)\\b)[\\p{L}\\d][\\p{L}\\d-]*){0,3}?)(?: \\([\\d., ]+\\s?\\w+(?:/\\w+)?\\))? \\($");
    private static final Pattern SHORT_FORM = Pattern.compile("[A-Z]{2,4}s?");

    /// "thiopurine methyltransferase", "cytochrome P450", "Cryptococcus neoformans": no drug; a way of giving one, or all drugs against a disease, names none.
    private static final Pattern ENZYME_BEHIND = Pattern.compile("^[- ](?:\\w+[- ])?\\w*(?:transferase|reductase|dehydrogenase|oxidase|esterase|transporter|receptors?)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NO_DRUG = Pattern.compile("cytochrome .*|CYP\\w*|\\w+coccus\\b.*|\\w*bacter\\w*\\b.*|(?:\\w+ )?(?:injections?|infusions?|microemulsion|formulation|doses?|tablets?)|(?:\\w+[- ])?(?:chemotherapy|radiotherapy|radiation|chemoradiation|polychemotherapy)(?: regimen)?|(?:\\w+ )?antibiotics?|anticoagulation strategies", Pattern.CASE_INSENSITIVE);
    private static final Pattern SWITCHED_TO = Pattern.compile("\\b(?:changed|switched|converted) to (?:[\\w-]+ ){0,2}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern TOXICITY_BEHIND = Pattern.compile("^[- ](?:toxicity|intoxication|poisoning|overdose|overdosage)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern NO_COMPOUND = Pattern.compile("deficien|resistan|insufficien|allerg|withdrawal|depend|abuse|disorder|deprivation", Pattern.CASE_INSENSITIVE);

    private final ModelReader model;
    private final Vocabulary vocabulary;

    private SentenceReader(ModelReader model, Vocabulary vocabulary) {
        this.model = model;
        this.vocabulary = vocabulary;
    }

    public static SentenceReader asking(LanguageModel model, Vocabulary vocabulary, Clock clock) {
        return new SentenceReader(new ModelReader(model, clock), vocabulary);
    }

    /// @param drugs in the sentence's words
    public record Found(boolean adverse, List<String> drugs, List<String> effects) {
    }

    public Found read(String sentence) {
        SourceText text = SourceText.of(List.of(new DocumentText("sentence", List.of(Page.ofPlainText(1, sentence.replace('\n', ' '))), List.of())));
        Mentions mentions = new Mentions(text, vocabulary);
        ModelReader.Blame said = model.blameAlone(sentence);
        List<int[]> drugs = new ArrayList<>();
        List<int[]> effects = new ArrayList<>();
        addStated(sentence, text, mentions, drugs, effects);
        boolean stated = !drugs.isEmpty() && !effects.isEmpty();
        List<int[]> told = said.effects().stream().map(span -> wholeWords(sentence, span)).filter(effect -> isEffect(sentence, effect)).toList();
        List<int[]> named = said.drugs().stream().map(span -> wholeWords(sentence, span)).filter(span -> isNoDisorder(span, mentions) && !isUnknownShortForm(sentence, span, mentions, said.drugs().size()) && !(stated && isRemedy(sentence, span)) && !isNoDrug(sentence, span, mentions) && !GIVEN_TO.matcher(sentence.substring(0, span[0])).find()).toList();
        // what it names is what the drug is for, and no word tells of harm
        boolean onlyTreated = !stated && told.isEmpty() && !HARM.matcher(sentence).find();
        if (said.adverse() && !onlyTreated) {
            // beside a drug that the words blame, another one is often the remedy
            for (int[] drug : named) if (!stated || touchesAny(drugs, drug) || blamed(sentence, drug) >= LEAST_BLAME_BESIDE) add(drugs, drug);
            told.forEach(effect -> add(effects, effect));
        } else if (!stated && !onlyTreated) {
            lookAgain(sentence, mentions, named, told, drugs, effects);
        }
        if (said.adverse() && !onlyTreated && drugs.isEmpty() && effects.isEmpty()) lookAgain(sentence, mentions, List.of(), List.of(), drugs, effects);
        if (said.adverse() && !onlyTreated && drugs.isEmpty()) addTheOnlyDrug(mentions, drugs);
        if (effects.isEmpty()) for (int[] drug : List.copyOf(drugs)) addToxicity(sentence, drug, effects);
        boolean adverse = !effects.isEmpty() && !drugs.isEmpty() || said.adverse() && !onlyTreated && (!drugs.isEmpty() || !mentions.drugs().isEmpty());
        return new Found(adverse, words(sentence, drugs.stream().map(span -> inFull(sentence, span)).toList()), words(sentence, effects));
    }

    private static boolean isEffect(String sentence, int[] span) {
        String words = sentence.substring(span[0], span[1]);
        return !BENEFIT.matcher(words).find() && !NO_EFFECT.matcher(words).matches() && (AFTER_A_DRUG.matcher(sentence.substring(span[1])).find() || !HAD_BEFORE.matcher(sentence.substring(0, span[0])).find()) && !OF_PATIENTS.matcher(sentence.substring(span[1])).find();
    }

    private static boolean isRemedy(String sentence, int[] span) {
        return REMEDY_BEFORE.matcher(sentence.substring(0, span[0])).find() || SWITCHED_TO.matcher(sentence.substring(0, span[0])).find() || REMEDY_BEHIND.matcher(sentence.substring(span[1])).find();
    }

    private static boolean isNoDrug(String sentence, int[] span, Mentions mentions) {
        return ENZYME_BEHIND.matcher(sentence.substring(span[1])).find() || NO_DRUG.matcher(sentence.substring(span[0], span[1])).matches() && mentions.drugs().stream().noneMatch(mention -> mention.term().kind() != Term.Kind.CLASS && touches(span, span(mention.term(), mention.sentence())));
    }

    /// Capitals that no list knows, beside other names: mostly a disorder's short form.
    private static boolean isUnknownShortForm(String sentence, int[] span, Mentions mentions, int named) {
        return named > 1 && SHORT_FORM.matcher(sentence.substring(span[0], span[1])).matches() && mentions.drugs().stream().noneMatch(mention -> touches(span, span(mention.term(), mention.sentence())));
    }

    /// The model writes "seizure" where the sentence has "seizures".
    private static int[] wholeWords(String sentence, int[] span) {
        int start = span[0];
        int end = span[1];
        while (start > 0 && start < sentence.length() && Character.isLetter(sentence.charAt(start)) && Character.isLetter(sentence.charAt(start - 1))) start--;
        while (end > 0 && end < sentence.length() && Character.isLetter(sentence.charAt(end - 1)) && Character.isLetter(sentence.charAt(end))) end++;
        return new int[] {start, end};
    }

    private static int[] inFull(String sentence, int[] span) {
        Matcher matcher = NAME_BEFORE_BRACKET.matcher(sentence.substring(0, span[0]));
        boolean bracketed = span[1] < sentence.length() && ")-,;".indexOf(sentence.charAt(span[1])) >= 0;
        return bracketed && matcher.find() ? new int[] {matcher.start("name"), matcher.end("name")} : span;
    }

    /// What the words themselves state as cause and effect.
    private static void addStated(String sentence, SourceText text, Mentions mentions, List<int[]> drugs, List<int[]> effects) {
        List<Link> links = text.sentences().size() == 1 ? CausalLinks.between(text.sentences().getFirst().text(), mentions.drugs(), mentions.reactions()) : List.of();
        for (Link link : links) {
            if (link.reaction() < 0 || link.strength() != Strength.STATED) continue;
            DrugMention drug = mentions.drugs().get(link.drug());
            ReactionMention reaction = mentions.reactions().get(link.reaction());
            if (drug.isDenied() || reaction.said() == ReactionMention.Said.DENIED) continue;
            // a heading before the sentence is not part of it
            add(drugs, span(drug.term(), drug.sentence()));
            if (isEffect(sentence, span(reaction.term(), reaction.sentence()))) add(effects, span(reaction.term(), reaction.sentence()));
        }
        addCompounds(sentence, mentions, drugs, effects);
        for (InducedWords.Found induced : InducedWords.in(sentence)) {
            if (!isNoDisorder(induced.cause(), mentions)) continue;
            add(drugs, induced.cause());
            add(effects, induced.effect());
        }
    }

    /// "lithium intoxication": the name of the drug makes the name of the effect.
    private static void addToxicity(String sentence, int[] drug, List<int[]> effects) {
        Matcher matcher = TOXICITY_BEHIND.matcher(sentence.substring(drug[1]));
        if (matcher.find()) add(effects, new int[] {drug[0], drug[1] + matcher.end()});
    }

    /// "minocycline hyperpigmentation", "amiodarone pneumonitis": the drug's name before its effect.
    private static void addCompounds(String sentence, Mentions mentions, List<int[]> drugs, List<int[]> effects) {
        for (DrugMention drug : mentions.drugs()) {
            for (ReactionMention reaction : mentions.reactionsIn(drug.sentence())) {
                int[] effect = span(reaction.term(), reaction.sentence());
                if (drug.isDenied() || reaction.said() == ReactionMention.Said.DENIED || reaction.term().start() != drug.term().end() + 1 || NO_COMPOUND.matcher(reaction.term().text()).find() || !isEffect(sentence, effect)) continue;
                add(drugs, span(drug.term(), drug.sentence()));
                add(effects, effect);
            }
        }
    }

    private static void addTheOnlyDrug(Mentions mentions, List<int[]> drugs) {
        List<DrugMention> named = mentions.drugs().stream().filter(mention -> !mention.isDenied()).toList();
        if (named.stream().map(DrugMention::key).distinct().count() == 1) add(drugs, span(named.getFirst().term(), named.getFirst().sentence()));
    }

    /// The first answer denies an adverse event, or lists nothing: is a drug that stands beside an effect blamed after all?
    private void lookAgain(String sentence, Mentions mentions, List<int[]> named, List<int[]> harms, List<int[]> drugs, List<int[]> effects) {
        List<int[]> asked = new ArrayList<>(named);
        mentions.drugs().stream().filter(mention -> !mention.isDenied()).forEach(mention -> add(asked, span(mention.term(), mention.sentence())));
        List<int[]> beside = new ArrayList<>(harms);
        if (beside.isEmpty()) {
            mentions.reactions().stream().filter(mention -> mention.said() == ReactionMention.Said.AFFIRMED || mention.said() == ReactionMention.Said.DOUBTED)
                    .map(mention -> span(mention.term(), mention.sentence())).filter(span -> isEffect(sentence, span)).forEach(span -> add(beside, span));
        }
        if (beside.isEmpty()) return;
        double least = named.isEmpty() || harms.isEmpty() ? Suspicions.LEAST_BLAME : LEAST_BLAME_BESIDE;
        for (int[] drug : asked.stream().limit(MOST_DRUGS_ASKED).toList()) {
            if (blamed(sentence, drug) < least) continue;
            add(drugs, drug);
            beside.forEach(effect -> add(effects, effect));
        }
    }

    private double blamed(String sentence, int[] drug) {
        return model.roleOf(sentence.substring(drug[0], drug[1]), sentence, new ArrayList<>()).getOrDefault("blamed", 0.0);
    }

    /// The model sometimes calls a disease a drug.
    private static boolean isNoDisorder(int[] span, Mentions mentions) {
        return mentions.drugs().stream().anyMatch(mention -> touches(span, span(mention.term(), mention.sentence())))
                || mentions.reactions().stream().noneMatch(mention -> touches(span, span(mention.term(), mention.sentence())));
    }

    private static int[] span(Term term, Sentence sentence) {
        Term moved = term.movedBy(sentence.start());
        return new int[] {moved.start(), moved.end()};
    }

    private static void add(List<int[]> spans, int[] span) {
        if (!touchesAny(spans, span)) spans.add(span);
    }

    private static boolean touchesAny(List<int[]> spans, int[] span) {
        return spans.stream().anyMatch(other -> touches(other, span));
    }

    private static boolean touches(int[] one, int[] other) {
        return one[0] < other[1] && other[0] < one[1];
    }

    private static List<String> words(String sentence, List<int[]> spans) {
        return spans.stream().filter(span -> span[1] <= sentence.length()).map(span -> sentence.substring(span[0], span[1])).distinct().toList();
    }
}
