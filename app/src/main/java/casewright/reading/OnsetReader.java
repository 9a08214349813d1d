package casewright.reading;

import casewright.reading.text.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// When a reaction began (E2B(R3) E.i.4): the time told with it, with its signs, or with the complaints that led to its diagnosis.
final class OnsetReader {

    private static final Pattern BEGAN = Pattern.compile("\\b(?:develop\\w*|experienc\\w+|complain\\w*|present\\w*|notic\\w+|occur\\w*|appear\\w*|began|started|onset|became|admitted|diagnosed|fallen|risen|rose|fell|dropped|increase|decrease|suffer\\w*|had|showed|revealed|detected|found|decreased|increased)\\b", Pattern.CASE_INSENSITIVE);
    private static final String STOPS = "\\b(?:discontinu\\w*|stopp\\w*|withdr\\w+|cessation)\\b";
    /// A time told by an event: "after two doses of", "after the second cycle", "during the infusion", "at 48 years of age".
    private static final String EVENT_ANCHOR = "\\bwithin (?:\\w+ )?(?:minutes|hours)\\b|\\bafter (?:about |approximately |around )?" + Dates.COUNT + " (?:hours?|days?|weeks?|months?|years?) of (?:treatment|therapy)|\\b" + Dates.COUNT + " (?:hours?|days?|weeks?|months?) post[- ]?operative(?:ly)?\\b|\\bat (?:his|her|the|their|a) (?:[\\w-]+ ){0,3}(?:follow-up|visit|check-?up|review|appointment)\\b|\\b" + Dates.COUNT + " (?:seconds?|minutes?|hours?|days?|weeks?|months?|years?) (?:into|after|following|of|from|since) (?:the |a )?(?:end of (?:the )?|starting |beginning |receiving |initiating |initiation of |commencing |completing |first |second |third |last |start of )?(?:the )?(?:first |second |third |fourth |last )?(?:therapy|treatment|cycle|course|chemotherapy|administration|dose|infusion|injection|exposure|vaccination|use|operation|surgery)\\b|\\bin (?:the )?\\d{1,2}(?:st|nd|rd|th) (?:day|week|month) of\\b|\\b(?:on )?the (?:day after|next day|following day|same day)\\b(?: (?:the )?(?:administration|infusion|injection|dose|vaccination|operation|surgery)(?: of [\\w-]+)?)?|\\bon (?:hospital |treatment )?day \\d{1,3}(?: of (?:[\\w-]+ ){0,2}(?:therapy|treatment|chemotherapy))?|\\bat (?:the age of )?\\d{1,3} years of age|\\bafter " + Dates.COUNT + " (?:hours?|days?|weeks?|months?|years?) of (?:starting|taking|treatment|therapy|using|receiving)(?: [\\w-]+)?|\\b(?:after|during|following|at|upon|since|within|over) (?:the )?(?:past |last )?(?:\\w+ )?(?:doses?|cycles?|injections?|infusions?|course|weeks?|months?|years?|days?|follow-up|vaccination|night|delivery|operation|surgery)(?: (?:of|period|after) ?(?!an?\\b|the\\b)(?:\\w+)?)?";
    private static final Pattern TIME = Pattern.compile(Dates.ANY.pattern() + "|" + EVENT_ANCHOR, Pattern.CASE_INSENSITIVE);

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
    private static final int SENTENCES_TO_DIAGNOSIS = 12;
    private static final Pattern COMPLAINED = Pattern.compile("\\b(?:develop(?:ed|ing)|experienc(?:ed|ing)|complained|presented|noticed|became|awoke|woke|felt|began|appeared|had|reported)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ANCHOR_BEHIND = Pattern.compile(" (?:[\\w-]+ ){0,5}(?:cycle|dose|infusion|injection|course|chemotherapy|treatment|therapy|surgery|operation|vaccination|administration|initiation|start|discontinuation)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern OF_TREATMENT = Pattern.compile(" of (?:the |this |her |his )?(?:treatment|therapy|chemotherapy)\\b", Pattern.CASE_INSENSITIVE);

    private final Mentions mentions;

    OnsetReader(Mentions mentions) {
        this.mentions = mentions;
    }

    /// @param own   the reaction's mentions that tell of the patient, in order
    /// @param signs of the reaction, told of the patient: they tell when it began, where its name does not
    /// @param alone whether it is the only reaction
    Optional<Fact> read(List<ReactionMention> own, List<ReactionMention> signs, boolean alone) {
        boolean signsFirst = !signs.isEmpty() && !own.isEmpty() && signs.getFirst().sentence().index() < own.getFirst().sentence().index();
        return (signsFirst ? onsetOf(signs).or(() -> onsetOf(own)) : onsetOf(own).or(() -> onsetOf(signs))).or(() -> onsetBefore(own, alone)).or(() -> onsetOfComplaints(own));
    }

    /// The time told nearest to the first telling of the reaction; a history ("for 3 weeks", "20-year history") is no onset.
    private Optional<Fact> onsetOf(List<ReactionMention> own) {
        for (ReactionMention mention : own) {
            if (!mention.sentence().section().tellsOfPatient()) continue;
            String text = mention.sentence().text();
            boolean began = BEGAN.matcher(text).find();
            Matcher matcher = TIME.matcher(text);
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
                if (!ReactionDetailReader.DEATH.matcher(mention.term().text()).matches() && DYING.matcher(text.substring(Math.max(0, matcher.start() - 25), matcher.start())).find()) continue;
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
        for (int i = first.index() - 1; i >= Math.max(0, first.index() - ReactionDetailReader.SENTENCES_BACK); i--) {
            Sentence sentence = told.get(i);
            if (!sentence.section().tellsOfPatient() || !BEGAN.matcher(sentence.text()).find()) continue;
            Matcher matcher = ONSET_BEFORE.matcher(sentence.text());
            if (matcher.find()) return Optional.of(Fact.of(matcher.group("t"), Dates.iso(matcher.group("t")).orElse(null), sentence.quote(matcher.start("t"), matcher.end("t")), "rule", false));
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
}
