package casewright.reading;

import casewright.reading.ReactionMention.Said;
import casewright.reading.text.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Conditions before or besides the reaction: told as history, or as what a drug was given for before.
final class HistoryReader {

    private static final int MOST_CONDITIONS = 20;
    private static final Pattern HISTORY_SENTENCE = Pattern.compile(
            "\\b(?:history of|history included|medical history|past history|PMHx?|h/o|known case of|comorbidit\\w*|co-morbidit\\w*|underlying|pre-?existing|had been diagnosed|previously diagnosed|diagnosed (?:at|in|\\d+ years)|background of|long-?standing|history was|status post|s/p|chronic|who had|with a known|since (?:childhood|birth|his \\d0s|her \\d0s)|suffering from|controlled)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern HISTORY_OF = Pattern.compile("\\b(?:history of|long-?standing|known) (?:[\\w-]+ ){0,2}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern RECENT = Pattern.compile("\\b(?:complaint|(?:sudden|recent|acute|brief|short) history|\\w+[- ](?:hour|day|week|month)s?'?[- ](?:history|complaint)|for (?:the past |the last )?\\w+ (?:days?|weeks?))\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern PATIENT_WITH = Pattern.compile("\\b(?:man|woman|boy|girl|male|female|patient|infant|child|lady|gentleman|\\d{1,3}-year-old(?: (?!with\\b|and\\b|who\\b)[\\w-]+){1,3})\\b(?:(?!\\b(?:became|fell|got|ill|developed)\\b)[^.;]){0,40}\\b(?:with|suffering from|having|who had|diagnosed with)\\b[^.;]{0,90}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern DIAGNOSED = Pattern.compile("\\b(?:diagnos\\w+|admitted (?:to [^.;,]{3,40} )?(?:with|for)|because of|due to|suffer\\w* from|confirmed|\\w+ectomy for|surgery for|resection (?:of|for)|consistent with|developed|(?:he|she|patient) (?:has|had))\\b[^.;]{0,60}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern FAMILY = Pattern.compile("\\bfamily\\b|\\b(?:his|her) (?:mother|father|brother|sister|son|daughter)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern PRESENT = Pattern.compile("\\b(?:presented|presenting|admitted|complain\\w*|referred|came|visited|brought)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ALLERGY_BEHIND = Pattern.compile(" allerg(?:y|ies)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ALLERGIC_TO = Pattern.compile("\\b(?:allerg(?:y|ies|ic) to|intolerance (?:to|of)) $", Pattern.CASE_INSENSITIVE);

    private static final Pattern HEAD_OF_ALLERGIES = Pattern.compile("\\ballergies$", Pattern.CASE_INSENSITIVE);

    /// "infarction caused by a spasm": a cause told of the condition.
    private static final Pattern CAUSED_BY = Pattern.compile("\\b(?:caused by|resulting from) (?:[\\w-]+ ){0,3}$", Pattern.CASE_INSENSITIVE);

    private static final int MOST_BESIDE_A_DIAGNOSIS = 40;

    private final Mentions mentions;

    HistoryReader(Mentions mentions) {
        this.mentions = mentions;
    }

    /// @param reactionKeys what is drafted as a reaction is not history
    /// @param event        index of the sentence in which the reaction is told first
    /// @param firstSuspect index of the sentence in which a suspect drug is named first: conditions told before it were there before it
    List<ConditionFacts> read(Set<String> reactionKeys, int event, int firstSuspect) {
        Map<String, ConditionFacts> found = new LinkedHashMap<>();
        for (ReactionMention mention : mentions.reactions()) {
            Sentence sentence = mention.sentence();
            if (!sentence.section().tellsOfPatient() || found.size() >= MOST_CONDITIONS) continue;
            if (isHeadOfAllergies(mention)) continue;
            String key = Worsening.condition(mentions.keyOf(mention));
            if (reactionKeys.contains(key) || key.equals("death") || isSignOfReaction(mention, key, reactionKeys) || FAMILY.matcher(sentence.text().substring(0, mention.term().start())).find()) continue;
            boolean told = mention.said() == Said.HISTORY && !CAUSED_BY.matcher(sentence.before(mention.term().start(), 60)).find() && !RECENT.matcher(sentence.text()).find() || mention.said() == Said.AFFIRMED && listedWithHistory(mention)
                    || mention.said() == Said.TREATED && (sentence.index() <= event || HISTORY_OF.matcher(sentence.before(mention.term().start(), 40)).find()) || isPatientWith(mention) || isLineOfDiagnoses(mention) || isDiagnosedBefore(mention, firstSuspect);
            boolean symptom = mentions.vocabulary().reactions().isSymptom(mention.term().text());
            if (!told || symptom && !sentence.text().toLowerCase(Locale.ROOT).matches("(?s).*(?:history of|chronic) " + Pattern.quote(mention.term().text().toLowerCase(Locale.ROOT)) + ".*")) continue;
            ConditionFacts condition = new ConditionFacts(Fact.of(mention.term().text(), null, mention.quote(), "dictionary", HISTORY_SENTENCE.matcher(sentence.text()).find()),
                    ConditionDetails.at(sentence.quote(), mention.term().start(), mention.term().end(), "pattern"));
            found.merge(key, condition, ConditionFacts::completedBy);
        }
        allergies(found);
        return new ArrayList<>(found.values());
    }

    /// "admitted for hyponatraemia", which turned out to be the reaction's.
    private boolean isSignOfReaction(ReactionMention mention, String key, Set<String> reactionKeys) {
        return mention.said() == Said.AFFIRMED && reactionKeys.stream().anyMatch(reaction -> mentions.vocabulary().reactions().isSignOf(key, reaction));
    }

    /// "a known penicillin allergy", "allergic to sulfonamides".
    private void allergies(Map<String, ConditionFacts> found) {
        for (DrugMention drug : mentions.drugs()) {
            Sentence sentence = drug.sentence();
            if (!sentence.section().tellsOfPatient() || found.size() >= MOST_CONDITIONS || drug.isDenied() || FAMILY.matcher(sentence.text().substring(0, drug.term().start())).find()) continue;
            Matcher behind = ALLERGY_BEHIND.matcher(sentence.text()).region(drug.term().end(), sentence.text().length());
            Matcher before = ALLERGIC_TO.matcher(sentence.text().substring(0, drug.term().start()));
            if (behind.lookingAt()) found.putIfAbsent("allergy " + drug.key(), allergy(sentence, drug.term().start(), behind.end()));
            else if (drug.isListedAllergy()) found.putIfAbsent("allergy " + drug.key(), new ConditionFacts(Fact.of("allergy to " + drug.term().text(), null, drug.quote(), "dictionary", true), Map.of()));
            else if (before.find()) found.putIfAbsent("allergy " + drug.key(), allergy(sentence, before.start(), drug.term().end()));
        }
    }

    /// "Medication allergies included gabapentin": what stands behind it is told, drug by drug.
    private boolean isHeadOfAllergies(ReactionMention mention) {
        return HEAD_OF_ALLERGIES.matcher(mention.term().text()).find() && mentions.drugsIn(mention.sentence()).stream().anyMatch(drug -> drug.term().start() > mention.term().end() && drug.isListedAllergy());
    }

    private static ConditionFacts allergy(Sentence sentence, int from, int to) {
        return new ConditionFacts(Fact.of(sentence.text().substring(from, to), null, sentence.quote(from, to), "dictionary", true), ConditionDetails.at(sentence.quote(), from, to, "pattern"));
    }

    /// "3. Arterial hypertension": a line of a letter's diagnoses that names what one has for life, and nothing else.
    private static boolean isLineOfDiagnoses(ReactionMention mention) {
        return mention.said() == Said.AFFIRMED && HowSaid.isForLife(mention) && mention.sentence().text().length() <= mention.term().text().length() + MOST_BESIDE_A_DIAGNOSIS;
    }

    /// "He was admitted with acute depression. Haloperidol was begun": a condition, not a complaint, told before the drug.
    private boolean isDiagnosedBefore(ReactionMention mention, int firstSuspect) {
        if (mention.said() != Said.AFFIRMED || mention.sentence().index() >= firstSuspect && !isBeforeDrugOf(mention, firstSuspect)) return false;
        return DIAGNOSED.matcher(mention.sentence().text().substring(0, mention.term().start())).find();
    }

    /// "She was diagnosed with pyelonephritis, for which ceftriaxone was started": told in one sentence with the suspect, before it.
    private boolean isBeforeDrugOf(ReactionMention mention, int firstSuspect) {
        return mention.sentence().index() == firstSuspect && mentions.drugsIn(mention.sentence()).stream().allMatch(drug -> drug.term().start() > mention.term().end())
                && mention.sentence().text().substring(mention.term().end()).matches("(?is)^.{0,90}\\b(?:for which|treated with|managed with|and (?:was|had been) (?:being )?(?:on|taking|receiving|treated))\\b.*");
    }

    /// "A 57-year-old man with Crohn's disease": told of the patient at the very beginning.
    private boolean isPatientWith(ReactionMention mention) {
        if (mention.said() != Said.AFFIRMED && mention.said() != Said.TREATED) return false;
        return isOfPatientWith(mention.sentence().text().substring(0, mention.term().start()));
    }

    /// @param before the sentence up to the condition
    static boolean isOfPatientWith(String before) {
        return PATIENT_WITH.matcher(before).find() && !PRESENT.matcher(before).find();
    }

    /// "history of hypertension, diabetes and gout": the later ones of a list belong to it.
    private boolean listedWithHistory(ReactionMention mention) {
        String before = mention.sentence().text().substring(0, mention.term().start());
        var matcher = HISTORY_SENTENCE.matcher(before);
        int last = -1;
        while (matcher.find()) last = matcher.end();
        if (last < 0 || RECENT.matcher(before).find() || CAUSED_BY.matcher(before).find()) return false;
        String between = before.substring(last);
        return !PRESENT.matcher(between).find() && !between.contains(";") && between.length() < 220 && !between.matches("(?is).*\\b(?:developed|experienced|was started|no|without|denied)\\b.*");
    }
}
