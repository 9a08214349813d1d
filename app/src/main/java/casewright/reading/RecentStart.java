package casewright.reading;

import casewright.reading.CausalLinks.Strength;
import casewright.reading.ReactionMention.Said;
import casewright.reading.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleBiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// "He was admitted with blurred vision. A week before, topiramate had been started": whoever tells the start of a medicine with its distance in hours, days or
/// weeks from what the patient came with, suspects it. Any untoward event after immunisation is reportable whatever its cause (WHO, adverse event following
/// immunization); of other medicines what is usually tried first against such complaints, or was tried in vain, is none.
final class RecentStart {

    private static final double LEAST_BLAME_OF_VACCINE = 0.05;
    /// A raised dose, or what befell after the start, is the suspicion itself: the model only must not hold the blame impossible.
    private static final double LEAST_BLAME_OF_START = 0.015;
    private static final int MOST_ASKED = 4;
    private static final int MOST_EVENTS = 3;
    private static final int SENTENCES_AROUND = 6;
    private static final Pattern VACCINE = Pattern.compile("vaccin|immuni[sz]|\\bbooster\\b|\\bflu shot\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern VACCINE_BEHIND = Pattern.compile(" (?:vaccin|immuni|booster|shot)", Pattern.CASE_INSENSITIVE);
    private static final Pattern DISTANCE = Pattern.compile("\\b(?:\\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|forty-five|sixty|several|a few|some|few) (?:minutes?|hours?|hrs?|days?|weeks?) (?:before|prior to|prior|previously|earlier|ago|after|following|later|post)\\b|\\bthe (?:day|night|evening|morning|week) (?:before|after|prior)\\b|\\brecent(?:ly)? (?:[\\w-]+ ){0,4}(?:vaccin|immuni|booster)", Pattern.CASE_INSENSITIVE);
    /// "had started taking", "the dose of": of the drug that stands next, not of a complaint that began.
    private static final Pattern STARTED_BEFORE = Pattern.compile("\\b(?:(?:start(?:ed|ing)?|began|begun|put|placed) (?:on|taking|treatment with|therapy with)|(?:start|initiation|commencement|introduction) of|initiated|commenced|prescribed|switched to|dose of|(?:had )?(?:been given|received|ingested|swallowed|instilled|injected|applied|inhaled)) (?:(?!and\\b)[\\w.-]+ ){0,3}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern STARTED_BEHIND = Pattern.compile("(?:(?! and |,)[^.;]){0,40}?\\b(?:was|were|had been|she had|he had|which (?:she|he) (?:had )?) ?(?:recently |newly )?(?:started|begun|initiated|commenced|prescribed|added|introduced|increased)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_VAIN = Pattern.compile("\\b(?:without|no|little|minimal) (?:\\w+ ){0,2}(?:improvement|relief|effect|response|benefit|success)\\b|\\b(?:persist|worsen|fail|unresponsive|refractory|not respond|not improve)\\w*", Pattern.CASE_INSENSITIVE);
    private static final Pattern BEFORE_IT = Pattern.compile("\\b(?:before|prior to) (?:(?:the|his|her|this|current|initial|hospital) ){0,3}(?:presentation|presenting|admission|onset|symptoms?|hospitali[sz]ation|visit|coming|he came|she came|he presented|she presented)\\b|\\bearlier\\b|\\bpreviously\\b|\\bago\\b", Pattern.CASE_INSENSITIVE);
    /// What is tried first against fever, pain, a rash, a cough or dyspnoea is mostly told because it did not help.
    private static final Pattern TRIED_FIRST = Pattern.compile("cillin|\\w{3}mycin$|^cef|^ceph|floxacin|(?<!mino)cycline$|(?:con|on|acon|metronid|tinid)azole$|[^ac]avir$|clovir$|oseltamivir|gentamicin|nitrofurantoin|antibiotic|paracetamol|acetaminophen|profen|diclofenac|naproxen|analgesic|nsaid|tramadol|codeine|morphine|colchicine|predniso|cortisone$|methasone$|steroid|cetirizine|(?<!aman)tadine$|diphenhydramine|antihistamine|(?:ome|esome|lanso|panto|rabe)prazole|salbutamol|albuterol|setron|antacid|furosemide|heparin|enoxaparin|nitroglycerin|levetiracetam", Pattern.CASE_INSENSITIVE);
    private static final Pattern CAME_WITH = Pattern.compile("\\b(?:present(?:ed|s|ing)|admitted|hospitali[sz]ed|came|brought|referred|complain\\w*|develop\\w*|experienc\\w*|notic\\w*|diagnos\\w*|began|appear\\w*|had)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern PRESENTED = Pattern.compile("\\b(?:present(?:ed|s|ing)|admitted|hospitali[sz]ed|came|brought|referred|complain\\w*)\\b", Pattern.CASE_INSENSITIVE);

    private RecentStart() {
    }

    /// @param blame how likely a text blames a drug, 0 to 1, as the model holds
    static List<Suspicions.Pair> pairs(Mentions mentions, ToDoubleBiFunction<DrugMention, String> blame) {
        List<Suspicions.Pair> found = new ArrayList<>();
        List<Sentence> own = mentions.text().ofPatient();
        int asked = 0;
        for (int i = 0; i < own.size() && found.isEmpty(); i++) {
            Sentence given = own.get(i);
            DrugMention started = startedIn(mentions, given);
            if (started == null) continue;
            double least = isVaccine(started) ? LEAST_BLAME_OF_VACCINE : LEAST_BLAME_OF_START;
            for (ReactionMention event : eventsAround(mentions, own, i, started)) {
                if (asked++ >= MOST_ASKED) return found;
                double blamed = blame.applyAsDouble(started, event.sentence() == given ? given.text() : given.text() + " " + event.sentence().text());
                if (blamed < least) continue;
                mentions.reactionsIn(event.sentence()).stream().filter(told -> told.said() == Said.AFFIRMED && (told.sentence() != started.sentence() || told.term().start() > started.term().end())).forEach(told -> found.add(new Suspicions.Pair(started, told, Strength.TEMPORAL, Set.of("pattern", "model"), blamed)));
            }
        }
        return found;
    }

    private static @Nullable DrugMention startedIn(Mentions mentions, Sentence sentence) {
        if (!DISTANCE.matcher(sentence.text()).find()) return null;
        List<DrugMention> named = mentions.drugsIn(sentence).stream().filter(drug -> !drug.isDenied() && !drug.isPast()).toList();
        DrugMention vaccine = named.stream().filter(RecentStart::isVaccine).findFirst().orElse(null);
        if (vaccine != null || IN_VAIN.matcher(sentence.text()).find()) return vaccine;
        if (!BEFORE_IT.matcher(sentence.text()).find()) return null;
        return named.stream().filter(drug -> !TRIED_FIRST.matcher(drug.key()).find()).filter(drug -> STARTED_BEFORE.matcher(sentence.before(drug.term().start(), 60)).find() || STARTED_BEHIND.matcher(sentence.text()).region(drug.term().end(), sentence.text().length()).lookingAt()).findFirst().orElse(null);
    }

    private static boolean isVaccine(DrugMention drug) {
        return VACCINE.matcher(drug.term().text() + " " + drug.term().preferred()).find() || VACCINE_BEHIND.matcher(drug.sentence().text()).region(drug.term().end(), drug.sentence().text().length()).lookingAt();
    }

    /// What is told to have befallen, one event a sentence: what the patient came with, then in the sentence itself and after it.
    private static List<ReactionMention> eventsAround(Mentions mentions, List<Sentence> own, int at, DrugMention started) {
        List<Sentence> near = new ArrayList<>(own.subList(Math.max(0, at - SENTENCES_AROUND), at).stream().filter(sentence -> PRESENTED.matcher(sentence.text()).find() && mentions.drugsIn(sentence).isEmpty()).toList());
        near.addAll(own.subList(at, Math.min(own.size(), at + 1 + SENTENCES_AROUND)));
        return near.stream().filter(sentence -> CAME_WITH.matcher(sentence.text()).find())
                .flatMap(sentence -> mentions.reactionsIn(sentence).stream().filter(reaction -> reaction.said() == Said.AFFIRMED && (sentence != started.sentence() || reaction.term().start() > started.term().end())).limit(1)).limit(MOST_EVENTS).toList();
    }
}
