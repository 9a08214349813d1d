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

    private static final Pattern BEGAN = Pattern.compile("\\b(?:develop\\w*|experienc\\w+|complain\\w*|present\\w*|notic\\w+|occur\\w*|appear\\w*|began|started|onset|became|admitted|diagnosed|fallen|risen|rose|fell|dropped|increase|decrease|suffer\\w*|had|showed|revealed|detected|found|decreased|increased)\\b", Pattern.CASE_INSENSITIVE);

    private static final String STOPS = "\\b(?:discontinu\\w*|stopp\\w*|withdr\\w+|cessation)\\b";
    /// A time told by an event: "after two doses of", "after the second cycle", "during the infusion", "at 48 years of age".
    private static final String EVENT_ANCHOR = "\\bwithin (?:\\w+ )?(?:minutes|hours)\\b|\\bafter (?:about |approximately |around )?" + Dates.COUNT + " (?:hours?|days?|weeks?|months?|years?) of (?:treatment|therapy)|\\b" + Dates.COUNT + " (?:hours?|days?|weeks?|months?) post[- ]?operative(?:ly)?\\b|\\bat (?:his|her|the|their|a) (?:[\\w-]+ ){0,3}(?:follow-up|visit|check-?up|review|appointment)\\b|\\b" + Dates.COUNT + " (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?) (?:into|after|following|of|from|since) (?:the |a )?(?:end of (?:the )?|starting |beginning |receiving |initiating |initiation of |commencing |completing |first |second |third |last |start of )?(?:the )?(?:first |second |third |fourth |last )?(?:therapy|treatment|cycle|course|chemotherapy|administration|dose|infusion|injection|exposure|vaccination|use|operation|surgery)\\b|\\bin (?:the )?\\d{1,2}(?:st|nd|rd|th) (?:day|week|month) of\\b|\\b(?:on )?the (?:day after|next day|following day|same day)\\b(?: (?:the )?(?:administration|infusion|injection|dose|vaccination|operation|surgery)(?: of [\\w-]+)?)?|\\bon (?:hospital |treatment )?day \\d{1,3}(?: of (?:[\\w-]+ ){0,2}(?:therapy|treatment|chemotherapy))?|\\bat (?:the age of )?\\d{1,3} years of age|\\bafter " + Dates.COUNT + " (?:hours?|days?|weeks?|months?|years?) of (?:starting|taking|treatment|therapy|using|receiving)(?: [\\w-]+)?|\\b(?:after|during|following|at|upon|since|within|over) (?:the )?(?:past |last )?(?:\\w+ )?(?:doses?|cycles?|injections?|infusions?|course|weeks?|months?|years?|days?|follow-up|vaccination|night|delivery|operation|surgery)(?: (?:of|period|after) ?(?!an?\\b|the\\b)(?:\\w+)?)?";

    private static final Pattern ONSET_BEFORE = Pattern.compile("^(?:On|In|At|By)? ?(?:the )?(?<t>(?:beginning of |end of )?" + Dates.CALENDAR + "|" + "(?:[Oo]n )?(?:the )?(?:post-?operative |hospital )?[Dd]ay \\d{1,3})", Pattern.CASE_INSENSITIVE);

    private static final Pattern ON_DRUG = Pattern.compile("\\b(?:on (?:the )?(?:day \\d{1,3}|\\d{1,3}(?:st|nd|rd|th) day) of (?:taking|treatment|therapy|chemotherapy)|(?:in (?:the )?)?\\d{1,2}(?:st|nd|rd|th) (?:day|week|month) of (?:treatment|therapy|taking|tablet|chemotherapy)|" + Dates.COUNT + " (?:minutes?|hours?|days?|weeks?|months?|years?) (?:into|after (?:starting|the start of|initiation of|beginning|commencing|initiating)) (?:the )?(?:therapy|treatment|chemotherapy|drug|medication|\\w+))\\b", Pattern.CASE_INSENSITIVE);
    /// "had gone by the next morning", "resolved after 6 days": the time of the end, not of the beginning.
    private static final Pattern TIME_OF_BETTER = Pattern.compile(Suspicions.BETTER.pattern() + "(?: \\w+){0,2} $", Pattern.CASE_INSENSITIVE);
    /// "died after two weeks": when the patient died, not when the reaction began.
    private static final Pattern DYING = Pattern.compile("\\b(?:died|deceased|expired|passed away|succumbed|death (?:occurred|ensued)|discharged|left hospital)(?: \\w+){0,2} $", Pattern.CASE_INSENSITIVE);
    /// "was immediately discontinued": the time of what was done about it.
    private static final Pattern DONE_BEHIND = Pattern.compile("^,? (?:discontinu|stopp|withdr|halt|suspend|ceas|transferr|intubat|transfus)\\w*", Pattern.CASE_INSENSITIVE);
    /// "which decreased on the second day of stopping it"
    private static final Pattern DECREASED = Pattern.compile("\\b(?:decreas|declin|lessen|diminish)\\w*(?: \\w+){0,2} $", Pattern.CASE_INSENSITIVE);
    /// "Over the following week his fever and nausea resolved."
    private static final Pattern GOT_BETTER_BEHIND = Pattern.compile("^(?:(?:, and |, | and )(?!and\\b)[\\w-]+(?: (?!and\\b)[\\w-]+){0,3}){0,5} (?:(?:had|has|have|was|were|gradually|completely|fully|slowly|rapidly|all|then) ){0,3}" + Suspicions.BETTER.pattern(), Pattern.CASE_INSENSITIVE);
    /// "the fifth day of treatment" is a point in time, "ten days of treatment" none.
    private static final Pattern ORDINAL_DAY = Pattern.compile("\\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|" + Dates.MORE_ORDINALS + "|\\d{1,2}(?:st|nd|rd|th)) day$|\\bday \\d{1,3}$", Pattern.CASE_INSENSITIVE);
    /// "the ALT was 612 U/L on 26 September": the day of a result.
    private static final Pattern MEASURED_BEFORE = Pattern.compile("\\d ?(?:(?![ap]m\\b)[\u00b5\u03bc\\w/^]{1,8}|%) (?:on|at|by) (?:the )?$");
    /// "A renal biopsy on 6 May confirmed": the day of the test.
    private static final Pattern DAY_OF_TEST = Pattern.compile("\\b(?:biops\\w+|MRI|CT|scans?|x-ray|radiograph\\w*|ultraso\\w+|echocardiogra\\w+|endoscopy|colonoscopy|bronchoscopy|angiogra\\w+|tomography|tests?|serology|cultures?|imaging)\\b[^.;,]{0,30}\\b(?:on|of|from|in) $", Pattern.CASE_INSENSITIVE);
    private static final int SENTENCES_AHEAD = 8;
    private static final int SENTENCES_BACK = 4;
    private static final int SENTENCES_TO_DIAGNOSIS = 12;
    private static final Pattern COMPLAINED = Pattern.compile("\\b(?:develop(?:ed|ing)|experienc(?:ed|ing)|complained|presented|noticed|became|awoke|woke|felt|began|appeared|had|reported)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ANCHOR_BEHIND = Pattern.compile(" (?:[\\w-]+ ){0,5}(?:cycle|dose|infusion|injection|course|chemotherapy|treatment|therapy|surgery|operation|vaccination|administration|initiation|start|discontinuation)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_TREATMENT = Pattern.compile(" of (?:the |this |her |his )?(?:treatment|therapy|chemotherapy)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern DEATH = Pattern.compile("(?i)deaths?|died|dead|fatal");
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

    ReactionDetailReader(Mentions mentions) {
        this.mentions = mentions;
    }

    /// @param own   the reaction's mentions that tell of the patient, in order
    /// @param signs of the reaction, told of the patient: they tell when it began, where its name does not
    /// @param alone whether it is the only reaction: then what is told of the patient's end state is told of it
    Map<String, Fact> read(List<ReactionMention> own, List<ReactionMention> signs, boolean alone) {
        Map<String, Fact> details = new LinkedHashMap<>();
        boolean signsFirst = !signs.isEmpty() && !own.isEmpty() && signs.getFirst().sentence().index() < own.getFirst().sentence().index();
        (signsFirst ? onsetOf(signs).or(() -> onsetOf(own)) : onsetOf(own).or(() -> onsetOf(signs))).or(() -> onsetBefore(own, alone)).or(() -> onsetOfComplaints(own)).ifPresent(fact -> details.put("onset", fact));
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

    /// The time told nearest to the first telling of the reaction; a history ("for 3 weeks", "20-year history") is no onset.
    private Optional<Fact> onsetOf(List<ReactionMention> own) {
        for (ReactionMention mention : own) {
            if (!mention.sentence().section().tellsOfPatient()) continue;
            String text = mention.sentence().text();
            boolean began = BEGAN.matcher(text).find();
            Matcher matcher = Pattern.compile(Dates.ANY.pattern() + "|" + EVENT_ANCHOR, Pattern.CASE_INSENSITIVE).matcher(text);
            Quote best = null;
            boolean dated = false;
            int least = began ? 170 : 100;
            int taken = 0;
            while (matcher.find()) {
                if (matcher.start() < taken) continue;
                Matcher anchor = ANCHOR_BEHIND.matcher(text).region(matcher.end(), text.length());
                boolean anchored = matcher.group().matches("(?is).* (?:after|following|before)") && anchor.lookingAt();
                if (anchored) taken = anchor.end();
                int distance = matcher.start() >= mention.term().end() ? matcher.start() - mention.term().end() : mention.term().start() - matcher.end();
                if (distance < 0 || distance >= (Dates.WRITTEN_OUT.matcher(matcher.group()).find() && !dated ? 170 : least)) continue;
                if (Dates.isDuration(matcher.group())) continue;
                String behind = text.substring(matcher.end());
                String before = text.substring(0, matcher.start());
                if (behind.matches("(?is)^[- ]old.*|^[- ]?history.*|^ of (?:age|follow).*") || !ORDINAL_DAY.matcher(matcher.group()).find() && behind.matches("(?is)^ of (?:treatment|therapy).*") || before.matches("(?is).*\\b(?:every|each|per|for the (?:past|last)|history of|at|lasting|for) $")
                        || Pattern.compile(STOPS + "[^,;]{0,40}$", Pattern.CASE_INSENSITIVE).matcher(before).find()) continue;
                String amid = text.substring(Math.min(matcher.end(), mention.term().end()), Math.max(matcher.start(), mention.term().start()));
                if (Suspicions.BETTER.matcher(amid).find() || TIME_OF_BETTER.matcher(before).find()) continue;
                boolean timeFirst = matcher.end() <= mention.term().start();
                if (!DEATH.matcher(mention.term().text()).matches() && DYING.matcher(text.substring(Math.max(0, matcher.start() - 25), matcher.start())).find()) continue;
                if (MEASURED_BEFORE.matcher(before).find() || timeFirst && DAY_OF_TEST.matcher(before).find()) continue;
                if (DECREASED.matcher(before).find() || DONE_BEHIND.matcher(behind).find()) continue;
                if (timeFirst && GOT_BETTER_BEHIND.matcher(text.substring(mention.term().end())).find()) continue;
                boolean calendar = Dates.WRITTEN_OUT.matcher(matcher.group()).find();
                // a date that is written out goes before "two weeks later" beside it
                if (dated && !calendar) continue;
                least = calendar && !dated && best != null ? Math.max(least, distance) : distance;
                dated |= calendar;
                String whole = matcher.group().replaceFirst(" of (?:an?|the|his|her)$", "");
                if (anchored) whole += anchor.group();
                Matcher treatment = OF_TREATMENT.matcher(text).region(matcher.end(), text.length());
                if (ORDINAL_DAY.matcher(whole).find() && treatment.lookingAt()) whole += treatment.group();
                best = mention.sentence().quote(matcher.start(), matcher.start() + whole.length());
            }
            if (best != null) {
                String written = best.text().strip();
                return Optional.of(Fact.of(written, Dates.iso(written).orElse(null), best, "pattern", least < 60 && began && Dates.iso(written).isPresent()));
            }
        }
        return Optional.empty();
    }

    /// "On 12 March he noticed dark urine ... Acute haemolysis was diagnosed": when the complaints began that led to a diagnosis.
    private Optional<Fact> onsetOfComplaints(List<ReactionMention> own) {
        if (own.isEmpty() || mentions.vocabulary().reactions().isSymptom(own.getFirst().term().text())) return Optional.empty();
        int named = own.getFirst().sentence().index();
        int firstDrug = mentions.drugs().stream().filter(drug -> drug.sentence().section().tellsOfPatient()).mapToInt(drug -> drug.sentence().index()).min().orElse(named);
        return mentions.reactions().stream().filter(mention -> mention.said() == ReactionMention.Said.AFFIRMED && mention.sentence().section().tellsOfPatient())
                .filter(mention -> mention.sentence().index() < named && mention.sentence().index() >= Math.max(firstDrug, named - SENTENCES_TO_DIAGNOSIS) && COMPLAINED.matcher(mention.sentence().text()).find() && !Suspicions.BETTER.matcher(mention.sentence().text()).find())
                .map(mention -> onsetOf(List.of(mention))).flatMap(Optional::stream).findFirst().map(fact -> fact.sure(false));
    }

    private Optional<Fact> onsetBefore(List<ReactionMention> own, boolean alone) {
        return own.isEmpty() ? Optional.empty() : timeJustBefore(own.getFirst().sentence()).or(() -> alone ? timeOnDrug() : Optional.empty());
    }

    /// "Four weeks into therapy", "on day 5 of taking amoxicillin": of a single reaction the first time that is counted from the drug.
    private Optional<Fact> timeOnDrug() {
        for (Sentence sentence : mentions.text().ofPatient()) {
            Matcher matcher = ON_DRUG.matcher(sentence.text());
            if (matcher.find() && BEGAN.matcher(sentence.text()).find() && !Suspicions.BETTER.matcher(sentence.text()).find()) return Optional.of(Fact.of(matcher.group(), null, sentence.quote(matcher.start(), matcher.end()), "rule", false));
        }
        return Optional.empty();
    }

    /// The time told last before the reaction, a few sentences earlier: "On day 6 the count had fallen. Neutropenia was suspected."
    private Optional<Fact> timeJustBefore(Sentence first) {
        List<Sentence> told = mentions.text().sentences();
        for (int i = first.index() - 1; i >= Math.max(0, first.index() - SENTENCES_BACK); i--) {
            Sentence sentence = told.get(i);
            if (!sentence.section().tellsOfPatient() || !BEGAN.matcher(sentence.text()).find()) continue;
            Matcher matcher = ONSET_BEFORE.matcher(sentence.text());
            if (matcher.find()) return Optional.of(Fact.of(matcher.group("t"), Dates.iso(matcher.group("t")).orElse(null), sentence.quote(matcher.start("t"), matcher.end("t")), "rule", false));
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
