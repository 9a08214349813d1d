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

/// The reading of single sentences: the same questions and lists as for documents, without a document's context.
public final class SentenceReader {

    private static final int MOST_DRUGS_ASKED = 2;

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
        ModelReader.Blame blame = model.blame(sentence, new ArrayList<>());
        List<int[]> drugs = new ArrayList<>(blame.drugs());
        List<int[]> effects = new ArrayList<>(blame.effects());
        // the model sometimes calls a disease a drug
        drugs.removeIf(span -> mentions.reactions().stream().anyMatch(mention -> touches(span, mention.term())) && mentions.drugs().stream().noneMatch(mention -> touches(span, mention.term())));
        List<Link> links = text.sentences().size() == 1 ? linksOf(text.sentences().getFirst(), mentions) : List.of();
        for (Link link : links) {
            // what the words state counts in any case; a mere sequence only where the model saw nothing
            if (link.reaction() < 0 || link.strength() != Strength.STATED && blame.adverse()) continue;
            DrugMention drug = mentions.drugs().get(link.drug());
            ReactionMention reaction = mentions.reactions().get(link.reaction());
            if (drug.isDenied() || reaction.said() == ReactionMention.Said.DENIED || link.strength() != Strength.STATED && reaction.said() != ReactionMention.Said.AFFIRMED) continue;
            // a heading before the sentence is not part of it
            add(drugs, drug.term().movedBy(drug.sentence().start()));
            add(effects, reaction.term().movedBy(reaction.sentence().start()));
        }
        if (drugs.isEmpty() && effects.isEmpty()) askAboutRoles(sentence, mentions, drugs, effects);
        boolean adverse = !effects.isEmpty() && !drugs.isEmpty() || blame.adverse() && (!drugs.isEmpty() || !mentions.drugs().isEmpty());
        return new Found(adverse, words(sentence, drugs), words(sentence, effects));
    }

    /// Where neither words nor the first answer blame anything: is a drug that stands beside a disorder blamed after all?
    private void askAboutRoles(String sentence, Mentions mentions, List<int[]> drugs, List<int[]> effects) {
        List<ReactionMention> affirmed = mentions.reactions().stream().filter(mention -> mention.said() == ReactionMention.Said.AFFIRMED || mention.said() == ReactionMention.Said.DOUBTED).toList();
        if (affirmed.isEmpty()) return;
        for (DrugMention drug : mentions.drugs().stream().filter(mention -> !mention.isDenied()).limit(MOST_DRUGS_ASKED).toList()) {
            if (model.roleOf(drug.term().text(), sentence, new ArrayList<>()).getOrDefault("blamed", 0.0) < Suspicions.LEAST_BLAME) continue;
            add(drugs, drug.term().movedBy(drug.sentence().start()));
            affirmed.forEach(mention -> add(effects, mention.term().movedBy(mention.sentence().start())));
        }
    }

    private static List<Link> linksOf(Sentence sentence, Mentions mentions) {
        return CausalLinks.of(sentence.text(), mentions.drugsIn(sentence).stream().map(drug -> new int[] {drug.term().start(), drug.term().end()}).toList(),
                mentions.reactionsIn(sentence).stream().map(reaction -> new int[] {reaction.term().start(), reaction.term().end()}).toList());
    }

    private static void add(List<int[]> spans, Term term) {
        if (spans.stream().noneMatch(span -> touches(span, term))) spans.add(new int[] {term.start(), term.end()});
    }

    private static boolean touches(int[] span, Term term) {
        return span[0] < term.end() && term.start() < span[1];
    }

    private static List<String> words(String sentence, List<int[]> spans) {
        return spans.stream().filter(span -> span[1] <= sentence.length()).map(span -> sentence.substring(span[0], span[1])).distinct().toList();
    }
}
