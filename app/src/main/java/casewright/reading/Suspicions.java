package casewright.reading;

import casewright.llm.ModelCall;
import casewright.reading.CausalLinks.Link;
import casewright.reading.CausalLinks.Strength;
import casewright.reading.ReactionMention.Said;
import casewright.reading.terms.Term;
import casewright.reading.text.Section;
import casewright.reading.text.Sentence;
import casewright.reading.text.SourceText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/// Who is blamed for what: pairs of a drug and an untoward event with the sentences that link them.
///
/// Candidates come from code; the model is asked about the sentences that hold a drug and a sign of harm; a pair is believed when the words state it,
/// or when two ways agree.
final class Suspicions {

    private static final int MOST_SENTENCES_ASKED = 10;
    private static final double LEAST_BLAME = 0.25;
    private static final Pattern CUE = Pattern.compile(
            "induc|caus|due to|secondary to|attribut|side[- ]effect|adverse|toxic|react|discontinu|stopp|withdr|ceas|held|suspend|toler|allerg|hypersens|overdos|poison|intoxic|after (?:the )?(?:\\w+ )?(?:start|initiat|administ|receiv|tak|inject|infus|dose|cycle|vaccin)|associat|relat|vaccin|suspect|culprit|implicat|trigger|provok|precipitat|led to|result",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EFFECTS_OF = Pattern.compile(
            "(?:side[- ]effects?|toxic effects?|adverse (?:effects?|events?|reactions?)|toxicit(?:y|ies)|complications? of (?:chemo)?therapy)\\b[^.;]{0,25}(?:includ\\w+|such as|were|was|consist\\w+ of|like|:|of|\\()", Pattern.CASE_INSENSITIVE);

    /// @param ways    pattern, model
    record Pair(DrugMention drug, ReactionMention reaction, Strength strength, Set<String> ways, double blame) {
    }

    /// A drug that is blamed without a named event.
    record Blamed(DrugMention drug, Sentence sentence) {
    }

    private final Mentions mentions;
    private final ModelReader model;
    private final List<ModelCall> calls;
    private final List<Pair> pairs = new ArrayList<>();
    private final List<Blamed> blamedAlone = new ArrayList<>();
    private final Map<Integer, ModelReader.Blame> answers = new LinkedHashMap<>();

    Suspicions(Mentions mentions, ModelReader model, List<ModelCall> calls) {
        this.mentions = mentions;
        this.model = model;
        this.calls = calls;
    }

    List<Pair> pairs() {
        return pairs;
    }

    List<Blamed> blamedAlone() {
        return blamedAlone;
    }

    void find(Consumer<String> progress) {
        List<Sentence> looked = mentions.text().sentences().stream().filter(this::mayTell).toList();
        Map<Sentence, List<Link>> links = new LinkedHashMap<>();
        for (Sentence sentence : looked) links.put(sentence, linksOf(sentence));
        List<Sentence> asked = looked.stream().filter(sentence -> isCandidate(sentence, links.getOrDefault(sentence, List.of())))
                .sorted(Comparator.comparingInt((Sentence sentence) -> -priority(sentence, links.getOrDefault(sentence, List.of()))).thenComparingInt(Sentence::index))
                .limit(MOST_SENTENCES_ASKED).sorted(Comparator.comparingInt(Sentence::index)).toList();
        int done = 0;
        for (Sentence sentence : asked) {
            progress.accept("reading: asking the model about sentence " + ++done + " of " + asked.size());
            answers.put(sentence.index(), model.blame(sentence.text(), calls));
        }
        for (Sentence sentence : looked) judge(sentence, links.getOrDefault(sentence, List.of()));
    }

    private boolean mayTell(Sentence sentence) {
        if (sentence.section().tellsOfPatient()) return sentence.section() != Section.CAPTION;
        if (sentence.section() == Section.TITLE) return true;
        return SourceText.pointsAtPatient(sentence);
    }

    private List<Link> linksOf(Sentence sentence) {
        return CausalLinks.of(sentence.text(), mentions.drugsIn(sentence).stream().map(drug -> new int[] {drug.term().start(), drug.term().end()}).toList(),
                mentions.reactionsIn(sentence).stream().map(reaction -> new int[] {reaction.term().start(), reaction.term().end()}).toList());
    }

    private boolean isCandidate(Sentence sentence, List<Link> links) {
        if (mentions.drugsIn(sentence).isEmpty()) return EFFECTS_OF.matcher(sentence.text()).find();
        boolean affirmed = mentions.reactionsIn(sentence).stream().anyMatch(reaction -> reaction.said() == Said.AFFIRMED || reaction.said() == Said.DOUBTED);
        return !links.isEmpty() || CUE.matcher(sentence.text()).find() && (affirmed || sentence.text().length() < 250);
    }

    private int priority(Sentence sentence, List<Link> links) {
        int points = links.stream().mapToInt(link -> link.strength() == Strength.STATED ? 4 : 2).max().orElse(0);
        if (mentions.reactionsIn(sentence).stream().anyMatch(reaction -> reaction.said() == Said.AFFIRMED)) points += 2;
        if (CUE.matcher(sentence.text()).find()) points += 1;
        return points;
    }

    private void judge(Sentence sentence, List<Link> links) {
        List<DrugMention> drugs = mentions.drugsIn(sentence);
        List<ReactionMention> reactions = new ArrayList<>(mentions.reactionsIn(sentence));
        ModelReader.Blame blame = answers.getOrDefault(sentence.index(), ModelReader.Blame.nothing());
        addModelsEffects(sentence, blame, reactions, drugs);
        Set<String> seen = new LinkedHashSet<>();
        for (Link link : links) {
            DrugMention drug = drugs.get(link.drug());
            boolean modelBlames = blame.adverse() && touches(blame.drugs(), drug.term());
            if (link.reaction() < 0) {
                if (link.strength() == Strength.STATED && (modelBlames || !answers.containsKey(sentence.index()))) blamedAlone.add(new Blamed(drug, sentence));
                continue;
            }
            ReactionMention reaction = mentions.reactionsIn(sentence).get(link.reaction());
            if (!canBeReaction(reaction, link)) continue;
            boolean modelAgrees = modelBlames && touches(blame.effects(), reaction.term());
            if (link.strength() == Strength.TEMPORAL && !modelBlames) continue;
            if (seen.add(link.drug() + "/" + link.reaction())) {
                pairs.add(new Pair(drug, reaction, link.strength(), modelAgrees ? Set.of("pattern", "model") : Set.of("pattern"), modelAgrees ? 1 : 0.7));
            }
        }
        if (!blame.adverse()) return;
        for (DrugMention drug : drugs) {
            if (!touches(blame.drugs(), drug.term())) continue;
            double blamed = -1;
            for (ReactionMention reaction : reactions) {
                if (!touches(blame.effects(), reaction.term()) || !(reaction.said() == Said.AFFIRMED || reaction.said() == Said.DOUBTED && sentence.section() != Section.DISCUSSION)) continue;
                if (pairs.stream().anyMatch(pair -> pair.drug() == drug && pair.reaction() == reaction)) continue;
                if (blamed < 0) blamed = model.roleOf(drug.term().text(), sentence.text(), calls).getOrDefault("blamed", 0.0);
                if (blamed >= LEAST_BLAME) pairs.add(new Pair(drug, reaction, Strength.TEMPORAL, Set.of("model"), blamed));
            }
        }
    }

    private static boolean canBeReaction(ReactionMention reaction, Link link) {
        return switch (reaction.said()) {
            case AFFIRMED -> true;
            case DOUBTED -> link.strength() == Strength.STATED;
            case HISTORY, TREATED, DENIED, FAMILY -> false;
        };
    }

    /// Words the lists do not know, which the model calls an effect, in a sentence that holds a drug it blames.
    private void addModelsEffects(Sentence sentence, ModelReader.Blame blame, List<ReactionMention> reactions, List<DrugMention> drugs) {
        for (int[] span : blame.effects()) {
            Term term = new Term(span[0], span[1], sentence.text().substring(span[0], span[1]), "", Term.Kind.MODEL, false);
            boolean known = reactions.stream().anyMatch(reaction -> reaction.term().overlaps(term)) || drugs.stream().anyMatch(drug -> drug.term().start() <= term.start() && drug.term().end() >= term.end());
            if (!known && term.text().split("\\s+").length <= 8) reactions.add(new ReactionMention(sentence, term, HowSaid.of(sentence.text(), term)));
        }
    }

    private static boolean touches(List<int[]> spans, Term term) {
        return spans.stream().anyMatch(span -> span[0] < term.end() && term.start() < span[1]);
    }
}
