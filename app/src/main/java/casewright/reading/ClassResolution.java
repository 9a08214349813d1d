package casewright.reading;

import casewright.reading.Suspicions.Pair;
import casewright.reading.terms.DrugNames;
import casewright.reading.terms.Term;
import casewright.reading.text.Sentence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A blamed class or regimen ("steroid-induced", "after the second cycle of chemotherapy") becomes the substances of it that the text names.
final class ClassResolution {

    private static final Set<String> ANY_MEDICINE = Set.of("pharmacological cause", "pharmacologic cause");

    private static final int LONGEST_LIST_CHARS = 120;
    private static final Pattern LISTED = Pattern.compile("\\s*(?:regimen |therapy |treatment |protocol )?(?:[(\\[]|(?:including|consisting of|comprising|such as)\\s)", Pattern.CASE_INSENSITIVE);

    private static final Pattern COMPOUND = Pattern.compile("[- ](?:induced|related|associated|dependent|antibod\\w+)\\b", Pattern.CASE_INSENSITIVE);

    private final Mentions mentions;
    private final DrugNames drugs;

    ClassResolution(Mentions mentions) {
        this.mentions = mentions;
        this.drugs = mentions.vocabulary().drugs();
    }

    /// Replaces class keys by the keys of their members, or drops them where a member is blamed by name.
    void apply(Map<String, List<Pair>> byDrug) {
        for (String key : List.copyOf(byDrug.keySet())) {
            List<Pair> pairs = byDrug.getOrDefault(key, List.of());
            Term.Kind written = pairs.getFirst().drug().term().kind();
            Term.Kind kind = drugs.isFamily(key) && (written == Term.Kind.SHORT_NAME || isOnlyInCompounds(key)) ? Term.Kind.CLASS : written;
            if (kind != Term.Kind.CLASS && kind != Term.Kind.REGIMEN) continue;
            if (ANY_MEDICINE.contains(key) && byDrug.size() > 1) {
                byDrug.remove(key);
                continue;
            }
            Set<String> blamed = new LinkedHashSet<>(byDrug.keySet());
            blamed.remove(key);
            if (blamed.stream().anyMatch(other -> isMember(other, key, kind))) {
                byDrug.remove(key);
                continue;
            }
            List<String> members = listedBehind(key);
            if (members.isEmpty()) members = members(key, kind, pairs);
            if (members.isEmpty()) continue;
            byDrug.remove(key);
            members.forEach(member -> byDrug.put(member, new ArrayList<>(pairs)));
        }
    }

    /// "heparin-induced", "anti-PF4/heparin antibodies" of a patient who got enoxaparin.
    private boolean isOnlyInCompounds(String key) {
        return mentions.drugs().stream().filter(mention -> mention.key().equals(key) && mention.sentence().section().tellsOfPatient())
                .allMatch(mention -> COMPOUND.matcher(mention.sentence().text()).region(mention.term().end(), mention.sentence().text().length()).lookingAt());
    }

    /// "chemotherapy (fluorouracil 1 g, dactinomycin)", "antibiotics including clarithromycin": the names that stand directly behind the class.
    private List<String> listedBehind(String key) {
        for (DrugMention mention : mentions.drugs()) {
            if (!mention.key().equals(key) || !mention.sentence().section().tellsOfPatient()) continue;
            Matcher opening = LISTED.matcher(mention.sentence().text()).region(mention.term().end(), mention.sentence().text().length());
            if (!opening.lookingAt()) continue;
            int from = opening.end();
            int to = opening.group().endsWith("(") || opening.group().endsWith("[") ? closing(mention.sentence().text(), from) : Math.min(mention.sentence().text().length(), from + LONGEST_LIST_CHARS);
            List<String> names = mentions.drugsIn(mention.sentence()).stream().filter(drug -> drug.term().start() >= from && drug.term().end() <= to && drug.term().kind() != Term.Kind.CLASS).map(DrugMention::key).distinct().toList();
            if (!names.isEmpty()) return names;
        }
        return List.of();
    }

    private static int closing(String text, int from) {
        int depth = 1;
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '(' || text.charAt(i) == '[') depth++;
            if ((text.charAt(i) == ')' || text.charAt(i) == ']') && --depth == 0) return i;
        }
        return text.length();
    }

    private boolean isMember(String substance, String key, Term.Kind kind) {
        if (kind == Term.Kind.REGIMEN) return drugs.members(key).stream().anyMatch(substance::contains);
        return drugs.belongs(substance, key);
    }

    /// Members named of the patient; of several sentences the one that names the most, else those nearest before the event.
    private List<String> members(String key, Term.Kind kind, List<Pair> pairs) {
        int event = pairs.stream().mapToInt(pair -> pair.reaction().sentence().index()).max().orElse(Integer.MAX_VALUE);
        List<DrugMention> named = mentions.drugs().stream().filter(mention -> mention.sentence().section().tellsOfPatient() && mention.sentence().index() <= event)
                .filter(mention -> mention.term().kind() != Term.Kind.CLASS && isMember(mention.key(), key, kind)).toList();
        if (named.isEmpty()) return List.of();
        Sentence fullest = named.stream().map(DrugMention::sentence).distinct()
                .max(Comparator.comparingLong((Sentence sentence) -> named.stream().filter(mention -> mention.sentence() == sentence).map(DrugMention::key).distinct().count())
                        .thenComparingInt(Sentence::index)).orElseThrow();
        return named.stream().filter(mention -> mention.sentence() == fullest).map(DrugMention::key).distinct().toList();
    }
}
