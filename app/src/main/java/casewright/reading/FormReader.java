package casewright.reading;

import casewright.reading.ReactionMention.Said;
import casewright.reading.terms.Fold;
import casewright.reading.text.FormField;
import casewright.reading.text.Sentence;
import casewright.reading.text.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads a report form, whatever its columns are called: each field's key says what it asks for, its value is the fact. The reporter has filled in
/// product and event side by side, so the form itself makes the suspicion.
final class FormReader {

    private static final Pattern ITEM_END = Pattern.compile("\\s*(?:[,;/]| and | & |\\n)\\s*");
    private static final Pattern NOT_A_REACTION = Pattern.compile("\\b(?:test|tests|biopsy|imaging|scan|x-ray|examination|vaccination|procedure|no adverse event|unevaluable event|expired product|product|laboratory|electrocardiogram|culture|tomogram|tomography|ultrasound|analysis|resonance|count normal|therapy|hospitalisation|treatment|immediate post-injection|resuscitation|inappropriate schedule|underdose|wrong)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern DEATH = Pattern.compile("(?:sudden )?(?:death|died|dead|passed away)", Pattern.CASE_INSENSITIVE);
    static final Pattern VACCINE = Pattern.compile("vax|vaccin|immuni", Pattern.CASE_INSENSITIVE);
    /// The codes of injection sites in the VAERS data use guide.
    private static final Map<String, String> SITES = Map.of("LA", "left arm", "RA", "right arm", "LL", "left leg", "RL", "right leg", "AR", "arm", "LG", "leg", "GM", "gluteal region", "MO", "mouth", "NS", "nose");
    private static final int MOST_ITEMS = 20;

    private final Mentions mentions;
    private final Map<FormKey, List<FormField>> fields = new LinkedHashMap<>();

    FormReader(Mentions mentions) {
        this.mentions = mentions;
        for (FormField field : mentions.text().fields()) fields.computeIfAbsent(FormKey.of(field), _ -> new ArrayList<>()).add(field);
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
        return fields.getOrDefault(key, List.of());
    }

    private Optional<FormField> first(FormKey key) {
        return all(key).stream().filter(field -> !field.saysNothing()).findFirst();
    }

    Map<String, Fact> patient() {
        Map<String, Fact> patient = new LinkedHashMap<>();
        first(FormKey.AGE).flatMap(FormCodes::age).ifPresent(fact -> patient.put("age", fact));
        first(FormKey.SEX).flatMap(FormCodes::sex).ifPresent(fact -> patient.put("sex", fact));
        first(FormKey.WEIGHT).flatMap(FormCodes::weight).ifPresent(fact -> patient.put("weightKg", fact));
        first(FormKey.HEIGHT).flatMap(FormCodes::height).ifPresent(fact -> patient.put("heightCm", fact));
        first(FormKey.PREGNANCY).flatMap(FormCodes::pregnancy).ifPresent(fact -> patient.put("pregnancy", fact));
        first(FormKey.INITIALS).ifPresent(field -> patient.put("initials", fact(field.value(), null, field.quote())));
        first(FormKey.BIRTH_DATE).ifPresent(field -> patient.put("birthDate", fact(field.value(), Dates.iso(field.value()).orElse(null), field.quote())));
        statedNone().ifPresent(fact -> patient.put("statedNone", fact));
        return patient;
    }

    /// "HISTORY: None" is an answer: unlike an empty box it says that there was nothing.
    private Optional<Fact> statedNone() {
        Map<String, Quote> none = new LinkedHashMap<>();
        for (FormKey key : List.of(FormKey.HISTORY, FormKey.OTHER_DRUGS)) {
            if (all(key).stream().filter(field -> !field.has("allerg")).anyMatch(field -> !field.saysNothing())) continue;
            for (FormField field : all(key)) {
                if (!field.saysNone()) continue;
                String what = key == FormKey.OTHER_DRUGS ? "no other medicines" : field.has("allerg") ? "no allergies" : field.has("ill") ? "no current illness" : "no medical history";
                none.putIfAbsent(what, field.keyQuote());
            }
        }
        if (none.isEmpty()) return Optional.empty();
        return Optional.of(new Fact(String.join(", ", none.keySet()).replaceFirst(", (?!.*, )", " and "), null, List.copyOf(none.values()), List.of("form"), null, true, List.of()));
    }

    Map<String, Fact> reporter() {
        Map<String, Fact> reporter = new LinkedHashMap<>();
        first(FormKey.REPORTER).ifPresent(field -> reporter.put("name", fact(field.value(), null, field.quote())));
        first(FormKey.QUALIFICATION).flatMap(FormCodes::qualification).ifPresent(fact -> reporter.put("qualification", fact));
        first(FormKey.ORGANISATION).ifPresent(field -> reporter.put("organisation", fact(field.value(), null, field.quote())));
        first(FormKey.COUNTRY).ifPresent(field -> reporter.put("country", fact(field.value(), Countries.code(field.value()), field.quote())));
        return reporter;
    }

    List<ConditionFacts> history() {
        Map<String, ConditionFacts> found = new LinkedHashMap<>();
        for (FormField field : all(FormKey.HISTORY)) {
            if (field.saysNothing()) continue;
            for (Quote item : items(field)) {
                String name = item.text().replaceFirst("(?i)^(?:(?:history of|h/o|hx of|known) |allerg(?:y|ic|ies)(?: to|:)? )", "");
                Quote quote = new Quote(item.document(), item.page(), item.end() - name.length(), item.end(), name);
                int times = ConditionDetails.nameEnd(item.text());
                found.putIfAbsent(Fold.phrase(name), new ConditionFacts(fact(field.has("allerg") ? "allergy to " + name : name, null, quote), ConditionDetails.at(item, Math.min(item.text().length() - name.length(), times), times, "form")));
            }
        }
        return found.values().stream().limit(MOST_ITEMS).toList();
    }

    List<DrugFacts> suspects() {
        List<FormField> products = all(FormKey.PRODUCT).stream().filter(field -> !field.saysNothing()).toList();
        List<FormField> named = products.stream().filter(field -> field.words().contains("name")).toList();
        List<FormField> chosen = named.isEmpty() ? products : named;
        List<DrugFacts> suspects = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (int i = 0; i < chosen.size(); i++) {
            FormField product = chosen.get(i);
            if (!seen.add(Fold.phrase(product.value()))) continue;
            Map<String, Fact> details = new LinkedHashMap<>();
            detail(FormKey.DOSE, i, chosen.size(), details, "dose");
            detail(FormKey.FORM, i, chosen.size(), details, "form");
            detail(FormKey.THERAPY_DURATION, i, chosen.size(), details, "duration");
            detail(FormKey.ROUTE, i, chosen.size(), details, "route");
            site(i, chosen.size()).ifPresent(fact -> details.put("site", fact));
            detail(FormKey.BATCH, i, chosen.size(), details, "batch");
            detail(FormKey.INDICATION, i, chosen.size(), details, "indication");
            detail(FormKey.START, i, chosen.size(), details, "start");
            detail(FormKey.STOP, i, chosen.size(), details, "stop");
            boolean vaccine = VACCINE.matcher(product.key() + " " + product.value()).find();
            if (vaccine) {
                // a vaccination is a finished course: nothing can be withdrawn, and it was not given again
                details.put("actionTaken", new Fact("not applicable", "9", List.of(product.quote()), List.of("rule"), null, true, List.of()));
                details.put("rechallenge", new Fact("not done", "4", List.of(product.quote()), List.of("rule"), null, true, List.of()));
            } else {
                first(FormKey.ACTION).flatMap(FormCodes::action).ifPresent(fact -> details.put("actionTaken", fact));
            }
            suspects.add(new DrugFacts(fact(product.value(), null, vaccine ? product.keyQuote() : product.quote()), names(product), details));
        }
        return suspects;
    }

    private List<String> names(FormField product) {
        Set<String> names = new LinkedHashSet<>(List.of(product.value()));
        mentions.vocabulary().drugs().find(product.value()).forEach(term -> {
            names.add(term.text());
            names.add(term.preferred());
        });
        return List.copyOf(names);
    }

    private Optional<Fact> site(int item, int items) {
        List<FormField> given = all(FormKey.SITE);
        if (given.size() != items || given.get(item).saysNothing()) return Optional.empty();
        FormField field = given.get(item);
        return Optional.of(fact(SITES.getOrDefault(field.value().strip().toUpperCase(Locale.ROOT), field.value()), null, field.keyQuote()));
    }

    private void detail(FormKey key, int item, int items, Map<String, Fact> details, String id) {
        List<FormField> given = all(key);
        if (given.isEmpty() || items > 1 && given.size() != items && given.size() != 1) return;
        FormField field = given.get(given.size() == items ? item : 0);
        if (field.saysNothing()) return;
        boolean date = id.equals("start") || id.equals("stop");
        String code = date ? Dates.iso(field.value()).orElse(null) : id.equals("dose") ? DoseReader.ucum(field.value()) : null;
        details.put(id, fact(field.value(), code, field.keyQuote()));
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
        Set<String> doubted = mentions.reactions().stream().filter(mention -> isEventText(mention.sentence()) && mention.said() != Said.AFFIRMED).map(mentions::keyOf).collect(java.util.stream.Collectors.toSet());
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
            (DEATH.matcher(term.value()).matches() ? died() : outcome()).ifPresent(fact -> details.put("outcome", fact));
            reactions.add(new ReactionFacts(term, List.of(term.value()), details, seriousness));
        }
        return reactions.stream().limit(MOST_ITEMS).toList();
    }

