package casewright.reading;

import casewright.llm.ModelCall;
import casewright.reading.CausalLinks.Strength;
import casewright.reading.ReactionMention.Said;
import casewright.reading.Suspicions.Pair;
import casewright.reading.terms.Term;
import casewright.reading.text.Section;
import casewright.reading.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Suspicions that no single sentence states: a drug is stopped and the patient gets better; a drug is started and something begins in the next sentence;
/// a letter is about a product and tells what befell its writer. The sentences are put to the model together.
final class CrossSentence {

    /// Stopping and getting better is evidence of its own: the model only has to hold the blame possible (threshold from small-model.md).
    private static final double LEAST_BLAME_OF_STOPPED = 0.05;
    private static final int SENTENCES_BACK = 8;
    private static final int SENTENCES_AHEAD = 3;
    private static final Pattern TOXICITY = Pattern.compile("(?:\\btoxicity|overdos(?:e|age)|poisoning|intoxication)$|^(?:overdos|poisoned |(?:intentional|deliberate|accidental|inadvertent))", Pattern.CASE_INSENSITIVE);
    /// "the intoxication was precipitated by dehydration"
    private static final Pattern CAUSE_OF_IT = Pattern.compile("\\b(?:precipitated|triggered|provoked|worsened|caused|favou?red) by\\b[^.;]*$|\\b(?:due|secondary|owing) to\\b[^.;]*$|\\bbecause of\\b[^.;]*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern SUMMED_UP = Pattern.compile("(?:(?:laboratory|clinical|h(?:a)?ematologic\\w*|biochemical|metabolic|these) )?(?:abnormalit(?:y|ies)|findings|changes|manifestations|derangements|complications)", Pattern.CASE_INSENSITIVE);
    private static final int SENTENCES_OF_EFFECTS = 6;
    private static final int SENTENCES_OF_TITLED_CASE = 30;
    private static final Pattern GOT_WELL = Pattern.compile("\\b(?:recovered|discharged|extubated|(?:symptoms?|condition|coma) (?:had |has )?resolved)\\b", Pattern.CASE_INSENSITIVE);
    private static final int SENTENCES_TO_NAMED_END = 8;
    private static final int SENTENCES_FROM_START = 2;
    private static final int SENTENCES_OF_TOXICITY = 6;
    private static final int MOST_QUESTIONS_A_KIND = 4;
    private static final int MOST_STOPS_LOOKED_AT = 40;
    private static final int MOST_EVENT_SENTENCES = 3;
    private static final Pattern STARTED = Pattern.compile("\\b(?:start\\w*|initiat\\w*|begun|began|commenc\\w+|introduc\\w+|prescribed|given|administ\\w+|receiv\\w+|switched to|added|vaccinated|took|taken|put on|placed on|injected|underwent|treated with|infus\\w+|(?:performed|induced|maintained|achieved) with)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern THEN = Pattern.compile("\\b(?:later|after(?:wards?)?|subsequently|thereafter|following|next (?:day|morning|week)|within|since|the same (?:day|evening|night)|days?|weeks?|hours?|minutes?|months?|on (?:day|\\d))\\b", Pattern.CASE_INSENSITIVE);
    /// "on the third day of treatment": a sequence told on purpose.
    private static final Pattern OF_TREATMENT = Pattern.compile("\\b(?:day|week|dose|hours?|days|weeks|month|months)(?: \\d{1,2})? (?:of|after|into|following|since) (?:the |this |its )?(?:treatment|therapy|start\\w*|initiation|introduction|administration|beginning|intake|infusion|injection|first dose)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern GOES_ON = Pattern.compile("\\b(?:still|persist\\w*|continu\\w*)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern BEGAN = Pattern.compile("\\b(?:develop\\w*|experienc\\w+|complain\\w*|present\\w*|notic\\w+|suffer\\w*|occur\\w*|appear\\w*|began|started|became|had|felt|feels?|woke|came out|reported|observed|noted|swelled|tastes?)\\b", Pattern.CASE_INSENSITIVE);
    /// "He was told never to take an ACE inhibitor again."
    private static final Pattern NEVER_AGAIN = Pattern.compile("\\b(?:never (?:to )?(?:take|use|receive|be given)|(?:told|advised|instructed|warned|recommended) (?:not to (?:take|use|receive)|to avoid|against)|should (?:avoid|not (?:take|receive|be given))|to be avoided|permanently (?:stopped|discontinued|withdrawn)|added to (?:his|her|the) (?:list of )?allerg\\w+)\\b", Pattern.CASE_INSENSITIVE);
    /// What the patient came with is told before the drugs that were taken, and is not older for that.
    private static final Pattern PRESENTED = Pattern.compile("\\b(?:presented|presents|presenting|came|arrived|brought|complain\\w*|admitted (?:for|with|because)|referred (?:for|with|because)|evaluat\\w+ for|seen (?:for|with))\\b[^.;]*$", Pattern.CASE_INSENSITIVE);
    /// "has remained normal since prednisone was stopped": what was stopped had helped.
    private static final Pattern STAYED_WELL = Pattern.compile("\\bremain\\w* (?:\\w+ )?(?:normal|stable|well|free|asymptomatic|in remission|symptom-free)\\b[^.;]{0,80}\\b(?:after|since|following|off)\\b", Pattern.CASE_INSENSITIVE);
    /// "He was treated with metronidazole", told behind what he came with: given for it.
    private static final Pattern GIVEN_THEN = Pattern.compile("\\b(?:he|she|patient|child|treatment|therapy) (?:was|were) (?:then |initially |empirically |subsequently )?(?:treated|started|given|commenced|initiated|managed|medicated|sent home)\\b|\\b(?:he|she|patient) (?:then )?received\\b", Pattern.CASE_INSENSITIVE);
    /// "was switched to vancomycin for colitis"
    private static final Pattern FOR_IT = Pattern.compile("\\bfor (?:[\\w.-]+ ){0,3}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern ASSESSED = Pattern.compile("\\bNaranjo\\b|\\bWHO-UMC\\b|\\badverse drug reaction probability\\b|\\bRUCAM\\b");
    private static final Pattern TAKEN_ALREADY = Pattern.compile("\\b(?:had been|had (?:recently )?(?:started|received|taken)|prior to|before|earlier|ago|previously|already)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_NOW = Pattern.compile("\\b(?:history of|known (?:drug )?allerg\\w+|allergic to|no known|previous(?:ly)?|in the past|denie[sd])\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOTHING_HAPPENED = Pattern.compile("\\bno (?:suspicion|evidence|sign|report)s? of (?:an? )?(?:adverse|side|untoward)|\\bno (?:side[- ]effects?|adverse (?:effects?|events?|reactions?)|complaints at all)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern BETTER_AGAIN = Pattern.compile("\\b(?:(?:levels?|counts?|values?|sodium|function|enzymes) (?:was|were|became|had become) normal|until\\b[^.;]*\\b(?:resolved|closed|normali[sz]ed|subsided)|normali[sz]ed|returned to normal|fully recovered|resolved completely)\\b", Pattern.CASE_INSENSITIVE);
    /// "after sertraline the sodium level had decreased": not the drug.
    /// "The burning had gone, so that gabapentin could be withdrawn."
    private static final Pattern NOT_NEEDED = Pattern.compile("\\bcould (?:\\w+ )?be (?:stopped|withdrawn|discontinued|weaned|tapered)\\b|\\bno longer (?:needed|required|necessary)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern JOINED = Pattern.compile(",? and (?:the )?|, ", Pattern.CASE_INSENSITIVE);

    private final Mentions mentions;
    private final ModelReader model;
    private final List<ModelCall> calls;
    private final List<Pair> pairs;
    private final List<Sentence> own;

    CrossSentence(Mentions mentions, ModelReader model, List<ModelCall> calls, List<Pair> pairs) {
        this.mentions = mentions;
        this.model = model;
        this.calls = calls;
        this.pairs = pairs;
        this.own = mentions.text().ofPatient();
    }

    void find(List<Suspicions.Blamed> blamedAlone) {
        blamedAlone.forEach(this::withEvent);
        List.copyOf(pairs).stream().filter(pair -> SUMMED_UP.matcher(pair.reaction().term().text()).matches()).limit(MOST_QUESTIONS_A_KIND).forEach(this::withNamed);
        List.copyOf(pairs).stream().filter(pair -> TOXICITY.matcher(pair.reaction().term().text()).find()).limit(MOST_QUESTIONS_A_KIND).forEach(this::withToxicEffects);
        pairs.addAll(NamedTogether.pairs(mentions));
        stopped();
        startedThen();
        pairs.addAll(MadeByMedicine.pairs(mentions, pairs, this::blamed));
        if (pairs.isEmpty()) pairs.addAll(Discussed.pairs(mentions, this::blamed));
        LastLook last = new LastLook(mentions, this::isOlder, this::blamed);
        if (pairs.isEmpty()) pairs.addAll(last.undone());
        if (pairs.isEmpty()) pairs.addAll(RecentStart.pairs(mentions, this::blamed));
        if (pairs.isEmpty()) assessed();
        if (pairs.isEmpty() && own.stream().noneMatch(sentence -> NOTHING_HAPPENED.matcher(sentence.text()).find())) subjectOfLetter();
        if (pairs.isEmpty() && own.stream().noneMatch(sentence -> NOTHING_HAPPENED.matcher(sentence.text()).find())) pairs.addAll(new WholeLook(mentions, text -> model.harm(text, calls)).pairs());
        if (pairs.isEmpty()) pairs.addAll(last.anything());
        // what is only a sequence blames no medicine that did not help
        pairs.removeIf(pair -> pair.strength() == Strength.TEMPORAL && !pair.ways().equals(Set.of("model")) && Remedies.isInVain(mentions, pair.drug().key()));
    }

    /// "She was admitted for methotrexate toxicity": what was told before it, or next, is what the drug is blamed for.
    private void withEvent(Suspicions.Blamed blamed) {
        int at = own.indexOf(blamed.sentence());
        if (at < 0 || known(blamed.drug().key()) || NOT_NOW.matcher(blamed.sentence().text()).find()) return;
        List<ReactionMention> events = new ArrayList<>(eventsBefore(at, blamed.drug()));
        for (int k = at + 1; events.isEmpty() && k < Math.min(own.size(), at + 1 + SENTENCES_FROM_START); k++) mentions.reactionsIn(own.get(k)).stream().filter(reaction -> reaction.said() == Said.AFFIRMED).findFirst().ifPresent(events::add);
        for (ReactionMention event : events) {
            for (ReactionMention told : mentions.reactionsIn(event.sentence())) if (told.said() == Said.AFFIRMED && !isOlder(told, blamed.drug())) pairs.add(new Pair(blamed.drug(), told, Strength.STATED, Set.of("pattern"), 0.7));
        }
    }

    /// "Pancytopenia and acidosis were found. These laboratory abnormalities correlated with linezolid": what the sentence before names.
    private void withNamed(Pair pair) {
        int at = own.indexOf(pair.reaction().sentence());
        for (int k = at - 1; k >= Math.max(0, at - SENTENCES_FROM_START); k--) {
            List<ReactionMention> named = mentions.reactionsIn(own.get(k)).stream().filter(reaction -> reaction.said() == Said.AFFIRMED && !isOlder(reaction, pair.drug())).toList();
            named.forEach(reaction -> pairs.add(new Pair(pair.drug(), reaction, pair.strength(), pair.ways(), pair.blame())));
            if (!named.isEmpty()) return;
        }
    }

    /// An overdose or intoxication: the effects told before it, and next, stand beside it.
    private void withToxicEffects(Pair pair) {
        for (Sentence sentence : toldOf(pair)) {
            for (ReactionMention told : mentions.reactionsIn(sentence)) {
                boolean already = pairs.stream().anyMatch(other -> mentions.keyOf(other.reaction()).equals(mentions.keyOf(told)));
                if (told.said() == Said.AFFIRMED && !already && !isOlder(told, pair.drug()) && !CAUSE_OF_IT.matcher(sentence.before(told.term().start(), 120)).find() && !Suspicions.BETTER.matcher(sentence.text()).find()) pairs.add(new Pair(pair.drug(), told, Strength.TEMPORAL, Set.of("pattern"), 0.5));
            }
        }
    }

    /// Around the sentence that names the overdose; where the title does, the case from its beginning until the patient gets better.
    private List<Sentence> toldOf(Pair pair) {
        int at = own.indexOf(pair.reaction().sentence());
        if (at >= 0) return own.subList(Math.max(0, at - SENTENCES_OF_EFFECTS), Math.min(own.size(), at + 1 + SENTENCES_OF_TOXICITY));
        if (pair.reaction().sentence().section() != Section.TITLE) return List.of();
        return own.stream().filter(sentence -> sentence.section() == Section.CASE).limit(SENTENCES_OF_TITLED_CASE).takeWhile(sentence -> !GOT_WELL.matcher(sentence.text()).find()).toList();
    }

    private boolean known(String key) {
        return pairs.stream().anyMatch(pair -> pair.drug().key().equals(key));
    }

    private void stopped() {
        int asked = 0;
        int looked = 0;
        for (int i = 0; i < own.size() && looked < MOST_STOPS_LOOKED_AT; i++) {
            Sentence sentence = own.get(i);
            boolean forever = NEVER_AGAIN.matcher(sentence.text()).find();
            if (!forever && !Suspicions.STOP.matcher(sentence.text()).find() || STAYED_WELL.matcher(sentence.text()).find() || NOT_NEEDED.matcher(sentence.text()).find()) continue;
            for (DrugMention drug : mentions.drugsIn(sentence)) {
                if (asked >= MOST_QUESTIONS_A_KIND || drug.isPast() || Remedies.isInVain(drug) || !forever && (drug.isDenied() || DrugDetailReader.EXCEPTED.matcher(sentence.before(drug.term().start(), 60)).find() || !StoppedDrug.isStopped(mentions, drug) || !getsBetter(i) && !(known(drug.key()) && wasBetter(i)))) continue;
                looked++;
                boolean blamedBefore = known(drug.key());
                List<ReactionMention> events = eventsAround(i, drug).stream().filter(event -> blamedBefore || !isExplained(event, drug)).filter(event -> pairs.stream().noneMatch(pair -> pair.drug().key().equals(drug.key()) && mentions.keyOf(pair.reaction()).equals(mentions.keyOf(event)))).toList();
                if (events.isEmpty()) continue;
                asked++;
                for (ReactionMention event : events) {
                    String both = event.sentence() == sentence ? sentence.text() : event.sentence().text() + " " + sentence.text();
                    add(drug, event, both, blamedBefore ? Suspicions.LEAST_BLAME_UNSEEN : event.sentence().index() > sentence.index() || isFirstToldAfterAnothersReaction(drug) ? Suspicions.LEAST_BLAME : LEAST_BLAME_OF_STOPPED);
                }
                if (!isJoined(drug)) break;
            }
        }
    }

    /// "Warfarin and miconazole were withheld": what is said of the one is said of the other.
    private boolean isJoined(DrugMention drug) {
        return mentions.drugsIn(drug.sentence()).stream().anyMatch(next -> next.term().start() > drug.term().end() && JOINED.matcher(drug.sentence().text().substring(drug.term().end(), next.term().start())).matches());
    }

    /// First told when what another drug did was known: more likely given against it.
    private boolean isFirstToldAfterAnothersReaction(DrugMention drug) {
        int first = firstOf(drug).sentence().index();
        return pairs.stream().anyMatch(pair -> pair.strength() == Strength.STATED && !pair.drug().key().equals(drug.key()) && pair.reaction().sentence().section().tellsOfPatient() && pair.reaction().sentence().index() < first);
    }

    /// "lithium-induced parathyroid dysfunction": what the text itself lays to another drug.
    private boolean isExplained(ReactionMention event, DrugMention drug) {
        return pairs.stream().anyMatch(pair -> pair.strength() == Strength.STATED && !pair.drug().key().equals(drug.key()) && pair.reaction().sentence() == event.sentence() && mentions.keyOf(pair.reaction()).equals(mentions.keyOf(event)));
    }

    /// "She was switched to losartan in January. Eleven weeks later she developed swelling of the lips."
    private void startedThen() {
        int asked = 0;
        for (int i = 1; i < own.size() && asked < MOST_QUESTIONS_A_KIND; i++) {
            Sentence sentence = own.get(i);
            if (!mentions.drugsIn(sentence).isEmpty() || !THEN.matcher(sentence.text()).find() || !BEGAN.matcher(sentence.text()).find()) continue;
            if (Suspicions.BETTER.matcher(sentence.text()).find() || pairs.stream().anyMatch(pair -> pair.reaction().sentence() == sentence)) continue;
            DrugMention drug = startedBefore(i);
            ReactionMention event = drug == null ? null : mentions.reactionsIn(sentence).stream().filter(reaction -> reaction.said() == Said.AFFIRMED && !HowSaid.isForLife(reaction) && !isOlder(reaction, drug)).findFirst().orElse(null);
            if (drug == null || event == null) continue;
            asked++;
            add(drug, event, drug.sentence().text() + " " + sentence.text(), OF_TREATMENT.matcher(sentence.text()).find() && !GOES_ON.matcher(sentence.text()).find() ? LEAST_BLAME_OF_STOPPED : Suspicions.LEAST_BLAME);
        }
    }

    /// The disorder was told before the drug was: it is what the drug is for, or was there already.
    private boolean isOlder(ReactionMention event, DrugMention drug) {
        String key = mentions.keyOf(event);
        DrugMention first = firstOf(drug);
        boolean givenThen = GIVEN_THEN.matcher(first.sentence().text()).find() && !TAKEN_ALREADY.matcher(first.sentence().text()).find();
        return mentions.reactions().stream().filter(reaction -> reaction.sentence().section().tellsOfPatient() && reaction.said() != Said.DENIED && reaction.said() != Said.FAMILY && mentions.keyOf(reaction).equals(key))
                .filter(reaction -> givenThen || !PRESENTED.matcher(reaction.sentence().text().substring(0, reaction.term().start())).find())
                .anyMatch(reaction -> reaction.sentence().index() < first.sentence().index() || reaction.sentence() == first.sentence() && reaction.term().start() < first.term().start());
    }

    /// Where the drug, or a member of its class, is first named.
    private DrugMention firstOf(DrugMention drug) {
        return mentions.drugs().stream().filter(mention -> mention.key().equals(drug.key()) || drug.term().kind() == Term.Kind.CLASS && mentions.vocabulary().drugs().belongs(mention.key(), drug.key())).findFirst().orElse(drug);
    }

    /// "He had been using nitrofurantoin. He had a high score on the Naranjo scale": who scores a reaction's probability suspects one.
    private void assessed() {
        int asked = 0;
        for (int i = 0; i < own.size(); i++) {
            if (!ASSESSED.matcher(own.get(i).text()).find()) continue;
            DrugMention drug = own.subList(Math.max(0, i - SENTENCES_FROM_START), i + 1).reversed().stream().flatMap(sentence -> mentions.drugsIn(sentence).stream()).filter(mention -> !mention.isDenied() && !mention.isPast()).findFirst().orElse(null);
            if (drug == null) continue;
            for (Sentence sentence : own) {
                ReactionMention event = mentions.reactionsIn(sentence).stream().filter(reaction -> reaction.said() == Said.AFFIRMED && !HowSaid.isForLife(reaction)).findFirst().orElse(null);
                if (event == null || asked++ >= MOST_QUESTIONS_A_KIND) continue;
                add(drug, event, event.sentence() == drug.sentence() ? sentence.text() : sentence.text() + " " + drug.sentence().text(), LEAST_BLAME_OF_STOPPED);
            }
            return;
        }
    }

    private @Nullable DrugMention startedBefore(int i) {
        for (int k = i - 1; k >= Math.max(0, i - SENTENCES_FROM_START); k--) {
            Sentence sentence = own.get(k);
            if (!STARTED.matcher(sentence.text()).find()) continue;
            // "dexamethasone was started for amiodarone-induced thyrotoxicosis": not the one that was started
            List<DrugMention> drugs = mentions.drugsIn(sentence).stream().filter(drug -> !drug.isDenied() && !drug.isPast() && !StoppedDrug.isStopped(mentions, drug) && !Remedies.isInVain(mentions, drug.key()) && !Blame.INDUCED_BEHIND.matcher(sentence.text()).region(drug.term().end(), sentence.text().length()).lookingAt()).toList();
            if (!drugs.isEmpty()) return drugs.getLast();
        }
        return null;
    }

    /// A letter or call that is about a product: what its writer tells of befell them under it.
    private void subjectOfLetter() {
        DrugMention subject = SubjectOfLetter.in(own, mentions).orElse(null);
        if (subject == null) return;
        int asked = 0;
        for (Sentence sentence : own) {
            ReactionMention event = mentions.reactionsIn(sentence).stream().filter(reaction -> reaction.said() == Said.AFFIRMED).findFirst().orElse(null);
            if (event == null || asked >= MOST_QUESTIONS_A_KIND || mentions.drugsIn(sentence).stream().anyMatch(DrugMention::isPast) || sentence.index() < subject.sentence().index()) continue;
            asked++;
            add(subject, event, subject.sentence().text() + " " + sentence.text(), LEAST_BLAME_OF_STOPPED);
        }
    }

    private void add(DrugMention drug, ReactionMention event, String text, double least) {
        double blamed = blamed(drug, text);
        if (blamed < least) return;
        for (ReactionMention told : mentions.reactionsIn(event.sentence())) {
            if (told == event || told.said() == Said.AFFIRMED && !HowSaid.isForLife(told) && !isOlder(told, drug)) pairs.add(new Pair(drug, told, Strength.TEMPORAL, Set.of("pattern", "model"), blamed));
        }
    }

    private double blamed(DrugMention drug, String text) {
        return model.roleOf(drug.term().text(), text, calls).getOrDefault("blamed", 0.0);
    }

    /// "The sodium level was normal again. Sertraline was discontinued": of a drug that is blamed already.
    private boolean wasBetter(int i) {
        return own.subList(Math.max(0, i - SENTENCES_FROM_START), i).stream().anyMatch(sentence -> BETTER_AGAIN.matcher(sentence.text()).find());
    }

    private boolean getsBetter(int i) {
        for (int k = i; k < Math.min(own.size(), i + 1 + SENTENCES_TO_NAMED_END); k++) {
            if (Suspicions.BETTER.matcher(own.get(k).text()).find() && (k <= i + SENTENCES_AHEAD || namesOneTold(k, i))) return true;
        }
        return false;
    }

    /// "The rash disappeared": of what was told before the stop.
    private boolean namesOneTold(int at, int stop) {
        int before = own.get(stop).index();
        return mentions.reactionsIn(own.get(at)).stream().map(mentions::keyOf)
                .anyMatch(key -> mentions.reactions().stream().anyMatch(reaction -> reaction.sentence().index() < before && reaction.said() == Said.AFFIRMED && mentions.keyOf(reaction).equals(key)));
    }

    /// What befell the patient before the stop; where nothing was named until then, what is gone behind it: "The hallucinations have not come back."
    private List<ReactionMention> eventsAround(int stop, DrugMention drug) {
        List<ReactionMention> before = eventsBefore(stop, drug);
        List<String> stopped = mentions.drugsIn(drug.sentence()).stream().map(DrugMention::key).toList();
        boolean resisted = mentions.drugs().stream().anyMatch(mention -> mention.isResisted() && stopped.contains(mention.key()));
        if (!before.isEmpty() || resisted || firstOf(drug).sentence() == drug.sentence()) return before;
        for (Sentence sentence : own.subList(stop, Math.min(own.size(), stop + 1 + SENTENCES_TO_NAMED_END))) {
            if (!Suspicions.BETTER.matcher(sentence.text()).find()) continue;
            List<ReactionMention> gone = mentions.reactionsIn(sentence).stream().filter(reaction -> reaction.said() == Said.AFFIRMED && !HowSaid.isForLife(reaction) && !isOlder(reaction, drug)).limit(1).toList();
            if (!gone.isEmpty()) return gone;
        }
        return List.of();
    }

    /// What befell the patient between the start of the drug and its stop: one event a sentence, the last sentence first.
    private List<ReactionMention> eventsBefore(int stop, DrugMention drug) {
        int start = firstOf(drug).sentence().index();
        List<ReactionMention> events = new ArrayList<>();
        for (int k = stop; k >= Math.max(0, stop - SENTENCES_BACK) && events.size() < MOST_EVENT_SENTENCES; k--) {
            Sentence sentence = own.get(k);
            if (!events.isEmpty() && sentence.index() < start) break;
            mentions.reactionsIn(sentence).stream()
                    .filter(reaction -> !HowSaid.isForLife(reaction)).filter(reaction -> reaction.said() == Said.AFFIRMED && (sentence == own.get(stop) && !FOR_IT.matcher(sentence.before(reaction.term().start(), 40)).find() || !isOlder(reaction, drug)) || reaction.said() == Said.DOUBTED && sentence.text().contains("diagnosis"))
                    .findFirst().ifPresent(events::add);
        }
        return events;
    }
}
