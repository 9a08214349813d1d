package casewright.reading;

import casewright.reading.CausalLinks.Strength;
import casewright.reading.Suspicions.Pair;
import casewright.reading.terms.Fold;
import casewright.reading.terms.Term;
import casewright.reading.text.Sentence;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Of the suspected pairs those that a report rests on.
final class BelievedPairs {

    /// What is said of a drug in general counts only where the text tells the same of its patient.
    private static final Pattern GENERAL_TALK = Pattern.compile("\\bshould (?:always )?be (?:considered|suspected|aware|monitored|kept in mind)\\b|\\b(?:is|are) (?:an? )?(?:\\w+ and )?(?:very )?(?:rare|uncommon|known|well[- ]known|common|recogni[sz]ed|potential|serious|frequent)\\b|^[\\w -]{3,40}s (?:often |rarely |commonly |sometimes )?(?:cause|induce|produce|provoke|trigger|lead to)\\b|\\b(?:is|are) (?:commonly|frequently|often|usually|rarely|well|typically) (?:associated|linked)\\b|\\b(?:has|have) (?:also |previously |rarely |recently |occasionally |been ){0,2}been (?:reported|described|implicated|documented|linked|associated) (?:with|in|by|to|as|after|following)\\b|\\b(?:has|have) (?:also |previously |recently )?been (?:implicated|incriminated)\\b", Pattern.CASE_INSENSITIVE);
    /// Says that something befell, not what: of use only where nothing else is told.
    private static final Pattern VAGUE = Pattern.compile("(?:adverse (?:drug )?(?:reaction|event|effect)|side[- ]effect|(?:drug|medication)[- ]induced (?:injury|disease|reaction|disorder|toxicity)|injury|(?:(?:laboratory|clinical|h(?:a)?ematologic\\w*|biochemical|metabolic) )?(?:abnormality|abnormalitie|derangement|complication|manifestation))s?", Pattern.CASE_INSENSITIVE);
    /// What a culture shows is what the patient was ill with.
    private static final Pattern CULTURED = Pattern.compile("\\b(?:cultures?|aspirates?|smears?|stains?|sputum|specimens?)\\b[^.;]{0,60}\\b(?:reveal\\w*|show\\w*|grew|yield\\w*|positive for|identified|isolated)\\b[^.;]{0,40}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern FOUND_BY_TEST = Pattern.compile("\\b(?:CT|MRI|x-rays?|radiographs?|scans?|scanning|tomograph\\w*|imaging|ultraso\\w+|echocardiogra\\w+|electrocardiogra\\w+|ECG|EEG|biops\\w+|patholog\\w+|blood gas(?:es)?|analysis|endoscopy|colonoscopy|bronchoscopy|angiogra\\w+)\\b[^.;]{0,80}\\b(?:show|reveal|demonstrat|disclos|indicat|confirm|detect|consistent)\\w*\\b[^.;]*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern CAUSED = Pattern.compile("\\b(?:after|following|due|secondary|caused|induced|related|associated|attribut\\w+|because)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern INFECTION = Pattern.compile("\\b(?:(?<!difficile )infection|sepsis|septic|septic(?:a)?emia|bacter(?:a)?emia|(?<!organizing )(?<!organising )(?<!eosinophilic )(?<!interstitial )pneumonia|abscess|cellulitis|endocarditis|osteomyelitis|tonsillitis|sinusitis|pharyngitis|tuberculosis)\\b", Pattern.CASE_INSENSITIVE);
    private static final List<String> AGAINST_INFECTION = List.of("antibiotic", "antiviral", "antifungal");

    private final Mentions mentions;
    private final List<Pair> suspected;
    private final Map<String, Boolean> older = new HashMap<>();
    private final Map<Integer, Boolean> general = new HashMap<>();

    BelievedPairs(Mentions mentions, List<Pair> suspected) {
        this.mentions = mentions;
        this.suspected = suspected;
    }

    static boolean isGeneralTalk(Sentence sentence) {
        return GENERAL_TALK.matcher(sentence.text()).find();
    }

    /// Asked of each sentence once, however many drugs it names.
    private boolean isOfGeneralTalk(Sentence sentence) {
        return general.computeIfAbsent(sentence.index(), _ -> isGeneralTalk(sentence));
    }

    /// Pairs without what the blamed drug is given for, and without what the patient had before it.
    List<Pair> find() {
        List<Pair> believed = suspected.stream().filter(pair -> !CULTURED.matcher(pair.reaction().sentence().before(pair.reaction().term().start(), 160)).find()).filter(pair -> pair.strength() == Strength.STATED || !isOlderThanTheDrug(pair)).filter(pair -> !isGeneral(pair.reaction()) && !isGivenForInfection(pair)).filter(pair -> !isFindingOnly(pair) && !isPatientWith(pair)).toList();
        believed = withoutGeneralTalk(believed);
        List<Pair> named = believed.stream().filter(pair -> !VAGUE.matcher(pair.reaction().term().text()).matches()).toList();
        if (named.isEmpty()) return believed;
        Set<String> ofPatient = named.stream().filter(pair -> !isOfGeneralTalk(pair.reaction().sentence())).map(pair -> mentions.keyOf(pair.reaction())).collect(Collectors.toSet());
        return ofPatient.isEmpty() ? named : named.stream().filter(pair -> ofPatient.contains(mentions.keyOf(pair.reaction()))).toList();
    }

    /// "Hyponatraemia has also been reported with citalopram": a drug that only such sentences name is none of the patient's, where others are blamed.
    private List<Pair> withoutGeneralTalk(List<Pair> pairs) {
        Set<String> taken = new HashSet<>();
        for (DrugMention drug : mentions.drugs()) if (drug.sentence().section().tellsOfPatient() && !isOfGeneralTalk(drug.sentence())) taken.add(drug.key());
        List<Pair> ofPatient = pairs.stream().filter(pair -> taken.contains(pair.drug().key()) || !isOfGeneralTalk(pair.drug().sentence())).toList();
        return ofPatient.isEmpty() ? pairs : ofPatient;
    }

    /// "CT showed organising pneumonia" in a text that names what the drug did: the finding led to that diagnosis.
    private boolean isFindingOnly(Pair pair) {
        if (pair.strength() == Strength.STATED || !FOUND_BY_TEST.matcher(pair.reaction().sentence().before(pair.reaction().term().start(), 200)).find()) return false;
        boolean namedByModelOnly = pair.reaction().term().kind() == Term.Kind.MODEL && !pair.reaction().isAnaphor();
        return suspected.stream().filter(other -> other.drug().key().equals(pair.drug().key()))
                .anyMatch(other -> other.strength() == Strength.STATED && !isGeneral(other.reaction()) || namedByModelOnly && other.reaction().term().kind() != Term.Kind.MODEL);
    }

    /// "a woman with renal dysfunction was switched to rivaroxaban": what she had before.
    private static boolean isPatientWith(Pair pair) {
        Sentence sentence = pair.reaction().sentence();
        if (pair.strength() == Strength.STATED || pair.drug().sentence() != sentence || pair.drug().term().start() < pair.reaction().term().end()) return false;
        return HistoryReader.isOfPatientWith(sentence.text().substring(0, pair.reaction().term().start())) && !CAUSED.matcher(sentence.text().substring(pair.reaction().term().end(), pair.drug().term().start())).find();
    }

    /// "Twelve days after vancomycin he developed sepsis": what antibiotics are given against, unless the text says that they did it.
    private boolean isGivenForInfection(Pair pair) {
        return pair.strength() != Strength.STATED && INFECTION.matcher(mentions.keyOf(pair.reaction())).find() && AGAINST_INFECTION.stream().anyMatch(family -> mentions.vocabulary().drugs().belongs(pair.drug().key(), family) || pair.drug().key().equals(family));
    }

    private boolean isOlderThanTheDrug(Pair pair) {
        return older.computeIfAbsent(pair.drug().key() + "/" + mentions.keyOf(pair.reaction()), _ -> isOlder(pair));
    }

    private boolean isOlder(Pair pair) {
        String key = mentions.keyOf(pair.reaction());
        String condition = Worsening.condition(key);
        int firstDrug = mentions.drugs().stream().filter(drug -> drug.key().equals(pair.drug().key())).mapToInt(drug -> drug.sentence().index()).min().orElse(0);
        return mentions.reactions().stream().filter(mention -> mentions.keyOf(mention).equals(condition)).anyMatch(mention -> switch (mention.said()) {
            case TREATED -> mention.sentence().section().tellsOfPatient() && (condition.equals(key) || !HistoryReader.isOfPatientWith(mention.sentence().text().substring(0, mention.term().start()))) && mentions.drugsIn(mention.sentence()).stream().anyMatch(drug -> drug.key().equals(pair.drug().key()));
            case HISTORY -> condition.equals(key) && mention.sentence().index() <= firstDrug && mention.sentence().section().tellsOfPatient();
            case AFFIRMED, DENIED, DOUBTED, FAMILY -> false;
        });
    }

    private boolean isGeneral(ReactionMention reaction) {
        return Set.of("disease", "syndrome", "reaction", "toxicity", "symptom", "event", "complication", "condition", "disorder").contains(Fold.phrase(reaction.term().text()));
    }
}
