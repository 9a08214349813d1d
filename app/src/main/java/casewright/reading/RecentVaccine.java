package casewright.reading;

import casewright.reading.CausalLinks.Strength;
import casewright.reading.ReactionMention.Said;
import casewright.reading.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import java.util.regex.Pattern;

/// "He was admitted with chest pain. Three days before, he had received a vaccine": whoever tells a vaccination with its distance in hours, days or weeks from
/// what the patient came with, suspects it. Any untoward event after immunisation is reportable whatever its cause (WHO, adverse event following immunization).
final class RecentVaccine {

    /// Two ways are needed: the model has to hold the blame possible, too.
    private static final double LEAST_BLAME = 0.05;
    private static final int MOST_ASKED = 4;
    private static final int MOST_EVENTS = 3;
    private static final int SENTENCES_AROUND = 6;
    private static final Pattern VACCINE = Pattern.compile("vaccin|immuni[sz]|\\bbooster\\b|\\bflu shot\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern DISTANCE = Pattern.compile("\\b(?:\\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|several|a few|some|few) (?:minutes?|hours?|hrs?|days?|weeks?) (?:before|prior to|prior|previously|earlier|ago|after|following|later|post)\\b|\\bthe (?:day|evening|morning|week) (?:before|after|prior)\\b|\\brecent(?:ly)? (?:\\w+ ){0,3}(?:vaccin|immuni|booster)", Pattern.CASE_INSENSITIVE);
    private static final Pattern CAME_WITH = Pattern.compile("\\b(?:present\\w*|admitted|hospitali[sz]ed|came|brought|referred|complain\\w*|develop\\w*|experienc\\w*|notic\\w*|diagnos\\w*|began|appear\\w*|had)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern PRESENTED = Pattern.compile("\\b(?:present\\w*|admitted|hospitali[sz]ed|came|brought|referred|complain\\w*)\\b", Pattern.CASE_INSENSITIVE);

    private RecentVaccine() {
    }

    /// @param blame how likely a text blames a drug, 0 to 1, as the model holds
    static List<Suspicions.Pair> pairs(Mentions mentions, ToDoubleBiFunction<DrugMention, String> blame) {
        List<Suspicions.Pair> found = new ArrayList<>();
        List<Sentence> own = mentions.text().ofPatient();
        int asked = 0;
        for (int i = 0; i < own.size() && found.isEmpty(); i++) {
            Sentence given = own.get(i);
            if (!VACCINE.matcher(given.text()).find() || !DISTANCE.matcher(given.text()).find()) continue;
            DrugMention vaccine = mentions.drugsIn(given).stream().filter(drug -> !drug.isDenied() && !drug.isPast() && VACCINE.matcher(given.text().substring(Math.max(0, drug.term().start() - 40), Math.min(given.text().length(), drug.term().end() + 40))).find()).findFirst().orElse(null);
            if (vaccine == null) continue;
            for (ReactionMention event : eventsAround(mentions, own, i)) {
                if (asked++ >= MOST_ASKED) return found;
                double blamed = blame.applyAsDouble(vaccine, event.sentence() == given ? given.text() : given.text() + " " + event.sentence().text());
                if (blamed < LEAST_BLAME) continue;
                mentions.reactionsIn(event.sentence()).stream().filter(told -> told.said() == Said.AFFIRMED).forEach(told -> found.add(new Suspicions.Pair(vaccine, told, Strength.TEMPORAL, Set.of("pattern", "model"), blamed)));
            }
        }
        return found;
    }

    /// What is told to have befallen, one event a sentence: what the patient came with, then in the sentence itself and after it.
    private static List<ReactionMention> eventsAround(Mentions mentions, List<Sentence> own, int at) {
        List<Sentence> near = new ArrayList<>(own.subList(Math.max(0, at - SENTENCES_AROUND), at).stream().filter(sentence -> PRESENTED.matcher(sentence.text()).find()).toList());
        near.addAll(own.subList(at, Math.min(own.size(), at + 1 + SENTENCES_AROUND)));
        return near.stream().filter(sentence -> CAME_WITH.matcher(sentence.text()).find())
                .flatMap(sentence -> mentions.reactionsIn(sentence).stream().filter(reaction -> reaction.said() == Said.AFFIRMED).limit(1)).limit(MOST_EVENTS).toList();
    }
}
