package casewright.reading;

import casewright.reading.CausalLinks.Strength;
import casewright.reading.ReactionMention.Said;
import casewright.reading.Suspicions.Pair;
import casewright.reading.terms.Term;
import casewright.reading.text.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Puts what was found together: one entry a drug in one role, one entry a reaction, each with its details.
final class FactAssembly {

    private static final Pattern DATED = Pattern.compile("^(?:On|By|In|At) (?:the )?(?:(?:post-?operative |hospital |treatment )?day \\d|" + Dates.CALENDAR + ")", Pattern.CASE_INSENSITIVE);
    private static final Pattern BEFELL = Pattern.compile("\\b(?:admitted|develop\\w*|present\\w*|complain\\w*|experienc\\w+|notic\\w+|suddenly|found (?:in|un|to)|collaps\\w*|suffer\\w*|occurr\\w*|underwent UGH)\\b", Pattern.CASE_INSENSITIVE);
    /// A sentence that sums the whole case up: what it names is told again, in its order, further on.
    static final Pattern SUMS_UP = Pattern.compile("\\b(?:we|the authors|this (?:case|report|article|study|case (?:report|study))) (?:herein |here |also )?(?:reports?|presents?|describes?|highlights?)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAKEN_BEFORE_ADMISSION = Pattern.compile("\\b(?:before|prior to|preceding|previous to) (?:the |his |her |this )?(?:admission|presentation|hospitali[sz]ation)\\b|\\b(?:had|has) been (?:taking|receiving|on|treated with|started on|prescribed)\\b|\\bwas (?:taking|receiving)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ADMITTED_WITH = Pattern.compile("\\b(?:admitted|hospitali[sz]ed)\\b[^.;]{0,60}\\b(?:for|with|because of|due to|after)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern PRESENTED = Pattern.compile("\\b(?:present(?:ed|s|ing)|complain\\w*|developed|(?:began|started) with|noticed|experienced|admitted|came|brought)\\b[^.;]*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern TOXICITY = Pattern.compile("toxicity|overdos|poison|intoxication|^(?:intentional|deliberate|accidental|inadvertent)", Pattern.CASE_INSENSITIVE);
    /// Of one drug or reaction: more would say nothing new and only cost time.
    static final int MOST_MENTIONS = 150;

    private final Mentions mentions;
    private final Suspicions suspicions;
    private final FormReader form;
    private final DrugDetailReader drugDetails;
    private final ReactionDetailReader reactionDetails;
    private final SeriousnessReader seriousness;
    private final Map<String, Integer> firstTold = new HashMap<>();
    private final Set<String> suspectKeys = new LinkedHashSet<>();
    /// index of the sentence in which the first reaction is told
    private int event = Integer.MAX_VALUE;
    /// index of the sentence with which the untoward course begins, before the reaction has its name
    private int courseBegins = Integer.MAX_VALUE;

    /// index of the sentence that tells the admission for what the drug, taken before it, had done
    private int admissionForIt = Integer.MAX_VALUE;

    FactAssembly(Mentions mentions, Suspicions suspicions, FormReader form) {
        this.form = form;
        this.mentions = mentions;
        this.suspicions = suspicions;
        this.drugDetails = new DrugDetailReader(mentions, suspicions.pairs().stream().map(pair -> mentions.keyOf(pair.reaction())).collect(Collectors.toSet()));
        this.reactionDetails = new ReactionDetailReader(mentions);
        this.seriousness = new SeriousnessReader(mentions);
    }

    PatientFacts facts() {
        List<Pair> pairs = new BelievedPairs(mentions, suspicions.pairs()).find();
        Map<String, List<Pair>> byDrug = new LinkedHashMap<>();
        pairs.forEach(pair -> byDrug.computeIfAbsent(pair.drug().key(), _ -> new ArrayList<>()).add(pair));
        new ClassResolution(mentions).apply(byDrug);
        Blame.interactingWith(mentions, byDrug);
        suspectKeys.addAll(byDrug.keySet());
        event = pairs.stream().mapToInt(pair -> firstTold(pair.reaction())).min().orElse(Integer.MAX_VALUE);
        List<DrugFacts> suspects = new ArrayList<>();
        byDrug.forEach((key, of) -> suspects.add(suspect(key, of, byDrug.keySet())));
        if (!pairs.isEmpty()) addBlamedAlone(suspects, byDrug.keySet());

        Map<String, List<Pair>> byReaction = new Diagnoses(mentions, event).absorbed(pairs);
        courseBegins = courseStart(byDrug.keySet());
        admissionForIt = admissionForIt(byDrug.keySet());
        List<ReactionFacts> reactions = new ArrayList<>();
        byReaction.forEach((key, of) -> reactions.add(reaction(key, of, byReaction.size() == 1)));

        Countries.ofEvent(mentions.text()).ifPresent(country -> reactions.replaceAll(reaction -> reaction.with("country", country)));
        RelativeDates times = new RelativeDates(mentions.text());
        suspects.replaceAll(drug -> new DrugFacts(drug.name(), drug.names(), times.in(drug.details(), null)));
        Fact start = suspects.size() == 1 ? suspects.getFirst().details().get("start") : null;
        reactions.replaceAll(reaction -> new ReactionFacts(reaction.term(), reaction.names(), times.in(reaction.details(), start), reaction.seriousness()));

        suspicions.blamedAlone().forEach(blamed -> suspectKeys.add(blamed.drug().key()));
        List<DrugFacts> concomitants = new ArrayList<>();
        List<DrugFacts> treatments = new ArrayList<>();
        Set<String> reactionKeys = new TreeSet<>(byReaction.keySet());
        for (OtherDrugs.Other other : new OtherDrugs(mentions, drugDetails, event).read(suspectKeys, reactionKeys, courseBegins)) {
            (other.against() ? treatments : concomitants).add(drug(other.key(), other.named(), List.of("dictionary", "rule"), null, other.sure()));
        }

        int firstSuspect = mentions.drugs().stream().filter(mention -> suspectKeys.contains(mention.key()) && mention.sentence().section().tellsOfPatient()).mapToInt(mention -> mention.sentence().index()).min().orElse(0);
        List<PastReaction> past = new PastReactionReader(mentions).read();
        List<ConditionFacts> history = new HistoryReader(mentions).read(reactionKeys, event, firstSuspect).stream().filter(condition -> condition.name().quotes().stream().noneMatch(quote -> past.stream().anyMatch(reaction -> reaction.tells(quote)))).toList();
        Set<String> otherKeys = new LinkedHashSet<>();
        mentions.drugs().stream().map(DrugMention::key).filter(key -> !suspectKeys.contains(key)).forEach(otherKeys::add);
        List<TestFacts> tests = new TestReader(mentions).read(suspectKeys, reactionKeys, courseBegins);
        Course course = new CourseReader(mentions).read(suspectKeys, otherKeys, reactionKeys, told(suspects, reactions), tests.stream().map(TestFacts::name).flatMap(fact -> fact.quotes().stream()).toList());
        Map<String, Fact> reporter = new LinkedHashMap<>(new ReporterReader(mentions, form.text()).read(suspectKeys, reactionKeys, form.text().isArticle()));
        reporter.putAll(StudyReader.read(mentions.text()));
        reporter.putAll(form.reporter());
        Map<String, Fact> patient = new LinkedHashMap<>(new PatientReader(mentions.text()).read());
        if (reactions.stream().anyMatch(FactAssembly::isDeath)) patient.putAll(times.in(new DeathReader(mentions).read(), null));
        patient.putAll(form.patient());
        return new PatientFacts(patient, history, past, suspects, concomitants, treatments, reactions, tests, reporter, Map.of(), course, List.of());
    }

    /// Where the text says how the suspects were given and how the reactions went.
    private static List<Quote> told(List<DrugFacts> suspects, List<ReactionFacts> reactions) {
        return Stream.concat(suspects.stream().map(DrugFacts::details), reactions.stream().map(ReactionFacts::details)).flatMap(details -> details.values().stream()).flatMap(fact -> fact.quotes().stream()).toList();
    }

    private static boolean isDeath(ReactionFacts reaction) {
        Fact outcome = reaction.details().get("outcome");
        return outcome != null && outcome.value().equals("fatal") || reaction.seriousness().stream().anyMatch(criterion -> criterion.value().equals("death"));
    }

    private void addBlamedAlone(List<DrugFacts> suspects, Set<String> known) {
        Set<String> added = new LinkedHashSet<>(known);
        for (Suspicions.Blamed blamed : suspicions.blamedAlone()) {
            if (blamed.drug().term().kind() == Term.Kind.CLASS || mentions.vocabulary().drugs().isFamily(blamed.drug().key()) || BelievedPairs.isGeneralTalk(blamed.sentence()) && !suspects.isEmpty() || !added.add(blamed.drug().key())) continue;
            suspects.add(drug(blamed.drug().key(), blamed.drug(), List.of("pattern"), null, false));
        }
    }

    private DrugFacts suspect(String key, List<Pair> pairs, Set<String> suspects) {
        Pair best = pairs.stream().max(Comparator.comparingDouble((Pair pair) -> (pair.strength() == Strength.STATED ? 1 : 0) + pair.blame())).orElseThrow();
        Set<String> ways = new TreeSet<>(best.ways());
        ways.add("dictionary");
        boolean sure = best.strength() == Strength.STATED && best.ways().size() > 1 || pairs.size() > 2;
        DrugFacts drug = drug(key, best.drug(), new ArrayList<>(ways), best.ways().contains("model") ? best.blame() : null, sure);
        DrugFacts challenged = withChallenges(key, drug, pairs, suspects.size() == 1);
        return Blame.interacting(mentions, key, suspects).map(role -> challenged.with("role", role)).orElse(challenged);
    }

    /// What was done with the drug, or with its class where only that is told, and what followed.
    private DrugFacts withChallenges(String key, DrugFacts drug, List<Pair> pairs, boolean alone) {
        Map<String, Fact> details = new LinkedHashMap<>(drug.details());
        List<DrugMention> own = mentions.drugs().stream().filter(mention -> mention.sentence().section().tellsOfPatient())
                .filter(mention -> mention.key().equals(key) || mention.term().kind() == Term.Kind.CLASS && mentions.vocabulary().drugs().belongs(key, mention.term().text())).limit(MOST_MENTIONS).toList();
        if (!details.containsKey("actionTaken")) drugDetails.action(own).or(() -> alone ? drugDetails.offendingStopped().or(drugDetails::doseReduced) : Optional.empty()).or(() -> pairs.stream().anyMatch(pair -> TOXICITY.matcher(pair.reaction().term().text()).find()) ? drugDetails.poisoning() : Optional.empty()).ifPresent(fact -> details.put("actionTaken", fact));
        details.putAll(new ChallengeReader(mentions).read(own, pairs.stream().map(Pair::reaction).toList(), details.get("actionTaken")));
        return new DrugFacts(drug.name(), drug.names(), details);
    }

    private DrugFacts drug(String key, DrugMention named, List<String> ways, @Nullable Double probability, boolean sure) {
        List<DrugMention> own = mentions.drugs().stream().filter(mention -> mention.key().equals(key) && mention.sentence().section().tellsOfPatient()).limit(MOST_MENTIONS).toList();
        if ((named.term().kind() == Term.Kind.CLASS || named.term().kind() == Term.Kind.REGIMEN) && !own.isEmpty() && !named.key().equals(key)) named = own.getFirst();
        DrugMention full = fullName(named, own);
        Fact name = new Fact(full.term().text(), null, List.of(full.quote()), ways, probability, sure, List.of());
        Set<String> names = new LinkedHashSet<>(List.of(full.term().text()));
        names.add(named.term().text());
        own.stream().filter(mention -> mention.term().kind() != Term.Kind.MODEL).forEach(mention -> names.add(mention.term().text()));
        List<DrugMention> read = own.isEmpty() ? List.of(named) : own;
        Map<String, Fact> details = new LinkedHashMap<>(drugDetails.read(read, event));
        if (named.term().kind() == Term.Kind.REGIMEN) members(key, named).ifPresent(members -> details.put("substance", members));
        else if (!key.equals(named.term().text().toLowerCase(Locale.ROOT))) details.put("substance", Fact.of(key, null, named.quote(), "dictionary", true));
        return new DrugFacts(name, List.copyOf(names), details);
    }

    /// What a regimen consists of; beside a blamed member it stands for the others.
    private Optional<Fact> members(String key, DrugMention named) {
        List<String> members = mentions.vocabulary().drugs().members(key).stream().filter(member -> suspectKeys.contains(key) || !suspectKeys.contains(member)).toList();
        return members.isEmpty() ? Optional.empty() : Optional.of(Fact.of(String.join(", ", members), null, named.quote(), "dictionary", true));
    }

    /// "methimazole (MMI)": the name in full where the text gives both.
    private static DrugMention fullName(DrugMention named, List<DrugMention> own) {
        if (named.term().kind() != Term.Kind.SHORT_NAME && named.term().kind() != Term.Kind.MODEL) return named;
        return own.stream().filter(mention -> mention.term().kind() == Term.Kind.INGREDIENT || mention.term().kind() == Term.Kind.BRAND).findFirst()
                .or(() -> named.term().kind() == Term.Kind.MODEL ? own.stream().filter(mention -> mention.term().kind() != Term.Kind.MODEL).findFirst() : Optional.empty()).orElse(named);
    }

    private ReactionFacts reaction(String key, List<Pair> pairs, boolean alone) {
        Pair best = pairs.stream().max(Comparator.comparingDouble((Pair pair) -> (pair.strength() == Strength.STATED ? 1 : 0) + pair.blame())).orElseThrow();
        Set<String> ways = new TreeSet<>(best.ways());
        ways.add("dictionary");
        boolean sure = best.strength() == Strength.STATED && best.ways().size() > 1 || pairs.size() > 2;
        ReactionMention named = named(best.reaction(), key);
        Fact term = new Fact(named.words(), null, List.of(named.quote()), new ArrayList<>(ways), best.ways().contains("model") ? best.blame() : null, sure, List.of());
        Set<String> names = new LinkedHashSet<>(List.of(named.words()));
        List<ReactionMention> own = new ArrayList<>(mentions.reactions().stream()
                .filter(mention -> (mention.said() == Said.AFFIRMED || mention.said() == Said.TREATED && mention.sentence().index() > event) && mention.sentence().section().tellsOfPatient() && sameOrPart(mentions.keyOf(mention), key)).limit(MOST_MENTIONS).toList());
        pairs.stream().map(Pair::reaction).filter(mention -> !own.contains(mention)).forEach(own::add);
        own.sort(Comparator.comparingInt(mention -> mention.sentence().index()));
        own.stream().filter(mention -> !mention.isAnaphor()).forEach(mention -> names.add(mention.term().text()));
        List<Sentence> sentences = own.stream().map(ReactionMention::sentence).distinct().toList();
        Set<String> called = new LinkedHashSet<>(names);
        called.add(key);
        List<Fact> criteria = seriousness.read(List.copyOf(called), named.quote(), own.getFirst().sentence().index(), Math.min(courseBegins, admissionForIt), sentences);
        Map<String, Fact> details = new LinkedHashMap<>(reactionDetails.read(own, signsOf(key), alone));
        ReactionEndReader ends = new ReactionEndReader(mentions);
        details.putAll(ends.read(own));
        details.computeIfPresent("outcome", (_, outcome) -> ends.checked(outcome));
        details.put("suspected", Blame.of(pairs));
        Blame.by(pairs).ifPresent(who -> details.put("suspectedBy", who));
        return new ReactionFacts(term, List.copyOf(names), details, criteria);
    }

    /// The signs that a diagnosis takes in, where they are told of the patient from the course's beginning on: they tell when it began.
    private List<ReactionMention> signsOf(String key) {
        return mentions.reactions().stream().filter(mention -> mention.said() == Said.AFFIRMED && mention.sentence().section().tellsOfPatient() && mention.sentence().index() >= Math.min(courseBegins, event))
                .filter(mention -> mentions.vocabulary().reactions().isSignOf(mentions.keyOf(mention), key)).limit(MOST_MENTIONS).toList();
    }

    /// "this syndrome" is no name, and a sign is not the diagnosis: the words for the key itself.
    private ReactionMention named(ReactionMention mention, String key) {
        if (mention.isWorsened()) return mentions.reactions().stream().filter(other -> mentions.keyOf(other).equals(key) && Worsening.isSaid(other)).findFirst().orElse(mention);
        if (!mention.isAnaphor() && mentions.keyOf(mention).equals(key)) return mention;
        return mentions.reactions().stream().filter(other -> !other.isAnaphor() && mentions.keyOf(other).equals(key) && other.said() == Said.AFFIRMED && other.sentence().section().tellsOfPatient()).findFirst()
                .or(() -> mentions.reactions().stream().filter(other -> !other.isAnaphor() && mentions.keyOf(other).equals(key) && other.said() == Said.DOUBTED).findFirst()).orElse(mention);
    }

    static boolean sameOrPart(String a, String b) {
        return a.equals(b) || (" " + a + " ").contains(" " + b + " ") && b.length() > 6;
    }

    private int firstTold(ReactionMention reaction) {
        return firstTold.computeIfAbsent(mentions.keyOf(reaction), key -> firstTold(key, reaction));
    }

    private int firstTold(String key, ReactionMention reaction) {
        List<ReactionMention> told = mentions.reactions().stream().filter(mention -> mention.said() == Said.AFFIRMED && mention.sentence().section().tellsOfPatient() && (mentions.keyOf(mention).equals(key) || mentions.vocabulary().reactions().isSignOf(mentions.keyOf(mention), key) && PRESENTED.matcher(mention.sentence().before(mention.term().start(), 200)).find())).toList();
        ReactionMention first = told.stream().findFirst().orElse(reaction);
        if (!SUMS_UP.matcher(first.sentence().text()).find()) return first.sentence().index();
        // "we report a rash ... the rash resolved": told once, and then only its end
        return told.stream().filter(mention -> !SUMS_UP.matcher(mention.sentence().text()).find() && !Suspicions.BETTER.matcher(mention.sentence().text()).find()).findFirst().orElse(first).sentence().index();
    }

    /// Where the untoward course begins: the first sentence after the blamed drug that tells of something that befell the patient, at the latest the
    /// reaction itself.
    private int courseStart(Set<String> suspectKeys) {
        int dated = datedStart();
        if (dated >= 0) return dated;
        int drug = mentions.drugs().stream().filter(mention -> suspectKeys.contains(mention.key()) && mention.sentence().section().tellsOfPatient()).mapToInt(mention -> mention.sentence().index()).min().orElse(0);
        return mentions.text().ofPatient().stream().filter(sentence -> sentence.index() > drug && mentions.reactionsIn(sentence).stream().anyMatch(mention -> mention.said() == Said.AFFIRMED))
                .filter(sentence -> BEFELL.matcher(sentence.text()).find()).mapToInt(Sentence::index).findFirst().stream().map(first -> Math.min(first, event)).findFirst().orElse(event);
    }

    /// "He was admitted for weakness. Three weeks before admission clarithromycin had been started": the drug came first, so the admission is for the reaction.
    private int admissionForIt(Set<String> suspectKeys) {
        boolean takenBefore = mentions.text().ofPatient().stream().filter(sentence -> mentions.drugsIn(sentence).stream().anyMatch(mention -> suspectKeys.contains(mention.key())))
                .anyMatch(sentence -> TAKEN_BEFORE_ADMISSION.matcher(sentence.text()).find());
        if (!takenBefore) return Integer.MAX_VALUE;
        return mentions.text().ofPatient().stream().filter(sentence -> ADMITTED_WITH.matcher(sentence.text()).find()).mapToInt(Sentence::index).findFirst().orElse(Integer.MAX_VALUE);
    }

    /// "On Day 6 the count had fallen. Neutropenia was suspected": a day told with the reaction, or just before it, is where its course begins.
    private int datedStart() {
        List<Sentence> told = mentions.text().sentences();
        for (int i = Math.min(event, told.size() - 1); i >= Math.max(0, event - 2) && event < told.size(); i--) {
            if (told.get(i).section().tellsOfPatient() && DATED.matcher(told.get(i).text()).find()) return i;
        }
        return -1;
    }
}
