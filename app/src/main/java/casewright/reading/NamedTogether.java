package casewright.reading;

import casewright.reading.CausalLinks.Strength;
import casewright.reading.ReactionMention.Said;
import casewright.reading.terms.Term;
import casewright.reading.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// "Febuxostat, like allopurinol, slows the breakdown of azathioprine. We believe that this interaction caused the pancytopenia": the drugs of the patient that the
/// sentences before it name together.
final class NamedTogether {

    private static final int SENTENCES_BACK = 2;
    private static final Pattern THIS_INTERACTION = Pattern.compile("\\b(?:this|the|such an?) (?:[\\w-]+ ){0,2}(?:interaction|combination|co-?administration|co-?prescription|combined (?:use|intake))\\b[^.;]{0,40}\\b(?:caus|induc|led to|produc|precipitat|result|explain|account|responsible|trigger|provok)\\w*|\\b(?:attribut|ascrib|due|secondary|owing)\\w* to (?:this|the) (?:[\\w-]+ ){0,2}(?:interaction|combination)\\b", Pattern.CASE_INSENSITIVE);

    private NamedTogether() {
    }

    static List<Suspicions.Pair> pairs(Mentions mentions) {
        List<Suspicions.Pair> found = new ArrayList<>();
        List<Sentence> own = mentions.text().ofPatient();
        for (int i = 1; i < own.size(); i++) {
            Sentence sentence = own.get(i);
            if (!mentions.drugsIn(sentence).isEmpty() || !THIS_INTERACTION.matcher(sentence.text()).find()) continue;
            List<ReactionMention> events = mentions.reactionsIn(sentence).stream().filter(reaction -> reaction.said() == Said.AFFIRMED || reaction.said() == Said.DOUBTED).toList();
            if (events.isEmpty()) continue;
            List<DrugMention> named = own.subList(Math.max(0, i - SENTENCES_BACK), i).reversed().stream().map(before -> takenIn(before, mentions)).filter(drugs -> drugs.stream().map(DrugMention::key).distinct().count() > 1).findFirst().orElse(List.of());
            for (DrugMention drug : named) for (ReactionMention event : events) found.add(new Suspicions.Pair(drug, event, Strength.STATED, Set.of("pattern"), 0.7));
        }
        return found;
    }

    /// Those that are told elsewhere, too: not "like allopurinol".
    private static List<DrugMention> takenIn(Sentence sentence, Mentions mentions) {
        return mentions.drugsIn(sentence).stream().filter(drug -> !drug.isDenied() && drug.term().kind() != Term.Kind.CLASS)
                .filter(drug -> mentions.drugs().stream().anyMatch(mention -> mention.key().equals(drug.key()) && mention.sentence() != sentence && mention.sentence().section().tellsOfPatient() && !mention.isPast())).toList();
    }
}
