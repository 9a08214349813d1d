package casewright.reading;

import casewright.reading.ReactionMention.Said;
import casewright.reading.Suspicions.Pair;
import casewright.reading.terms.Fold;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// One entry a reaction: a diagnosis takes in its own signs, also where it is told later than they are.
final class Diagnoses {

    private static final Pattern DIAGNOSIS = Pattern.compile("\\b(?:diagnos\\w+|consistent with|in keeping with|compatible with|suggest(?:s|ed|ing|ive of)|reveal\\w*|show(?:s|ed|n)?\\b|demonstrat\\w*|confirm\\w*|symptoms of|signs of|(?:strongly )?suspect\\w*|findings of|features of|evidence of|turned out to be|determined)\\b[^.;]{0,60}$", Pattern.CASE_INSENSITIVE);

    private final Mentions mentions;
    private final int event;

    /// @param event index of the sentence in which the first reaction is told
    Diagnoses(Mentions mentions, int event) {
        this.mentions = mentions;
        this.event = event;
    }

    /// One entry a reaction: the same key, a term whose words hold the other's, or a diagnosis with its signs.
    Map<String, List<Pair>> absorbed(List<Pair> pairs) {
        Map<String, List<Pair>> byKey = new LinkedHashMap<>();
        for (Pair pair : pairs) byKey.computeIfAbsent(mentions.keyOf(pair.reaction()), _ -> new ArrayList<>()).add(pair);
        List<String> keys = new ArrayList<>(byKey.keySet());
        for (String small : keys) {
            for (String large : keys) {
                if (!small.equals(large) && byKey.containsKey(small) && byKey.containsKey(large)
                        && ((" " + large + " ").contains(" " + small + " ") || isPartOf(byKey.get(small), byKey.get(large)) || mentions.vocabulary().reactions().isSignOf(small, large))) {
                    byKey.get(large).addAll(byKey.remove(small));
                    break;
                }
            }
        }
        diagnosed(byKey);
        // death is how a reaction ends, and one of its own only where nothing else is told
        if (byKey.size() > 1) byKey.remove("death");
        return byKey;
    }

    /// "intoxication" beside "lithium intoxication": one thing, whatever their preferred terms are.
    private static boolean isPartOf(List<Pair> small, List<Pair> large) {
        String whole = " " + Fold.phrase(large.getFirst().reaction().term().text()) + " ";
        return whole.contains(" " + Fold.phrase(small.getFirst().reaction().term().text()) + " ");
    }

    /// "He was diagnosed with neuroleptic malignant syndrome", told behind the signs that a drug is blamed for: the diagnosis is the reaction.
    private void diagnosed(Map<String, List<Pair>> byKey) {
        List<String> signs = List.copyOf(byKey.keySet());
        for (ReactionMention mention : mentions.reactions()) {
            String diagnosis = mentions.keyOf(mention);
            if (mention.said() != Said.AFFIRMED || !mention.sentence().section().tellsOfPatient() || mention.sentence().index() < event || byKey.containsKey(diagnosis)) continue;
            if (!DIAGNOSIS.matcher(mention.sentence().before(mention.term().start(), 100)).find()) continue;
            for (String sign : signs) {
                if (!byKey.containsKey(sign) || !mentions.vocabulary().reactions().isSignOf(sign, diagnosis)) continue;
                List<Pair> pairs = byKey.remove(sign).stream().map(pair -> new Pair(pair.drug(), mention, pair.strength(), pair.ways(), pair.blame())).toList();
                byKey.computeIfAbsent(diagnosis, _ -> new ArrayList<>()).addAll(pairs);
            }
        }
    }
}
