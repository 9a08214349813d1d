package casewright.reading;

import java.util.regex.Pattern;

/// Drugs that stand beside an event because they were given against it, not because they caused it.
final class Remedies {

    private static final Pattern GIVEN = Pattern.compile(
            "\\b(?:treat\\w*|manag\\w*|reliev\\w*|improv\\w*|controlled|respond\\w*|given|receiv\\w*|administ\\w*|infusion|start\\w*|initiat\\w*|prescrib\\w*|despite|therapy|required|need\\w*|using|used)\\b[^,;.]{0,45}$", Pattern.CASE_INSENSITIVE);
    /// "improved with pulse steroid therapy"
    private static final Pattern BETTER_WITH = Pattern.compile("\\b(?:improv\\w*|resolv\\w*|respon[ds]\\w*|recover\\w*|subsid\\w*|relieved|controlled|managed|ameliorat\\w*)(?: \\w+){0,2} (?:with|to|by|on|under|after) (?:[\\w-]+ ){0,4}$", Pattern.CASE_INSENSITIVE);
    /// "prednisone 60 mg daily with improvement of transaminitis"
    private static final Pattern WITH_IMPROVEMENT = Pattern.compile("\\bwith (?:\\w+ ){0,3}(?:improvement|resolution|disappearance|normali[sz]ation|remission|control|relief|regression) (?:of|in) (?:[\\w-]+ ){0,4}$", Pattern.CASE_INSENSITIVE);
    /// "steroid therapy was effective"
    private static final Pattern EFFECTIVE = Pattern.compile("^(?: (?:pulse |therapy |treatment |administration ){1,2})?(?: ?(?:was|were|is|proved) )? ?(?:(?!not )\\w+ )?(?:effective|effectively|successful|successfully|beneficial|helpful|helped)\\b", Pattern.CASE_INSENSITIVE);
    /// "steroid therapy effectively reversed ...": the therapy as such helped.
    private static final Pattern EFFECTIVE_THERAPY = Pattern.compile("^ (?:pulse )?therapy (?:\\w+ )?(?:effectively|successfully)\\b", Pattern.CASE_INSENSITIVE);
    /// "cancer progression": the disease takes its course.
    private static final Pattern PROGRESSION = Pattern.compile("^ (?:progression|progressed|relapse)\\b", Pattern.CASE_INSENSITIVE);
    /// "failed to stop the recurrence of the tumour"
    private static final Pattern OF_DISEASE = Pattern.compile("\\b(?:recurrence|progression|relapse|growth|spread) of (?:the |his |her |an? )?$", Pattern.CASE_INSENSITIVE);
    /// "prothrombin complex effectively reversed the coagulopathy"
    private static final Pattern REMEDIED = Pattern.compile("^[^.;,]{0,30}\\b(?:revers|stopp|correct|controll|reliev|alleviat|ameliorat|terminat|abolish|eas|heal|cur)ed (?:(?:the|his|her|all|these|and|\\w+y) ){0,3}(?:[\\w-]+ and (?:\\w+ed )?)?$", Pattern.CASE_INSENSITIVE);
    /// "a rash after receiving amoxicillin": the sequence is the other way round.
    private static final Pattern AFTER_GIVEN = Pattern.compile("\\b(?:after|following|since|upon|while|during|(?:minutes?|hours?|days?|weeks?|months?) (?:of|into)) (?:(?:the|his|her|a|an|first|second|third|last|he|she|was|had|been) ){0,3}(?:treatment|therapy|receiv\\w*|administ\\w*|infusion|start\\w*|initiat\\w*|given|use|using)\\b", Pattern.CASE_INSENSITIVE);
    /// "hypothyroidism occurred, and levothyroxine was started"; the mark stands for the drug.
    private static final Pattern STARTED_FOR_IT = Pattern.compile("(?:,|\\band\\b|\\bso\\b|therefore)[^.;]{0,20}\u0001(?: \\w+){0,2} (?:was|were) (?:started|given|initiated|commenced|begun|administered|added|prescribed)\\b", Pattern.CASE_INSENSITIVE);
    /// "presented with a rash and was prescribed prednisone"
    private static final Pattern PRESENTED_WITH = Pattern.compile("\\b(?:presented|presents|presenting|complain\\w*|came|seen)\\b[^.;]*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern PRESCRIBED = Pattern.compile("\\b(?:was|were|and) (?:then |initially )?(?:prescribed|treated with|started on|given|placed on)\\b", Pattern.CASE_INSENSITIVE);
    /// "was treated with prednisone for cotrimoxazole-induced thrombocytopenia"
    private static final Pattern TREATED_WITH = Pattern.compile("\\b(?:treated|managed|treatment|therapy) (?:successfully )?with [^.;]{0,90}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern FOR_IT = Pattern.compile("^[^.;]{0,70}\\bfor (?:an? |the |his |her )?(?:[\\w/-]+ ){0,4}$", Pattern.CASE_INSENSITIVE);
    /// "developed septicaemia, treated with meropenem, and died": given against what the sentence tells before it.
    private static final Pattern DEVELOPED_AND_TREATED = Pattern.compile("\\b(?:developed|complicated by|contracted|suffered|had)\\b[^.;]{3,60}(?:, | (?:which|that|and) (?:was|were) )(?:successfully )?(?:treated|managed) with (?:[\\w-]+ ){0,3}$", Pattern.CASE_INSENSITIVE);
    /// "has not relapsed since hydroxychloroquine was discontinued"
    private static final Pattern NOT_RELAPSED = Pattern.compile("\\b(?:not|never) (?:relapsed|recurred|reappeared|come back)\\b[^.;]{0,30}\\b(?:since|after)\\b[^.;]{0,30}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern DESPITE = Pattern.compile("\\b(?:despite|in spite of|refractory to|no response to|unresponsive to|not respond(?:ing)? to|(?:failed|unsuccessful|ineffective|futile) (?:courses?|trials?|treatments?|therapy|attempts?) (?:of|with|at))\\b[^.;]{0,60}$", Pattern.CASE_INSENSITIVE);

    /// "Ondansetron 2 mg did not help", "lorazepam was given up as ineffective", "niraparib, evidently no longer effective, was exchanged".
    private static final Pattern WITHOUT_EFFECT = Pattern.compile("(?:(?! (?:and|but|while|whereas) (?!was|were|had|has|did|this|it))(?:[^;.]|\\.(?=\\d))){0,90}?\\b(?:(?:did|had|has|does) not (?:help|work|alter|change|suffice|improve|relieve|control|have any effect)\\w*|(?:was|were|proved|is|as) (?:of no (?:help|avail|benefit|use)|(?:completely |largely )?(?:ineffective|unsuccessful|insufficient|inadequate|futile|useless)|without (?:any )?(?:effect|success|benefit|response))|no longer effective|(?:to|with|of) (?:no|little) (?:avail|effect|benefit|response)|failed to (?:help|improve|relieve|control|work|hold|stop|halt|prevent|suppress|contain|keep)|(?:because of|due to|for|owing to) (?:a )?(?:lack of (?:effect|efficacy|response|benefit)|(?:in)?efficacy|ineffectiveness|insufficient (?:effect|response)|inadequate (?:effect|response)|no response|non-?response))\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern INSTEAD = Pattern.compile("(?:(?! (?:and|but) )[^;.,]){0,50}?\\b(?:in its (?:place|stead)|instead|as (?:an? )?(?:replacement|substitute|alternative)|(?:was|were) substituted)\\b(?! of)", Pattern.CASE_INSENSITIVE);

    private Remedies() {
    }

    /// "New lesions appeared despite clobetasol", "has not relapsed since hydroxychloroquine was discontinued".
    static boolean isInVain(DrugMention drug) {
        String before = drug.sentence().before(drug.term().start(), 90);
        return DESPITE.matcher(before).find() || NOT_RELAPSED.matcher(before).find() || WITHOUT_EFFECT.matcher(drug.sentence().text().substring(drug.term().end())).lookingAt();
    }

    /// Told so anywhere in the text.
    static boolean isInVain(Mentions mentions, String drugKey) {
        return mentions.drugs().stream().anyMatch(mention -> mention.key().equals(drugKey) && isInVain(mention));
    }

    /// "linezolid was stopped, and delamanid was put in its place": what comes instead is none of the suspects.
    static boolean isReplacement(DrugMention drug) {
        return INSTEAD.matcher(drug.sentence().text()).region(drug.term().end(), drug.sentence().text().length()).lookingAt();
    }

    /// Given against the event, or the event got better after it was given.
    static boolean isTreatment(DrugMention drug, ReactionMention reaction) {
        String text = drug.sentence().text();
        if (BETTER_WITH.matcher(text.substring(0, drug.term().start())).find() || reaction.term().end() <= drug.term().start() && EFFECTIVE.matcher(text.substring(drug.term().end())).find() || EFFECTIVE_THERAPY.matcher(text.substring(drug.term().end())).find() || PROGRESSION.matcher(text.substring(reaction.term().end())).find()) return true;
        if (drug.term().end() < reaction.term().start() && WITH_IMPROVEMENT.matcher(text.substring(drug.term().end(), reaction.term().start())).find()) return true;
        if (OF_DISEASE.matcher(text.substring(0, reaction.term().start())).find()) return true;
        boolean eventFirst = reaction.term().end() <= drug.term().start();
        String between = eventFirst ? text.substring(reaction.term().end(), drug.term().start()) : "";
        if (eventFirst && GIVEN.matcher(between).find() && !AFTER_GIVEN.matcher(between).find()) return true;
        if (eventFirst && PRESENTED_WITH.matcher(drug.sentence().before(reaction.term().start(), 200)).find() && PRESCRIBED.matcher(between).find()) return true;
        if (eventFirst && STARTED_FOR_IT.matcher(text.substring(reaction.term().end(), drug.term().start()) + "\u0001" + text.substring(drug.term().end())).find()) return true;
        if (DEVELOPED_AND_TREATED.matcher(drug.sentence().before(drug.term().start(), 120)).find()) return true;
        if (DESPITE.matcher(text.substring(0, drug.term().start())).find()) return true;
        String behind = text.substring(reaction.term().end(), Math.min(text.length(), reaction.term().end() + 70));
        return Suspicions.BETTER.matcher(behind).find() && !Suspicions.STOP.matcher(text).find();
    }

    /// "treated with prednisone for cotrimoxazole-induced thrombocytopenia"
    static boolean isGivenAgainst(DrugMention drug, ReactionMention reaction) {
        String text = drug.sentence().text();
        if (isInVain(drug) || isReplacement(drug)) return true;
        if (drug.term().end() < reaction.term().start() && REMEDIED.matcher(text.substring(drug.term().end(), reaction.term().start())).find()) return true;
        return reaction.term().start() > drug.term().end() && TREATED_WITH.matcher(drug.sentence().before(drug.term().start(), 130)).find() && FOR_IT.matcher(text.substring(drug.term().end(), reaction.term().start())).find();
    }
}
