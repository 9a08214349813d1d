package casewright.reading;

import casewright.reading.CausalLinks.Strength;
import casewright.reading.ReactionMention.Said;
import casewright.reading.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import java.util.regex.Pattern;

/// "He had been started on haloperidol. An acute dystonic reaction was diagnosed": the event's very name says that a medicine did it.
final class MadeByMedicine {

    /// Two ways are needed: the model has to hold the blame possible, too.
    private static final double LEAST_BLAME = 0.05;
    private static final int MOST_ASKED = 6;
    private static final double MUCH_MORE = 1.5;
    private static final int SENTENCES_BACK = 12;
    /// No sting or food does that.
    private static final Pattern ONLY_BY_A_MEDICINE = Pattern.compile("(?:drug|medication)[- ](?:induced|related|associated|reaction|rash|eruption|fever|hypersensitivity|allergy)\\b.*|fixed drug eruption|DRESS\\b.*|infusion(?:[- ]related)? reactions?|neuroleptic malignant syndrome|serotonin syndrome|acute dystonic reactions?|acute dystonia|tardive dyskinesia|extrapyramidal (?:symptoms|reaction|side effects)|red man syndrome|local an(?:a)?esthetic systemic toxicity", Pattern.CASE_INSENSITIVE);

    /// "a medication-induced angle closure": the words before it say so.
    private static final Pattern INDUCED_BEFORE = Pattern.compile("(?<!non-)\\b(?:drug|medication|medicine)[- ](?:induced|related|associated) (?:(?!for\\b|by\\b|with\\b|of\\b)[\\w-]+ ){0,2}$", Pattern.CASE_INSENSITIVE);

    private static final Pattern GIVEN = Pattern.compile("\\b(?:(?:was|were) (?:then |promptly )?(?:given|administered|treated with|injected|infused|started|added)|received)\\b", Pattern.CASE_INSENSITIVE);

    private MadeByMedicine() {
    }

    /// @param known what is suspected already: an event among it needs no second drug
    /// @param blame how likely a text blames a drug, 0 to 1, as the model holds
    static List<Suspicions.Pair> pairs(Mentions mentions, List<Suspicions.Pair> known, ToDoubleBiFunction<DrugMention, String> blame) {
        List<Suspicions.Pair> found = new ArrayList<>();
        List<Sentence> own = mentions.text().ofPatient();
        int asked = 0;
        for (int i = 0; i < own.size() && found.isEmpty(); i++) {
            ReactionMention event = mentions.reactionsIn(own.get(i)).stream().filter(reaction -> reaction.said() == Said.AFFIRMED && isMade(reaction)).findFirst().orElse(null);
            if (event == null || known.stream().anyMatch(pair -> FactAssembly.sameOrPart(mentions.keyOf(pair.reaction()), mentions.keyOf(event)) || FactAssembly.sameOrPart(mentions.keyOf(event), mentions.keyOf(pair.reaction())))) continue;
            int signs = firstSign(mentions, event);
            // the drugs of the nearest sentence that one of them is blamed in, as those before had often been replaced, unless an earlier one is blamed much more
            double most = 0;
            for (Sentence sentence : own.subList(Math.max(0, i - SENTENCES_BACK), i + 1).reversed()) {
                // "He was given diphenhydramine. The dystonic reaction subsided": the remedy
                if (sentence != event.sentence() && GIVEN.matcher(sentence.text()).find() && Suspicions.BETTER.matcher(event.sentence().text()).find()) continue;
                List<Suspicions.Pair> here = new ArrayList<>();
                for (DrugMention drug : mentions.drugsIn(sentence)) {
                    if (drug.isDenied() || drug.isPast() || sentence.index() > signs && GIVEN.matcher(sentence.text()).find() || sentence == event.sentence() && drug.term().start() > event.term().start()) continue;
                    if (asked++ >= MOST_ASKED) return found;
                    double blamed = blame.applyAsDouble(drug, sentence == event.sentence() ? sentence.text() : sentence.text() + " " + event.sentence().text());
                    if (blamed < LEAST_BLAME || blamed < most * MUCH_MORE) continue;
                    most = Math.max(most, blamed);
                    mentions.reactionsIn(event.sentence()).stream().filter(told -> told.said() == Said.AFFIRMED).forEach(told -> here.add(new Suspicions.Pair(drug, told, Strength.TEMPORAL, Set.of("pattern", "model"), blamed)));
                }
                if (!here.isEmpty()) found = here;
            }
        }
        return found;
    }

    /// What is first told behind the event's first sign was given against it.
    private static int firstSign(Mentions mentions, ReactionMention event) {
        return mentions.reactions().stream().filter(sign -> sign.said() == Said.AFFIRMED && sign.sentence().section().tellsOfPatient() && mentions.vocabulary().reactions().isSignOf(mentions.keyOf(sign), mentions.keyOf(event)))
                .mapToInt(sign -> sign.sentence().index()).min().orElse(event.sentence().index());
    }

    /// The list's name counts, too: "NMS".
    private static boolean isMade(ReactionMention event) {
        return INDUCED_BEFORE.matcher(event.sentence().before(event.term().start(), 60)).find() || ONLY_BY_A_MEDICINE.matcher(event.term().text()).matches() || ONLY_BY_A_MEDICINE.matcher(event.term().preferred()).matches();
    }
}