    private static boolean shares(String a, String b) {
        return (" " + a + " ").contains(" " + b + " ") || (" " + b + " ").contains(" " + a + " ");
    }

    private boolean isEventText(Sentence sentence) {
        return all(FormKey.EVENT_TEXT).stream().anyMatch(field -> field.quote().page() == sentence.page() && field.quote().document() == sentence.document()
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

    private Optional<Fact> died() {
        return all(FormKey.DIED).stream().filter(FormField::saysYes).findFirst().map(field -> fact("fatal", "5", field.keyQuote())).or(this::outcome);
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
        return FormTreatments.of(mentions.drugs().stream().filter(mention -> isEventText(mention.sentence())).toList(), suspects, concomitants);
    }

    /// The event in the reporter's own sentences, and what other boxes tell in sentences.
    Course course() {
        Stream<Quote> events = mentions.text().sentences().stream().filter(this::isEventText).map(Sentence::quote);
        Stream<Quote> others = Stream.of(FormKey.TESTS, FormKey.OTHER).flatMap(key -> all(key).stream()).filter(FormField::isProse).map(FormField::keyQuote);
        return new Course(Stream.concat(events, others).limit(MOST_ITEMS).toList(), Integer.MAX_VALUE, List.of());
    }

    private static List<Quote> items(FormField field) {
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
        int from = field.quote().start() + start + text.indexOf(plain);
        items.add(new Quote(field.quote().document(), field.quote().page(), from, from + plain.length(), plain));
    }

    private static Fact fact(String value, @org.jspecify.annotations.Nullable String code, Quote quote) {
        return Fact.of(value, code, quote, "form", true);
    }
}
