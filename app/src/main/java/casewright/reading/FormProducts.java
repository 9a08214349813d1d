package casewright.reading;

import casewright.reading.terms.Fold;
import casewright.reading.terms.Term;
import casewright.reading.text.FormField;
import casewright.reading.text.FormKey;
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

/// The suspect products of a form. A product's box may hold more than its name: "Zyntra 10 mg once daily since 3 May 2024 for hypertension".
final class FormProducts {

    private static final Pattern NAME_END = Pattern.compile("[\\s,(\u2013-]*(?:\\b\\d+(?:[.,]\\d+)? ?(?:mg|g|mcg|\u00b5g|\u03bcg|ml|IU|units?|mmol|%|tablets?|capsules?|puffs?|drops)(?!\\p{L})|\\b(?:since|from|start(?:ed|ing)?|for|once|twice|daily|weekly|taken|given|oral(?:ly)?|by mouth|tablets?|capsules?|injections?|suspension|syrup|solution|cream|ointment|gel|patch(?:es)?|drops|spray|inhaler|i\\.?v\\b|batch|lot|stopped|until)\\b)", Pattern.CASE_INSENSITIVE);
    private static final Pattern NEXT_PRODUCT = Pattern.compile("\\s*(?:[;,+&]|\\band\\b)\\s*");
    private static final List<String> WITH_NAME = List.of("dose", "route", "form", "start", "stop", "indication", "duration", "batch");
    private static final int LONGEST_NAME_WORDS = 4;
    /// The codes of injection sites in the VAERS data use guide.
    private static final Map<String, String> SITES = Map.of("LA", "left arm", "RA", "right arm", "LL", "left leg", "RL", "right leg", "AR", "arm", "LG", "leg", "GM", "gluteal region", "MO", "mouth", "NS", "nose");

    private final Mentions mentions;
    private final FormBoxes boxes;

    FormProducts(Mentions mentions, FormBoxes boxes) {
        this.mentions = mentions;
        this.boxes = boxes;
    }

    /// A product in its box: where it begins and ends in the value, and where its name ends.
    private record Product(FormField field, int start, int nameEnd, int end) {

        String name() {
            return field.value().substring(start, nameEnd).strip().replaceAll("\\s+", " ");
        }

        boolean isWholeBox() {
            return start == 0 && end == field.value().length();
        }

        Quote nameQuote() {
            return field.part(start, nameEnd);
        }
    }

    /// The name that a box of a product begins with; empty where it is too long to be one, and for vaccines, which are named by what they are against.
    static Optional<String> nameIn(FormField field) {
        String value = field.value();
        String name = value.substring(0, nameEnd(value, 0, value.length())).strip();
        boolean plain = !name.isEmpty() && Character.isUpperCase(name.charAt(0)) && name.split("\\s+").length <= LONGEST_NAME_WORDS && !field.saysNothing();
        return plain && !FormReader.VACCINE.matcher(field.key() + " " + name).find() ? Optional.of(name) : Optional.empty();
    }

    private static int nameEnd(String value, int start, int end) {
        Matcher matcher = NAME_END.matcher(value).region(start, end);
        return matcher.find() && matcher.start() > start ? matcher.start() : end;
    }

    List<DrugFacts> suspects() {
        List<FormField> products = boxes.filled(FormKey.PRODUCT);
        List<FormField> named = products.stream().filter(field -> field.words().contains("name")).toList();
        List<FormField> chosen = named.isEmpty() ? products : named;
        List<DrugFacts> suspects = new ArrayList<>();
        Set<String> seen = new LinkedHashSet<>();
        for (int i = 0; i < chosen.size(); i++) {
            for (Product product : productsIn(chosen.get(i))) {
                if (seen.add(Fold.phrase(product.name()))) suspects.add(suspect(product, i, chosen.size()));
            }
        }
        return suspects;
    }

