package casewright.reading;

import casewright.reading.CausalLinks.Link;
import casewright.reading.CausalLinks.Strength;
import casewright.reading.ReactionMention.Said;
import casewright.reading.terms.Term;
import casewright.reading.text.Section;
import casewright.reading.text.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;

/// "ACE inhibitors are the most common cause of drug-induced angioedema": what a discussion or conclusion lays to a drug, or to its class, in general. Where the
/// case tells that its patient took that drug and had that event, and nothing else there blames a drug, the authors mean their patient.
final class Discussed {

    /// Two ways are needed: the model has to hold the blame possible, too.
    private static final double LEAST_BLAME = 0.05;
    private static final int MOST_ASKED = 4;
    private static final int MOST_NAMES = 12;

    private Discussed() {
    }

    /// @param blame how likely a text blames a drug, 0 to 1, as the model holds
    /// @return pairs of the patient's drug and event; empty where the discussion names none of them together
    static List<Suspicions.Pair> pairs(Mentions mentions, ToDoubleBiFunction<DrugMention, String> blame) {
        List<Suspicions.Pair> found = new ArrayList<>();
        Set<String> asked = new HashSet<>();
        for (Sentence sentence : mentions.text().sentences()) {
            if (sentence.section() != Section.DISCUSSION && sentence.section() != Section.CONCLUSION && sentence.section() != Section.INTRODUCTION) continue;
            List<DrugMention> drugs = mentions.drugsIn(sentence).stream().limit(MOST_NAMES).toList();
            List<ReactionMention> reactions = mentions.reactionsIn(sentence).stream().limit(MOST_NAMES).toList();
            for (Link link : CausalLinks.between(sentence.text(), drugs, reactions)) {
                if (asked.size() >= MOST_ASKED || link.strength() != Strength.STATED || link.reaction() < 0) continue;
                ReactionMention general = reactions.get(link.reaction());
                if (drugs.get(link.drug()).isDenied() || general.said() == Said.DENIED || general.said() == Said.FAMILY) continue;
                DrugMention taken = takenBy(mentions, drugs.get(link.drug()));
                ReactionMention told = toldOf(mentions, general);
                if (taken == null || told == null || !asked.add(taken.key() + "/" + mentions.keyOf(told))) continue;
                double blamed = blame.applyAsDouble(taken, taken.sentence() == told.sentence() ? taken.sentence().text() : taken.sentence().text() + " " + told.sentence().text());
                if (blamed >= LEAST_BLAME) found.add(new Suspicions.Pair(taken, mentions.keyOf(told).equals(mentions.keyOf(general)) ? told : general, Strength.ASSOCIATED, Set.of("pattern", "model"), blamed));
            }
        }
        return found;
    }

    /// The drug itself, or a member of the class; a class only where no member is named.
    private static @org.jspecify.annotations.Nullable DrugMention takenBy(Mentions mentions, DrugMention general) {
        return mentions.drugs().stream().filter(drug -> drug.sentence().section().tellsOfPatient() && !drug.isDenied() && !drug.isPast())
                .filter(drug -> drug.key().equals(general.key()) || mentions.vocabulary().drugs().belongs(drug.key(), general.term().text()) || mentions.vocabulary().drugs().belongs(drug.key(), general.key()))
                .min(Comparator.comparing(drug -> drug.term().kind() == Term.Kind.CLASS || mentions.vocabulary().drugs().isFamily(drug.term().text()))).orElse(null);
    }

    private static @org.jspecify.annotations.Nullable ReactionMention toldOf(Mentions mentions, ReactionMention general) {
        String key = mentions.keyOf(general);
        return mentions.reactions().stream().filter(reaction -> reaction.sentence().section().tellsOfPatient() && reaction.said() == Said.AFFIRMED)
                .filter(reaction -> mentions.keyOf(reaction).equals(key) || mentions.vocabulary().reactions().isSignOf(mentions.keyOf(reaction), key)).findFirst().orElse(null);
    }
}
