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
        List<int[]> named = said.drugs().stream().filter(span -> isNoDisorder(span, mentions) && !GIVEN_TO.matcher(sentence.substring(0, span[0])).find()).toList();
        if (said.adverse()) {
            // beside a drug that the words blame, another one is often the remedy
            for (int[] drug : named) if (!stated || touchesAny(drugs, drug) || blamed(sentence, drug) >= LEAST_BLAME_BESIDE) add(drugs, drug);
            said.effects().stream().filter(effect -> !BENEFIT.matcher(sentence.substring(effect[0], effect[1])).find()).forEach(effect -> add(effects, effect));
        } else if (!stated) {
            lookAgain(sentence, mentions, named, said.effects(), drugs, effects);
        }
        if (said.adverse() && drugs.isEmpty() && effects.isEmpty()) lookAgain(sentence, mentions, List.of(), List.of(), drugs, effects);
        if (said.adverse() && drugs.isEmpty()) addTheOnlyDrug(mentions, drugs);
        boolean adverse = !effects.isEmpty() && !drugs.isEmpty() || said.adverse() && (!drugs.isEmpty() || !mentions.drugs().isEmpty());
        return new Found(adverse, words(sentence, drugs), words(sentence, effects));
    }

    /// What the words themselves state as cause and effect.
    private static void addStated(String sentence, SourceText text, Mentions mentions, List<int[]> drugs, List<int[]> effects) {
        List<Link> links = text.sentences().size() == 1 ? linksOf(text.sentences().getFirst(), mentions) : List.of();
        for (Link link : links) {
            if (link.reaction() < 0 || link.strength() != Strength.STATED) continue;
            DrugMention drug = mentions.drugs().get(link.drug());
            ReactionMention reaction = mentions.reactions().get(link.reaction());
            if (drug.isDenied() || reaction.said() == ReactionMention.Said.DENIED) continue;
            // a heading before the sentence is not part of it
            add(drugs, span(drug.term(), drug.sentence()));
            add(effects, span(reaction.term(), reaction.sentence()));
        }
        for (InducedWords.Found induced : InducedWords.in(sentence)) {
            if (!isNoDisorder(induced.cause(), mentions)) continue;
            add(drugs, induced.cause());
            add(effects, induced.effect());
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
                    .forEach(mention -> add(beside, span(mention.term(), mention.sentence())));
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

    private static List<Link> linksOf(Sentence sentence, Mentions mentions) {
        return CausalLinks.of(sentence.text(), mentions.drugsIn(sentence).stream().map(drug -> new int[] {drug.term().start(), drug.term().end()}).toList(),
                mentions.reactionsIn(sentence).stream().map(reaction -> new int[] {reaction.term().start(), reaction.term().end()}).toList());
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
