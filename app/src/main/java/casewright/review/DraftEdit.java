package casewright.review;

import casewright.drafting.Assurance;
import casewright.drafting.Citation;
import casewright.drafting.Draft;
import casewright.drafting.DraftField;
import casewright.drafting.FieldValue;
import casewright.drafting.NarrativeSentence;
import casewright.drafting.ReportTemplate;
import casewright.reading.NullFlavor;
import casewright.refusal.RefusedException;
import casewright.refusal.RefusedException.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One change applied to a draft: the next revision, or a refusal. Touches no store.
final class DraftEdit {

    private static final int LONGEST_SENTENCE_CHARS = 1_000;
    private static final int MOST_ITEMS = 40;
    private static final int MOST_SENTENCES = 200;

    private final Draft draft;
    private final Draft first;
    private final ReportTemplate template;
    private final DraftField.Taken taken;
    private final LocalDate today;

    /// @param first the service's own revision: a value put back to what it said is cited as it was
    /// @param taken who stands for the change, when and why
    DraftEdit(Draft draft, Draft first, ReportTemplate template, DraftField.Taken taken, LocalDate today) {
        this.draft = draft;
        this.first = first;
        this.template = template;
        this.taken = taken;
        this.today = today;
    }

    Draft apply(Correction.Change change) {
        return switch (change) {
            case Correction.FieldIs(String path, String value) -> withField(path, value);
            case Correction.FieldNotStated(String path, NullFlavor why) -> withNothing(path, why);
            case Correction.SentenceIs(int index, String sentence) -> withSentence(index, sentence);
            case Correction.SentenceRemoved(int index) -> {
                sentence(index);
                List<NarrativeSentence> fewer = new ArrayList<>(draft.narrative());
                fewer.remove(index);
                yield with(Map.of(), fewer);
            }
            case Correction.SentenceAdded(int before, String sentence) -> withNewSentence(before, sentence);
            case Correction.ItemAdded(String section, String name) -> withItem(section, name);
            case Correction.ItemRemoved(String section, int item) -> withoutItem(section, item);
        };
    }

    /// What changed, in the words of the trail.
    static String subject(Correction.Change change) {
        return switch (change) {
            case Correction.FieldIs field -> field.path();
            case Correction.FieldNotStated field -> field.path();
            case Correction.SentenceIs sentence -> "narrative[" + sentence.index() + "]";
            case Correction.SentenceRemoved sentence -> "narrative[" + sentence.index() + "] removed";
            case Correction.SentenceAdded sentence -> "narrative[" + sentence.before() + "] added";
            case Correction.ItemAdded item -> item.section() + " added";
            case Correction.ItemRemoved item -> item.section() + "[" + item.item() + "] removed";
        };
    }

    private Draft withField(String path, String raw) {
        DraftField before = get(path);
        FieldRules.Entered entered = FieldRules.check(rule(path), raw, today);
        return with(Map.of(path, new DraftField(path, stated(path, before.value(), entered), taken)), following(before.value(), entered.value()));
    }

    /// The words that give a reason stay where the person gives the same one.
    private Draft withNothing(String path, @Nullable NullFlavor why) {
        ReportTemplate.Field field = rule(path);
        if (why != null && !field.allows(why)) {
            String allowed = field.nullFlavors() == null ? "" : String.join(", ", field.nullFlavors().stream().map(NullFlavor::name).toList());
            throw new RefusedException(Reason.INVALID, (allowed.isEmpty() ? "E2B(R3) has no reason for an empty field \"" + field.label() + "\"." : field.label() + " may be empty for: " + allowed + ".") + " Nothing was changed.");
        }
        boolean same = get(path).value() instanceof FieldValue.NotStated before && before.reason() == why;
        FieldValue value = same ? get(path).value() : new FieldValue.NotStated(why, List.of());
        return with(Map.of(path, new DraftField(path, value, taken)), draft.narrative());
    }

