package casewright.reading;

import casewright.reading.text.FormField;
import casewright.reading.text.FormKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reactions to earlier drugs and vaccinations (E2B(R3) D.8.r) in the entries of a form's box: "arm swelling after tetanus shot 2010", "flu shot: headache". A box
/// that asks for such reactions makes each pair one; in a box of the history, whose medicines [PastReactionReader] knows, the words have to be those of a
/// reaction and a vaccination.
final class FormPastReactions {

    private static final Pattern ENTRY_END = Pattern.compile("[;\\n]|\\.(?!\\d)|,(?= ?[^,;.]*\\b(?:after|from|to|with|following)\\b)");
    private static final String REACTION = "(?<r>(?!(?:no|none|not|nil|denie[sd]|allerg(?:y|ies|ic)|family|history of no)\\b)\\p{L}[\\p{L}\\d ,'/&-]{2,80}?)";
    private static final String DRUG = "(?<d>[\\p{L}\\d][\\p{L}\\d ()'/.-]{1,60}?)";
    private static final String TIME = "(?:,? \\(?(?:in |on |at )?(?<t>(?:" + Dates.CALENDAR + "|(?:19|20)\\d\\d|(?:\\d{1,2}|many|several|two|three|four|five|six|ten) years ago|as a child|in childhood))\\)?)?";
    private static final Pattern REACTION_FIRST = Pattern.compile(REACTION + " (?:from|to|with|on|after|due to|caused by|following|post)(?: (?:taking|receiving|having|getting|an?|the|his|her|my|previous|prior|last|dose of|(?:first|second|third|1st|2nd|3rd)(?: dose(?: of)?)?))* " + DRUG + TIME, Pattern.CASE_INSENSITIVE);
    private static final Pattern DRUG_FIRST = Pattern.compile(DRUG + TIME + "(?: ?(?:[:=]|-+>?|\u2013) ?| (?:caused|gave (?:him|her|me)|led to) | ?\\()(?:an? )?" + REACTION + "\\)?", Pattern.CASE_INSENSITIVE);
    /// As VAERS exports it: reaction~vaccine~dose~age~who. Source: VAERS Data Use Guide, PRIOR_VAX.
    private static final Pattern EXPORTED = Pattern.compile("(?<r>[^~]{3,80})~(?<d>[^~]{2,80}?)(?: \\(no brand name\\))?~[^~]*~[^~]*~(?:In )?Patient\\b.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern VACCINATION = Pattern.compile(".*\\b(?:shots?|vaccin\\w+|vax|jabs?|boosters?|immuni[sz]ations?)\\b.*", Pattern.CASE_INSENSITIVE);
    private static final int MOST = 10;

    private final FormBoxes boxes;
    private final Mentions mentions;

    FormPastReactions(FormBoxes boxes, Mentions mentions) {
        this.boxes = boxes;
        this.mentions = mentions;
    }

    /// @param known what is told besides, left out here
    List<PastReaction> read(List<PastReaction> known) {
        List<PastReaction> found = new ArrayList<>();
        for (FormKey key : List.of(FormKey.PAST_REACTIONS, FormKey.HISTORY)) {
            for (FormField field : boxes.filled(key)) entries(field).forEach(entry -> of(field, entry, key == FormKey.PAST_REACTIONS).filter(reaction -> known.stream().noneMatch(other -> other.tells(reaction.drug().quotes().getFirst()))).ifPresent(found::add));
        }
        return found.stream().limit(MOST).toList();
    }

    private static List<int[]> entries(FormField field) {
        List<int[]> entries = new ArrayList<>();
        Matcher end = ENTRY_END.matcher(field.value());
        int from = 0;
        while (end.find()) {
            entries.add(new int[] {from, end.start()});
            from = end.end();
        }
        entries.add(new int[] {from, field.value().length()});
        return entries;
    }

    private Optional<PastReaction> of(FormField field, int[] entry, boolean asked) {
        String text = field.value().substring(entry[0], entry[1]);
        int from = entry[0] + text.length() - text.stripLeading().length();
        String plain = text.strip();
        for (Pattern pattern : List.of(EXPORTED, REACTION_FIRST, DRUG_FIRST)) {
            Matcher matcher = pattern.matcher(plain);
            if (!matcher.matches()) continue;
            Quote drug = field.part(from + matcher.start("d"), from + matcher.end("d"));
            Quote reaction = field.part(from + matcher.start("r"), from + matcher.end("r"));
            if (asked ? !isDrug(drug) && pattern != EXPORTED : !VACCINATION.matcher(drug.text()).matches() || !isReaction(reaction)) continue;
            Map<String, Fact> details = new LinkedHashMap<>();
            if (matcher.namedGroups().containsKey("t") && matcher.group("t") != null) {
                Quote time = field.part(from + matcher.start("t"), from + matcher.end("t"));
                details.put("start", Fact.of(time.text(), Dates.iso(time.text()).orElse(null), time, "form", true));
            }
            return Optional.of(new PastReaction(FormReader.fact(drug.text(), null, drug), FormReader.fact(reaction.text(), null, reaction), details));
        }
        return Optional.empty();
    }

    private boolean isDrug(Quote words) {
        return VACCINATION.matcher(words.text()).matches() || !mentions.vocabulary().drugs().find(words.text()).isEmpty();
    }

    private boolean isReaction(Quote words) {
        return mentions.reactions().stream().anyMatch(mention -> mention.quote().document() == words.document() && mention.quote().page() == words.page() && mention.quote().start() >= words.start() && mention.quote().end() <= words.end());
    }
}
