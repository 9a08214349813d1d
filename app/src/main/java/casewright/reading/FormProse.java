package casewright.reading;

import casewright.reading.CausalLinks.Strength;
import casewright.reading.ReactionMention.Said;
import casewright.reading.Suspicions.Pair;
import casewright.reading.terms.Fold;
import casewright.reading.text.FormField;
import casewright.reading.text.FormKey;
import casewright.reading.text.Section;
import casewright.reading.text.Sentence;
import casewright.reading.text.SourceText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a form's reporter tells in sentences: the description of the event, and paragraphs above or below the boxes. It is read like any prose, and adds
/// what no box says; a box goes before it.
final class FormProse {

    /// Whose causality is told needs words that blame; a box blames by itself.
    private static final Set<String> OF_BLAME = Set.of("suspected", "suspectedBy");

    private final Mentions mentions;
    private final List<FormField> fields;
    private final Set<Integer> outside;

    /// @param whole the whole document with its boxes
    FormProse(Mentions whole) {
        this.fields = whole.text().fields();
        List<Sentence> beside = whole.text().sentences().stream().filter(sentence -> isBeside(sentence) && !sentence.text().endsWith(":")).toList();
        boolean tells = beside.stream().anyMatch(sentence -> !whole.drugsIn(sentence).isEmpty() || !whole.reactionsIn(sentence).isEmpty());
        Set<Sentence> besides = tells ? new HashSet<>(beside) : Set.of();
        SourceText told = whole.text().part(whole.text().sentences().stream().filter(sentence -> besides.contains(sentence) || isIn(sentence, FormKey.PRODUCT) || isIn(sentence, FormKey.EVENT_TEXT)).toList());
        this.mentions = new Mentions(told, whole.vocabulary());
        this.outside = told.sentences().stream().filter(this::isBeside).map(Sentence::index).collect(Collectors.toSet());
    }

    /// Is anything told in sentences at all?
    boolean isTold() {
        return standsBeside() || fields.stream().anyMatch(field -> FormKey.of(field) == FormKey.EVENT_TEXT && field.isProse());
    }

    /// Are there paragraphs beside the boxes that name a medicine or a disorder?
    boolean standsBeside() {
        return !outside.isEmpty();
    }

    Mentions mentions() {
        return mentions;
    }

    private boolean isBeside(Sentence sentence) {
        return sentence.section() != Section.FRONT && sentence.section() != Section.REFERENCES && fields.stream().noneMatch(field -> holds(field.keyQuote(), sentence));
    }

    private boolean isIn(Sentence sentence, FormKey key) {
        return fields.stream().anyMatch(field -> FormKey.of(field) == key && holds(field.quote(), sentence));
    }

    private static boolean holds(Quote quote, Sentence sentence) {
        return quote.document() == sentence.document() && quote.page() == sentence.page() && sentence.start() >= quote.start() && sentence.start() < quote.end();
    }

    /// The form's own suspicion, where its sentences name drug and reaction.
    List<Pair> pairs(PatientFacts form) {
        List<Pair> pairs = new ArrayList<>();
        for (DrugFacts suspect : form.suspects()) {
            Set<String> names = folded(suspect.names());
            mentions.drugs().stream().filter(drug -> names.contains(Fold.phrase(drug.term().text())) || names.contains(Fold.phrase(drug.key()))).findFirst().ifPresent(drug -> {
                Set<String> seen = new HashSet<>();
                for (ReactionMention mention : mentions.reactions()) {
                    boolean told = mention.said() == Said.AFFIRMED && form.reactions().stream().anyMatch(reaction -> keyOf(reaction).equals(mentions.keyOf(mention)));
                    if (told && seen.add(mentions.keyOf(mention))) pairs.add(new Pair(drug, mention, Strength.STATED, Set.of("form"), 1));
                }
            });
        }
        return pairs;
    }

    private String keyOf(ReactionFacts reaction) {
        return mentions.vocabulary().reactions().preferred(reaction.term().value());
    }

    private static Set<String> folded(List<String> names) {
        return names.stream().map(Fold::phrase).collect(Collectors.toSet());
    }

