package casewright.reading;

import casewright.reading.ReactionMention.Said;
import casewright.reading.terms.Fold;
import casewright.reading.text.FormField;
import casewright.reading.text.FormKey;
import casewright.reading.text.Section;
import casewright.reading.text.Sentence;
import casewright.reading.text.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads a report form, whatever its columns are called: each field's key says what it asks for, its value is the fact. The reporter has filled in
/// product and event side by side, so the form itself makes the suspicion.
final class FormReader {

    private static final Pattern ITEM_END = Pattern.compile("\\s*(?:[,;/]| and | & |\\n)\\s*");
    private static final Pattern NOT_A_REACTION = Pattern.compile("\\b(?:test|tests|biopsy|imaging|scan|x-ray|examination|vaccination|procedure|no adverse event|unevaluable event|expired product|product|laboratory|electrocardiogram|culture|tomogram|tomography|ultrasound|analysis|resonance|count normal|therapy|hospitalisation|treatment|immediate post-injection|resuscitation|inappropriate schedule|underdose|wrong)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern ALL_GONE = Pattern.compile("\\b(?:all (?:of )?(?:that|this|these|those|it|the above|(?:the |my |her |his )?symptoms)|everything|they all|it all|the rest) (?:was|were|had|has|have|is|are)? ?(?:\\w+ )?" + OutcomeWords.OVER + "|\\b(?:all|everything) (?:was |is |had )?(?:gone|fine|over|better|back to normal)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern DEATH = Pattern.compile("(?:sudden )?(?:death|died|dead|passed away)", Pattern.CASE_INSENSITIVE);
    static final Pattern VACCINE = Pattern.compile("vax|vaccin|immuni", Pattern.CASE_INSENSITIVE);
    private static final int MOST_ITEMS = 20;

    private final Mentions mentions;
    private final FormBoxes boxes;

    FormReader(Mentions mentions) {
        this.mentions = mentions;
        this.boxes = FormBoxes.of(mentions.text());
    }

    /// The whole document, also where only one of its patients is read.
    SourceText text() {
        return mentions.text();
    }

    /// The form names a product and an event.
    boolean isReport() {
        boolean product = all(FormKey.PRODUCT).stream().anyMatch(field -> !field.saysNothing());
        boolean event = all(FormKey.EVENT_TEXT).stream().anyMatch(field -> !field.saysNothing()) || all(FormKey.EVENT_TERM).stream().anyMatch(field -> !field.saysNothing());
        return product && event;
    }

    private List<FormField> all(FormKey key) {
        return boxes.all(key);
    }

    private Optional<FormField> first(FormKey key) {
        return boxes.first(key);
    }

    /// What the boxes say, and the reporter's own words of the event.
    PatientFacts facts() {
        List<DrugFacts> suspects = suspects();
        List<DrugFacts> concomitants = concomitants();
        return new PatientFacts(patient(), history(), pastReactions(), suspects, concomitants, treatments(suspects, concomitants), reactions(), tests(), reporter(), Map.of(), course(), List.of());
    }

    Map<String, Fact> patient() {
        return FormPatient.of(boxes);
    }

    Map<String, Fact> reporter() {
        boolean letter = mentions.text().sentences().stream().anyMatch(sentence -> sentence.section() == Section.FRONT);
        Map<String, Fact> reporter = new LinkedHashMap<>(letter ? new ReporterReader(mentions, text()).read(Set.of(), Set.of(), false) : Map.of());
        first(FormKey.REPORTER).ifPresent(field -> reporter.put("name", fact(field.value(), null, field.quote())));
        first(FormKey.QUALIFICATION).or(() -> first(FormKey.REPORTER)).flatMap(FormCodes::qualification).ifPresent(fact -> reporter.put("qualification", fact));
        first(FormKey.ORGANISATION).ifPresent(field -> reporter.put("organisation", fact(field.value(), null, field.quote())));
        first(FormKey.COUNTRY).ifPresent(field -> reporter.put("country", fact(field.value(), Countries.code(field.value()), field.quote())));
        return reporter;
    }

    /// "Medical history: rash from penicillin 2011", "Allergies: penicillin (hives)", "Previous vaccinations: headache from flu shot".
    List<PastReaction> pastReactions() {
        List<PastReaction> past = new ArrayList<>(new PastReactionReader(mentions, place -> isInHistory(place, false), place -> isInHistory(place, true)).read().stream().filter(reaction -> isInHistory(reaction.drug().quotes().getFirst(), false)).toList());
        past.addAll(new FormPastReactions(boxes, mentions).read(past));
        return past;
    }

    private boolean isInHistory(Quote place, boolean allergies) {
        return Stream.of(FormKey.HISTORY, FormKey.PAST_REACTIONS).flatMap(key -> boxes.filled(key).stream()).anyMatch(field -> (!allergies || field.has("allerg") || FormKey.of(field) == FormKey.PAST_REACTIONS) && field.quote().document() == place.document() && field.quote().page() == place.page() && field.quote().start() <= place.start() && place.end() <= field.quote().end());
    }

    List<ConditionFacts> history() {
        Map<String, ConditionFacts> found = new LinkedHashMap<>();
        List<PastReaction> past = pastReactions();
        for (FormField field : all(FormKey.HISTORY)) {
            if (field.saysNothing()) continue;
            for (Quote item : items(field)) {
                if (past.stream().anyMatch(reaction -> reaction.tells(item))) continue;
                String name = item.text().replaceFirst("(?i)^(?:(?:history of|h/o|hx of|known) |allerg(?:y|ic|ies)(?: to|:)? )", "");
                int begin = item.text().length() - name.length();
                int times = Math.max(begin, ConditionDetails.nameEnd(item.text()));
                String plain = times > begin ? item.text().substring(begin, times) : name;
                Quote quote = new Quote(item.document(), item.page(), item.start() + begin, item.start() + begin + plain.length(), plain);
                found.putIfAbsent(Fold.phrase(plain), new ConditionFacts(fact(field.has("allerg") ? "allergy to " + plain : plain, null, quote), ConditionDetails.at(item, begin, times, "form")));
            }
        }
        return found.values().stream().limit(MOST_ITEMS).toList();
    }

    List<DrugFacts> suspects() {
        return new FormProducts(mentions, boxes).suspects();
    }

    /// From the reporter's own words first, then the coded terms that add something.
    List<ReactionFacts> reactions() {
        Map<String, Fact> terms = new LinkedHashMap<>();
        for (ReactionMention mention : mentions.reactions()) {
            if (mention.said() != Said.DENIED && mention.said() != Said.FAMILY && isEventText(mention.sentence()) && !NOT_A_REACTION.matcher(mention.term().text()).find()) {
                terms.putIfAbsent(mentions.keyOf(mention), Fact.of(mention.term().text(), null, mention.quote(), "form", true));
            }
        }
        for (FormField field : all(FormKey.EVENT_TERM)) {
            if (field.saysNothing() || NOT_A_REACTION.matcher(field.value()).find()) continue;
            String key = mentions.vocabulary().reactions().preferred(field.value());
            // "throat was swelling", coded "Pharyngeal swelling": the coded term says where
            String what = Stream.of(field.value().replaceFirst("^.* ", ""), field.value().replaceFirst(" .*$", "")).map(mentions.vocabulary().reactions()::preferred).filter(terms::containsKey).findFirst().orElse("");
            Fact bare = terms.get(what);
            if (field.value().contains(" ") && bare != null && !bare.value().contains(" ")) {
                terms.remove(what);
                terms.put(terms.containsKey(key) ? Fold.phrase(field.value()) : key, new Fact(field.value(), null, List.of(field.quote(), bare.quotes().getFirst()), List.of("form", "dictionary"), null, true, List.of()));
                continue;
            }
            if (terms.keySet().stream().noneMatch(known -> known.equals(key) || shares(known, key))) terms.put(key, fact(field.value(), null, field.quote()));
        }
        // a diagnosis takes in its own signs
        Set<String> doubted = mentions.reactions().stream().filter(mention -> isEventText(mention.sentence()) && mention.said() != Said.AFFIRMED).map(mentions::keyOf).collect(Collectors.toSet());
        // what the box of earlier conditions names, and death beside what led to it, are no reactions
        Set<String> before = all(FormKey.HISTORY).stream().flatMap(field -> items(field).stream()).map(item -> mentions.vocabulary().reactions().preferred(item.text())).collect(Collectors.toSet());
        if (terms.size() > 1) terms.entrySet().removeIf(term -> DEATH.matcher(term.getValue().value()).matches());
        if (!before.containsAll(terms.keySet())) terms.keySet().removeAll(before);
        List<String> named = terms.keySet().stream().filter(key -> !doubted.contains(key)).toList();
        terms.keySet().removeIf(sign -> named.stream().anyMatch(diagnosis -> mentions.vocabulary().reactions().isSignOf(sign, diagnosis)));
        if (terms.isEmpty()) first(FormKey.EVENT_TEXT).filter(field -> !field.isProse()).ifPresent(field -> items(field).forEach(item -> terms.putIfAbsent(Fold.phrase(item.text()), fact(item.text(), null, item))));
        List<Fact> seriousness = seriousness();
        List<ReactionFacts> reactions = new ArrayList<>();
        for (Fact term : terms.values()) {
            Map<String, Fact> details = new LinkedHashMap<>();
            first(FormKey.ONSET).ifPresent(field -> details.put("onset", fact(field.value(), Dates.iso(field.value()).orElse(null), field.quote())));
            first(FormKey.END).ifPresent(field -> details.put("end", fact(field.value(), Dates.iso(field.value()).orElse(null), field.keyQuote())));
            first(FormKey.EVENT_DURATION).ifPresent(field -> details.put("duration", fact(field.value(), null, field.keyQuote())));
            first(FormKey.EVENT_COUNTRY).ifPresent(field -> details.put("country", fact(field.value(), Countries.code(field.value()), field.quote())));
            (DEATH.matcher(term.value()).matches() ? died().or(this::outcome) : ownEnd(term).or(() -> endOfAll(term)).or(() -> died().map(fact -> fact.sure(false))).or(this::outcome)).ifPresent(fact -> details.put("outcome", fact));
            reactions.add(new ReactionFacts(term, List.of(term.value()), details, seriousness));
        }
        return reactions.stream().limit(MOST_ITEMS).toList();
    }

    private static boolean shares(String a, String b) {
        return (" " + a + " ").contains(" " + b + " ") || (" " + b + " ").contains(" " + a + " ");
    }

    private boolean isEventText(Sentence sentence) {
        return isIn(FormKey.EVENT_TEXT, sentence);
    }

    private boolean isIn(FormKey key, Sentence sentence) {
        return all(key).stream().anyMatch(field -> field.quote().page() == sentence.page() && field.quote().document() == sentence.document()
                && sentence.start() >= field.quote().start() && sentence.start() < field.quote().end());
    }

    private Optional<Fact> outcome() {
        for (FormField field : all(FormKey.OUTCOME)) {
            String value = field.value().strip().toLowerCase(Locale.ROOT);
            if (field.saysYes() || value.matches("recovered.*|resolved.*|complete.*")) return Optional.of(value.contains("sequela") ? fact("recovered with sequelae", "4", field.keyQuote()) : fact("recovered", "1", field.keyQuote()));
            if (value.matches("n|no|not recovered.*|not resolved.*|ongoing.*|unresolved.*|continuing.*")) return Optional.of(fact("not recovered", "3", field.keyQuote()));
            if (value.matches("recovering.*|resolving.*|improving.*|improved.*")) return Optional.of(fact("recovering", "2", field.keyQuote()));
            if (value.matches("fatal.*|died.*|death.*")) return Optional.of(fact("fatal", "5", field.keyQuote()));
        }
        return Optional.empty();
    }

    /// "Fever gone by the next morning", told in the description: goes before a box that speaks of all events.
    private Optional<Fact> ownEnd(Fact term) {
        String key = mentions.vocabulary().reactions().preferred(term.value());
        List<ReactionMention> own = mentions.reactions().stream().filter(mention -> mention.said() == Said.AFFIRMED && isEventText(mention.sentence()) && mentions.keyOf(mention).equals(key)).toList();
        return new ReactionDetailReader(mentions).toldEnd(own);
    }

    /// "All that was gone by Saturday": of what the description told before.
    private Optional<Fact> endOfAll(Fact term) {
        int told = mentions.text().sentences().stream().filter(sentence -> sentence.holds(term.quotes().getFirst()) || isEventText(sentence) && mentions.reactionsIn(sentence).stream().anyMatch(mention -> mentions.keyOf(mention).equals(mentions.vocabulary().reactions().preferred(term.value())))).mapToInt(Sentence::index).findFirst().orElse(Integer.MAX_VALUE);
        return mentions.text().sentences().stream().filter(sentence -> sentence.index() > told && isEventText(sentence)).map(sentence -> ALL_GONE.matcher(sentence.text()).results().findFirst().map(words -> Fact.of("recovered", "1", sentence.quote(words.start(), words.end()), "rule", false))).flatMap(Optional::stream).findFirst();
    }

    private Optional<Fact> died() {
        return all(FormKey.DIED).stream().filter(FormField::saysYes).findFirst().map(field -> fact("fatal", "5", field.keyQuote()));
    }

    private List<Fact> seriousness() {
        List<Fact> found = new ArrayList<>();
        ticked(FormKey.DIED, "death", "a", found);
        ticked(FormKey.LIFE_THREATENING, "life-threatening", "b", found);
        ticked(FormKey.HOSPITALISED, "hospitalisation", "c", found);
        ticked(FormKey.DISABLED, "disability", "d", found);
        ticked(FormKey.CONGENITAL, "congenital anomaly", "e", found);
        for (FormField field : all(FormKey.SERIOUSNESS)) FormCodes.seriousness(field).stream().filter(one -> found.stream().noneMatch(known -> known.value().equals(one.value()))).forEach(found::add);
        return found;
    }

    private void ticked(FormKey key, String criterion, String code, List<Fact> found) {
        all(key).stream().filter(FormField::saysYes).findFirst().ifPresent(field -> found.add(fact(criterion, code, field.keyQuote())));
    }

    List<TestFacts> tests() {
        return all(FormKey.TESTS).stream().filter(field -> !field.saysNothing()).flatMap(field -> FormTests.of(field).stream()).limit(MOST_ITEMS).toList();
    }

    List<DrugFacts> concomitants() {
        List<DrugFacts> drugs = new ArrayList<>();
        for (FormField field : all(FormKey.OTHER_DRUGS)) {
            if (field.saysNothing()) continue;
            for (Quote item : items(field)) drugs.add(new DrugFacts(fact(item.text(), null, item), List.of(item.text()), Map.of()));
        }
        return drugs.stream().limit(MOST_ITEMS).toList();
    }

    /// Drugs that the reporter tells of in the event's own words and that nobody suspects.
    List<DrugFacts> treatments(List<DrugFacts> suspects, List<DrugFacts> concomitants) {
        return FormTreatments.of(mentions.drugs().stream().filter(mention -> isEventText(mention.sentence()) || isIn(FormKey.TREATMENT, mention.sentence())).toList(), suspects, concomitants);
    }

    /// The event in the reporter's own sentences, and what other boxes tell in sentences.
    Course course() {
        Stream<Quote> events = mentions.text().sentences().stream().filter(this::isEventText).map(Sentence::quote);
        Stream<Quote> others = Stream.of(FormKey.TESTS, FormKey.PAST_REACTIONS, FormKey.OTHER).flatMap(key -> all(key).stream()).filter(FormField::isProse).map(FormField::keyQuote);
        return new Course(Stream.concat(events, others).limit(MOST_ITEMS).toList(), CourseReader.mostWords(mentions.text().sentences(), false), List.of());
    }

    static List<Quote> items(FormField field) {
        List<Quote> items = new ArrayList<>();
        String value = field.value();
        int start = 0;
        Matcher matcher = ITEM_END.matcher(value);
        while (matcher.find()) {
            add(items, field, start, matcher.start());
            start = matcher.end();
        }
        add(items, field, start, value.length());
        return items;
    }

    private static void add(List<Quote> items, FormField field, int start, int end) {
        String text = field.value().substring(start, Math.max(start, end));
        String plain = text.strip().replaceAll("[.]+$", "");
        if (plain.length() < 2 || plain.matches("(?i)none|no|n/a|na|unknown|nil|nkda|nka")) return;
        int from = start + text.indexOf(plain);
        items.add(field.part(from, from + plain.length()));
    }

    static Fact fact(String value, @Nullable String code, Quote quote) {
        return Fact.of(value.strip().replaceAll("\\s+", " ").replace(" ;", ";"), code, quote, "form", true);
    }
}
