package casewright.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reactions to drugs of an earlier time (E2B(R3) D.8.r): "previous rash from penicillin", "reacted to influenza vaccine in 2012", and in a list of
/// allergies "penicillin (hives)". A bare allergy is medical history.
final class PastReactionReader {

    private static final int MOST_REACTIONS = 10;
    private static final String TO_DRUG = " (?:from|to|with|on|after|due to|caused by|induced by)(?: taking| receiving)?(?: an?| the)? $";
    private static final Pattern REACTION_BEFORE = Pattern.compile("\\b(?:previous|prior|past|earlier|history of(?: an?)?) (?<r>(?!allerg(?:y|ies)\\b|treatment\\b|exposure\\b)(?:(?!(?:and|or|treatment|treated|managed|controlled|therapy|exposure)\\b)[\\p{L}-]+ ){0,3}(?!treat|therapy|exposure|managed|controlled)[\\p{L}-]+)" + TO_DRUG, Pattern.CASE_INSENSITIVE);
    private static final Pattern REACTED_BEFORE = Pattern.compile("\\b(?:had |has )?(?:(?:previously|once) )?(?:(?<r>reacted)|(?:had|developed|experienced|suffered)(?: an?)? (?<named>(?:(?!(?:and|or)\\b)[\\p{L}-]+ ){0,2}[\\p{L}-]+))" + TO_DRUG, Pattern.CASE_INSENSITIVE);
    /// In a form's box of the history what befell needs no word for the past.
    private static final Pattern IN_BOX_BEFORE = Pattern.compile("(?:^|[,;.(] ?|\\b(?:and|an?|mild|severe|known) )(?<r>(?:(?!(?:and|or|an?|mild|severe|known|treated|managed|controlled)\\b)[\\p{L}-]+ ){0,2}(?!treat|therapy|managed|controlled)[\\p{L}-]+)" + TO_DRUG, Pattern.CASE_INSENSITIVE);
    /// "gabapentin (tinnitus)", "gabapentin, which caused tinnitus" in a list of allergies.
    private static final Pattern ALLERGY_BEHIND = Pattern.compile("^(?: ?\\((?<in>[^()]{3,40})\\)|,? (?:which|that) (?:caused?s?|gave (?:him|her)) (?:an? )?(?<caused>(?:(?!(?:and|or)\\b)[\\p{L}-]+ ?){1,3}))", Pattern.CASE_INSENSITIVE);
    private static final Pattern ALLERGIC = Pattern.compile("(?:(?:mild|severe|skin|generali[sz]ed) )*(?:rash|hives|urticaria|angio-?edema|angio-?oedema|anaphyla\\w+|itching|pruritus|erythema|allergic reaction|swelling|bronchospasm)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SAID_PAST_BEFORE = Pattern.compile("\\b(?:previously|once|in the past|years ago|as a child|in childhood)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern TIME_BEHIND = Pattern.compile("^(?: vaccin(?:e|ation))?,? (?<t>(?:in )?(?:19|20)\\d\\d(?!\\d)|(?:\\d{1,2}|many|several|two|three|four|five|six|seven|eight|nine|ten) years (?:ago|earlier|before)|in the past|as a child|in childhood|previously)", Pattern.CASE_INSENSITIVE);
    private static final Pattern FAMILY = Pattern.compile("\\bfamily\\b|\\b(?:his|her) (?:mother|father|brother|sister|son|daughter)\\b|\\b(?:no|not|never|without|denied|denies)\\b", Pattern.CASE_INSENSITIVE);
    /// "medical history included hypothyroidism on levothyroxine", "had been seizure free on valproate": nothing that a drug did.
    private static final Pattern NO_REACTION = Pattern.compile("\\b(?:medical|surgical|history|included?|includes|been|free|healthy|stable|well|controlled|doing|maintained|diagnos\\w*)\\b", Pattern.CASE_INSENSITIVE);
    private static final int LOOK_BACK = 120;
    private static final int[] NOWHERE = {};

    private final Mentions mentions;
    private final Predicate<Quote> history;
    private final Predicate<Quote> allergies;

    PastReactionReader(Mentions mentions) {
        this(mentions, _ -> false, _ -> false);
    }

    /// @param history   does a place stand in a form's box for the history, allergies among it?
    /// @param allergies does it stand in one for allergies?
    PastReactionReader(Mentions mentions, Predicate<Quote> history, Predicate<Quote> allergies) {
        this.mentions = mentions;
        this.history = history;
        this.allergies = allergies;
    }

    List<PastReaction> read() {
        Map<String, PastReaction> found = new LinkedHashMap<>();
        for (DrugMention drug : mentions.drugs()) {
            if (!drug.sentence().section().tellsOfPatient() || found.size() >= MOST_REACTIONS) continue;
            String before = drug.sentence().before(drug.term().start(), LOOK_BACK);
            if (FAMILY.matcher(before).find()) continue;
            String behind = drug.sentence().text().substring(drug.term().end(), Math.min(drug.sentence().text().length(), drug.term().end() + LOOK_BACK));
            Matcher time = TIME_BEHIND.matcher(behind);
            boolean timed = time.find();
            int[] told = toldBehind(drug, behind);
            if (told.length == 0) told = toldBefore(drug, before, timed);
            if (told.length == 0) continue;
            Map<String, Fact> details = new LinkedHashMap<>();
            if (timed) {
                Quote quote = drug.sentence().quote(drug.term().end() + time.start("t"), drug.term().end() + time.end("t"));
                details.put("start", Fact.of(quote.text(), Dates.iso(quote.text()).orElse(null), quote, "pattern", true));
            }
            Quote reaction = drug.sentence().quote(told[0], told[1]);
            found.putIfAbsent(drug.key() + "/" + reaction.text(), new PastReaction(Fact.of(drug.quote().text(), null, drug.quote(), "dictionary", true), Fact.of(reaction.text(), null, reaction, "pattern", true), details));
        }
        return new ArrayList<>(found.values());
    }

    /// Where the reaction stands behind the drug in a list of allergies; empty where none does.
    private int[] toldBehind(DrugMention drug, String behind) {
        Matcher matcher = ALLERGY_BEHIND.matcher(behind);
        boolean allergy = allergies.test(drug.quote()) || drug.isListedAllergy();
        if (!allergy && !history.test(drug.quote()) || !matcher.find()) return NOWHERE;
        String group = matcher.group("in") != null ? "in" : "caused";
        int from = drug.term().end() + matcher.start(group);
        int to = from + matcher.group(group).stripTrailing().length();
        // in a history "metformin (diabetes since 2010)" says what it is for
        return allergy || isOnlyReaction(drug, from, to) ? checked(drug, from, to) : NOWHERE;
    }

    private boolean isOnlyReaction(DrugMention drug, int from, int to) {
        return ALLERGIC.matcher(drug.sentence().text().substring(from, to)).matches();
    }

    private int[] toldBefore(DrugMention drug, String before, boolean timed) {
        Matcher told = REACTION_BEFORE.matcher(before);
        if (!told.find()) {
            told = history.test(drug.quote()) ? IN_BOX_BEFORE.matcher(before) : REACTED_BEFORE.matcher(before);
            if (!told.find() || !history.test(drug.quote()) && !timed && !SAID_PAST_BEFORE.matcher(before).find()) return NOWHERE;
        }
        String group = told.group("r") != null ? "r" : "named";
        int base = drug.term().start() - before.length();
        return checked(drug, base + told.start(group), base + told.end(group));
    }

    private int[] checked(DrugMention drug, int from, int to) {
        return isReaction(drug, from, to) ? new int[] {from, to} : NOWHERE;
    }

    /// "previous response to metformin" is none.
    private boolean isReaction(DrugMention drug, int from, int to) {
        String words = drug.sentence().text().substring(from, to);
        if (NO_REACTION.matcher(words).find()) return false;
        return words.equalsIgnoreCase("reacted") || words.toLowerCase(Locale.ROOT).endsWith("reaction")
                || mentions.reactions().stream().anyMatch(mention -> mention.sentence().equals(drug.sentence()) && mention.term().start() >= from && mention.term().end() <= to);
    }
}