    /// The narrative with the new value where a sentence of the service told the old one from the same source; the person stands for it then, too.
    private List<NarrativeSentence> following(FieldValue before, String after) {
        if (!(before instanceof FieldValue.Stated old) || old.value().equals(after)) return draft.narrative();
        Pattern told = Told.words(old.value());
        return draft.narrative().stream().map(sentence -> {
            if (sentence.takenBy() != null || !told.matcher(sentence.sentence()).find() || !Told.fromOneSource(sentence, old)) return sentence;
            String text = told.matcher(sentence.sentence()).replaceAll(hit -> Matcher.quoteReplacement(hit.start() == 0 && !hit.group().equals(old.value()) ? Character.toUpperCase(after.charAt(0)) + after.substring(1) : after));
            List<Citation> citations = Stream.concat(sentence.citations().stream(), Stream.of(new Citation.Person(taken.by(), taken.reason(), after))).toList();
            return new NarrativeSentence(sentence.section(), text, sentence.kind(), NarrativeSentence.Origin.PERSON, citations, taken);
        }).toList();
    }

    /// A value that the source is cited for keeps its citations: the one that stands, one of several that the source says, or a part of cited words.
    private FieldValue.Stated stated(String path, FieldValue before, FieldRules.Entered entered) {
        return switch (before) {
            case FieldValue.Stated old when old.value().equals(entered.value()) -> old;
            case FieldValue.Stated old when old.citations().stream().anyMatch(citation -> contains(citation, entered.value())) ->
                    entered(entered, Stream.concat(old.citations().stream().filter(citation -> contains(citation, entered.value())), Stream.of(person(entered))).toList());
            case FieldValue.Unclear unclear when unclear.alternatives().stream().anyMatch(one -> one.value().equals(entered.value()) && !one.citations().isEmpty()) ->
                    entered(entered, unclear.alternatives().stream().filter(one -> one.value().equals(entered.value())).flatMap(one -> one.citations().stream()).toList());
            case FieldValue.Stated _, FieldValue.NotStated _, FieldValue.Unclear _ -> first.find(path).filter(_ -> isSameItem(first, draft, path)).map(DraftField::value)
                    .filter(value -> value instanceof FieldValue.Stated old && old.value().equals(entered.value())).map(FieldValue.Stated.class::cast)
                    .orElseGet(() -> entered(entered, List.of(person(entered))));
        };
    }

    /// Whether a path means the same drug or reaction in both: removing an item moves the ones behind it.
    static boolean isSameItem(Draft one, Draft other, String path) {
        int dot = path.lastIndexOf('.');
        if (dot < 0 || !path.substring(0, dot).endsWith("]")) return true;
        return List.of("name", "term").stream().allMatch(id -> one.shown(path.substring(0, dot + 1) + id).equals(other.shown(path.substring(0, dot + 1) + id)) || path.endsWith("." + id));
    }

    private static boolean contains(Citation citation, String value) {
        return citation instanceof Citation.Source && citation.quote().contains(value);
    }

    private Citation person(FieldRules.Entered entered) {
        return new Citation.Person(taken.by(), taken.reason(), entered.value());
    }

    private static FieldValue.Stated entered(FieldRules.Entered entered, List<Citation> citations) {
        return new FieldValue.Stated(entered.value(), entered.code(), citations, new Assurance(List.of("person"), null, true));
    }

    private Draft withSentence(int index, String raw) {
        NarrativeSentence before = sentence(index);
        String text = FieldRules.tidy("The sentence", raw, LONGEST_SENTENCE_CHARS);
        NarrativeSentence.Origin origin = text.equals(before.sentence()) ? before.origin() : NarrativeSentence.Origin.PERSON;
        List<NarrativeSentence> sentences = new ArrayList<>(draft.narrative());
        sentences.set(index, new NarrativeSentence(before.section(), text, before.kind(), origin, before.citations(), taken, text.equals(before.sentence()) ? before.refused() : null));
        return with(Map.of(), sentences);
    }

