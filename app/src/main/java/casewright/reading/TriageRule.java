package casewright.reading;

import casewright.reading.Triage.Verdict;
import casewright.reading.text.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a document is: a case when a drug is blamed for a reaction of the patient; a special situation without a reaction (GVP VI.B.6); neither.
final class TriageRule {

    private static final Map<String, Pattern> SITUATIONS = situations();
    private static final Pattern NO_EFFECT = Pattern.compile("\\b(?:no|without(?: any)?|denie[ds](?: any)?) (?:\\w+ ){0,2}(?:complaints?|symptoms?|(?:ill|side|adverse|toxic)[- ](?:effects?|events?|reactions?)|harm|consequences)\\b|\\b(?:asymptomatic|symptom-free|remained well)\\b", Pattern.CASE_INSENSITIVE);
    /// Without an effect it is a situation, no reaction.
    private static final Pattern OVERDOSE = Pattern.compile("overdos|(?:intentional|deliberate|accidental|inadvertent)", Pattern.CASE_INSENSITIVE);
    private static final int MOST_QUOTES = 5;
    private static final int SENTENCES_TO_DRUG = 3;

    private TriageRule() {
    }

    static Triage of(Mentions mentions, Suspicions suspicions, PatientFacts facts) {
        boolean onlyOverdose = facts.reactions().stream().allMatch(reaction -> OVERDOSE.matcher(reaction.term().value()).lookingAt()) && mentions.text().ofPatient().stream().anyMatch(sentence -> NO_EFFECT.matcher(sentence.text()).find());
        if (!facts.suspects().isEmpty() && !facts.reactions().isEmpty() && !onlyOverdose) {
            List<Quote> deciding = suspicions.pairs().stream().map(pair -> pair.reaction().sentence().quote()).distinct().limit(MOST_QUOTES).toList();
            return new Triage(Verdict.CASE, "A suspected reaction is told: " + facts.reactions().getFirst().term().value() + " with " + facts.suspects().getFirst().name().value() + ".",
                    deciding.isEmpty() ? facts.reactions().getFirst().term().quotes() : deciding);
        }
        return situation(mentions, false).orElseGet(() -> neither(mentions, suspicions.withdrawn()));
    }

    /// @param named the document is a form that names the product: then the words alone tell the situation
    static Optional<Triage> situation(Mentions mentions, boolean named) {
        for (Map.Entry<String, Pattern> situation : SITUATIONS.entrySet()) {
            for (Sentence sentence : mentions.text().sentences()) {
                Matcher matcher = situation.getValue().matcher(sentence.text());
                boolean drugNear = named || mentions.text().sentences().subList(Math.max(0, sentence.index() - SENTENCES_TO_DRUG), sentence.index() + 1).stream().anyMatch(near -> !mentions.drugsIn(near).isEmpty());
                if (sentence.section().tellsOfPatient() && drugNear && matcher.find()) {
                    return Optional.of(new Triage(Verdict.SPECIAL_SITUATION, "A special situation without a suspected reaction: " + situation.getKey() + ".", List.of(sentence.quote())));
                }
            }
        }
        return Optional.empty();
    }

    private static Triage neither(Mentions mentions, List<Quote> withdrawn) {
        if (!withdrawn.isEmpty()) return new Triage(Verdict.NEITHER, "A medicine was suspected, and the text clears it afterwards (GVP VI.B.2).", withdrawn);
        List<Quote> drugs = new ArrayList<>(mentions.drugs().stream().filter(mention -> mention.sentence().section().tellsOfPatient()).map(mention -> mention.sentence().quote()).distinct().limit(MOST_QUOTES).toList());
        String reason = drugs.isEmpty() ? "No medicine is named for a patient." : "Medicines are named, but the text blames none of them for an untoward event.";
        return new Triage(Verdict.NEITHER, reason, drugs);
    }

    private static Map<String, Pattern> situations() {
        Map<String, Pattern> map = new LinkedHashMap<>();
        map.put("overdose", Pattern.compile("\\b(?:overdos\\w+|took too (?:much|many)|double dose|excessive dose|(?:took|taking|taken|ingest\\w+|swallow\\w+) (?:about |approximately |around |a total of |some |up to )?(?:[1-9]\\d\\d?|ten|eleven|twelve|fifteen|sixteen|twenty|thirty|forty|fifty|sixty|a hundred)(?! ?(?:mg|mcg|µg|g|ml|IU|units?)\\b) (?:\\w+ ){0,3}(?:pills|tablets|capsules)\\b(?!/|[^.;]{0,40}\\b(?:(?:a|per|each|every|once|twice) (?:a |every )?(?:day|week|month|night|morning|daily|weekly)|daily|weekly|monthly|over|for)\\b))", Pattern.CASE_INSENSITIVE));
        map.put("medication error", Pattern.compile("\\b(?:medication error|wrong (?:drug|dose|patient|route|vaccine|medicine|product|age|site)|incorrect (?:dose|vaccine|product)|expired (?:vaccine|product|dose|medicine)|(?:pa?ediatric|adult) dose (?:of [\\w ]{2,30} )?instead of|dispensing error|administered in error|accidentally (?:took|given|received|injected)|by mistake)\\b", Pattern.CASE_INSENSITIVE));
        map.put("misuse or abuse", Pattern.compile("\\b(?:misuse\\w*|abuse[ds]? of|abusing|diversion|(?:to|of) get(?:ting)? high(?![- ](?:blood|resol|qual|fever|dose|level))|for recreational (?:use|purposes)|recreationally)\\b", Pattern.CASE_INSENSITIVE));
        map.put("occupational exposure", Pattern.compile("\\boccupational(?:ly)? expos\\w+|\\b(?:nurse|pharmacist|physician|doctor|technician|worker|employee|vet(?:erinarian)?|carer|caregiver)\\b[^.;]{0,60}\\b(?:spill(?:ed|t)|splash\\w+|pricked|needle-?stick|inhaled|came into contact with|contaminated)\\b|\\bneedle-?stick injur\\w+", Pattern.CASE_INSENSITIVE));
        map.put("off-label use", Pattern.compile("\\boff[- ]label\\b", Pattern.CASE_INSENSITIVE));
        map.put("exposure in pregnancy or breast-feeding", Pattern.compile("\\b(?:exposed to|exposure to|taking|took|received|on)\\b[^.]{0,60}\\b(?:during (?:her |the )?pregnancy|while pregnant|(?:first|second|third) trimester|breast-?feeding)\\b|\\b(?:safety|use|exposure) of \\w+ in pregnancy\\b|\\b(?:in|during) (?:the )?(?:\\w+ week of )?(?:her |the |first )*pregnancy\\b", Pattern.CASE_INSENSITIVE));
        map.put("lack of effect", Pattern.compile("\\b(?:lack of (?:effect|efficacy)|drug ineffective|did not work|no (?:therapeutic )?effect|was ineffective|treatment failure)\\b", Pattern.CASE_INSENSITIVE));
        return map;
    }
}
