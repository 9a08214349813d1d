package casewright.reading;

import casewright.reading.ReactionMention.Said;
import casewright.reading.text.Sentence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Conditions before or besides the reaction: told as history, or as what a drug was given for before.
final class HistoryReader {

    private static final int MOST_CONDITIONS = 20;
    private static final Pattern HISTORY_SENTENCE = Pattern.compile(
            "\\b(?:history of|history included|medical history|past history|known case of|comorbidit|co-morbidit|underlying|pre-?existing|suffering from|had been diagnosed|was diagnosed with|background of|long-?standing|history was|status post|s/p|chronic|who had|with a known|since (?:childhood|birth|his \\d0s|her \\d0s))\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern FAMILY = Pattern.compile("\\bfamily\\b|\\b(?:his|her) (?:mother|father|brother|sister|son|daughter)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern PRESENT = Pattern.compile("\\b(?:presented|presenting|admitted|complain\\w*|referred|came|visited|brought)\\b", Pattern.CASE_INSENSITIVE);
    private static final Set<String> NOT_HISTORY = Set.of("fever", "pain", "cough", "headache", "vomiting", "nausea");

    private final Mentions mentions;

    HistoryReader(Mentions mentions) {
        this.mentions = mentions;
    }

    /// @param reactionKeys what is drafted as a reaction is not history
    List<Fact> read(Set<String> reactionKeys) {
        Map<String, Fact> found = new LinkedHashMap<>();
        for (ReactionMention mention : mentions.reactions()) {
            Sentence sentence = mention.sentence();
            if (!sentence.section().tellsOfPatient() || found.size() >= MOST_CONDITIONS) continue;
            String key = mentions.keyOf(mention);
            if (reactionKeys.contains(key) || FAMILY.matcher(sentence.text().substring(0, mention.term().start())).find()) continue;
            boolean told = mention.said() == Said.HISTORY || mention.said() == Said.AFFIRMED && listedWithHistory(mention);
            if (!told || NOT_HISTORY.contains(key) && !sentence.text().toLowerCase(java.util.Locale.ROOT).contains("history of")) continue;
            found.putIfAbsent(key, Fact.of(mention.term().text(), null, mention.quote(), "dictionary", HISTORY_SENTENCE.matcher(sentence.text()).find()));
        }
        return new ArrayList<>(found.values());
    }

    /// "history of hypertension, diabetes and gout": the later ones of a list belong to it.
    private boolean listedWithHistory(ReactionMention mention) {
        String before = mention.sentence().text().substring(0, mention.term().start());
        var matcher = HISTORY_SENTENCE.matcher(before);
        int last = -1;
        while (matcher.find()) last = matcher.end();
        if (last < 0) return false;
        String between = before.substring(last);
        return !PRESENT.matcher(between).find() && !between.contains(";") && between.length() < 220 && !between.matches("(?is).*\\b(?:developed|experienced|was started|no|without|denied)\\b.*");
    }
}