    private Draft withNewSentence(int before, String raw) {
        if (before < 0 || before > draft.narrative().size()) throw new RefusedException(Reason.INVALID, "The narrative has no place " + before + ". Please reload the page.");
        if (draft.narrative().size() >= MOST_SENTENCES) throw new RefusedException(Reason.INVALID, "The narrative has " + MOST_SENTENCES + " sentences already. Please put two into one.");
        String text = FieldRules.tidy("The sentence", raw, LONGEST_SENTENCE_CHARS);
        String section = before > 0 ? draft.narrative().get(before - 1).section() : "introduction";
        List<NarrativeSentence> sentences = new ArrayList<>(draft.narrative());
        sentences.add(before, new NarrativeSentence(section, text, NarrativeSentence.Kind.SOURCE, NarrativeSentence.Origin.PERSON,
                List.of(new Citation.Person(taken.by(), taken.reason(), text)), taken));
        return with(Map.of(), sentences);
    }

    private Draft withItem(String id, String name) {
        ReportTemplate.Section section = repeating(id);
        int item = draft.count(id);
        if (item >= MOST_ITEMS) throw new RefusedException(Reason.INVALID, "There are " + MOST_ITEMS + " items already; a report takes no more. Nothing was changed.");
        ReportTemplate.Field first = section.fields().getFirst();
        FieldRules.Entered entered = FieldRules.check(first, name, today);
        Map<String, DraftField> added = new LinkedHashMap<>();
        for (ReportTemplate.Field field : section.fields()) {
            String path = section.path(field, item);
            FieldValue value = field == first ? entered(entered, List.of(person(entered))) : new FieldValue.NotStated();
            added.put(path, new DraftField(path, value, field == first ? taken : null));
        }
        return with(added, draft.narrative());
    }

    private Draft withoutItem(String id, int item) {
        ReportTemplate.Section section = repeating(id);
        int count = draft.count(id);
        if (item < 0 || item >= count) throw new RefusedException(Reason.NOT_FOUND, "There is no such item any more. Please reload the page.");
        Map<String, DraftField> fields = new LinkedHashMap<>();
        draft.fields().forEach(field -> fields.put(field.path(), field));
        for (ReportTemplate.Field field : section.fields()) {
            for (int i = item; i < count; i++) {
                DraftField next = fields.get(section.path(field, i + 1));
                if (next == null) fields.remove(section.path(field, i));
                else fields.put(section.path(field, i), new DraftField(section.path(field, i), next.value(), next.takenBy()));
            }
        }
        return next(inOrder(fields), draft.narrative());
    }

    private DraftField get(String path) {
        return draft.find(path).orElseThrow(() -> new RefusedException(Reason.NOT_FOUND, "The draft has no field " + path + ". Please reload the page."));
    }

    private ReportTemplate.Field rule(String path) {
        return template.field(path).orElseThrow(() -> new RefusedException(Reason.NOT_FOUND, "The template has no field " + path + "."));
    }

    private NarrativeSentence sentence(int index) {
        if (index < 0 || index >= draft.narrative().size()) throw new RefusedException(Reason.NOT_FOUND, "There is no such sentence any more. Please reload the page.");
        return draft.narrative().get(index);
    }

    private ReportTemplate.Section repeating(String id) {
        return template.sections().stream().filter(section -> section.id().equals(id) && section.repeats() != null).findFirst()
                .orElseThrow(() -> new RefusedException(Reason.INVALID, "Nothing can be added to or removed from the section " + id + "."));
    }

    private Draft with(Map<String, DraftField> changed, List<NarrativeSentence> sentences) {
        Map<String, DraftField> merged = new LinkedHashMap<>();
        draft.fields().forEach(field -> merged.put(field.path(), field));
        merged.putAll(changed);
        return next(inOrder(merged), sentences);
    }

    private List<DraftField> inOrder(Map<String, DraftField> fields) {
        List<DraftField> ordered = new ArrayList<>();
        for (ReportTemplate.Section section : template.sections()) {
            int items = section.repeats() == null ? 1 : MOST_ITEMS + 1;
            for (int item = 0; item < items; item++) {
                for (ReportTemplate.Field field : section.fields()) {
                    DraftField known = fields.get(section.path(field, item));
                    if (known != null) ordered.add(known);
                }
            }
        }
        return ordered;
    }

    private Draft next(List<DraftField> fields, List<NarrativeSentence> sentences) {
        return new Draft(draft.caseId(), draft.revision() + 1, draft.template(), draft.templateSha256(), fields, sentences, draft.findings());
    }
}
