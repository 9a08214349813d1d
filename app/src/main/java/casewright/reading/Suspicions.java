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

    /// A sentence of more drugs or more disorders than that is a list, no statement: the rest of it links nothing.
    private static final int MOST_NAMES_LINKED = 12;
    private static final int MOST_SENTENCES_ASKED = 12;
    private static final int MOST_SECOND_LOOKS = 8;
    static final double LEAST_BLAME = 0.25;
    /// Where the model, asked about the whole sentence, saw no adverse event: then only a strong answer on the drug's role counts.
    static final double LEAST_BLAME_UNSEEN = 0.5;
    /// Where the words tell a time after the drug was given and the model, asked about the sentence, named the drug and the event.
    private static final double LEAST_BLAME_SECONDED = 0.1;
    private static final Pattern CUE = Pattern.compile(
            "induc|caus|due to|secondary to|attribut|side[- ]effect|adverse|toxic|react|discontinu|stopp|withdr|ceas|held|suspend|toler|allerg|hypersens|overdos|poison|intoxic|after (?:the )?(?:\\w+ )?(?:start|initiat|administ|receiv|tak|inject|infus|dose|cycle|vaccin)|associat|relat|vaccin|suspect|culprit|implicat|trigger|provok|precipitat|led to|result",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern EFFECTS_OF = Pattern.compile(
            "(?:side[- ]effects?|toxic effects?|adverse (?:effects?|events?|reactions?)|toxicit(?:y|ies)|complications? of (?:chemo)?therapy)\\b[^.;]{0,25}(?:includ\\w+|such as|were|was|consist\\w+ of|like|:|of|\\()", Pattern.CASE_INSENSITIVE);

    /// Words that make a finding untoward although no list holds it as a whole.
    private static final Pattern UNTOWARD = Pattern.compile(
            "\\b(?:increas\\w*|decreas\\w*|elevat\\w*|low|high|raised|reduc\\w*|los[st]\\w*|abnormal\\w*|swell\\w*|swoll\\w*|unable|could not|impair\\w*|deteriorat\\w*|worsen\\w*|severe|acute|drop\\w*|fall|fell|sick|ill|hurt\\w*|sore|dry|red|stiff\\w*|burn\\w*|disturb\\w*|difficult\\w*|absen\\w*|prolong\\w*|tight\\w*|poor|excess\\w*|progress\\w*|syndrome|damage\\w*|injur\\w*)\\b|^(?-i:[A-Z]{2,6}s?)$", Pattern.CASE_INSENSITIVE);

    /// "two days after starting": a sequence told on purpose.
    private static final Pattern AFTER_START = Pattern.compile("\\b(?:after|following|since|upon) (?:the )?(?:start\\w*|initiat\\w*|begin\\w*|commenc\\w*|introduc\\w*|first|second|third|last|\\w+ (?:administration|injection|infusion|vaccination)|administ\\w*|inject\\w*|infus\\w*|doses?|vaccin\\w*|taking|receiving|ingest\\w*)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern GENERAL = Pattern.compile("\\b(?:can|may) be (?:\\w+ )?(?:induced|caused|triggered|precipitated|provoked) by\\b[^.;]*$|\\b(?:common|frequent|known|main|major|leading|usual|typical|rare|other|possible) (?:\\w+ )?causes of\\b[^.;]{0,80}\\b(?:is|are|include)\\b[^.;]*$", Pattern.CASE_INSENSITIVE);
    /// "confusion initially attributed to opioids": what somebody thought first.
    private static final Pattern FIRST_THOUGHT = Pattern.compile("\\b(?:initially|at first|first|originally) (?:(?!cases?\\b|reports?\\b|patients?\\b)\\w+ )?(?:attribut|ascrib|thought|believed|felt to|felt that|considered|presumed|suspected)\\w*\\b[^.;,]{0,60}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern KNOWN_CAUSE = Pattern.compile("[^.;]{0,80}\\b(?:is|are) (?:among |one of )?(?:the )?(?:most )?(?:(?:well[- ])?known|common(?:est)?|frequent|usual|main|leading|major|typical) (?:\\w+ )?(?:causes?|culprits?|triggers?|inducers?)\\b", Pattern.CASE_INSENSITIVE);
    /// "isolated increase": of what is not said.
    private static final Pattern CHANGE_OF_NOTHING = Pattern.compile("(?:increase|decrease|reduction|elevation|rise|drop|fall|change|worsening|deterioration)s?$", Pattern.CASE_INSENSITIVE);
    /// What the model calls an effect is sometimes the therapy.
    private static final Pattern THERAPY = Pattern.compile("^(?:stopped|reversed|improved|controlled|resolved|relieved)\\b|\\b(?:therapy|treatment|administration|transplantation|dialysis|surgery)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern MAY_HAVE_CAUSED = Pattern.compile("^ " + HowSaid.MAY_HAVE_CAUSED + "\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern CAN_CAUSE = Pattern.compile("^[^.]{0,15}\\b(?:can|(?-i:may)|might|could|(?:is|are) (?:commonly|frequently|often|usually|rarely|well|typically) (?:associated|linked|known)|is known to|are known to|has been reported to|have been reported to)\\b", Pattern.CASE_INSENSITIVE);
    private static final int SENTENCES_TO_STOP = 2;
    private static final Pattern CALLED_DRUG_REACTION = Pattern.compile("\\b(?:drug|medication)[- ](?:allergy|reaction|eruption|rash|hypersensitivity|toxicity) was (?:suspected|diagnosed|considered)\\b", Pattern.CASE_INSENSITIVE);
    /// "took an overdose of his aunt's tramadol"
    private static final Pattern OVERDOSE_OF = Pattern.compile("\\b(?:overdos(?:e|ed|ing|age)|poisoned (?:himself|herself)) (?:of|on|with) (?:[\\w']+ ){0,3}$|\\b(?:(?:intentional|deliberate|accidental|inadvertent)(?:ly)? (?:ingest\\w*|took|swallow\\w*|taking)) (?:of )?(?:[\\w.,'-]+ ){0,8}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern TOXICITY = Pattern.compile("^(?: \\([A-Za-z0-9-]{1,12}\\))?[- ]?(?:(?:systemic|pulmonary|hepatic|cardiac|renal|ocular|retinal|neuro|lung|liver|skin|cutaneous|nerve|central nervous system) (?:toxicity|reaction|injury)|toxicity|toxic(?= at\\b| with\\b|,| \\()|overdose|overdosage|poisoning|intoxication)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern DONE_TO_AN_ORGAN = Pattern.compile("(?:[a-z]{3,}(?:opathy|pneumonitis|colitis|hepatitis|nephritis|myositis|cystitis|keratitis|dermatitis)|encephalopathy|lung|hypersensitivity|rash)s?", Pattern.CASE_INSENSITIVE);
    private static final Pattern CAUSE_OF_INTOXICATION = Pattern.compile("[- ](?:toxicity|intoxication|poisoning|overdose|levels?|accumulation)\\b[^.;]{0,60}\\b(?:(?:precipitated|triggered|provoked|caused|worsened|favou?red) by|due to|secondary to|because of)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern INDUCED = Pattern.compile("^D\\d+d[- ]induced\\b");
    private static final Pattern POSITIVE_TEST = Pattern.compile("^(?:it|this|that|they|these|which) (?:is|was|are|were) \\b[^.;]*\\b(?:likely|probably|certainly|definitely|surely|down to|due to|caused by)\\b|\\bpositive\\b[^.;]{0,40}\\btests?\\b|\\btests?\\b[^.;]{0,60}\\bpositive\\b|\\bsuspected\\b|\\bbe (?:\\w+ )?(?:excluded|ruled out)\\b|^(?:is|was|are|were|could|can|might|may) (?:this|that|it|these|they)\\b|\\b(?:discontinuation|withdrawal|cessation|stopping) of\\b[^.;]*\\bfollowed by\\b", Pattern.CASE_INSENSITIVE);
    /// The very name says that a medicine did it.
    private static final Pattern BY_A_MEDICINE = Pattern.compile("(?:drug|medication)[- ](?:induced|related|associated|reaction|rash|eruption|fever|hypersensitivity|allergy)\\b.*|fixed drug eruption|DRESS\\b.*|DIHS|anaphyla\\w+(?: (?:shock|reaction))?|(?:\\w+ )?hypersensitivity (?:reaction|syndrome)s?|allergic reactions?|infusion(?:[- ]related)? reactions?|injection[- ]site .*|neuroleptic malignant syndrome|serotonin syndrome|acute dystonic reactions?|acute dystonia|tardive dyskinesia|extrapyramidal (?:symptoms|reaction|side effects)|red man syndrome", Pattern.CASE_INSENSITIVE);
    static final Pattern BETTER = Pattern.compile("\\b(?:disappear\\w*|(?:did|has|have|had|do|does) not (?:recur\\w*|re-?occur\\w*|reappear\\w*|c[ao]me back|returned?)|(?:never|not) (?:c[ao]me back|returned)|vanish\\w*|remitted|lifted|let up|dried up|(?:was|were|is|are) (?:all |now |again )?(?:quiet|normal again|well again)|no (?:further|more) (?:\\w+ ){0,3}(?:attacks?|episodes?|events?|seizures?|bleeding|vomiting|falls|apn(?:o)?eas?)|resolv\\w*|resolution|improv\\w*|ameliorat\\w*|subsid\\w*|abat\\w*|recover\\w*|normali[sz]\\w*|returned to (?:normal|baseline|(?:his|her|the) (?:normal|usual|baseline|previous))|back to (?:normal|baseline)|regress\\w*|relie[fv]\\w*|regained|cleared|reversed|c[ao]me down|went down|went away|gone|faded|healed|settled|wore off|(?:bleeding|h(?:a)?emorrhage|vomiting|diarrh\\w+|seizures?|symptoms|hiccups|pain) (?:had |has |have )?(?:ceased|stopped))\\b", Pattern.CASE_INSENSITIVE);
    static final Pattern STOP = Pattern.compile("\\b(?:" + StopWords.STOPPED + "|reduced|reduction of|halved|decrease (?:of|in)(?= (?:the )?(?:dose|dosage|\\w+ (?:trough )?(?:levels?|dose|dosage)\\b))|(?:decreased|lowered|cut) to|(?:switched|changed) from|(?:replaced|substituted) (?:by|with)|(?:exchanged|swapped) for|(?:switched|changed) to(?= (?!intravenous|oral|iv\\b|subcutaneous|intramuscular|once|twice|a lower|a higher)[a-z]))\\b", Pattern.CASE_INSENSITIVE);

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
    /// sentence and drug -> how likely the model blames it
    private final Map<String, Double> roles = new LinkedHashMap<>();
    private int secondLooks;
    private List<Quote> withdrawn = List.of();
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
        Map<Sentence, Integer> priorities = new LinkedHashMap<>();
        for (Sentence sentence : looked) if (isCandidate(sentence, links.getOrDefault(sentence, List.of()))) priorities.put(sentence, priority(sentence, links.getOrDefault(sentence, List.of())));
        List<Sentence> asked = priorities.entrySet().stream().sorted(Map.Entry.<Sentence, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey(Comparator.comparingInt(Sentence::index))))
                .map(Map.Entry::getKey).limit(MOST_SENTENCES_ASKED).sorted(Comparator.comparingInt(Sentence::index)).toList();
        List<ModelReader.Blame> said = model.blameEach(asked.stream().map(Sentence::text).toList(), calls, done -> progress.accept("asking the model about sentence " + done + " of " + asked.size()));
        for (int i = 0; i < asked.size(); i++) answers.put(asked.get(i).index(), said.get(i));
        for (Sentence sentence : looked) judge(sentence, links.getOrDefault(sentence, List.of()));
        new CrossSentence(mentions, model, calls, pairs).find(blamedAlone);
        withdrawn = new Cleared(mentions).takeOutOf(pairs, blamedAlone);
    }

    /// The sentences that clear a drug which the text suspected before.
    List<Quote> withdrawn() {
        return withdrawn;
    }

    private boolean mayTell(Sentence sentence) {
        if (sentence.section().tellsOfPatient()) return sentence.section() != Section.CAPTION;
        if (sentence.section() == Section.TITLE) return true;
        return SourceText.pointsAtPatient(sentence);
    }

    private List<Link> linksOf(Sentence sentence) {
        if (mentions.drugsIn(sentence).size() > MOST_NAMES_LINKED && mentions.reactionsIn(sentence).size() > MOST_NAMES_LINKED) return List.of();
        return CausalLinks.between(sentence.text(), mentions.drugsIn(sentence).stream().limit(MOST_NAMES_LINKED).toList(), mentions.reactionsIn(sentence).stream().limit(MOST_NAMES_LINKED).toList());
    }

    private boolean isCandidate(Sentence sentence, List<Link> links) {
        if (mentions.drugsIn(sentence).isEmpty()) return EFFECTS_OF.matcher(sentence.text()).find();
        boolean affirmed = mentions.reactionsIn(sentence).stream().anyMatch(reaction -> reaction.said() == Said.AFFIRMED || reaction.said() == Said.DOUBTED);
        return !links.isEmpty() || affirmed || CUE.matcher(sentence.text()).find() && sentence.text().length() < 250;
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
        for (DrugMention drug : drugs) toxicityOf(drug);
        // a sentence that sums the case up tells its sequence on purpose; so does one behind which the medicines were stopped
        boolean onPurpose = !links.isEmpty() && (FactAssembly.SUMS_UP.matcher(sentence.text()).find() || isAllStoppedAfter(sentence));
        for (Link link : links) {
            DrugMention drug = drugs.get(link.drug());
            if (drug.isDenied() || drug.isPast() || isHypothetical(sentence, drug)) continue;
            boolean modelBlames = blame.adverse() && touches(blame.drugs(), drug.term());
            if (link.reaction() < 0) {
                if (link.strength() == Strength.STATED && (modelBlames || POSITIVE_TEST.matcher(link.words()).find() || !answers.containsKey(sentence.index()))) blamedAlone.add(new Blamed(drug, sentence));
                continue;
            }
            ReactionMention reaction = mentions.reactionsIn(sentence).get(link.reaction());
            if (!canBeReaction(reaction, link) || isInducedByAnother(drug, reaction, links, sentence)) continue;
            boolean modelAgrees = modelBlames && touches(blame.effects(), reaction.term());
            if (Remedies.isGivenAgainst(drug, reaction) || isCauseOfIntoxication(drug, reaction)) continue;
            boolean byName = link.strength() == Strength.STATED || BY_A_MEDICINE.matcher(reaction.term().text()).matches();
            if (!byName && Remedies.isTreatment(drug, reaction)) continue;
            boolean stated = byName || reaction.said() == Said.AFFIRMED && onPurpose;
            if (!stated && !modelBlames && (reaction.said() != Said.AFFIRMED || !blamedAfterAll(drug, sentence, AFTER_START.matcher(link.words()).find() ? LEAST_BLAME : LEAST_BLAME_UNSEEN))) continue;
            double least = modelAgrees && AFTER_START.matcher(link.words()).find() ? LEAST_BLAME_SECONDED : LEAST_BLAME;
            if (!stated && link.strength() == Strength.TEMPORAL && blamed(drug, sentence) < least) continue;
            if (seen.add(link.drug() + "/" + link.reaction())) {
                pairs.add(new Pair(drug, reaction, stated ? Strength.STATED : link.strength(), modelAgrees ? Set.of("pattern", "model") : Set.of("pattern"), modelAgrees ? 1 : 0.7));
            }
        }
        if (!blame.adverse()) return;
        for (DrugMention drug : drugs) {
            if (!touches(blame.drugs(), drug.term()) || drug.isDenied() || drug.isPast() || isHypothetical(sentence, drug)) continue;
            double blamed = -1;
            for (ReactionMention reaction : reactions) {
                if (!touches(blame.effects(), reaction.term()) || !(reaction.said() == Said.AFFIRMED || reaction.said() == Said.DOUBTED && sentence.section() != Section.DISCUSSION)) continue;
                if (pairs.stream().anyMatch(pair -> pair.drug() == drug && pair.reaction() == reaction) || Remedies.isTreatment(drug, reaction) || Remedies.isGivenAgainst(drug, reaction) || isCauseOfIntoxication(drug, reaction) || isInducedByAnother(drug, reaction, links, sentence)) continue;
                if (blamed < 0) blamed = blamed(drug, sentence);
                if (blamed >= LEAST_BLAME) pairs.add(new Pair(drug, reaction, Strength.TEMPORAL, Set.of("model"), blamed));
            }
        }
    }

    private boolean isAllStoppedAfter(Sentence sentence) {
        return mentions.text().sentences().stream().skip(sentence.index() + 1L).limit(SENTENCES_TO_STOP).anyMatch(next -> DrugDetailReader.STOPPED.matcher(next.text()).find() && DrugDetailReader.STOPPED_TOGETHER.matcher(next.text()).find() || CALLED_DRUG_REACTION.matcher(next.text()).find());
    }

    /// "pentobarbital toxicity": the name of the drug makes the name of the event.
    private void toxicityOf(DrugMention drug) {
        Sentence sentence = drug.sentence();
        var of = OVERDOSE_OF.matcher(sentence.before(drug.term().start(), 90));
        if (isHypothetical(sentence, drug)) return;
        if (of.find() && sentence.section().tellsOfPatient() && !drug.isDenied()) {
            int start = Math.max(0, drug.term().start() - 90) + of.start();
            Term term = new Term(start, drug.term().end(), sentence.text().substring(start, drug.term().end()), "", Term.Kind.MODEL, false);
            pairs.add(new Pair(drug, new ReactionMention(sentence, term, Said.AFFIRMED), Strength.STATED, Set.of("pattern"), 0.7));
            return;
        }
        // "pentosan maculopathy", "lithium nephropathy"
        if (!drug.isDenied() && (sentence.section().tellsOfPatient() || sentence.section() == Section.TITLE)) mentions.reactionsIn(sentence).stream()
                .filter(reaction -> reaction.said() == Said.AFFIRMED && reaction.term().start() == drug.term().end() + 1 && DONE_TO_AN_ORGAN.matcher(reaction.term().text()).matches())
                .forEach(reaction -> pairs.add(new Pair(drug, reaction, Strength.STATED, Set.of("pattern"), 0.7)));
        var matcher = TOXICITY.matcher(sentence.text().substring(drug.term().end()));
        if (!matcher.find() || !sentence.section().tellsOfPatient() && sentence.section() != Section.TITLE) return;
        Term term = new Term(drug.term().start(), drug.term().end() + matcher.end(), sentence.text().substring(drug.term().start(), drug.term().end() + matcher.end()), "", Term.Kind.MODEL, false);
        ReactionMention reaction = new ReactionMention(sentence, term, HowSaid.of(sentence.text(), term));
        if (reaction.said() == Said.AFFIRMED) pairs.add(new Pair(drug, reaction, Strength.STATED, Set.of("pattern"), 0.7));
    }

    /// "the lithium intoxication was precipitated by dehydration"
    private static boolean isCauseOfIntoxication(DrugMention drug, ReactionMention reaction) {
        return reaction.term().start() > drug.term().end() && CAUSE_OF_INTOXICATION.matcher(drug.sentence().text().substring(drug.term().end(), reaction.term().start())).lookingAt();
    }

    /// "on levothyroxine, who developed amiodarone-induced thyrotoxicosis": the words themselves name the drug.
    private boolean isInducedByAnother(DrugMention drug, ReactionMention reaction, List<Link> links, Sentence sentence) {
        List<Link> induced = links.stream().filter(link -> link.reaction() >= 0 && INDUCED.matcher(link.words()).find() && mentions.reactionsIn(sentence).get(link.reaction()) == reaction).toList();
        return !induced.isEmpty() && induced.stream().noneMatch(link -> mentions.drugsIn(sentence).get(link.drug()).key().equals(drug.key()));
    }

    /// A second look at a link that the sentence question did not see, a bounded number of times.
    private boolean blamedAfterAll(DrugMention drug, Sentence sentence, double least) {
        String key = sentence.index() + "/" + drug.term().text();
        if (!roles.containsKey(key) && secondLooks++ >= MOST_SECOND_LOOKS) return false;
        return blamed(drug, sentence) >= least;
    }

    private double blamed(DrugMention drug, Sentence sentence) {
        return roles.computeIfAbsent(sentence.index() + "/" + drug.term().text(), _ -> model.roleOf(drug.term().text(), sentence.text(), calls).getOrDefault("blamed", 0.0));
    }

    /// "amiodarone, which can be associated with thyroiditis", "the most common causes of liver injury are ...": general knowledge, not this patient.
    private static boolean isHypothetical(Sentence sentence, DrugMention drug) {
        String before = sentence.text().substring(0, drug.term().start());
        if (GENERAL.matcher(before).find() || FIRST_THOUGHT.matcher(before).find()) return true;
        String behind = sentence.text().substring(drug.term().end(), Math.min(sentence.text().length(), drug.term().end() + 80));
        if (KNOWN_CAUSE.matcher(sentence.text()).region(drug.term().end(), sentence.text().length()).lookingAt()) return true;
        return CAN_CAUSE.matcher(behind).find() && !MAY_HAVE_CAUSED.matcher(behind).find();
    }

    private static boolean canBeReaction(ReactionMention reaction, Link link) {
        return switch (reaction.said()) {
            case AFFIRMED -> true;
            case DOUBTED -> link.strength() == Strength.STATED;
            case HISTORY, TREATED -> link.strength() == Strength.STATED && link.words().matches("(?is).*\\b(?:induced|caused|attribut\\w+|adverse)\\b.*");
            case DENIED, FAMILY -> false;
        };
    }

    /// Words the lists do not know, which the model calls an effect, in a sentence that holds a drug it blames.
    private void addModelsEffects(Sentence sentence, ModelReader.Blame blame, List<ReactionMention> reactions, List<DrugMention> drugs) {
        for (int[] span : blame.effects()) {
            Term term = new Term(span[0], span[1], sentence.text().substring(span[0], span[1]), "", Term.Kind.MODEL, false);
            boolean known = reactions.stream().anyMatch(reaction -> reaction.term().overlaps(term)) || drugs.stream().anyMatch(drug -> drug.term().overlaps(term))
                    || THERAPY.matcher(term.text()).find();
            if (!known && term.text().split("\\s+").length <= 8 && (term.text().contains(" ") || term.text().matches("[A-Z]{2,6}s?")) && UNTOWARD.matcher(term.text()).find() && !CHANGE_OF_NOTHING.matcher(term.text()).find()) reactions.add(new ReactionMention(sentence, term, HowSaid.of(sentence.text(), term)));
        }
    }

    private static boolean touches(List<int[]> spans, Term term) {
        return spans.stream().anyMatch(span -> span[0] < term.end() && term.start() < span[1]);
    }
}
