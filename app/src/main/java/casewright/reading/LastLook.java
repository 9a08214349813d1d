package casewright.reading;

import casewright.reading.CausalLinks.Strength;
import casewright.reading.ReactionMention.Said;
import casewright.reading.terms.Antidotes;
import casewright.reading.terms.Term;
import casewright.reading.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.ToDoubleBiFunction;
import java.util.regex.Pattern;

/// Where no sentence, and no two of them, blame a drug: first what an antidote says by being given, then each drug beside each event that was told behind it.
/// A missed case is worse than a question to the model, or than a reviewer's "no".
final class LastLook {

    /// An antidote is a judgement by itself: the model must only hold the blame possible.
    private static final double LEAST_BLAME_OF_UNDONE = 0.05;
    private static final double LEAST_BLAME = 0.3;
    private static final int MOST_ASKED = 6;
    private static final int MOST_EVENTS = 3;
    private static final Pattern GIVEN = Pattern.compile("\\b(?:given|administered|received|treated|started|infused|rescue|infusion|injected|required|with)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern BEFELL = Pattern.compile("\\b(?:develop\\w*|experienc\\w+|complain\\w*|present\\w*|notic\\w+|suffer\\w*|occur\\w*|appear\\w*|began|became|had|found|reported|observed|noted|brought|admitted|collapsed|fell|rose|risen|was|were)\\b", Pattern.CASE_INSENSITIVE);

    /// "Lactic acid, myoglobin and kidney function were assessed."
    private static final Pattern MEASURED = Pattern.compile("\\b(?:was|were) (?:assessed|measured|monitored|determined)\\b", Pattern.CASE_INSENSITIVE);

    private final Mentions mentions;
    private final List<Sentence> own;
    private final BiPredicate<ReactionMention, DrugMention> isOlder;
    private final ToDoubleBiFunction<DrugMention, String> blame;

    /// @param isOlder was the event there before the drug?
    /// @param blame   how likely a text blames a drug, 0 to 1, as the model holds
    LastLook(Mentions mentions, BiPredicate<ReactionMention, DrugMention> isOlder, ToDoubleBiFunction<DrugMention, String> blame) {
        this.mentions = mentions;
        this.own = mentions.text().ofPatient();
        this.isOlder = isOlder;
        this.blame = blame;
    }

    List<Suspicions.Pair> undone() {
        List<Suspicions.Pair> found = new ArrayList<>();
        for (DrugMention drug : firstMentions()) {
            boolean given = own.stream().filter(sentence -> GIVEN.matcher(sentence.text()).find()).anyMatch(sentence -> Antidotes.undoes(sentence.text(), drug.key()));
            if (given) found.addAll(blamed(drug, LEAST_BLAME_OF_UNDONE));
        }
        return found;
    }

    List<Suspicions.Pair> anything() {
        List<Suspicions.Pair> found = new ArrayList<>();
        // a name guessed by its ending is too little to go by
        firstMentions().stream().filter(drug -> !MEASURED.matcher(drug.sentence().text()).find()).filter(drug -> !Remedies.isInVain(mentions, drug.key())).filter(drug -> drug.term().kind() != Term.Kind.ENDING && !drug.term().doubtful()).limit(MOST_ASKED).forEach(drug -> found.addAll(blamed(drug, LEAST_BLAME)));
        return found;
    }

    private List<DrugMention> firstMentions() {
        List<DrugMention> first = new ArrayList<>();
        for (DrugMention drug : mentions.drugs()) {
            if (drug.sentence().section().tellsOfPatient() && !drug.isDenied() && !drug.isPast() && drug.term().kind() != Term.Kind.MODEL && first.stream().noneMatch(one -> one.key().equals(drug.key()))) first.add(drug);
        }
        return first;
    }

    private List<Suspicions.Pair> blamed(DrugMention drug, double least) {
        List<Suspicions.Pair> found = new ArrayList<>();
        int asked = 0;
        int stopped = mentions.drugs().stream().filter(mention -> mention.key().equals(drug.key()) && StoppedDrug.isStopped(mentions, mention)).mapToInt(mention -> mention.sentence().index()).findFirst().orElse(Integer.MAX_VALUE);
        for (Sentence sentence : own) {
            // what came after the stop is no more the drug's
            if (sentence.index() > stopped || sentence.index() < drug.sentence().index() || asked >= MOST_EVENTS || !BEFELL.matcher(sentence.text()).find()) continue;
            List<ReactionMention> events = mentions.reactionsIn(sentence).stream().filter(event -> event.said() == Said.AFFIRMED && !HowSaid.isForLife(event) && !isOlder.test(event, drug) && (sentence != drug.sentence() || event.term().start() > drug.term().end())).filter(event -> sentence != drug.sentence() || !Remedies.isTreatment(drug, event)).toList();
            if (events.isEmpty() || Suspicions.BETTER.matcher(sentence.text()).find()) continue;
            asked++;
            double blamed = blame.applyAsDouble(drug, sentence == drug.sentence() ? sentence.text() : drug.sentence().text() + " " + sentence.text());
            if (blamed >= least) events.forEach(event -> found.add(new Suspicions.Pair(drug, event, Strength.TEMPORAL, Set.of("pattern", "model"), blamed)));
        }
        return found;
    }
}
