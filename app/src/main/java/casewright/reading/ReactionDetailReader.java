package casewright.reading;

import casewright.reading.text.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Onset and outcome of a reaction.
final class ReactionDetailReader {

    private static final int SENTENCES_AHEAD = 8;
    static final int SENTENCES_BACK = 4;
    static final Pattern DEATH = Pattern.compile("(?i)deaths?|died|dead|fatal");
    private static final Pattern DEATH_OCCURRED = Pattern.compile("\\bdeath (?:occurred|ensued)\\b|\\b(?:patient|he|she) was lost\\b(?! (?:to|from))|\\b(?:he|she|patient) (?:\\w+ )?died\\b(?! (?:of|from|due to|because of))", Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_THE_PATIENT = Pattern.compile("\\b(?:symptoms?|he|she|patient|condition|clinical|signs|consciousness|course|reactions?|lesions?|syndrome|illness|swelling|findings|function|aminotransferases?|transaminases|proteinuria|enzymes|counts?|levels?|values|abnormalities|death|creatinine|kidney function|renal function|liver function|tests|h(?:a)?emoglobin|platelets?|x-ray|radiographs?|imaging)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_ALL = Pattern.compile("\\b(?:all|symptoms|signs|complaints|reactions|completely|fully|clinical (?:syndrome|picture|condition)|(?:his|her|the patient's) condition|syndrome)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_KNOWN = Pattern.compile("\\b(?:whether|unknown|not known|unclear)\\b[^.;]*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNCERTAIN = Pattern.compile("\\b(?:whether|if|unknown|not known|until|before|previously|unclear)\\b[^.;]*$", Pattern.CASE_INSENSITIVE);
    /// The person as a whole got well: true of everything that befell.
    private static final Pattern PATIENT_RECOVERED = Pattern.compile("\\b(?:(?:without|(?:showed|had|with) no)(?: any)? (?:\\w+ )?(?:sequel\\w*|(?:neurological|neurologic|residual|focal) (?:deficits?|impairment|symptoms))|no (?:\\w+ )?sequel\\w*|discharged (?:[\\w-]+ ){0,6}in (?:good|excellent) (?:general )?(?:condition|health)|(?:he|she|patient|child|infant|boy|girl|man|woman|I) (?:has |have |had |then |subsequently |later |eventually |finally |was |made an? )*(?:(?:un)?event\\w+ |complete(?:ly)? |full(?:y)? |quick(?:ly)? |rapid(?:ly)? |total(?:ly)? |good )*(?:recover(?:ed|y)|free of (?:any )?symptoms|asymptomatic|symptom[- ]free|(?:entirely|perfectly|completely|quite|again) well|returned to (?:duty|work|school)))\\b(?! from (?:surgery|anaesthesia|anesthesia|the operation))", Pattern.CASE_INSENSITIVE);

    /// "He is feeling better": true of everything whose own end is not told.
    private static final Pattern PATIENT_BETTER = Pattern.compile("\\b(?:he|she|patient|child|infant|boy|girl|man|woman|I|husband|wife|son|daughter|mother|father)\\b[^.;]{0,40}?\\b(?:(?:is|was|am|feels?|felt|feeling) (?:now |already |much |a little |somewhat |a bit )*(?:better|improved)|(?:is|was) (?:slowly |gradually )?recovering|(?:has |had )?(?:gradually |slowly |clinically )?improved)\\b", Pattern.CASE_INSENSITIVE);
    /// "no further seizures occurred"
    private static final Pattern NO_FURTHER = Pattern.compile("\\b(?:no|without(?: any)?) (?:further|more|new|additional) (?:\\w+ ){0,2}$", Pattern.CASE_INSENSITIVE);
    private static final int CHARS_IN_A_FORM = 40;
    private static final int WORDS_OF_STATE = 60;
    private static final Pattern JOINED = Pattern.compile("[,;] |\\band \\b");
    private static final Pattern CLAUSE_END = Pattern.compile(";|,? (?:but|however|although)\\b", Pattern.CASE_INSENSITIVE);

    private record Outcome(String value, String code, Pattern words) {
    }

    /// In the order of the text's last word: the last told state counts.
    private static final List<Outcome> OUTCOMES = List.of(
            new Outcome("fatal", "5", OutcomeWords.pattern("(?:patient|he|she) was lost|did not survive|could not be (?:saved|resuscitated)|died|dying|passed away|fatal|succumbed|expired|death")),
            new Outcome("recovered with sequelae", "4", OutcomeWords.pattern(OutcomeWords.LEAVING_TRACES)),
            new Outcome("not recovered", "3", OutcomeWords.pattern(OutcomeWords.STAYING + "|ongoing|refractory|continues? to (?:have|experience|suffer)|still (?:has|have|had|experiencing|suffer\\w*)|continu(?:es|ed) to (?:have|develop|suffer)|awaiting (?:(?:his|her|a|an|liver|kidney|heart) )?(?:recovery|improvement|resolution|transplant\\w*)")),
            new Outcome("recovered", "1", OutcomeWords.pattern(OutcomeWords.OVER + "|no longer|gone (?:by|at|now|after|on|this|the|in|within)|within (?:the )?normal|(?:was|were|remain(?:s|ed)?|became|is) (?:\\w+ )?normal|euthyroid|afebrile|normotensive")),
            new Outcome("recovering", "2", OutcomeWords.pattern(OutcomeWords.EASING + "|better|decreas\\w+ gradually|partly|came down only")));

    private final Mentions mentions;
    private final OnsetReader onsets;

    ReactionDetailReader(Mentions mentions) {
        this.mentions = mentions;
        this.onsets = new OnsetReader(mentions);
    }

    /// @param own   the reaction's mentions that tell of the patient, in order
    /// @param signs of the reaction, told of the patient: they tell when it began, where its name does not
    /// @param alone whether it is the only reaction: then what is told of the patient's end state is told of it
    Map<String, Fact> read(List<ReactionMention> own, List<ReactionMention> signs, boolean alone) {
        Map<String, Fact> details = new LinkedHashMap<>();
        onsets.read(own, signs, alone).ifPresent(fact -> details.put("onset", fact));
        outcome(own, alone).or(() -> noFurther(own)).or(() -> outcomeOfSigns(own, signs)).or(() -> patientBetter(own)).ifPresent(fact -> details.put("outcome", fact));
        return details;
    }

    /// "Intracranial hypertension was diagnosed. The headache resolved": the end of its signs, where its own is not told.
    private static Optional<Fact> outcomeOfSigns(List<ReactionMention> own, List<ReactionMention> signs) {
        int named = own.isEmpty() ? 0 : own.getFirst().sentence().index();
        return signs.stream().filter(sign -> sign.sentence().index() >= named).map(sign -> outcomeIn(sign.sentence(), sign.term().start(), sign.term().end(), 80))
                .flatMap(Optional::stream).filter(state -> !state.value().equals("fatal")).reduce((_, last) -> last).map(state -> state.sure(false));
    }

    private Optional<Fact> noFurther(List<ReactionMention> own) {
        return mentions.reactions().stream().filter(mention -> mention.sentence().section().tellsOfPatient() && own.stream().anyMatch(one -> mentions.keyOf(one).equals(mentions.keyOf(mention))))
                .map(mention -> NO_FURTHER.matcher(mention.sentence().text()).region(0, mention.term().start()).results().findFirst().map(words -> Fact.of("recovered", "1", mention.sentence().quote(words.start(), mention.term().end()), "rule", false)))
                .flatMap(Optional::stream).findFirst();
    }

    private Optional<Fact> patientBetter(List<ReactionMention> own) {
        if (own.isEmpty()) return Optional.empty();
        int last = own.getLast().sentence().index();
        for (Sentence sentence : mentions.text().sentences()) {
            if (sentence.index() < last || sentence.index() > last + SENTENCES_AHEAD || !sentence.section().tellsOfPatient()) continue;
            Matcher better = PATIENT_BETTER.matcher(sentence.text());
            if (better.find() && !OutcomeWords.isNegated(sentence.text(), better.end()) && !OutcomeWords.isExpected(sentence.text(), better.start(), better.end())) return Optional.of(Fact.of("recovering", "2", sentence.quote(better.start(), better.end()), "rule", false));
        }
        return Optional.empty();
    }

    /// The end that a sentence tells which names the reaction.
    Optional<Fact> toldEnd(List<ReactionMention> own) {
        return own.stream().map(mention -> outcomeIn(mention.sentence(), mention.term().start(), mention.term().end(), CHARS_IN_A_FORM)).flatMap(Optional::stream).reduce((_, later) -> later).or(() -> noFurther(own));
    }

    private Optional<Fact> outcome(List<ReactionMention> own, boolean alone) {
        Fact last = null;
        for (ReactionMention mention : own) {
            Optional<Fact> here = outcomeIn(mention.sentence(), mention.term().start(), mention.term().end(), 110);
            if (here.isPresent()) last = here.get();
        }
        if (last != null || own.isEmpty()) return Optional.ofNullable(last).map(state -> laterState(state, own));
        int from = alone ? courseOf(own) : own.getFirst().sentence().index();
        int lastTold = own.getLast().sentence().index();
        for (Sentence sentence : mentions.text().sentences()) {
            if (sentence.index() < from || !sentence.section().tellsOfPatient()) continue;
            Matcher whole = PATIENT_RECOVERED.matcher(sentence.text());
            if (whole.find() && sentence.index() > from && !UNCERTAIN.matcher(sentence.text().substring(0, whole.start())).find() && !namesAnother(sentence, new int[] {partOf(sentence.text(), whole.start()), sentence.text().length()}, own)) {
                last = Fact.of("recovered", "1", sentence.quote(whole.start(), whole.end()), "rule", false);
                continue;
            }
            if (sentence.index() > lastTold + SENTENCES_AHEAD) continue;
            for (int[] clause : clauses(sentence.text())) {
                Optional<Fact> organ = outcomeOfOrgan(sentence, clause, own);
                if (organ.isPresent()) last = organ.get();
            }
            // of several reactions only a word that means all of them counts
            boolean death = sentence.index() <= lastTold + 1 && DEATH_OCCURRED.matcher(sentence.text()).find();
            if (!death && !(alone ? OF_THE_PATIENT : OF_ALL).matcher(sentence.text()).find()) continue;
            for (int[] clause : clauses(sentence.text())) {
                Optional<Fact> here = outcomeIn(sentence, clause[0], clause[1], 0);
                if (here.isPresent() && !namesAnother(sentence, clause, own) && (alone || !here.get().value().equals("fatal") || sentence.index() <= lastTold + 1)) last = here.get().sure(false);
            }
        }
        return Optional.ofNullable(last);
    }

    /// "The neutropenia improved ... After discharge her blood counts were normal": the last told state counts.
    private Fact laterState(Fact state, List<ReactionMention> own) {
        if (!"2".equals(state.code()) && !"3".equals(state.code())) return state;
        Fact last = state;
        for (Sentence sentence : mentions.text().sentences()) {
            if (sentence.index() <= own.getLast().sentence().index() || !sentence.section().tellsOfPatient()) continue;
            for (int[] clause : clauses(sentence.text())) last = outcomeOfOrgan(sentence, clause, own).filter(later -> "1".equals(later.code())).orElse(last);
        }
        return last;
    }

    /// "Kidney function returned to baseline" is told of a nephritis.
    private Optional<Fact> outcomeOfOrgan(Sentence sentence, int[] clause, List<ReactionMention> own) {
        List<String> keys = own.stream().map(mentions::keyOf).toList();
        for (OrganFunction organ : OrganFunction.of(keys)) {
            Matcher function = organ.words().matcher(sentence.text()).region(clause[0], clause[1]);
            if (!function.find()) continue;
            int to = Math.min(clause[1], function.end() + WORDS_OF_STATE);
            Optional<Fact> state = outcomeIn(sentence, function.start(), to, 0).filter(fact -> !fact.value().equals("fatal"));
            if (state.isPresent()) return state.map(fact -> fact.sure(false));
            Matcher turn = organ.better().matcher(sentence.text()).region(function.start(), to);
            if (turn.find() && sentence.index() > own.getFirst().sentence().index()) return Optional.of(Fact.of("recovering", "2", sentence.quote(turn.start(), turn.end()), "rule", false));
        }
        return Optional.empty();
    }

    /// Of a single reaction the course may be told before its name: "... a rash. It resolved. DRESS was diagnosed."
    private int courseOf(List<ReactionMention> own) {
        int named = own.getFirst().sentence().index();
        if (own.size() == 1 && mentions.text().ofPatient().getLast().index() <= named + 1) return Math.max(0, named - SENTENCES_BACK);
        return mentions.reactions().stream().filter(mention -> mention.said() == ReactionMention.Said.AFFIRMED && mention.sentence().section().tellsOfPatient()).mapToInt(mention -> mention.sentence().index())
                .filter(index -> index <= named && index >= named - SENTENCES_AHEAD).min().orElse(named);
    }

    /// "The acidosis improved, and the patient recovered": the part that tells of the patient, where the one before it has an end of its own.
    private static int partOf(String text, int at) {
        Matcher joined = JOINED.matcher(text.substring(0, at));
        int from = 0;
        while (joined.find()) from = joined.end();
        return Suspicions.BETTER.matcher(text.substring(0, from)).find() ? from : 0;
    }

    /// "His breathing improved; however, he died of cancer": two states, of two things.
    private static List<int[]> clauses(String text) {
        List<int[]> clauses = new ArrayList<>();
        Matcher matcher = CLAUSE_END.matcher(text);
        int from = 0;
        while (matcher.find()) {
            clauses.add(new int[] {from, matcher.start()});
            from = matcher.end();
        }
        clauses.add(new int[] {from, text.length()});
        return clauses;
    }

    /// "She died due to septicemia", "of the leukopenia he recovered": told of something else than this reaction.
    private boolean namesAnother(Sentence sentence, int[] clause, List<ReactionMention> own) {
        return mentions.reactionsIn(sentence).stream().filter(other -> other.term().start() >= clause[0] && other.term().end() <= clause[1]).anyMatch(other -> own.stream().noneMatch(one -> mentions.keyOf(one).equals(mentions.keyOf(other)))
                && !DEATH.matcher(other.term().text()).matches() && !mentions.vocabulary().reactions().isSymptom(other.term().text())
                && own.stream().noneMatch(one -> mentions.vocabulary().reactions().isSignOf(mentions.keyOf(other), mentions.keyOf(one))));
    }

    /// The state whose words stand nearest to the reaction.
    private static Optional<Fact> outcomeIn(Sentence sentence, int start, int end, int within) {
        String text = sentence.text();
        int from = Math.max(0, start - within);
        int to = Math.min(text.length(), end + within);
        Fact best = null;
        int least = Integer.MAX_VALUE;
        for (Outcome outcome : OUTCOMES) {
            Matcher matcher = outcome.words().matcher(text).region(from, to);
            while (matcher.find()) {
                boolean negated = OutcomeWords.isNegated(text, matcher.start()) && !outcome.code().equals("3") || OutcomeWords.isExpected(text, matcher.start(), matcher.end());
                int distance = matcher.start() >= end ? matcher.start() - end : Math.max(0, start - matcher.end()) + 15;
                if (negated || distance >= least || NOT_KNOWN.matcher(text.substring(from, matcher.start())).find()) continue;
                least = distance;
                best = Fact.of(outcome.value(), outcome.code(), sentence.quote(matcher.start(), matcher.end()), "pattern", true);
            }
        }
        return Optional.ofNullable(best);
    }
}
