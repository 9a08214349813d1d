package casewright.reading;

import casewright.reading.text.Sentence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dechallenge and rechallenge of one drug. Both are stated only where cited words place the improvement, or the return, after the stop or the restart
/// (CIOMS I boxes 20 and 21; E2B(R3) G.k.9.i.4). "Not done" is a rule's conclusion: stopped, and not given again in a text that goes on.
final class ChallengeReader {

    private static final int SENTENCES_AFTER_STOP = 8;
    private static final int SENTENCES_WITHOUT_NAME = 4;
    private static final int SENTENCES_AFTER_RESTART = 3;
    private static final int CHARS_TO_TURN = 60;
    private static final Pattern STOP = Pattern.compile("\\b(?:" + StopWords.STOPPED + "|" + StopWords.REPLACED + "|" + StopWords.REDUCED + ")\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern RESTART = Pattern.compile("\\b(?:resum\\w+|re-?introduc\\w+|re-?challeng\\w+|re-?administ\\w+|re-?start\\w*|re-?expos\\w+|re-?initiat\\w+|(?:given|started|taken|received|administered) again|(?:treated with|given|took|received|exposed to) (?:[\\w-]+ ){1,3}again|(?:oral |intravenous |drug |positive )?(?:challenge|provocation) tests?|again (?:given|started|received|took|administered)|second (?:exposure|administration|challenge)|(?:subsequent|further|later) (?:courses?|cycles?|doses?|infusions?) of|took \\w+ again)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern BETTER = OutcomeWords.pattern(OutcomeWords.OVER + "|" + OutcomeWords.EASING + "|improve|resolving|abat\\w*|recover\\w*|normali[sz]\\w*|regress\\w*|subsid\\w*|gone|went (?:down|away)|decreas\\w+ (?:on|within|after|by)|achieved complete");
    private static final Pattern NOT_BETTER = OutcomeWords.pattern("(?:despite|even after|in spite of)\\b[^.]{0,40}\\b(?:discontinu\\w*|stopp\\w*|withdr\\w+|cessation)|" + OutcomeWords.STAYING + "|persist\\w*|worsen\\w*|deteriorat\\w*");
    private static final Pattern AGAIN = Pattern.compile("\\b(?:recur\\w*|reappear\\w*|relaps\\w*|returned|again|came back|similar (?:symptoms|reaction|episode)|same (?:symptoms|reaction)|confirmed|positive|increas\\w+|rose|worsen\\w*|re-?develop\\w*|re-?occurr?\\w*)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern GIVEN = Pattern.compile("\\b(?:received|given|administered|took|started|taken)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern RECURRED = Pattern.compile("\\b(?:recurred|reappeared|relapsed|re-?occurred|came back)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_AGAIN = Pattern.compile("\\b(?:without (?:any )?(?:recurrence|relapse|reaction|complication|problem|incident|further|adverse)|no (?:recurrence|relapse|further|reaction)|did not (?:recur|reappear)|with (?:well[- ])?controlled|remain\\w* (?:well[- ])?controlled|successful control|without worsening|(?:well |been )?tolerated without|well tolerated|tolerated (?:it |the \\w+ )?well|uneventful\\w*)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern NOT_RECHALLENGED = Pattern.compile("\\b(?:(?:no|without(?: any)?|declined|refused) (?:drug )?re-?challenge\\b|(?:not|never) (?:been )?re-?(?:challenged|exposed|introduced|started|administered)\\b|re-?(?:challenge|exposure|introduction|administration)(?: with \\w+)? (?:was|were|had been) (?:not|never|neither) (?:done|tried|performed|attempted|carried out|undertaken|given|considered|made|possible)\\b|re-?challenge (?:was )?(?:contraindicated|refused|declined))", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAKEN_AGAIN = Pattern.compile("\\b(?:(?:was|were|been|and|he|she|then|patient|it) (?:\\w+ )?(?:resumed|re-?introduced|re-?administered|re-?started|re-?initiated|re-?challenged)|(?:given|started|taken) again)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_DONE = Pattern.compile("\\b(?:not|never|no|without|before|until|if|should|declined|refused)\\b", Pattern.CASE_INSENSITIVE);
    /// "After the rash had resolved, metoprolol was stopped", "was stopped once she had recovered": better before the stop.
    private static final Pattern LATER_THAN = Pattern.compile("\\b(?:after|once|when|as|since|because|on|upon|with|following|by|due to|owing to)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern STOPPED_ONCE_BETTER = Pattern.compile("\\b(?:after|once|when|because|as|since) (?:(?!and\\b|then\\b|with\\b|stopp|discont|withdr|cessat)[a-z-]+ ){1,4}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern CHALLENGE_TEST = Pattern.compile("\\b(?:challenge|provocation) tests?\\b", Pattern.CASE_INSENSITIVE);

    /// "was withdrawn following worsening of the tremor": why it was stopped.
    private static final Pattern REASON_OF_STOP = Pattern.compile("\\b(?:following|because of|due to|owing to|after|for|as|since|with) (?:(?!stopp|discontinu|withdr|cessation)\\w+ ){0,3}$", Pattern.CASE_INSENSITIVE);

    private final Mentions mentions;

    ChallengeReader(Mentions mentions) {
        this.mentions = mentions;
    }

    /// @param own       mentions of the drug, or of its class where only the class was stopped
    /// @param reactions names of the reactions: an improvement or a return has to be theirs, or the patient's as a whole
    /// @param action    what was done with the drug, or null
    Map<String, Fact> read(List<DrugMention> own, List<ReactionMention> reactions, @org.jspecify.annotations.Nullable Fact action) {
        Map<String, Fact> found = new LinkedHashMap<>();
        Optional<Fact> again = rechallenge(own, reactions);
        again.or(this::statedNotDone).ifPresent(fact -> found.put("rechallenge", fact));
        boolean stopped = action != null && (action.value().equals("withdrawn") || action.value().equals("dose reduced"));
        if (action != null && !found.containsKey("rechallenge") && (action.value().equals("withdrawn") || action.value().equals("not applicable"))) {
            if (action.value().equals("not applicable") || isFollowed(action) && !isTakenUpAgain(own, action)) found.put("rechallenge", new Fact("not done", "4", action.quotes(), List.of("rule"), null, false, List.of()));
        }
        if (stopped) dechallenge(own, reactions).ifPresent(fact -> found.put("dechallenge", fact));
        if (action != null && action.value().equals("not applicable")) found.put("dechallenge", new Fact("not applicable", "3", action.quotes(), List.of("rule"), null, false, List.of()));
        return found;
    }

    /// Does the text go on behind the stop? Where it ends there, nobody knows whether the drug was given again.
    private boolean isFollowed(Fact action) {
        Quote stop = action.quotes().getLast();
        return mentions.text().ofPatient().stream().filter(sentence -> sentence.document() == stop.document() && (sentence.page() > stop.page() || sentence.page() == stop.page() && sentence.end() > stop.end()))
                .anyMatch(sentence -> sentence.page() != stop.page() || sentence.start() >= stop.end() || BETTER.matcher(sentence.text()).find() || NOT_BETTER.matcher(sentence.text()).find());
    }

    /// "Metoprolol was stopped. Two weeks later it was restarted": given again, whatever followed.
    private boolean isTakenUpAgain(List<DrugMention> own, Fact action) {
        Quote stop = action.quotes().getLast();
        for (Sentence sentence : mentions.text().ofPatient()) {
            if (sentence.document() != stop.document() || sentence.page() < stop.page() || sentence.page() == stop.page() && sentence.end() <= stop.start()) continue;
            Matcher again = TAKEN_AGAIN.matcher(sentence.text());
            while (again.find()) {
                if (sentence.page() == stop.page() && sentence.start() + again.start() < stop.end() || NOT_DONE.matcher(sentence.before(again.start(), 30)).find()) continue;
                boolean others = mentions.drugsIn(sentence).stream().anyMatch(drug -> own.stream().noneMatch(one -> one.key().equals(drug.key())));
                if (!others || own.stream().anyMatch(one -> one.sentence() == sentence && near(one, TAKEN_AGAIN, 30))) return true;
            }
        }
        return false;
    }

    private Optional<Fact> statedNotDone() {
        for (Sentence sentence : mentions.text().ofPatient()) {
            Matcher not = NOT_RECHALLENGED.matcher(sentence.text());
            if (not.find()) return Optional.of(Fact.of("not done", "4", sentence.quote(not.start(), not.end()), "pattern", true));
        }
        return Optional.empty();
    }

    private Optional<Fact> dechallenge(List<DrugMention> own, List<ReactionMention> reactions) {
        List<Sentence> told = mentions.text().ofPatient();
        for (DrugMention mention : own) {
            int at = stopOf(mention, told);
            if (at < 0) continue;
            for (int i = at; i < Math.min(told.size(), at + 1 + SENTENCES_AFTER_STOP); i++) {
                Sentence sentence = told.get(i);
                Matcher worse = NOT_BETTER.matcher(sentence.text());
                Matcher better = BETTER.matcher(sentence.text());
                boolean about = i == at || OrganFunction.of(reactions.stream().map(mentions::keyOf).toList()).stream().anyMatch(organ -> organ.words().matcher(sentence.text()).find()) || names(sentence, reactions) || i - at <= SENTENCES_WITHOUT_NAME && isAbout(sentence, reactions);
                Optional<Fact> organ = i > at ? organBetter(mention, sentence, reactions) : Optional.empty();
                if (organ.isPresent()) return organ;
                if (!about) continue;
                while (better.find()) {
                    if (OutcomeWords.isNegated(sentence.text(), better.start()) || OutcomeWords.isExpected(sentence.text(), better.start(), better.end()) || i == at && isBetterBeforeStop(sentence.text(), better)) continue;
                    return Optional.of(cited("positive", "1", mention, sentence, better.start(), better.end()));
                }
                if (i - at <= 2 && worse.find() && !(i == at && REASON_OF_STOP.matcher(sentence.text().substring(0, worse.start())).find())) return Optional.of(cited("negative", "2", mention, sentence, worse.start(), worse.end()));
            }
        }
        return Optional.empty();
    }

    /// "Creatinine fell to 1.6 mg/dL" behind the stop.
    private Optional<Fact> organBetter(DrugMention mention, Sentence sentence, List<ReactionMention> reactions) {
        for (OrganFunction organ : OrganFunction.of(reactions.stream().map(mentions::keyOf).toList())) {
            Matcher function = organ.words().matcher(sentence.text());
            if (!function.find()) continue;
            Matcher turn = organ.better().matcher(sentence.text()).region(function.end(), Math.min(sentence.text().length(), function.end() + CHARS_TO_TURN));
            if (turn.find()) return Optional.of(cited("positive", "1", mention, sentence, turn.start(), turn.end()));
        }
        return Optional.empty();
    }

    /// In the sentence of the stop itself the words have to place the improvement behind it: nothing follows from one that came before.
    private static boolean isBetterBeforeStop(String text, Matcher better) {
        Matcher stop = STOP.matcher(text);
        boolean before = false;
        while (stop.find()) {
            if (stop.end() <= better.start() && !STOPPED_ONCE_BETTER.matcher(text.substring(stop.end(), better.start())).find()) return false;
            if (stop.start() >= better.end() && LATER_THAN.matcher(text.substring(better.end(), stop.start())).find()) return false;
            before |= stop.start() >= better.end() || stop.end() <= better.start();
        }
        return before;
    }

    /// @return index of the sentence that tells the stop of the drug, alone or with all others, or -1
    private static int stopOf(DrugMention mention, List<Sentence> told) {
        int at = told.indexOf(mention.sentence());
        if (at < 0 || near(mention, STOP, 60)) return at;
        for (int i = at + 1; i < Math.min(told.size(), at + 1 + SENTENCES_WITHOUT_NAME); i++) if (DrugDetailReader.STOPPED_TOGETHER.matcher(told.get(i).text()).find()) return i;
        return -1;
    }

    private Optional<Fact> rechallenge(List<DrugMention> own, List<ReactionMention> reactions) {
        List<Sentence> told = mentions.text().ofPatient();
        for (DrugMention mention : own) {
            int at = told.indexOf(mention.sentence());
            if (at < 0 || !isRestarted(mention) && !(isGivenAfterStop(mention, own) && names(mention.sentence(), reactions) && RECURRED.matcher(mention.sentence().text()).find(mention.term().end()))) continue;
            for (int i = at; i < Math.min(told.size(), at + 1 + SENTENCES_AFTER_RESTART); i++) {
                Sentence sentence = told.get(i);
                Matcher none = NOT_AGAIN.matcher(sentence.text());
                if (none.find()) return Optional.of(cited("negative", "2", mention, sentence, none.start(), none.end()));
                Matcher again = AGAIN.matcher(sentence.text());
                boolean returned = again.find() && (i > at || again.start() > mention.term().end()) && (isAbout(sentence, reactions) || CHALLENGE_TEST.matcher(sentence.text()).find());
                if (returned) return Optional.of(cited("positive", "1", mention, sentence, again.start(), again.end()));
            }
        }
        return Optional.empty();
    }

    /// Not "it must not be given again".
    private static boolean isRestarted(DrugMention mention) {
        Sentence sentence = mention.sentence();
        return RESTART.matcher(sentence.text()).results().anyMatch(again -> {
            int distance = again.start() >= mention.term().end() ? again.start() - mention.term().end() : mention.term().start() - again.end();
            return distance >= 0 && distance <= 60 && !NOT_DONE.matcher(sentence.before(again.start(), 20)).find();
        });
    }

    /// "She received trastuzumab, but the hepatitis recurred", told behind its stop.
    private static boolean isGivenAfterStop(DrugMention mention, List<DrugMention> own) {
        return near(mention, GIVEN, 30) && own.stream().anyMatch(earlier -> earlier.sentence().index() < mention.sentence().index() && near(earlier, STOP, 60));
    }

    private boolean isAbout(Sentence sentence, List<ReactionMention> reactions) {
        if (sentence.text().matches("(?is).*\\b(?:both|all|everything|they|these|symptoms?|patient|he|she|condition|clinical|function|consciousness|mental state|status|lesions?|creatinine|kidney|renal|liver|enzymes|levels?|count|values?|mood|behaviou?r|follow-up|x-ray|radiograph|imaging|scan)\\b.*")) return true;
        return names(sentence, reactions);
    }

    private boolean names(Sentence sentence, List<ReactionMention> reactions) {
        return mentions.reactionsIn(sentence).stream().map(mentions::keyOf).anyMatch(here -> reactions.stream().map(mentions::keyOf).anyMatch(one -> one.equals(here) || mentions.vocabulary().reactions().isSignOf(here, one)));
    }

    private static boolean near(DrugMention mention, Pattern verb, int within) {
        Matcher matcher = verb.matcher(mention.sentence().text());
        while (matcher.find()) {
            int distance = matcher.start() >= mention.term().end() ? matcher.start() - mention.term().end() : mention.term().start() - matcher.end();
            if (distance >= 0 && distance <= within) return true;
        }
        return false;
    }

    private static Fact cited(String value, String code, DrugMention mention, Sentence sentence, int start, int end) {
        return new Fact(value, code, List.of(mention.sentence().quote(), sentence.quote(start, end)), List.of("pattern", "rule"), null, false, List.of());
    }
}
