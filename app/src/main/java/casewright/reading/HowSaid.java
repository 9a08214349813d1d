package casewright.reading;

import casewright.reading.ReactionMention.Said;
import casewright.reading.terms.Term;
import java.util.Locale;
import java.util.regex.Pattern;

/// Whether a sentence affirms a disorder, denies it, doubts it, tells it of the family, of the past, or as what is treated.
///
/// After the idea of NegEx (Chapman 2001): words before or behind the term within its clause; the lists are our own.
final class HowSaid {

    private static final Pattern CLAUSE_END = Pattern.compile("[;:]|, (?:the (?:patient|diagnosis)|a diagnosis|he|she|we)\\b|,? (?:but|however|although|though|except|which|who|whereas|until|yet|then|presenting with|presents? (?:with|to)|presented|was (?:admitted|referred|brought)|who presented|now with|and (?:he|she|the patient|was|were|had|then|subsequently|developed))\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern DENIED_BEFORE = Pattern.compile(
            "\\b(?:no|not|without|denied|denies|denying|negative for|absence of|free of|free from|never|neither|nor|none of|failed to (?:reveal|show|demonstrate)|did not (?:show|reveal|develop|have|demonstrate|suggest|report|experience)|does not have|no (?:evidence|history|sign|signs|symptoms|complaint|complaints|clear symptoms) of|lack of|ruled out|excluded|excluding|unremarkable for|without evidence of|no longer|rather than|instead of|unlikely)\\b[^.;]{0,90}$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern DENIED_BEHIND = Pattern.compile(
            "^[- ]free\\b|^[^.;,]{0,40}\\b(?:was|were|is|are|has been|have been|had been)? ?(?:ruled out|excluded|absent|negative|not (?:observed|found|seen|present|detected|noted|evident|reported|confirmed|demonstrated|identified)|unlikely|denied|not developed)\\b",
            Pattern.CASE_INSENSITIVE);
    /// Said of something that befell; what a drug can do in general "may cause" it.
    static final String MAY_HAVE_CAUSED = "(?:may|might|could|can) (?:well |possibly |also )?have (?:caused|contributed to|led to|triggered|precipitated|induced|provoked|resulted in|produced|exacerbated|aggravated|worsened|been (?:the cause of|responsible for)|played an? (?:\\w+ )?(?:role|part) in)";
    private static final Pattern DOUBTED_BEFORE = Pattern.compile(
            "\\b(?:suspicion of|(?:pre-?|working |provisional |preliminary )diagnosis of|suspected|assuming|assumed|presumed|mistaken for|misdiagnosed as|reports? of|cases? reports? of|risk for|rule out|to exclude|to rule out|possible|possibly|might|may (?:have|be|cause|lead|result|include|occur|develop)|could be|can (?:cause|lead|result|occur|induce|be|include)|risk of|risks? (?:for|include)|prevent|prevention of|prophylaxis (?:of|for|against)|to avoid|screening for|screened for|differential diagnos\\w+|considered|concern(?:s|ed)? (?:for|about|of)|evaluate for|if |fear of|potential|(?<!\\b(?:counts?|tests?|smear|panel|profile|results|gas|analysis|ECG|electrocardiogram|function) (?:was|were|is|are) )suggestive of|(?:test(?:ed|s|ing)?|looked|search(?:ed)?|work-?up|evaluat\\w+|assess\\w+|check(?:ed)?|investigat\\w+|serolog\\w+|PCR|antibod\\w+|antigens?) for|surveyed (?:for )?|predispos\\w+|susceptib\\w+|threat of|(?:scale|score|questionnaire)(?![^.;]*\\d)|incidence of|(?<!heart |pulse |respiratory )rate of|known to cause|has been reported|have been reported|been associated with|in the event of|in case of|watch for|monitor(?:ed|ing)? for)\\b[^.;]{0,60}$",
            Pattern.CASE_INSENSITIVE);
    /// "may have caused the rash": the cause is doubted, not the rash.
    private static final Pattern CAUSE_DOUBTED = Pattern.compile("\\b" + MAY_HAVE_CAUSED + " (?:the|his|her|this|these|that|my|our) (?:[\\w'-]+ ){0,4}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern FAMILY = Pattern.compile("\\b(?:family history|family members?|(?:an?|(?:a )?(?:maternal|paternal)|older|younger|elder|twin|(?:his|her|my)(?: \\w+)?) (?:aunt|uncle|cousin|brother|sister|grandmother|grandfather|niece|nephew)|(?:dad|mum|mom)(?= (?:has|had|is|was|who))|(?<=^|[.,;] )(?:sister|brother|mother|father|aunt|uncle)(?= (?:has|had|is|was|died|who))|(?:his|whose) (?:\\w+ )?(?:father|mother|brother|sister|son|daughter|uncle|aunt|cousin|grandfather|grandmother|wife|parents)|her (?:\\w+ )?(?:father|mother|brother|sister|son|daughter|uncle|aunt|cousin|grandfather|grandmother|husband|parents)|siblings?|relatives|familial)\\b",
            Pattern.CASE_INSENSITIVE);
    /// "A girl, whose sister had lupus, developed a rash": the family's part ends with the clause.
    private static final Pattern WHOSE = Pattern.compile("\\bwhose [^,;]{3,80},", Pattern.CASE_INSENSITIVE);
    /// "Her husband reported irritability": told by the family, not of it.
    private static final Pattern INFORMANT = Pattern.compile("\\bby (?:his|her|the|their) (?:\\w+ )?(?:father|mother|parents|brother|sister|son|daughter|wife|husband|relatives|family)\\b|\\b(?:his|her|the|family members?,? )? ?(?:\\w+ )?(?:father|mother|parents|brother|sister|son|daughter|uncle|aunt|wife|husband|relatives|family|family members|siblings) (?:had |also |then )?(?:reported|noticed|observed|noted|described|stated|said|found|brought|called|mentioned|told|complained|saw|witnessed|thought|had (?:given|instilled|administered))\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern HISTORY_BEFORE = Pattern.compile(
            "\\b(?:(?<!(?:day|week|hour|month)s?[' -]{1,2})(?<!\\b(?:sudden|recent|acute|brief|short) )history of|history included|history includes|history was significant for|history (?:was|is) (?:notable|remarkable|positive) for|past (?:medical )?history|medical history|PMHx?|h/o|known (?:case of|to have|for|to suffer)|(?:previously|formerly) (?:diagnosed|healthy|treated)|diagnosed with[^.;]{0,40}(?:years?|months?) (?:ago|earlier|before|previously)|suffer(?:ing|s) from|background of|comorbidit\\w+|comorbid|pre-?existing|underlying|chronic|long-?standing|had been diagnosed|with (?:a )?known|was known to have|known|(?<!(?:day|week|hour)s? )prior(?! to\\b)|previous(?! to\\b)|status post|s/p|since (?:childhood|birth|his|her|the age|(?:he|she) was))\\b[^.;]{0,110}$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TREATED_BEFORE = Pattern.compile(
            "\\b(?:for (?:the )?(?:treatment|management|therapy|prophylaxis|prevention|control|relief) of|to (?:treat|manage|control|prevent|relieve|alleviate)(?: (?:an?|the|his|her|their))?\\s?(?:[\\w-]+ ){0,3}|(?:treated|prescribed|given|administered|started|initiated|received|taking|took|indicated|used|therapy|treatment|mg|daily|dose|tablets?|medications?|regimen|chemotherapy|on \\w+|day|weekly|drugs?|agents?|steroids?|vaccine|antibiotics?) (?:[\\w()%/.-]+ ){0,5}(?:for|against) (?:an?|the|his|her|their|suspected|presumed|possible|treatment of|concomitant|underlying|refractory|severe|acute|chronic|recurrent|persistent|active|advanced|metastatic)?\\s?(?:[\\w-]+ ){0,3})$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TREATMENT_OF = Pattern.compile("\\b(?:treatment|management|therapy|prevention|prophylaxis) of (?:an? |the )?(?:\\w+[ -]){0,4}$", Pattern.CASE_INSENSITIVE);
    /// "who took metoprolol was seen for weight loss"
    private static final Pattern SEEN_FOR = Pattern.compile("\\b(?:seen|admitted|readmitted|referred|evaluated|hospitali[sz]ed|presented|presents|investigated|examined|consulted) (?:to (?:(?!for\\b)[\\w-]+ ){1,6})?(?:for|because of|due to|with) (?:(?!for\\b|therapy\\b|treatment\\b)[\\w-]+ ){0,4}$", Pattern.CASE_INSENSITIVE);
    /// "in renal failure patients": whom it is about.
    private static final Pattern PATIENTS_BEHIND = Pattern.compile("^ (?:patients|subjects|individuals|population)\\b|^ (?:prophylaxis|prevention)\\b", Pattern.CASE_INSENSITIVE);
    /// "Other causes of the pancreatitis were excluded": not the pancreatitis.
    private static final Pattern OTHER_CAUSES = Pattern.compile("\\b(?:causes?|etiolog(?:y|ies)|aetiolog(?:y|ies)|reasons?|explanations?|sources?) (?:of|for) (?:the |this |his |her )?(?:[\\w-]+ )?$", Pattern.CASE_INSENSITIVE);
    /// "Diagnoses of HIT, DIC and sepsis were entertained": what it might have been.
    private static final Pattern DIAGNOSES = Pattern.compile("\\b(?:diagnoses|differentials|possibilities|(?:etiologies|causes)(?! (?:of|for)\\b))\\b[^.;]*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern CONSIDERED = Pattern.compile("^[^.;]*\\bwere (?:\\w+ )?(?:entertained|considered|excluded|ruled out|discussed)\\b", Pattern.CASE_INSENSITIVE);
    /// "to control atrial fibrillation and ventricular tachycardia": what is joined to a treated disorder.
    private static final Pattern TREATED_TOO = Pattern.compile("\\b(?:for (?:the )?(?:treatment|management|control|prevention) of|to (?:treat|manage|control|prevent|relieve)) (?:[\\w-]+ ){1,4}(?:and|or) (?:[\\w-]+ ){0,3}$", Pattern.CASE_INSENSITIVE);
    /// "medical history of atrial fibrillation; infarction in 2001; and ": a list goes on behind its semicolons.
    private static final Pattern HISTORY_LIST = Pattern.compile("\\b(?:medical|past|surgical|clinical) history\\b(?: (?:was|is|had|were) (?!unremarkable|non))?(?:(?!\\b(?:he|she|presented|developed|admitted|now|started|unremarkable|non-?contributory|after|following|appeared|occurred|noted|noticed|experienced|began|was|were)\\b)[^.])*;(?:(?!\\b(?:he|she|presented|developed|admitted|now|started|unremarkable|non-?contributory|after|following|appeared|occurred|noted|noticed|experienced|began|was|were)\\b)[^.])*$", Pattern.CASE_INSENSITIVE);
    /// "In the absence of any other explanation, ...": said of what stands before the comma.
    private static final Pattern OPENING_PHRASE = Pattern.compile("^(?:In the absence of|Without|With no|Having (?:excluded|ruled out)|After (?:excluding|ruling out|(?:the )?exclusion of)|As no|Since no|Because no) [^;]{3,120}?, (?=(?:the|an?|he|she|we|it|this|that|his|her|our)\\b|[\\w-]+ (?:was|were|is|had)\\b)");
    private static final Pattern LONG_AGO_BEHIND = Pattern.compile("^[^.;]{0,50}\\b(?:since (?:childhood|birth|(?:he|she|I) was|(?:19|20)\\d\\d|his|her)|as a child|in childhood|years ago|in the past)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern TREATED_PATIENT = Pattern.compile("\\b(?:patients?|man|woman|lady|gentleman|boy|girl|male|female|child|infant|adult|individual) (?:\\(.{1,30}\\) )?(?:with|suffering from|having|who had|diagnosed with|affected by) (?:an? |the )?(?:\\w+[ -]){0,5}$", Pattern.CASE_INSENSITIVE);

    /// "Medication allergies included gabapentin, which causes tinnitus": known from before.
    private static final Pattern LISTED_ALLERGIES = Pattern.compile("(?!No\\b)(?:[\\w\u0027]+ ){0,3}allergies (?:included?|includes|were|are)\\b(?:(?!, (?:and|he|she)\\b)[^;]){0,200}?", Pattern.CASE_INSENSITIVE);

    /// "The girl has atopic eczema": what one has for life is no reaction.
    private static final Pattern HAS = Pattern.compile("\\b(?:(?:she|he|patient|girl|boy|man|woman|child|son|daughter|husband|wife|mother|father|I|lady|gentleman|who) (?:also |still )?(?:has|have)|lives with) (?:an? |the )?(?:(?!had\\b|been\\b)[\\w-]+,? ){0,8}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern RECORDED_BEHIND = Pattern.compile("^[^.;]{0,60}\\b(?:was|were) (?:recorded|on record|known|documented)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern FOR_LIFE = Pattern.compile("eczema|gout|(?:hyper|dys)lipid(?:a)?emia|atrial fibrillation|osteopenia|(?:chronic|end-stage) (?:kidney|renal|liver|obstructive) .*|(?:atopic|seborrh?oeic) dermatitis|asthma|(?:type [12] )?diabet\\w+(?: mellitus)?(?: type [12])?|hypertension|high blood pressure|epilepsy|migraines?|COPD|chronic .*|psoriasis|.*arthritis|osteoporosis|hypothyroidism|h(?:a)?emophilia|multiple sclerosis|cystic fibrosis|hay fever|coeliac disease|celiac disease|Crohn.*|ulcerative colitis|Parkinson.*|dementia|glaucoma|autism|.*schizophrenia|bipolar .*|sickle cell .*|recurrent .*|HIV.*|(?:coronary|ischa?emic) heart disease|heart failure", Pattern.CASE_INSENSITIVE);

    /// No pattern looks further back; without a bound each would be tried at every place of an endless sentence.
    private static final int MOST_BEFORE = 240;
    private static final int MOST_OF_FAMILY = 600;
    private static final int LONGEST_BORDER = 60;

    private HowSaid() {
    }

    /// "Hypertension", "asthma": what one has for life is a reaction only where the text says that a drug did it.
    static boolean isForLife(ReactionMention disorder) {
        return !disorder.isWorsened() && FOR_LIFE.matcher(disorder.term().text()).matches();
    }

    static Said of(String sentence, Term term) {
        int from = Math.max(Math.max(clauseStart(sentence, term.start()), phraseEnd(sentence, term.start())), wordBorder(sentence, term.start() - MOST_BEFORE));
        String before = sentence.substring(from, term.start());
        String behind = sentence.substring(term.end(), Math.min(sentence.length(), term.end() + 80));
        String beforeInSentence = sentence.substring(wordBorder(sentence, term.start() - MOST_OF_FAMILY), term.start());
        if (term.start() < MOST_BEFORE && LISTED_ALLERGIES.matcher(sentence.substring(0, Math.min(sentence.length(), term.end() + " included".length()))).matches()) return Said.HISTORY;
        if (FAMILY.matcher(beforeInSentence).find() && FAMILY.matcher(INFORMANT.matcher(WHOSE.matcher(beforeInSentence).replaceAll("")).replaceAll("")).find() && !beforeInSentence.toLowerCase(Locale.ROOT).matches(".*\\bno family history\\b.*\\b(?:but|he|she)\\b.*")) return Said.FAMILY;
        if (DENIED_BEFORE.matcher(before).find() && !before.matches(".*\\bnot (?:only|tolerated|improve|respond|resolve)\\b.*")) return Said.DENIED;
        if (DENIED_BEHIND.matcher(behind).find() && !OTHER_CAUSES.matcher(before).find() || DIAGNOSES.matcher(beforeInSentence).find() && CONSIDERED.matcher(sentence.substring(term.end(), Math.min(sentence.length(), term.end() + MOST_BEFORE))).find()) return Said.DENIED;
        if (DOUBTED_BEFORE.matcher(CAUSE_DOUBTED.matcher(before).replaceAll("")).find() && !before.matches("(?i).*\\bsuspected (?:diagnosis of|to be) .*|.*\\bwe suspected .*|.*\\bwas suspected .*")) return Said.DOUBTED;
        if (TREATED_BEFORE.matcher(before).find() && !SEEN_FOR.matcher(before).find() || TREATMENT_OF.matcher(before).find() || TREATED_PATIENT.matcher(before).find() || TREATED_TOO.matcher(before).find() || PATIENTS_BEHIND.matcher(behind).find()) return Said.TREATED;
        if (HISTORY_BEFORE.matcher(before).find() || FOR_LIFE.matcher(term.text()).matches() && (HAS.matcher(before).find() || RECORDED_BEHIND.matcher(behind).find()) || LONG_AGO_BEHIND.matcher(behind).find() || HISTORY_LIST.matcher(beforeInSentence).find()) return Said.HISTORY;
        return Said.AFFIRMED;
    }

    private static int wordBorder(String sentence, int at) {
        int border = Math.max(0, at);
        while (border > 0 && border < sentence.length() && Character.isLetterOrDigit(sentence.charAt(border - 1))) border++;
        return border;
    }

    private static int phraseEnd(String sentence, int before) {
        var matcher = OPENING_PHRASE.matcher(sentence);
        return matcher.find() && matcher.end() <= before ? matcher.end() : 0;
    }

    private static int clauseStart(String sentence, int before) {
        int start = 0;
        // an earlier border, or one behind, says nothing here
        int from = Math.max(0, before - MOST_BEFORE - LONGEST_BORDER);
        var matcher = CLAUSE_END.matcher(sentence).region(from, Math.min(sentence.length(), before + LONGEST_BORDER)).useTransparentBounds(true).useAnchoringBounds(false);
        while (matcher.find() && matcher.end() <= before) start = matcher.end();
        return start;
    }
}