    /// The boxes with what only the sentences say.
    PatientFacts completed(PatientFacts form, PatientFacts prose) {
        Map<String, Fact> patient = new LinkedHashMap<>(prose.patient());
        if (form.patient().containsKey("age")) patient.remove("ageGroup");
        patient.putAll(form.patient());
        Map<String, Fact> reporter = new LinkedHashMap<>(standsBeside() ? prose.reporter() : Map.of());
        reporter.putAll(form.reporter());
        List<DrugFacts> suspects = new ArrayList<>(form.suspects().stream().map(drug -> prose.suspects().stream().filter(told -> isSame(told.names(), drug.names())).findFirst().map(told -> completed(drug, told)).orElse(drug)).toList());
        more(suspects, prose.suspects(), DrugFacts::names, drug -> drug.name().quotes());
        List<ReactionFacts> reactions = new ArrayList<>(form.reactions().stream().map(reaction -> prose.reactions().stream().filter(told -> keyOf(told).equals(keyOf(reaction))).findFirst().map(told -> completed(reaction, told)).orElse(reaction)).toList());
        more(reactions, prose.reactions(), reaction -> Stream.concat(Stream.of(keyOf(reaction)), reaction.names().stream()).toList(), reaction -> reaction.term().quotes());
        List<ConditionFacts> history = new ArrayList<>(form.history());
        more(history, prose.history(), condition -> List.of(condition.name().value()), condition -> condition.name().quotes());
        List<DrugFacts> concomitants = new ArrayList<>(form.concomitants());
        List<DrugFacts> others = new ArrayList<>(prose.concomitants());
        others.removeIf(drug -> suspects.stream().anyMatch(suspect -> isSame(suspect.names(), drug.names())));
        more(concomitants, others, DrugFacts::names, drug -> drug.name().quotes());
        List<DrugFacts> treatments = new ArrayList<>(form.treatments());
        more(treatments, prose.treatments(), DrugFacts::names, drug -> drug.name().quotes());
        List<TestFacts> tests = new ArrayList<>(form.tests());
        more(tests, prose.tests(), test -> List.of(test.name().value()), _ -> List.of());
        List<PastReaction> past = new ArrayList<>(form.pastReactions());
        more(past, prose.pastReactions(), reaction -> List.of(reaction.drug().value()), _ -> List.of());
        List<Quote> course = new ArrayList<>(form.course().ranked());
        prose.course().ranked().stream().filter(quote -> isBeside(quote) && !course.contains(quote)).forEach(course::add);
        return new PatientFacts(patient, history, past, suspects, concomitants, treatments, reactions, tests, reporter, Map.of(), new Course(course, form.course().mostWords(), prose.course().shortForms()), form.flags());
    }

    private static DrugFacts completed(DrugFacts drug, DrugFacts told) {
        Map<String, Fact> details = new LinkedHashMap<>(told.details());
        details.putAll(drug.details());
        return new DrugFacts(drug.name(), Stream.concat(drug.names().stream(), told.names().stream()).distinct().toList(), details);
    }

    private static ReactionFacts completed(ReactionFacts reaction, ReactionFacts told) {
        Map<String, Fact> details = new LinkedHashMap<>(told.details());
        details.keySet().removeAll(OF_BLAME);
        details.putAll(reaction.details());
        return new ReactionFacts(reaction.term(), Stream.concat(reaction.names().stream(), told.names().stream()).distinct().toList(), details, reaction.seriousness().isEmpty() ? told.seriousness() : reaction.seriousness());
    }

    private static boolean isSame(List<String> one, List<String> other) {
        Set<String> names = folded(one);
        return folded(other).stream().anyMatch(names::contains);
    }

    /// Adds what no box names; where places are given only what a paragraph beside the boxes tells, as the form's own reading has the description's.
    private <T> void more(List<T> known, List<T> told, Function<T, List<String>> names, Function<T, List<Quote>> quotes) {
        for (T one : told) {
            if (quotes.apply(one).stream().allMatch(this::isBeside) && known.stream().noneMatch(other -> isSame(names.apply(other), names.apply(one)))) known.add(one);
        }
    }

    private boolean isBeside(Quote quote) {
        return mentions.text().sentences().stream().anyMatch(sentence -> outside.contains(sentence.index()) && sentence.document() == quote.document() && sentence.page() == quote.page() && sentence.start() <= quote.start() && quote.start() < sentence.end());
    }
}
