package casewright.reading;

/// The words that tell of a medicine given no longer: one list for the blame ("stopped because of"), the action taken (E2B(R3) G.k.8) and the
/// dechallenge.
final class StopWords {

    /// Said of something that is given: "was dropped" is none of a blood pressure that dropped.
    private static final String PASSIVE = "(?:was|were|been|be|being|had to be) (?:then |therefore |immediately |thus |duly |finally |also )?(?:dropped|paused|cancell?ed|left (?:off|out)|cut (?:out|short)|(?:turned|switched|shut|broken|struck) off|ended|lifted|pulled|aborted|deleted|set aside|put aside|done without|skipped|off)";
    /// Words that part the patient and the medicine.
    static final String STOPPED = "(?:discontinu\\w+|stopp?(?:ed|ing|s)?|withdr[ae]w\\w*|ceas(?:ed|es|ing|e)|cessation|withh[eo]ld\\w*|held|suspen(?:d\\w*|sion)|interrupt\\w+|halt(?:ed|ing)?|terminat(?:ed|ion|ing)|omitted|omission of|omitting|abandon\\w*|remov(?:ed|al)|quit|given up|gave up|giving up|taken off|took (?:him|her|them|me) off|com(?:e|ing) off|came off|never taken again"
            + "|(?:took|takes|taken|received|given|had) no (?:more|further)\\b(?! than)|(?:crossed|struck) (?:off|from)|steer(?:ed|ing) clear of|shunn(?:ed|ing)|went without|did without|no longer (?:given|taken|used|received|prescribed|took|takes)|(?:was|were) not (?:continued|renewed|repeated|resumed)|d/c(?:'?e?d)?|dc'd|binned|goes today|(?:cross|str[iu]ck|strik|rubb)(?:ed|ing)? (?:[\\w-]+ ){0,2}off (?:the|his|her)|(?:wean|taper|tail)(?:ed|ing)? (?:him|her|them|it) off|(?:left|leave|leaving|laid|put|taken|threw|thrown) (?:it|them|this) (?:off|out|aside|away|in the)|not to (?:repeat|restart|retake|reuse)|never (?:to )?(?:retake|be retaken)|off the (?:table|chart|list)|take a break|out of (?:the |his |her )?(?:regimen|combination|treatment|scheme|drug chart)|(?:weaned|tapered|tailed|taper\\w+) off|" + PASSIVE + ")";
    /// Words that put another medicine in its place.
    static final String REPLACED = "(?:replac(?:ed|ing|ement)|switch(?:ed|ing)|swapp(?:ed|ing)|substitut(?:ed|ing|ion)|exchang(?:ed|ing)|changed? (?:from|over|(?:was made )?to(?= (?!intravenous|oral|iv\\b|subcutaneous|intramuscular|once|twice|a lower|a higher)[a-z])))";
    /// Words for less of it.
    static final String REDUCED = "(?:reduc(?:ed|ing|tion)|halv(?:ed|ing)|lower(?:ed|ing)|decreas(?:ed|ing)|taper\\w*|down-?titrat\\w+|cut (?:to|back|down|by)|cut(?= (?:the|his|her) (?:dose|dosage)\\b)|stepped down|scaled back)";
    /// Why it was: what stands behind is blamed.
    static final String BECAUSE = "(?:because of|because (?:he|she|the patient|the child|it)(?: had)?|due to|owing to|secondary to|as a (?:result|consequence) of|on account of|on suspicion of|under the suspicion of|in view of|in (?:the )?light of|out of concern (?:for|about|over)|for fear of|on the grounds of|in response to|prompted by|on the appearance of|at the first signs? of|given (?:the |his |her |this ))";
    /// What stands before is blamed: "the neuropathy led us to stop it".
    static final String LED_TO = "(?:led|prompt(?:ed|ing)|forc(?:ed|ing)|oblig(?:ed|ing)|persuaded|made (?:us|him|her|them|it)|requir(?:ed|ing)|necessitat(?:ed|ing)|mandat(?:ed|ing)|dictated|compell(?:ed|ing)|caused (?:us|him|her|them)|result(?:ed|ing) in|leading|meant that|so that|so severe that|for which|whereupon|and (?:so|therefore|hence|consequently))";

    /// How a medicine that was named before is called when it is stopped, given again or blamed.
    static final String MEDICINE_AGAIN = "(?:(?:the|this|that|these|those|her|his|their) (?:(?:(?:[\\w-]+ ){0,2}(?:tablets?|capsules?|pills?|drops|injections?|infusions?|cream|ointment|gel|patch(?:es)?|inhaler|spray|syrup|suspension|jabs?|shots?|pen|chewable|bottle))|(?:(?:new|second|offending|same|said|suspect(?:ed)?|responsible|culprit|oral|daily|extra|whole) ){0,2}(?:drug|medicine|medication|agent|prophylaxis|preparation|compound|product|supplement|course|treatment|therapy|prescription|dose|dosage))\\b(?! of (?!his|her|their))|Prophylaxis|Treatment|Therapy)";

    private StopWords() {
    }
}
