package casewright.evidence.listedness;

import casewright.evidence.listedness.CommonWords.Word;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A reaction at the site of administration, as dictionaries name it ("Injection site pain"), where a label tells the site once for many: "injection site reactions (pain, redness)".
///
/// @param site   "injection", "infusion", "application" or "administration"
/// @param sought what happens there
record SiteReaction(String site, SoughtReaction sought) {

    private static final Pattern TERM = Pattern.compile("(injection|infusion|application|administration)[ -]site (?!reactions?$)(.+)");

    static Optional<SiteReaction> of(String reaction) {
        Matcher term = TERM.matcher(reaction.toLowerCase(Locale.ROOT));
        return term.matches() ? Optional.of(new SiteReaction(term.group(1), SoughtReaction.of(term.group(2), true))) : Optional.empty();
    }

    boolean isListed(String statement, List<Word> words) {
        if (!statement.toLowerCase(Locale.ROOT).contains(site)) return false;
        return sought.places(statement, words).stream().anyMatch(place -> !LongerTerm.holds(statement, words, sought, place)
                && Context.of(statement, words.get(place.first()).start(), words.get(place.last()).end()).filter(context -> context == Context.AT_THE_SITE).isPresent());
    }
}