    /// Several only where each part begins with the name of a medicine: "amoxicillin 500 mg; ibuprofen 200 mg".
    private List<Product> productsIn(FormField field) {
        String value = field.value();
        List<Integer> starts = new ArrayList<>(List.of(0));
        List<Integer> ends = new ArrayList<>();
        Matcher next = NEXT_PRODUCT.matcher(value);
        while (!FormReader.VACCINE.matcher(field.key() + " " + value).find() && next.find()) {
            int from = next.end();
            boolean drug = mentions.vocabulary().drugs().find(value.substring(from)).stream().anyMatch(term -> term.start() == 0 && term.kind() != Term.Kind.CLASS);
            if (!drug || mentions.vocabulary().drugs().find(value.substring(starts.getLast(), next.start())).isEmpty()) continue;
            ends.add(next.start());
            starts.add(from);
        }
        ends.add(value.length());
        List<Product> products = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) products.add(new Product(field, starts.get(i), nameEnd(value, starts.get(i), ends.get(i)), ends.get(i)));
        return products;
    }

    private DrugFacts suspect(Product product, int item, int items) {
        FormField field = product.field();
        Map<String, Fact> details = new LinkedHashMap<>();
        if (product.isWholeBox()) {
            detail(FormKey.DOSE, item, items, details, "dose");
            detail(FormKey.FORM, item, items, details, "form");
            detail(FormKey.THERAPY_DURATION, item, items, details, "duration");
            detail(FormKey.ROUTE, item, items, details, "route");
            site(item, items).ifPresent(fact -> details.put("site", fact));
            detail(FormKey.BATCH, item, items, details, "batch");
            detail(FormKey.INDICATION, item, items, details, "indication");
            detail(FormKey.START, item, items, details, "start");
            detail(FormKey.STOP, item, items, details, "stop");
        }
        boolean vaccine = FormReader.VACCINE.matcher(field.key() + " " + product.name()).find();
        if (vaccine) {
            // a vaccination is a finished course: nothing can be withdrawn, and it was not given again
            details.put("actionTaken", new Fact("not applicable", "9", List.of(field.quote()), List.of("rule"), null, true, List.of()));
            details.put("rechallenge", new Fact("not done", "4", List.of(field.quote()), List.of("rule"), null, true, List.of()));
        } else {
            boxes.first(FormKey.ACTION).flatMap(FormCodes::action).ifPresent(fact -> details.put("actionTaken", fact));
        }
        if (product.nameEnd() < product.end()) toldBesideName(product).forEach(details::putIfAbsent);
        return new DrugFacts(FormReader.fact(product.name(), null, vaccine ? field.keyQuote() : product.nameQuote()), names(product.name()), details);
    }

    private Map<String, Fact> toldBesideName(Product product) {
        int from = product.field().quote().start() + product.start();
        int to = product.field().quote().start() + product.nameEnd();
        Optional<DrugMention> named = mentions.drugs().stream().filter(drug -> drug.quote().document() == product.field().quote().document() && drug.quote().page() == product.field().quote().page()
                && drug.quote().start() >= from && drug.quote().start() < to).findFirst();
        Map<String, Fact> told = new LinkedHashMap<>();
        named.map(drug -> new DrugDetailReader(mentions, Set.of()).read(List.of(drug), Integer.MAX_VALUE)).ifPresent(told::putAll);
        told.keySet().retainAll(WITH_NAME);
        return told;
    }

    private List<String> names(String product) {
        Set<String> names = new LinkedHashSet<>(List.of(product));
        mentions.vocabulary().drugs().find(product).forEach(term -> {
            names.add(term.text());
            names.add(term.preferred());
        });
        return List.copyOf(names);
    }

    private Optional<Fact> site(int item, int items) {
        List<FormField> given = boxes.all(FormKey.SITE);
        if (given.size() != items || given.get(item).saysNothing()) return Optional.empty();
        FormField field = given.get(item);
        return Optional.of(FormReader.fact(SITES.getOrDefault(field.value().strip().toUpperCase(Locale.ROOT), field.value()), null, field.keyQuote()));
    }

    private void detail(FormKey key, int item, int items, Map<String, Fact> details, String id) {
        List<FormField> given = boxes.all(key);
        if (given.isEmpty() || items > 1 && given.size() != items && given.size() != 1) return;
        FormField field = given.get(given.size() == items ? item : 0);
        if (field.saysNothing()) return;
        boolean date = id.equals("start") || id.equals("stop");
        String code = date ? Dates.iso(field.value()).orElse(null) : id.equals("dose") ? DoseReader.ucum(field.value()) : null;
        details.put(id, FormReader.fact(field.value(), code, field.keyQuote()));
    }
}
