package casewright.evidence.listedness;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Why a label names a disorder without listing it as a reaction: read from the words around it in its statement.
enum Context {

    /// "was not observed"
    DENIED("says that it does not occur",
            "(?:\\b(?:no|not(?! only| be\\b| been\\b| recommended| established| include)|never|neither|nor|absence of|lack of|free of)\\b" + Words.UP_TO_60 + "|\\bwithout (?:\\S+ ){0,4})",
            "^" + Words.UP_TO_60 + "\\b(?:not|never)\\s+(?:yet\\s+)?(?:been\\s+)?(?:reported|observed|seen|described|associated|found|identified|noted|known|recorded|documented|occur(?:red)?|caused?)\\b|^" + Words.UP_TO_60 + "\\b(?:is|are) (?:not known|unknown)\\b"),
    /// "in patients with hypertension"
    POPULATION("speaks of patients who have it already",
            "\\b(?:patients?|subjects?|individuals|persons|people|women|men|males|females|children|those|adults|recipients|infants)(?: (?!treated|given|receiving|received|taking|who)\\S+){0,4}? "
                    + "(?:with|who (?:currently )?have or have had|who have|who had|having|suffering from|predisposed to|at risk (?:for|of))\\s+" + Words.LIST_OF_STATES
                    + "|\\b(?:level|degree|stage|severity|presence|setting|course|duration|time|recurrence) of (?:\\S+ ){0,2}|% ?\\)? had (?:an? )?|\\b(?:at baseline|median age|mean age|enrolled)\\b[^;]*|\\bwhose [^.;:]{0,120}|\\buntil (?:\\S+ )?|\\bother than ",
            "^\\s*(?:patients?|subjects?|population|virus|status|score|scale)\\b|^\\s*:\\s*(?:the )?(?:most common|exposure|safety|adverse reactions)"),
    /// "increased toxicity in renal impairment"
    STATE_OF_THE_PATIENT("speaks of patients who have it already", "(?<!increases?|decreases?|reductions?|elevations?|changes?|rises?|abnormalit(?:y|ies)|resulted|resulting|results?) in (?:severe |moderate |hepatic or )?", null),
    HISTORY("speaks of the history or of what was there before",
            "\\bhistory of\\s" + Words.LIST_OF_STATES + "|\\b(?:background (?:incidence|rate) of|underlying|pre-?existing|known|prior|previous|concurrent|concomitant|baseline|co-?existing)\\s+"
                    + "(?:[^\\s.;:]+\\s+){0,3}|\\bpredispos\\w+ (?:\\w+ )?(?:to|factors?)[^.;]{0,150}|\\bunderlying [^.;]{0,100}including[^.;]{0,80}|\\brisk factors? (?:for|of|such as|includ)[^.;]{0,200}",
            "^\\s*(?:at baseline)\\b"),
    INDICATION("speaks of what is treated",
            "\\b(?:treatment|management|prevention|prophylaxis|therapy|relief|indicated)(?: or \\S+)? (?:of|for|against) (?:[^\\s.;:,]+\\s+){0,6}|\\b(?:treat|treating|prevent|treated for) (?:[^\\s.;:,]+\\s+){0,3}"
                    + "|\\breduc\\w+ (?:in |of )?the risk of[^.;]{0,80}",
            "^\\s*(?:therapy|therapies|treatment|medications?|trials?|studies|study|drugs|indication|prophylaxis)\\b"),
    WATCHED_FOR("only tells to look for it, or what to do if it comes",
            "\\b(?:(?:evaluat|test|screen)\\w* for|diagnos\\w+ of|suspicion of|suspected|confirmed)\\s+(?:[^\\s.;:]+\\s+){0,4}"
                    + "|\\bmonitor\\w* (?:\\w+ ){0,3}(?:signs|symptoms)\\b[^.;:]{0,150}|\\b(?:if|monitor\\w*(?: \\w+){0,4} for|suggest\\w*(?: of)?|indicat\\w+ of|may indicate|compatible with|advised? (?:\\w+ )?patients? to|patients? (?:should|to) (?:be )?(?:advised|report|seek)|who presents? with|(?:patients?|those|subjects?) (?:who|that) (?:develops?|experiences?|shows?|reports?)|rule out|suspected of)\\b[^.;:]{0,120}"
                    + "|\\b(?:discontinue|interrupt|withhold|stop|suspend) [^.;,]{0,40}\\b(?:for|in case of|in patients)\\b (?:\\S+ ){0,2}",
            "^[^.;]{0,150}should be evaluated"),
    SIGN_OF_ANOTHER("names it as a sign of something else",
            "\\b(?:accompanied by[^.;)]{0,120}|(?:signs?|symptoms?) (?:of|suggestive of)[^.;:]{1,300}|defined as[^.;]{0,150}|\\b(?:may|can) present with[^.;]{0,200}|manifestations? of (?:\\S+ )?)", null),
    /// "medicines known to cause hypotension"
    OTHER_DRUG("speaks of other medicines",
            "\\b(?:medications?|drugs|medicines|products|agents|therapies) (?:known to |that |which )(?:may |can )?(?:cause|prolong|induce|increase)\\b[^.;]{0,150}|\\b(?:unmask|vaccines)\\b[^.;]{0,200}|\\bother medical (?:problems|conditions)[^.;]{0,120}", null),
    /// "injection site reactions (pain, swelling)"
    AT_THE_SITE("names a reaction at the site of administration", "\\b(?:(?:injection|infusion|application)[ -]site|local) (?:\\w+ )?reactions?\\b[^.;]{0,40}(?:\\(|includ\\w+|such as|:|consist\\w+ of|characteri[sz]ed by)[^);]{0,150}", null);

    /// Pieces of the patterns above; a constant of the enum itself is not there yet when they are made.
    private static final class Words {
        static final String UP_TO_60 = "[^;:.]{0,60}";
        /// Until something is told that happened.
        static final String LIST_OF_STATES = "(?:(?!\\b(?:occur\\w*|reported|experienc\\w*|develop\\w*|had|have|has|was|were|are|is|may|can|includ(?:e|ed)|treated|received|receiving|increase\\w*|elevation\\w*|incidence|rates?|due|one|two|three)\\b|, (?:the|a|an) )[^.;:]){0,160}";
    }

    private final String reason;
    private final Pattern before;
    private final Pattern after;

    Context(String reason, String before, @Nullable String after) {
        this.reason = reason;
        this.before = Pattern.compile("(?:" + before + ")$", Pattern.CASE_INSENSITIVE);
        this.after = Pattern.compile(after == null ? "(?!)" : after, Pattern.CASE_INSENSITIVE);
    }

    String reason() {
        return reason;
    }

    /// @param start first character of the reaction in the statement, end excluded
    static Optional<Context> of(String statement, int start, int end) {
        // The dots of "e.g." end nothing.
        String before = statement.substring(Math.max(0, start - 400), start).replace("e.g.", "e,g,").replace("i.e.", "i,e,");
        String after = statement.substring(end, Math.min(statement.length(), end + 120));
        for (Context context : values()) {
            if (context.before.matcher(before).find() || context.after.matcher(after).find()) return Optional.of(context);
        }
        return Optional.empty();
    }
}
