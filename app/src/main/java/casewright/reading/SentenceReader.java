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
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The reading of single sentences: the same questions and lists as for documents, without a document's context.
public final class SentenceReader {

    private static final int MOST_DRUGS_ASKED = 2;
    /// Below this a drug beside one that the words blame is the remedy or the disease's own treatment; a drug that the first answer listed with an
    /// effect, although it denied an adverse event, needs no more.
    private static final double LEAST_BLAME_BESIDE = 0.15;
    /// "methotrexate (MTX)": the name in full stands before its short form.
    private static final Pattern NAME_BEFORE_BRACKET = Pattern.compile("(?<![\\p{L}\\d-])(?<name>(?!(?:with|by|of|the|an?|and|or|to|after|for|from|in|on|during|treatment|therapy)\\b)[\\p{L}\\d][\\p{L}\\d,'-]*(?: (?!(?:with|by|of|the|an?|and|or|to|after|for|from|in|on|during|treatment|therapy)\\b)[\\p{L}\\d][\\p{L}\\d-]*){0,3}?)(?: \\([\\d., ]+\\s?\\w+(?:/\\w+)?\\))? \\($");
    private static final Pattern SHORT_FORM = Pattern.compile("[A-Z]{2,4}s?");

    private static final Pattern TOXICITY_BEHIND = Pattern.compile("^[- ](?:toxicity|intoxication|poisoning|overdose|overdosage)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern INTERACTION = Pattern.compile("\\b(?:drug[- ](?:drug )?)?interactions?\\b", Pattern.CASE_INSENSITIVE);

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
        addLinked(sentence, text, mentions, link -> link.strength() == Strength.STATED, drugs, effects);
        addCompounds(sentence, mentions, drugs, effects);
        addInduced(sentence, mentions, drugs, effects);
        boolean stated = !drugs.isEmpty() && !effects.isEmpty();
        if (SentenceRules.tellsOnlyTheEnd(sentence)) return new Found(false, List.of(), List.of());
        List<int[]> told = said.effects().stream().map(span -> wholeWords(sentence, span)).filter(effect -> EffectRules.isEffect(sentence, effect)).toList();
        List<int[]> named = said.drugs().stream().map(span -> NamedDrugRules.nameOnly(sentence, wholeWords(sentence, span))).filter(span -> isNoDisorder(span, mentions) && !isUnknownShortForm(sentence, span, mentions, said.drugs().size()) && !(stated ? RemedyRules.isRemedy(sentence, span) : RemedyRules.cures(sentence, span)) && !NamedDrugRules.isNoDrug(sentence, span, mentions) && !RemedyRules.isGivenTo(sentence, span)).toList();
        // what it names is what the drug is for, and no word tells of harm
        boolean cured = !said.drugs().isEmpty() && said.drugs().stream().allMatch(span -> RemedyRules.cures(sentence, NamedDrugRules.nameOnly(sentence, wholeWords(sentence, span))));
        boolean onlyTreated = !stated && (cured || told.isEmpty() && !SentenceRules.tellsHarm(sentence));
        if (said.adverse() && !onlyTreated) {
            // beside a drug that the words blame, another one is often the remedy
            for (int[] drug : named) if (!stated || touchesAny(drugs, drug) || blamed(sentence, drug) >= LEAST_BLAME_BESIDE) add(drugs, drug);
            told.forEach(effect -> add(effects, effect));
        } else if (!stated && !onlyTreated) {
            lookAgain(sentence, mentions, named, told, drugs, effects);
        }
        if (said.adverse() && !onlyTreated && drugs.isEmpty() && effects.isEmpty()) lookAgain(sentence, mentions, List.of(), List.of(), drugs, effects);
        if (drugs.isEmpty() || effects.isEmpty()) addLinked(sentence, text, mentions, link -> true, drugs, effects);
        if (drugs.isEmpty() && SentenceRules.warns(sentence)) addWarnedOf(sentence, mentions, told, drugs, effects);
        if (said.adverse() && !onlyTreated && drugs.isEmpty()) addTheOnlyDrug(sentence, mentions, drugs);
        if (effects.isEmpty()) for (int[] drug : List.copyOf(drugs)) addToxicity(sentence, drug, effects);
        if (effects.isEmpty() && !drugs.isEmpty()) addInteraction(sentence, effects);
        List<int[]> befell = effects.stream().filter(effect -> !EffectRules.isOnlyTheWay(sentence, effect)).toList();
        if (!befell.isEmpty()) effects.retainAll(befell);
        drugs.removeIf(drug -> NamedDrugRules.isNoDrug(sentence, drug, mentions) || NamedDrugRules.explainsAnother(sentence, drug, drugs, mentions));
        boolean adverse = !effects.isEmpty() && !drugs.isEmpty() || said.adverse() && !onlyTreated && (!drugs.isEmpty() || mentions.drugs().stream().anyMatch(mention -> !RemedyRules.isGivenTo(sentence, span(mention.term(), mention.sentence()))));
        return new Found(adverse, words(sentence, drugs.stream().map(span -> inFull(sentence, span)).toList()), words(sentence, effects));
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

    /// What the words themselves link as cause and effect.
    private static void addLinked(String sentence, SourceText text, Mentions mentions, Predicate<Link> wanted, List<int[]> drugs, List<int[]> effects) {
        List<Link> links = text.sentences().size() == 1 ? CausalLinks.between(text.sentences().getFirst().text(), mentions.drugs(), mentions.reactions()) : List.of();
        for (Link link : links) {
            if (link.reaction() < 0 || !wanted.test(link)) continue;
            DrugMention drug = mentions.drugs().get(link.drug());
            ReactionMention reaction = mentions.reactions().get(link.reaction());
            if (drug.isDenied() || reaction.said() == ReactionMention.Said.DENIED || RemedyRules.isRemedy(sentence, span(drug.term(), drug.sentence())) || RemedyRules.didNotHelp(sentence, span(drug.term(), drug.sentence()))) continue;
            // a heading before the sentence is not part of it
            add(drugs, span(drug.term(), drug.sentence()));
            if (EffectRules.isEffect(sentence, span(reaction.term(), reaction.sentence()))) add(effects, span(reaction.term(), reaction.sentence()));
        }
    }

    private static void addInduced(String sentence, Mentions mentions, List<int[]> drugs, List<int[]> effects) {
        for (InducedWords.Found induced : InducedWords.in(sentence)) {
            if (!isNoDisorder(induced.cause(), mentions)) continue;
            if (induced.needsKnownDrug() && mentions.drugs().stream().noneMatch(mention -> touches(induced.cause(), span(mention.term(), mention.sentence())))) continue;
            add(drugs, induced.cause());
            add(effects, induced.effect());
        }
    }

    /// "lithium intoxication": the name of the drug makes the name of the effect.
    private static void addToxicity(String sentence, int[] drug, List<int[]> effects) {
        Matcher matcher = TOXICITY_BEHIND.matcher(sentence.substring(drug[1]));
        if (matcher.find()) add(effects, new int[] {drug[0], drug[1] + matcher.end()});
    }

    /// Where no other effect is told, the interaction is what befell.
    private static void addInteraction(String sentence, List<int[]> effects) {
        Matcher matcher = INTERACTION.matcher(sentence);
        if (matcher.find()) add(effects, new int[] {matcher.start(), matcher.end()});
    }

    /// "minocycline hyperpigmentation", "amiodarone pneumonitis": the drug's name before its effect.
    private static void addCompounds(String sentence, Mentions mentions, List<int[]> drugs, List<int[]> effects) {
        for (DrugMention drug : mentions.drugs()) {
            for (ReactionMention reaction : mentions.reactionsIn(drug.sentence())) {
                int[] effect = span(reaction.term(), reaction.sentence());
                if (drug.isDenied() || reaction.said() == ReactionMention.Said.DENIED || reaction.term().start() != drug.term().end() + 1 || NO_COMPOUND.matcher(reaction.term().text()).find() || !EffectRules.isEffect(sentence, effect)) continue;
                add(drugs, span(drug.term(), drug.sentence()));
                add(effects, effect);
            }
        }
    }

    private static void addTheOnlyDrug(String sentence, Mentions mentions, List<int[]> drugs) {
        List<DrugMention> named = mentions.drugs().stream().filter(mention -> !mention.isDenied() && !RemedyRules.isGivenTo(sentence, span(mention.term(), mention.sentence()))).toList();
        if (named.stream().map(DrugMention::key).distinct().count() == 1) add(drugs, span(named.getFirst().term(), named.getFirst().sentence()));
    }

    /// The first answer denies an adverse event, or lists nothing: is a drug that stands beside an effect blamed after all?
    private void lookAgain(String sentence, Mentions mentions, List<int[]> named, List<int[]> harms, List<int[]> drugs, List<int[]> effects) {
        List<int[]> asked = new ArrayList<>(named);
        notDenied(mentions).filter(drug -> !RemedyRules.cures(sentence, drug) && !RemedyRules.isGivenTo(sentence, drug)).forEach(drug -> add(asked, drug));
        List<int[]> beside = harms.isEmpty() ? reactions(sentence, mentions) : harms;
        if (beside.isEmpty()) return;
        double least = named.isEmpty() || harms.isEmpty() ? Suspicions.LEAST_BLAME : LEAST_BLAME_BESIDE;
        for (int[] drug : asked.stream().limit(MOST_DRUGS_ASKED).toList()) {
            if (blamed(sentence, drug) < least) continue;
            add(drugs, drug);
            beside.forEach(effect -> add(effects, effect));
        }
    }

    /// "Clinicians should be aware of this possibility in patients receiving heparin": the drugs of a warning, with what it names.
    private static void addWarnedOf(String sentence, Mentions mentions, List<int[]> told, List<int[]> drugs, List<int[]> effects) {
        List<int[]> harms = told.isEmpty() ? reactions(sentence, mentions) : told;
        if (harms.isEmpty()) return;
        notDenied(mentions).filter(drug -> !RemedyRules.isRemedy(sentence, drug)).limit(MOST_DRUGS_ASKED).forEach(drug -> add(drugs, drug));
        if (!drugs.isEmpty()) harms.forEach(effect -> add(effects, effect));
    }

    private static Stream<int[]> notDenied(Mentions mentions) {
        return mentions.drugs().stream().filter(mention -> !mention.isDenied()).map(mention -> span(mention.term(), mention.sentence()));
    }

    private static List<int[]> reactions(String sentence, Mentions mentions) {
        List<int[]> reactions = new ArrayList<>();
        mentions.reactions().stream().filter(mention -> mention.said() == ReactionMention.Said.AFFIRMED || mention.said() == ReactionMention.Said.DOUBTED)
                .map(mention -> span(mention.term(), mention.sentence())).filter(span -> EffectRules.isEffect(sentence, span)).forEach(span -> add(reactions, span));
        return reactions;
    }

    private double blamed(String sentence, int[] drug) {
        return model.roleOf(sentence.substring(drug[0], drug[1]), sentence, new ArrayList<>()).getOrDefault("blamed", 0.0);
    }

    /// The model sometimes calls a disease a drug.
    private static boolean isNoDisorder(int[] span, Mentions mentions) {
        return mentions.drugs().stream().anyMatch(mention -> touches(span, span(mention.term(), mention.sentence())))
                || mentions.reactions().stream().noneMatch(mention -> touches(span, span(mention.term(), mention.sentence())));
    }

    static int[] span(Term term, Sentence sentence) {
        Term moved = term.movedBy(sentence.start());
        return new int[] {moved.start(), moved.end()};
    }

    private static void add(List<int[]> spans, int[] span) {
        if (!touchesAny(spans, span)) spans.add(span);
    }

    private static boolean touchesAny(List<int[]> spans, int[] span) {
        return spans.stream().anyMatch(other -> touches(other, span));
    }

    static boolean touches(int[] one, int[] other) {
        return one[0] < other[1] && other[0] < one[1];
    }

    private static List<String> words(String sentence, List<int[]> spans) {
        return spans.stream().filter(span -> span[1] <= sentence.length()).map(span -> sentence.substring(span[0], span[1])).distinct().toList();
    }
}
