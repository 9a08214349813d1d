package casewright.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reactions to drugs of an earlier time (E2B(R3) D.8.r): "previous rash from penicillin", "reacted to influenza vaccine in 2012". A bare allergy is
/// medical history.
final class PastReactionReader {

    private static final int MOST_REACTIONS = 10;
    private static final String TO_DRUG = " (?:from|to|with|on|after|due to|caused by|induced by)(?: taking| receiving)?(?: an?| the)? $";
    private static final Pattern REACTION_BEFORE = Pattern.compile("\\b(?:previous|prior|past|earlier|history of(?: an?)?) (?<r>(?!allerg(?:y|ies)\\b|treatment\\b|exposure\\b)(?:(?!(?:and|or|treatment|therapy|exposure)\\b)[\\p{L}-]+ ){0,3}(?!treatment|therapy|exposure)[\\p{L}-]+)" + TO_DRUG, Pattern.CASE_INSENSITIVE);
    private static final Pattern REACTED_BEFORE = Pattern.compile("\\b(?:had |has )?(?:(?:previously|once) )?(?:(?<r>reacted)|(?:had|developed|experienced|suffered)(?: an?)? (?<named>(?:(?!(?:and|or)\\b)[\\p{L}-]+ ){0,2}[\\p{L}-]+))" + TO_DRUG, Pattern.CASE_INSENSITIVE);
    private static final Pattern SAID_PAST_BEFORE = Pattern.compile("\\b(?:previously|once|in the past|years ago|as a child|in childhood)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern TIME_BEHIND = Pattern.compile("^(?: vaccin(?:e|ation))?,? (?<t>in (?<date>(?:19|20)\\d\\d)(?!\\d)|(?:\\d{1,2}|many|several|two|three|four|five|six|seven|eight|nine|ten) years (?:ago|earlier|before)|in the past|as a child|in childhood|previously)", Pattern.CASE_INSENSITIVE);
    private static final Pattern FAMILY = Pattern.compile("\\bfamily\\b|\\b(?:his|her) (?:mother|father|brother|sister|son|daughter)\\b|\\b(?:no|not|never|without|denied|denies)\\b", Pattern.CASE_INSENSITIVE);
    private static final int LOOK_BACK = 120;

    private final Mentions mentions;

    PastReactionReader(Mentions mentions) {
        this.mentions = mentions;
    }

    List<PastReaction> read() {
        Map<String, PastReaction> found = new LinkedHashMap<>();
        for (DrugMention drug : mentions.drugs()) {
            if (!drug.sentence().section().tellsOfPatient() || found.size() >= MOST_REACTIONS) continue;
            int base = Math.max(0, drug.term().start() - LOOK_BACK);
            String before = drug.sentence().before(drug.term().start(), LOOK_BACK);
            if (FAMILY.matcher(before).find()) continue;
            Matcher time = TIME_BEHIND.matcher(drug.sentence().text().substring(drug.term().end()));
            boolean timed = time.find();
            Matcher told = REACTION_BEFORE.matcher(before);
            if (!told.find()) {
                told = REACTED_BEFORE.matcher(before);
                if (!told.find() || !timed && !SAID_PAST_BEFORE.matcher(before).find()) continue;
            }
            String group = told.group("r") != null ? "r" : "named";
            int from = base + told.start(group);
            int to = base + told.end(group);
            if (!isReaction(drug, from, to)) continue;
            Map<String, Fact> details = new LinkedHashMap<>();
            if (timed) {
                Quote quote = drug.sentence().quote(drug.term().end() + time.start("t"), drug.term().end() + time.end("t"));
                details.put("start", Fact.of(quote.text(), Dates.iso(quote.text()).orElse(null), quote, "pattern", true));
            }
            Quote reaction = drug.sentence().quote(from, to);
            found.putIfAbsent(drug.key(), new PastReaction(Fact.of(drug.quote().text(), null, drug.quote(), "dictionary", true), Fact.of(reaction.text(), null, reaction, "pattern", true), details));
        }
        return new ArrayList<>(found.values());
    }

    /// "previous response to metformin" is none.
    private boolean isReaction(DrugMention drug, int from, int to) {
        String words = drug.sentence().text().substring(from, to);
        return words.equalsIgnoreCase("reacted") || words.toLowerCase(java.util.Locale.ROOT).endsWith("reaction")
                || mentions.reactions().stream().anyMatch(mention -> mention.sentence().equals(drug.sentence()) && mention.term().start() >= from && mention.term().end() <= to);
    }
}
